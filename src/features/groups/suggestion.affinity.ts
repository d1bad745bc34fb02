import type { Affinity } from "@/platform/affinity.ts";
import { sql } from "@/platform/db/client.ts";
import { readableGroups } from "./group.policy.ts";

/** Her last groups that are looked at, and the last who came into each. */
const GROUPS = 30;
const COMPANIONS = 60;

/**
 * Who is in a group with her, both as members: closed ones and those of adherents are told to who is in them as well. A
 * place's group has no rows, and tells nothing more than the section does.
 */
export const sameGroupsAffinity: Affinity = {
  kind: "groups",
  weight: 2,
  candidates: (member) => sql`
    select w.member_id, count(*)::int as shared
    from (select g.id from group_membership own join member_group g on g.id = own.group_id
      where own.member_id = ${member.id} and own.role <> 'follower' and ${readableGroups(member)}
      order by own.joined_at desc, g.id limit ${GROUPS}) mine
    cross join lateral (select x.member_id from group_membership x where x.group_id = mine.id and x.role <> 'follower'
      and x.member_id <> ${member.id} order by x.joined_at desc, x.member_id limit ${COMPANIONS}) w
    group by w.member_id order by shared desc, w.member_id limit 300`,
  reason: (shared) => (shared === 1 ? "vous êtes dans le même groupe" : `vous êtes ensemble dans ${shared} groupes`),
};
