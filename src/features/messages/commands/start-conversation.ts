// A member writes to somebody for the first time, or begins a conversation of several. To a stranger it is a request.
import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { limits } from "@/platform/limits.ts";
import { conversationStarted } from "../conversation.facts.ts";
import { canStart, type Start } from "../conversation.policy.ts";
import { startConversationInput } from "../conversation.schema.ts";
import {
  conversationsADay,
  NEW_MS,
  requestsADay,
  requestsOfNewcomer,
  startsOfAccount,
} from "../conversation-limit.rules.ts";
import { messagesSent, requestAccepted } from "../message.facts.ts";
import { isOfPair } from "../reach.policy.ts";
import { findStanding, lockAddressees, mayBeTogether } from "./lock-conversation.ts";
import { findSent, insertMessage } from "./message-log.ts";
import { isHeld } from "./same-text.ts";

export type Started = { conversationId: string };

export const startConversation = command({
  name: "conversation.start",
  input: startConversationInput,
  limits: [startsOfAccount],
  async subject({ tx, actor, input: { to, clientId, body } }): Promise<Start> {
    await lockStarter(tx, actor);
    const sent = await findSent(tx, actor.id ?? "", clientId);
    if (sent) return { kind: "sent", conversationId: sent.conversationId };
    const [first = "", ...more] = to.length > 1 ? to.filter((id) => id !== actor.id) : to;
    if (more.length === 0) return findPair(tx, actor, first, body);
    const others = await lockAddressees(tx, actor, [first, ...more]);
    const together = await mayBeTogether(tx, [actor.id ?? "", first, ...more]);
    const repeated = await isHeld(tx, { authorId: actor.id ?? "", conversationId: "", body });
    return { kind: "several", others, missing: others.length < more.length + 1, together, repeated };
  },
  policy: canStart,
  async execute({ tx, actor, input: { name, body, clientId }, subject, record }): Promise<Started> {
    const me = actor.id ?? "";
    if (subject.kind === "sent") return { conversationId: subject.conversationId };
    const say = async (conversationId: string) => {
      const { seq } = await insertMessage(tx, { conversationId, authorId: me, body, clientId });
      record(messagesSent({ conversationId, from: seq, to: seq }));
    };
    if (subject.kind === "direct" && subject.standing) {
      const { id: conversationId, asked } = subject.standing;
      await say(conversationId);
      if (asked && !asked.accepted) {
        // She writes where she was asked: that is a yes.
        await tx.conversationRequest.update({
          where: { conversationId },
          data: { acceptedAt: clock.now(), refusedAt: null },
        });
        record(requestAccepted({ conversationId, fromId: asked.fromId, toId: asked.toId }));
      }
      return { conversationId };
    }
    const others = subject.kind === "direct" ? (subject.other ? [subject.other] : []) : subject.others;
    const asks = subject.kind === "direct" && subject.other?.reach === "request";
    await countStart(tx, actor, asks);
    const ids = others.map(({ id }) => id);
    const conversationId = await create(tx, actor, subject.kind, name, ids);
    if (asks)
      await tx.conversationRequest.create({
        data: { conversationId, fromId: me, toId: ids[0] ?? "", sentAt: clock.now() },
      });
    record(conversationStarted({ conversationId, memberId: me, request: asks ? 1 : 0 }));
    await say(conversationId);
    return { conversationId };
  },
});

/** One beginning at a time: a double click, two tabs find what the first one made. Her account does not vanish meanwhile. */
async function lockStarter(tx: Tx, { id }: Actor): Promise<void> {
  if (id === null) return;
  await tx.$executeRaw(sql`select pg_advisory_xact_lock(hashtextextended(${`conversations of ${id}`}, 0))`);
  const [self] = await tx.$queryRaw<object[]>(sql`
    select 1 from member where id = ${id} and erased_at is null for key share`);
  if (!self) throw new AppError("unauthenticated", "sign_in_first");
}

/** Somebody, with what the two already have, under the lock of their pair: both may begin at the same moment. */
async function findPair(tx: Tx, actor: Actor, otherId: string, body: string): Promise<Start> {
  const pair = [actor.id ?? "", otherId].sort().join(" ");
  await tx.$executeRaw(sql`select pg_advisory_xact_lock(hashtextextended(${`conversation of ${pair}`}, 0))`);
  const ofPair = isOfPair(sql`${actor.id}::text`, sql`${otherId}::text`);
  // Members before conversations: the order of every writer.
  const [other = null] = await lockAddressees(tx, actor, [otherId]);
  await tx.$queryRaw(sql`select v.id from conversation v where ${ofPair} for no key update`);
  const standing = await findStanding(tx, actor, ofPair);
  const repeated = await isHeld(tx, { authorId: actor.id ?? "", conversationId: standing?.id ?? "", body });
  return { kind: "direct", other, standing, repeated };
}

async function create(
  tx: Tx,
  actor: Actor,
  kind: "direct" | "several",
  name: string,
  others: readonly string[],
): Promise<string> {
  const [id, me, now] = [newId(), actor.id ?? "", clock.now()];
  const [low, high] = kind === "direct" ? [me, others[0] ?? ""].sort() : [];
  await tx.conversation.create({
    data: {
      ...{ id, kind, name: kind === "several" ? name : "", createdById: me, createdAt: now, lastAt: now },
      ...(low !== undefined && high !== undefined && { lowId: low, highId: high }),
    },
  });
  await tx.participant.createMany({
    data: [me, ...others].map((memberId) => ({ conversationId: id, memberId, joinedAt: now, addedById: me })),
  });
  return id;
}

/** Counted once it is about to be written: what was refused costs nothing. Throws `rate_limited`. */
async function countStart(tx: Tx, { id }: Actor, asks: boolean): Promise<void> {
  if (id === null) return;
  await limits().consume(conversationsADay, id, tx);
  if (!asks) return;
  await limits().consume(requestsADay, id, tx);
  const since = new Date(clock.now().getTime() - NEW_MS);
  const [newcomer] = await tx.$queryRaw<object[]>(sql`select 1 from member where id = ${id} and joined_at > ${since}`);
  if (newcomer) await limits().consume(requestsOfNewcomer, id, tx);
}
