import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import type { Scope } from "@/core/scope.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { inboxOpened } from "../inbox.facts.ts";
import { canWriteToPlace } from "../inbox.policy.ts";
import { DAY_MS } from "../inbox.rules.ts";
import { writeToPlaceInput } from "../inbox.schema.ts";
import { writingToPlaces } from "../inbox-limit.rules.ts";
import { messagesSent } from "../message.facts.ts";
import { findPlace } from "../place.queries.ts";
import { findSent, insertMessage } from "./message-log.ts";
import { isHeld } from "./same-text.ts";

/**
 * A member writes to those in charge of a place: in the one conversation that she and it have, opened by her first words.
 * Sent twice with one client id, it is written once.
 */
export const writeToPlace = command({
  name: "inbox.write",
  input: writeToPlaceInput,
  limits: [writingToPlaces],
  async subject({ tx, actor, input: { scope, clientId, body } }) {
    // Her own row first: two clicks at once are one after the other.
    const [self] = await tx.$queryRaw<object[]>(sql`
      select 1 from member where id = ${actor.id} and erased_at is null for no key update`);
    if (!self) throw new AppError("unauthenticated", "sign_in_first");
    if (!(await findPlace(scope, tx))) throw new AppError("not_found", "absent");
    const since = new Date(clock.now().getTime() - DAY_MS);
    const [open, begunToday, same] = [
      await tx.conversation.findFirst({ where: { scope, memberId: actor.id ?? "" }, select: { id: true } }),
      await tx.conversation.count({ where: { createdById: actor.id ?? "", kind: "inbox", createdAt: { gt: since } } }),
      await findSent(tx, actor.id ?? "", clientId),
    ];
    const text = { authorId: actor.id ?? "", conversationId: open?.id ?? "", body };
    const repeated = same === null && (await isHeld(tx, text));
    return { scope, begunToday, same, repeated, openId: open?.id ?? null, open: open !== null || same !== null };
  },
  policy: canWriteToPlace,
  async execute({ tx, actor, input: { scope, body, clientId }, subject: { same, openId }, record }) {
    if (same) return same;
    const memberId = actor.id ?? "";
    const conversationId = openId ?? (await openWith(tx, memberId, scope));
    const sent = await insertMessage(tx, { conversationId, authorId: memberId, clientId, body });
    if (openId !== conversationId) record(inboxOpened({ conversationId, memberId, scope }));
    record(messagesSent({ conversationId, from: sent.seq, to: sent.seq }));
    return { conversationId, ...sent };
  },
});

/** Opens the conversation of a member and a place; a broadcast may just have done so. */
async function openWith(tx: Tx, memberId: string, scope: Scope): Promise<string> {
  const [id, now] = [newId(), clock.now()];
  const [row] = await tx.$queryRaw<{ id: string }[]>(sql`
    insert into conversation (id, kind, scope, member_id, created_by_id, created_at, last_at)
    values (${id}, 'inbox', ${scope}, ${memberId}, ${memberId}, ${now}, ${now})
    on conflict (scope, member_id) do update set scope = excluded.scope returning id`);
  const conversationId = row?.id ?? id;
  await tx.participant.createMany({ data: [{ conversationId, memberId, joinedAt: now }], skipDuplicates: true });
  return conversationId;
}
