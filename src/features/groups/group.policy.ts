import { type Actor, holds, homesOf, type Member, type Role } from "@/core/actor.ts";
import { allow, type Decision, refuse } from "@/core/decision.ts";
import { NATIONAL, type Scope } from "@/core/scope.ts";
import { canBePresent, isSuspended } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { type GroupStanding, hasRole, VISIT_MS } from "./group.rules.ts";

/** Mandates that answer for the groups of their territory. Above, the national level visits, and that is written down. */
const STAFF: readonly Role[] = ["section_leader", "federation_admin"];

const staffScopes = (actor: Actor): Scope[] =>
  actor.grants.filter(({ role }) => STAFF.includes(role)).map(({ scope }) => scope);

const isNational = (actor: Actor) => holds(actor, ["national_admin"], NATIONAL);

/** Whether the actor answers, by a mandate, for where the group `g` stands. Of the whole country's own group, the national level. */
export function staffsGroup(actor: Actor): Sql {
  if (actor.kind !== "member") return sql`false`;
  const scopes = staffScopes(actor);
  const led =
    scopes.length === 0
      ? sql`false`
      : sql`exists (select 1 from unnest(${scopes}::text[]) as a(scope) where ${sqlCovers(sql`a.scope`, sql`g.scope`)})`;
  return isNational(actor) ? sql`(${led} or g.place = ${NATIONAL})` : led;
}

/** Whether the actor entered the group `g`, of the national level, not long ago: she said why, and its members read it. */
const visits = (actor: Actor): Sql =>
  isNational(actor)
    ? sql`exists (select 1 from group_visit v where v.group_id = g.id and v.visitor_id = ${actor.id}
        and v.visited_at > ${new Date(clock.now().getTime() - VISIT_MS)})`
    : sql`false`;

/** A group of adherents reaches nobody else: belonging to it is not enough once one is no longer verified. */
const reaches = (actor: Actor): Sql =>
  actor.kind === "member" && actor.adherent ? sql`true` : sql`(not g.adherents_only)`;

const belongs = (actor: Actor): Sql =>
  sql`exists (select 1 from group_membership b where b.group_id = g.id and b.member_id = ${actor.id})`;

/**
 * Who invites by `i` is still in the group, and no block parts her from who is invited: any other invitation is nobody's to
 * see. Who was taken out of a group, or left it, or is suspended, opens it to nobody; who was taken out of it is let back by those
 * who keep it.
 */
export const invitationStands =
  (): Sql => sql`(exists (select 1 from group_membership k join member m on m.id = k.member_id
    where k.group_id = i.group_id and k.member_id = i.invited_by_id and k.role <> 'follower'
      and not ${isSuspended(clock.now())}
      and (k.role in ('manager', 'lead') or not exists (select 1 from group_removal o
        where o.group_id = i.group_id and o.member_id = i.member_id)))
  and not exists (select 1 from block b
    where (b.blocker_id = i.invited_by_id and b.blocked_id = i.member_id)
      or (b.blocker_id = i.member_id and b.blocked_id = i.invited_by_id)))`;

/** Whether somebody of the group `g` invites the actor, who has not answered. */
export const isInvited = (actor: Actor): Sql =>
  actor.kind === "member"
    ? sql`exists (select 1 from group_invitation i where i.group_id = g.id and i.member_id = ${actor.id}
      and i.answered_at is null and i.withdrawn_at is null and ${invitationStands()})`
    : sql`false`;

/**
 * The groups `g` that this actor may know of: the only form of this law, for cards, lists, search, counts, mentions. A
 * place's group is known to those who live there and to those who answer for it; a closed one to its members and to those
 * whom they invite; one of adherents to adherents. The national level knows of all but the closed ones.
 */
export function visibleGroups(actor: Actor): Sql {
  if (actor.kind === "system") return sql`true`;
  if (actor.kind === "suspended") return sql`false`;
  if (actor.kind === "visitor")
    return sql`(g.hidden_at is null and g.kind <> 'place' and g.entry <> 'closed' and not g.adherents_only)`;
  return sql`(g.hidden_at is null and (
    (g.kind = 'place' and (g.place = any(${homesOf(actor)}::text[]) or ${staffsGroup(actor)}))
    or (g.kind <> 'place' and ${reaches(actor)} and (g.entry <> 'closed' or ${belongs(actor)} or ${isInvited(actor)}))
    or (g.entry <> 'closed' and ${isNational(actor)})))`;
}

