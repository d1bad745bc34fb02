import type { Member } from "@/core/actor.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { visibleGroups } from "./group.policy.ts";
import { answerableRequests } from "./request.queries.ts";

/** The groups that a member keeps where somebody waits whom she may answer, those who wait longest first. */
export const listRequestsToAnswer = (member: Member) =>
  readRows<{ id: string; slug: string; name: string; count: number }>(
    sql`
    select g.id, g.slug, g.name, count(*)::int as count
    from group_membership k join member_group g on g.id = k.group_id
      join group_request q on q.group_id = g.id join member m on m.id = q.member_id
    where k.member_id = ${member.id} and k.role in ('manager', 'lead') and ${visibleGroups(member)} and ${answerableRequests(member)}
    group by g.id order by min(q.asked_at), g.id limit 3`,
    { planned: true },
  );
