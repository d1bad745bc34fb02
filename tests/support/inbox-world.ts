import { randomUUID } from "node:crypto";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";

type Line = { from: string | null; words: string; byPlace?: boolean };

/** A member's conversation with a place, written straight into the database: her words, and those of who answered. */
export async function createInbox(
  scope: string,
  memberId: string,
  lines: readonly Line[] = [{ from: memberId, words: "Bonjour, je voudrais aider au marché de samedi." }],
): Promise<{ id: string; messageIds: string[] }> {
  const [id, now] = [newId(), clock.now()];
  const at = (index: number) => new Date(now.getTime() - (lines.length - 1 - index) * 60_000);
  const messages = lines.map(({ from, words, byPlace = false }, index) => ({
    ...{ id: newId(), conversationId: id, seq: index + 1, authorId: from, body: words, fromPlace: byPlace },
    ...{ clientId: randomUUID(), createdAt: at(index) },
  }));
  const asked = messages.filter(({ fromPlace }) => !fromPlace);
  const waits = messages.at(-1)?.fromPlace === false ? (messages.at(-1)?.createdAt ?? null) : null;
  await db.conversation.create({
    data: {
      ...{ id, kind: "inbox", scope, memberId, createdById: memberId, createdAt: at(0), lastAt: now },
      ...{ lastSeq: lines.length, waitingSince: waits, askedAt: asked.at(-1)?.createdAt ?? null },
    },
  });
  await db.participant.create({ data: { conversationId: id, memberId, joinedAt: at(0) } });
  await db.message.createMany({ data: messages });
  return { id, messageIds: messages.map((message) => message.id) };
}
