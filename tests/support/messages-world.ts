import { randomUUID } from "node:crypto";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";

type Rows = { kind?: "direct" | "several"; name?: string; people: readonly string[]; messages?: readonly string[] };

/**
 * A conversation and its messages, each by the next of its people, written straight into the database. Of two people: their
 * one conversation, unless it is said to be of several.
 */
export async function createConversationRow({ kind, name = "", people, messages = [] }: Rows) {
  const [id, now] = [newId(), clock.now()];
  const [one = "", two = ""] = [...people].sort();
  const direct = (kind ?? (people.length === 2 ? "direct" : "several")) === "direct";
  const createdById = people[0] ?? null;
  await db.conversation.create({
    data: {
      ...{ id, name, createdById, createdAt: now, lastAt: now, lastSeq: messages.length },
      ...(direct ? { kind: "direct", lowId: one, highId: two } : { kind: "several" }),
    },
  });
  for (const memberId of people) await db.participant.create({ data: { conversationId: id, memberId, joinedAt: now } });
  return { id, messageIds: await createMessageRows(id, people, messages) };
}

/** What a member wrote to a place: one conversation, read by those in charge. */
export async function createInboxRow(scope: string, memberId: string, messages: readonly string[] = []) {
  const [id, now] = [newId(), clock.now()];
  const dates = {
    createdAt: now,
    lastAt: now,
    lastSeq: messages.length,
    waitingSince: messages.length > 0 ? now : null,
    askedAt: messages.length > 0 ? now : null,
  };
  await db.conversation.create({ data: { id, kind: "inbox", scope, memberId, createdById: memberId, ...dates } });
  await db.participant.create({ data: { conversationId: id, memberId, joinedAt: now } });
  return { id, messageIds: await createMessageRows(id, [memberId], messages) };
}

async function createMessageRows(conversationId: string, people: readonly string[], messages: readonly string[]) {
  const rows = messages.map((body, index) => ({
    ...{ id: newId(), conversationId, seq: index + 1, authorId: people[index % people.length] ?? null, body },
    ...{ clientId: randomUUID(), createdAt: clock.now() },
  }));
  if (rows.length > 0) await db.message.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

/** The first message of a stranger, that waits for a yes. */
export async function createRequestRow(fromId: string, toId: string) {
  const conversation = await createConversationRow({
    people: [fromId, toId],
    messages: ["Bonjour, on s’est vus au marché."],
  });
  const sentAt = clock.now();
  await db.conversationRequest.create({ data: { conversationId: conversation.id, fromId, toId, sentAt } });
  return conversation;
}

/** Somebody comes into a conversation, and reads what comes from now on. */
export async function addPersonRow(conversationId: string, memberId: string): Promise<void> {
  const { lastSeq: fromSeq } = await db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
  await db.participant.create({ data: { conversationId, memberId, fromSeq, joinedAt: clock.now() } });
}

/** What a browser sends. */
export const typed = (conversationId: string, more: object = {}) => ({
  ...{ conversationId, clientId: randomUUID(), body: "Je prends les tracts.", ...more },
});