/**
 * Of them, those whose wall, files, notes and members this actor may read: the only form of this law. An open group is
 * everybody's who knows of it; the others are their members'.
 */
export function readableGroups(actor: Actor): Sql {
  if (actor.kind === "system") return sql`true`;
  if (actor.kind === "suspended") return sql`false`;
  if (actor.kind === "visitor") return sql`(${visibleGroups(actor)} and g.entry = 'open')`;
  return sql`(g.hidden_at is null and (
    (g.kind = 'place' and (g.place = any(${homesOf(actor)}::text[]) or ${staffsGroup(actor)}))
    or (g.kind <> 'place' and ${reaches(actor)} and (g.entry = 'open' or ${belongs(actor)}))
    or (g.entry <> 'closed' and ${visits(actor)})))`;
}

/** Where what is said in the group `g` is judged: a closed one is known to no mandate below the country's, by a report either. */
export const judgedScope: Sql = sql`(case when g.entry = 'closed' then ${NATIONAL} else g.scope end)`;

/** What the actor is in the group `g`, as a `group_role`, or null. In a place's group, who lives there is a member, who answers for it a lead. */
export function roleInGroup(actor: Actor): Sql {
  if (actor.kind !== "member") return sql`null::group_role`;
  return sql`(case when g.kind = 'place' then
      case when ${staffsGroup(actor)} then 'lead' when g.place = any(${homesOf(actor)}::text[]) then 'member' end::group_role
    else (select b.role from group_membership b where b.group_id = g.id and b.member_id = ${actor.id} and ${reaches(actor)}) end)`;
}

/** Whether the actor, by a mandate, sets right the card and the rules of the group `g` and gives it a manager: never of a closed one. */
export function overseesGroup(actor: Actor): Sql {
  if (actor.kind !== "member") return sql`false`;
  return sql`(g.entry <> 'closed' and (${isNational(actor)} or ${staffsGroup(actor)}))`;
}

/**
 * The groups whose life is a member's own, by id: those of her places and those that she is in or follows. For feeds and
 * lists of hers; what she may read of each is asked besides.
 */
export const myGroupIds = (member: Member): Sql => sql`(
  select g.id from member_group g where g.place = any(${homesOf(member)}::text[])
  union all select b.group_id from group_membership b where b.member_id = ${member.id})`;

/** The columns of a `GroupStanding` of the group `g`. */
export const standingColumns = (actor: Actor): Sql => sql`g.scope, g.kind, g.entry, g.adherents_only as "adherentsOnly",
  g.posted_by as "postedBy", ${roleInGroup(actor)} as role, ${readableGroups(actor)} as reads, ${overseesGroup(actor)} as oversees,
  exists (select 1 from group_removal o where o.group_id = g.id and o.member_id = ${actor.id}) as removed`;

/** Whether the actor is at least so much in a group that she reads. */
function needs(actor: Actor, group: Pick<GroupStanding, "role">, least: "member" | "manager" | "lead"): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return hasRole(group.role, least) ? allow : refuse(group.role === null ? "not_in_group" : "not_yours");
}

/** Writing on the wall: its members, or those whom the group trusts with it. */
export const canPostInGroup = (actor: Actor, group: Pick<GroupStanding, "role" | "postedBy">): Decision =>
  needs(actor, group, group.postedBy === "follower" ? "member" : group.postedBy);

/** Commenting, reacting, adding a file or a note: its members. */
export const canWorkInGroup = (actor: Actor, group: Pick<GroupStanding, "role">): Decision =>
  needs(actor, group, "member");

/** Pinning, taking away what others wrote, inviting without a limit, answering requests, its agenda. */
export const canKeepGroup = (actor: Actor, group: Pick<GroupStanding, "role">): Decision =>
  needs(actor, group, "manager");

/** Its name, its rules, who does what. */
export const canLeadGroup = (actor: Actor, group: Pick<GroupStanding, "role">): Decision => needs(actor, group, "lead");
