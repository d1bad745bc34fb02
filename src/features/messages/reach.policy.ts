import type { Actor, Role } from "@/core/actor.ts";
import { isSuspended, managedMembers, visibleProfiles } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { type Sql, sql } from "@/platform/db/client.ts";

/** How a member may write to another for the first time: at once, by one request that waits for a yes, or not. */
export type Reach = "freely" | "request" | "no";

/** Mandates that write freely to those whom they answer for. */
const WRITERS: readonly Role[] = ["section_leader", "federation_admin", "moderator", "national_admin"];

/** Whether the member with this id is under 18. */
export const isMinor = (memberId: Sql): Sql => sql`exists (select 1 from member u
  where u.id = ${memberId} and u.adult_on > ${clock.now()}::date)`;

/** Whether the actor and the member with this id are coopains. */
export const areCoopains = (actor: Actor, memberId: Sql): Sql =>
  sql`exists (select 1 from coopain t where t.member_id = ${actor.id} and t.other_id = ${memberId})`;

/** The conversation `v` of two people, as their pair names it. */
export const isOfPair = (one: Sql, other: Sql): Sql =>
  sql`(v.low_id = least(${one}, ${other}) and v.high_id = greatest(${one}, ${other}))`;

/** Whether the conversation `v` waits for its first answer, or was refused one: who asked writes nothing more. */
const isUnanswered: Sql = sql`exists (select 1 from conversation_request q
  where q.conversation_id = v.id and q.accepted_at is null)`;

/**
 * How the actor writes to the member `m` (with `profileOf` joined) for the first time: the only form of this law. One sees
 * whom one writes to. Before 18, coopains alone, both ways. Freely: coopains, one's section, those whom one answers for, and
 * whoever has said yes. Else one request. Who is suspended or behind a block is not written to.
 */
export function reaches(actor: Actor): Sql {
  if (actor.kind !== "member") return sql`'no'`;
  return sql`(case
    when m.id = ${actor.id} or not ${visibleProfiles(actor)} or ${isSuspended(clock.now())} then 'no'
    when ${areCoopains(actor, sql`m.id`)} then 'freely'
    when coalesce(m.adult_on > ${clock.now()}::date, false) or ${isMinor(sql`${actor.id}`)} then 'no'
    when m.section_id = ${actor.section.id} or ${managedMembers(actor, WRITERS)} then 'freely'
    when exists (select 1 from conversation v where ${isOfPair(sql`${actor.id}::text`, sql`m.id`)} and not ${isUnanswered})
      then 'freely'
    else 'request' end)`;
}
