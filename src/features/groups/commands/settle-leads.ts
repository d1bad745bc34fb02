import type { Fact } from "@/core/fact.ts";
import { isSuspended } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { roleGiven } from "../group.facts.ts";

/** Whether the membership `b` of `g`, of the member `m`, counts: a group of adherents is led by adherents. */
export const isEffective =
  (): Sql => sql`(m.erased_at is null and (not g.adherents_only or m.adherent_since is not null)
  and not ${isSuspended(clock.now())})`;

/**
 * Where nobody leads any more, whoever has been a manager for longest becomes its lead, else whoever has been a member for
 * longest. Nobody, where there is nobody. Answers the facts.
 */
export async function settleLeads(tx: Tx, groupIds: readonly string[]): Promise<Fact[]> {
  if (groupIds.length === 0) return [];
  const given = await tx.$queryRaw<{ groupId: string; memberId: string }[]>(sql`
    update group_membership x set role = 'lead' from (
      select distinct on (g.id) g.id as group_id, b.member_id
      from member_group g join group_membership b on b.group_id = g.id join member m on m.id = b.member_id
      where g.id = any(${[...groupIds]}::text[]) and g.kind <> 'place' and b.role in ('manager', 'member') and ${isEffective()}
        and not exists (select 1 from group_membership l join member m on m.id = l.member_id
          where l.group_id = g.id and l.role = 'lead' and ${isEffective()})
      order by g.id, b.role desc, b.joined_at, b.member_id) next
    where x.group_id = next.group_id and x.member_id = next.member_id
    returning x.group_id as "groupId", x.member_id as "memberId"`);
  return given.map((one) => roleGiven({ ...one, role: "lead", raised: "oui" }));
}
