import type { Actor, Member } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { isInvited, myGroupIds, roleInGroup, standingColumns, visibleGroups } from "./group.policy.ts";
import { type GroupRole, groupRoles } from "./group.rules.ts";
import { type GroupRow, type GroupView, toGroupView } from "./group.views.ts";

/** Where the group `g` stands, by its names and addresses. */
export const groupPlaceColumns = sql`
  (select f.name from federation f where f.id = split_part(g.scope, '/', 2)) as federation,
  (select f.slug from federation f where f.id = split_part(g.scope, '/', 2)) as federation_slug,
  (select s.name from section s where s.scope = g.scope) as section,
  (select s.slug from section s where s.scope = g.scope) as section_slug`;

/** How many are in the group `g`. Not told of federations and the country: counting them all would cost each page. */
export const memberCountColumn: Sql = sql`(case when g.kind <> 'place'
    then (select count(*) from group_membership b where b.group_id = g.id and b.role <> 'follower')::int
    when split_part(g.scope, '/', 3) <> ''
    then (select count(*) from section s join member m on m.section_id = s.id and m.erased_at is null where s.scope = g.scope)::int
  end) as member_count`;

/** A group that the actor may know of, as its pages show it to her. Throws `not_found`. */
export async function getGroup(actor: Actor, id: string): Promise<GroupView> {
  const [row] = await readRows<GroupRow>(sql`
    select g.id, g.slug, g.name, g.purpose, g.about, g.rules, g.questions, g.themes, g.cover_id,
      ${standingColumns(actor)}, ${groupPlaceColumns}, ${memberCountColumn}, ${isInvited(actor)} as invited
    from member_group g where g.id = ${id} and ${visibleGroups(actor)}`);
  if (!row) throw new AppError("not_found", "absent");
  return toGroupView(row, actor);
}

/** One of the groups of a member, in a line. */
export type MyGroupView = { id: string; slug: string; name: string; kind: string; role: GroupRole };

/** The groups that a member is in or follows, those of her places first, then by what she is in them. */
export async function findMyGroups(member: Member): Promise<MyGroupView[]> {
  return readRows<MyGroupView>(sql`
    select q.id, q.slug, q.name, q.kind, q.role from (
      select g.id, g.slug, g.name, g.kind, g.scope, ${roleInGroup(member)} as role
      from member_group g where g.id in ${myGroupIds(member)} and ${visibleGroups(member)}) q
    where q.role is not null
    order by q.kind <> 'place', case when q.kind = 'place' then -length(q.scope) end,
      array_position(${[...groupRoles]}::text[], q.role::text) desc, q.name, q.id`);
}
