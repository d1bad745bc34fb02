import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { type StatementTx, sql } from "@/platform/db/client.ts";
import { visibleMessages } from "../message.policy.ts";
import { otherOf, type Standing, type StandingRow, standingOf, toStanding } from "../writing.policy.ts";
import { lockConversations } from "./message-log.ts";

type LockedMessage = {
  id: string;
  conversationId: string;
  seq: number;
  body: string;
  authorId: string | null;
  createdAt: Date;
  /** One of the copies of what a place wrote to all its members. */
  toAll: boolean;
  standing: Standing;
};
type Row = StandingRow & {
  conversation_id: string;
  seq: number;
  body: string;
  author_id: string | null;
  created_at: Date;
  to_all: boolean;
};

/**
 * A message that the actor reads and that is still there, its conversation locked, then itself, as whoever reports it does:
 * what is mended or taken back was reported before, or never. Throws `not_found`.
 */
export async function lockMessage(tx: StatementTx, actor: Actor, id: string): Promise<LockedMessage> {
  const absent = () => new AppError("not_found", "absent");
  if (actor.kind !== "member") throw absent();
  const [known] = await tx.$queryRaw<{ conversation_id: string }[]>(sql`
    select conversation_id from message where id = ${id}`);
  // Locked first, read after: what waited for the lock must not be judged by what it saw before.
  if (!known) throw absent();
  await lockConversations(tx, { memberIds: [actor.id], ids: [known.conversation_id] });
  await tx.$queryRaw(sql`select id from message where id = ${id} for no key update`);
  const [row] = await tx.$queryRaw<Row[]>(sql`
    select x.conversation_id, x.seq, x.body, x.author_id, x.created_at, x.broadcast_id is not null as to_all, ${standingOf(actor)}
    from message x join conversation v on v.id = x.conversation_id ${otherOf(sql`${actor.id}`)}
    where x.id = ${id} and x.deleted_at is null and x.hidden_at is null and ${visibleMessages(actor)}`);
  if (!row) throw absent();
  const { conversation_id: conversationId, author_id: authorId, created_at: createdAt, to_all: toAll, ...rest } = row;
  const { seq, body, ...standing } = rest;
  return { id, conversationId, seq, body, authorId, createdAt, toAll, standing: toStanding(standing) };
}
