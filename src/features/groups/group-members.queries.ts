import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import {
  type CardRow,
  cardColumns,
  countSearch,
  isSuspended,
  profileOf,
  toCardView,
  visibleProfiles,
} from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { type GroupRole, groupRoles, hasRole } from "./group.rules.ts";
import { memberListInput } from "./group.schema.ts";
import type { GroupView } from "./group.views.ts";
import { canRemoveFromGroup, canSetRole } from "./membership.policy.ts";

const PAGE_SIZE = 30;

/** Somebody of a group. Without her card (`href` null) only her name is told, to those who keep the group. */
export type GroupMemberView = {
  id: string;
  name: string;
  section: string;
  href: string | null;
  photo: string | null;
  role: GroupRole;
  /** What the reader may make of her. */
  roles: GroupRole[];
  canRemove: boolean;
};
export type GroupMembersView = {
  q: string | null;
  members: GroupMemberView[];
  /** After whom the next page begins. */
  next: string | null;
  first: boolean;
  /** In it, and not shown to this reader. Null while she searches, and where it is not counted. */
  others: number | null;
  followers: number;
  /** A federation's or the country's: too many for a list, there is the directory. */
  tooMany: boolean;
};

type Row = CardRow & { role: GroupRole; seen: boolean };

/** The members of a group that this actor reads within, thirty at a time: who keeps it first, then by name. */
export async function getGroupMembers(actor: Actor, group: GroupView, input: unknown): Promise<GroupMembersView> {
  if (!group.within) throw new AppError("not_found", "absent");
  const { q, apres } = memberListInput.parse(input);
  const view = { q: q ?? null, members: [], next: null, first: !apres, others: null, followers: 0, tooMany: false };
  if (group.kind === "place" && group.scope.split("/").length < 3) return { ...view, tooMany: true };
  if (actor.kind === "member" && (apres || q)) await countSearch(actor);
  const knows = hasRole(group.role, "manager") ? sql`true` : visibleProfiles(actor);
  const source = group.kind === "place" ? residents(group.scope) : inGroup(group.id);
  const rank = sql`(case q.role when 'lead' then 0 when 'manager' then 1 else 2 end)`;
  const all = sql`(select ${cardColumns(actor)}, q.role, m.folded_name, coalesce(${visibleProfiles(actor)}, false) as seen
    from (${source}) q join member m on m.id = q.member_id ${profileOf} join section s on s.id = m.section_id
    where m.erased_at is null and ${knows} ${q ? sql`and m.folded_name like ${likeOf(q)} escape '!'` : sql``}) q`;
  const place = sql`${rank}, q.folded_name, q.id`;
  const [rows, [counts]] = await Promise.all([
    readRows<Row>(sql`select q.id, q.name, q.section, q.photo_id, q.role, q.seen from ${all}
      where true ${apres ? sql`and (${place}) > (select ${place} from ${all} where q.id = ${apres})` : sql``}
      order by ${place} limit ${PAGE_SIZE + 1}`),
    readRows<{ others: number; followers: number }>(sql`
      select (select count(*) from (${source}) q join member m on m.id = q.member_id ${profileOf}
          where m.erased_at is null and not ${knows})::int as others,
        (select count(*) from group_membership b where b.group_id = ${group.id} and b.role = 'follower')::int as followers`),
  ]);
  const members = rows.slice(0, PAGE_SIZE).map((row) => toMember(row, actor, group));
  return {
    ...view,
    members,
    next: rows.length > PAGE_SIZE ? (members.at(-1)?.id ?? null) : null,
    others: q ? null : (counts?.others ?? 0),
    followers: counts?.followers ?? 0,
  };
}

/** Every word of a name is folded as names are; "!" quotes what a pattern would take for its own. */
const likeOf = (q: string): Sql => sql`('%' || regexp_replace(folded(${q}::text), '([!%_])', '!\\1', 'g') || '%')`;

/** Who is in a group that members formed: those who only follow it are counted, not shown. */
const inGroup = (groupId: string): Sql => sql`
  select b.member_id, b.role::text from group_membership b join member_group g on g.id = b.group_id join member x on x.id = b.member_id
  where b.group_id = ${groupId} and b.role <> 'follower' and (not g.adherents_only or x.adherent_since is not null)
    and not ${suspended()}`;

/** Who lives in a section; whose mandate it is leads its group. */
const residents = (scope: string): Sql => sql`
  select x.id as member_id, case when exists (select 1 from mandate d where d.member_id = x.id and d.scope = ${scope} and d.role = 'section_leader'
      and d.begins_at <= ${clock.now()} and (d.ends_at is null or d.ends_at > ${clock.now()})) then 'lead' else 'member' end as role
  from section h join member x on x.section_id = h.id where h.scope = ${scope} and x.erased_at is null and not ${suspended()}`;

const suspended = (): Sql => sql`exists (select 1 from member m where m.id = x.id and ${isSuspended(clock.now())})`;

function toMember({ role, seen, ...card }: Row, actor: Actor, group: GroupView): GroupMemberView {
  const { id, name, section, href, photo } = toCardView(card);
  const other = { id, role };
  const standing = { role: group.role, kind: group.kind, entry: group.entry, oversees: group.oversees };
  return {
    ...{ id, name, section, role },
    href: seen ? href : null,
    photo: seen ? photo : null,
    roles: groupRoles.filter((one) => one !== role && canSetRole(actor, standing, other, one).allowed),
    canRemove: canRemoveFromGroup(actor, standing, other).allowed,
  };
}
