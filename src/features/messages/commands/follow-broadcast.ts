import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { CARRIED_AT_ONCE } from "../broadcast.rules.ts";
import { ofBroadcastInput } from "../broadcast.schema.ts";
import { broadcastModerated } from "../inbox.facts.ts";
import { byTheSystem } from "../inbox.policy.ts";
import { lockConversations } from "./message-log.ts";

/** A broadcast whose row is locked, as moderation decided on it last; `moderatedTo`: how far its copies are so. */
type Moderated = { id: string; scope: string; hidden: boolean; moderatedTo: string | null };

/**
 * Takes what moderation decided on a broadcast to its next copies, in the order of their members' ids. How far it went is
 * written in the same transaction: whoever begins again after a crash goes on from there.
 */
export const followBroadcast = command({
  name: "broadcast.follow",
  input: ofBroadcastInput,
  async subject({ tx, input: { broadcastId } }) {
    const [row] = await tx.$queryRaw<Moderated[]>(sql`
      select id, scope, hidden_at is not null as hidden, moderated_to as "moderatedTo" from broadcast
      where id = ${broadcastId} for update`);
    if (!row) throw new AppError("not_found", "absent");
    return row;
  },
  policy: byTheSystem,
  async execute({ tx, subject, record }) {
    const { id: broadcastId, moderatedTo } = subject;
    if (moderatedTo === null) return { done: true };
    const { to, done } = await moveCopies(tx, { ...subject, moderatedTo });
    record(broadcastModerated({ broadcastId, messageId: "", from: moderatedTo, to }));
    return { done };
  },
});

/**
 * Hides the next copies of a broadcast, or shows them again, `besides` with them; each conversation's log says so under a
 * number of its own. Those that already are so keep their log. Answers up to which member it went.
 */
export async function moveCopies(
  tx: Tx,
  { id, scope, hidden, moderatedTo: from }: Moderated & { moderatedTo: string },
  besides?: string,
): Promise<{ to: string; done: boolean }> {
  const next = await tx.$queryRaw<{ id: string; member_id: string }[]>(sql`
    select v.id, v.member_id from conversation v join message x on x.broadcast_id = ${id} and x.conversation_id = v.id
    where v.scope = ${scope} and v.member_id > ${from} order by v.member_id limit ${CARRIED_AT_ONCE}`);
  const ids = [...next.map((one) => one.id), ...(besides ? [besides] : [])];
  await lockConversations(tx, { memberIds: [], ids });
  const now = clock.now();
  await tx.$executeRaw(sql`
    with moved as (
      update message x set hidden_at = ${hidden ? now : null}::timestamptz
      where x.broadcast_id = ${id} and x.conversation_id = any(${ids}::text[]) and (x.hidden_at is null) = ${hidden}
      returning x.id, x.conversation_id),
    numbered as (
      update conversation v set last_seq = v.last_seq + 1 from moved m where v.id = m.conversation_id
      returning v.id, v.last_seq, m.id as message_id)
    insert into conversation_change (conversation_id, seq, kind, message_id, at)
    select n.id, n.last_seq, ${hidden ? "hidden" : "shown"}::conversation_change_kind, n.message_id, ${now}::timestamptz from numbered n`);
  const to = next.at(-1)?.member_id ?? from;
  const done = next.length < CARRIED_AT_ONCE;
  await tx.$executeRaw(sql`update broadcast set moderated_to = ${done ? null : to} where id = ${id}`);
  return { to, done };
}
