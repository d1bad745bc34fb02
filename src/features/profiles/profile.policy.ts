import { type Actor, holds, type Role } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { allow, type Decision, refuse } from "@/core/decision.ts";
import { NATIONAL, type Scope } from "@/core/scope.ts";
import { clock } from "@/platform/clock.ts";
import { join, type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { defaults, type Field, type Visibility } from "./visibility.rules.ts";

/** The profile `p` of a member `m`; she may have none, and then all is at its default. */
export const profileOf = sql`left join profile p on p.member_id = m.id`;

/** The same for members gathered beforehand: each profile by its key. Planned freely, a few hundred of them read the whole table. */
export const profileOfEach = sql`left join lateral (select * from profile q where q.member_id = m.id limit 1) p on true`;

const columns: Record<Field, Sql> = {
  card: sql`p.card_for`,
  photo: sql`p.photo_for`,
  presentation: sql`p.presentation_for`,
  status: sql`p.status_for`,
  skills: sql`p.skills_for`,
  interests: sql`p.interests_for`,
  links: sql`p.links_for`,
  mandates: sql`p.mandates_for`,
  activity: sql`p.activity_for`,
  coopains: sql`p.coopains_for`,
  offer: sql`p.offer_for`,
};

const shownTo = (field: Field): Sql => sql`coalesce(${columns[field]}, ${defaults[field]}::visibility)`;

/** How near the reader is to the member `m`, as the widest circle that she still is in. */
export function nearness(actor: Actor): Sql {
  if (actor.kind !== "member") return sql`'everyone'::visibility`;
  return sql`(case
    when exists (select 1 from coopain t where t.member_id = ${actor.id} and t.other_id = m.id) then 'coopains'
    when m.section_id = ${actor.section.id} then 'section' else 'members' end)::visibility`;
}

/** Whether a field of `m` (with her profile `p`) reaches a reader; she herself sees all of it. */
export function fieldReaches(field: Field, actor: Actor, near: Sql = nearness(actor)): Sql {
  const reached = sql`${shownTo(field)} >= ${near}`;
  return actor.kind === "member" ? sql`(m.id = ${actor.id} or ${reached})` : reached;
}

/** The same for a circle rather than a person: "voir mon profil comme…". */
export const fieldReachesCircle = (field: Field, circle: Visibility): Sql =>
  sql`${shownTo(field)} >= ${circle}::visibility`;

/** No block between the reader and the member `m`, whoever asked for it. */
export function noBlock(actor: Actor, memberId: Sql = sql`m.id`): Sql {
  if (actor.kind !== "member") return sql`true`;
  // Two questions, not one with "or": each is then answered once for a whole list.
  return sql`(not exists (select 1 from block b where b.blocker_id = ${actor.id} and b.blocked_id = ${memberId})
    and not exists (select 1 from block b where b.blocked_id = ${actor.id} and b.blocker_id = ${memberId}))`;
}

/** Whether the member `m` holds a mandate now. */
export const holdsMandate = (now: Date): Sql => sql`exists (select 1 from mandate g
  where g.member_id = m.id and g.begins_at <= ${now} and (g.ends_at is null or g.ends_at > ${now}))`;

/** Whether the member `m` is suspended now. */
export const isSuspended = (now: Date): Sql => sql`exists (select 1 from suspension u
  where u.member_id = m.id and u.lifted_at is null and u.begins_at <= ${now} and (u.ends_at is null or u.ends_at > ${now}))`;

const staffScopes = (actor: Actor, roles: readonly Role[]): Scope[] =>
  actor.grants.filter(({ role }) => roles.includes(role)).map(({ scope }) => scope);

/** Whether the member `m` lives in one of these territories. Everybody lives in the country: nothing to look up. */
function livesIn(scopes: readonly Scope[]): Sql {
  if (scopes.length === 0) return sql`false`;
  if (scopes.includes(NATIONAL)) return sql`true`;
  return sql`exists (select 1 from section home join unnest(${[...scopes]}::text[]) as g(scope)
    on ${sqlCovers(sql`g.scope`, sql`home.scope`)} where home.id = m.section_id)`;
}

/**
 * The members `m` (with `profileOf` joined) whose card this actor may see: the only form of this law, for the page,
 * lists, search, suggestions, pictures. Staff see it where they answer; who holds a mandate is known to members; who
 * asks to be a coopain shows her card to whom she asks; a newcomer to who looks after her. A block hides it from anybody.
 */
export function visibleProfiles(actor: Actor): Sql {
  const now = clock.now();
  if (actor.kind === "system") return sql`m.erased_at is null`;
  if (actor.kind === "suspended") return sql`false`;
  if (actor.kind === "visitor")
    return sql`(m.erased_at is null and ${shownTo("card")} = 'everyone' and not ${isSuspended(now)})`;
  const staff = livesIn(staffScopes(actor, ["section_leader", "federation_admin", "moderator", "national_admin"]));
  const shown = join(
    [
      fieldReaches("card", actor),
      holdsMandate(now),
      sql`exists (select 1 from coopain_request q where q.from_id = m.id and q.to_id = ${actor.id}
        and q.accepted_at is null and q.refused_at is null and q.cancelled_at is null)`,
      sql`exists (select 1 from welcome w where w.member_id = m.id and w.point_person_id = ${actor.id} and w.welcomed_at is null
        and w.section_id = m.section_id and m.section_id = ${actor.section.id})`,
    ],
    " or ",
  );
  return sql`(m.id = ${actor.id} or (m.erased_at is null and ${noBlock(actor)}
    and (${staff} or (not ${isSuspended(now)} and (${shown})))))`;
}

/** Of them, those that lists, search and suggestions may propose to a member: neither herself nor anybody under 18. */
export function listedProfiles(actor: Actor): Sql {
  if (actor.kind !== "member") return sql`false`;
  return sql`(${visibleProfiles(actor)} and m.id <> ${actor.id}
    and (m.adult_on is null or m.adult_on <= ${clock.now()}::date))`;
}

/** The members `m` that this actor answers for by a mandate: the consoles' law. No block and no choice escapes it. */
export function managedMembers(
  actor: Actor,
  roles: readonly Role[] = ["section_leader", "federation_admin", "national_admin"],
): Sql {
  if (actor.kind === "system") return sql`m.erased_at is null`;
  return sql`(m.erased_at is null and ${livesIn(staffScopes(actor, roles))})`;
}

/** Whether this actor answers for a territory: its console is hers. */
export function managesScope(actor: Actor, scope: Scope): boolean {
  return holds(actor, ["section_leader", "federation_admin", "national_admin"], scope);
}

/** A member whose card the actor sees, kept from vanishing until the end of the command; else `not_found`. */
export async function lockVisibleProfile(
  tx: Tx,
  actor: Actor,
  memberId: string,
): Promise<{ id: string; name: string }> {
  const [row] = await tx.$queryRaw<{ id: string; name: string }[]>(sql`
    select m.id, m.name from member m ${profileOf} where m.id = ${memberId} and ${visibleProfiles(actor)} for key share of m`);
  if (!row) throw new AppError("not_found", "absent");
  return row;
}

/** Only a confirmed member, not suspended, says or does something among members. */
export function canBePresent(actor: Actor): Decision {
  if (actor.kind === "member") return allow;
  if (actor.kind === "visitor") return refuse("sign_in_first", "unauthenticated");
  return refuse(actor.kind === "suspended" ? "suspended" : "not_yours");
}

/** Choosing who sees one's profile: before 18, nobody outside. */
export function canShow(actor: Actor, minor: boolean, shown: readonly Visibility[]): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return minor && shown.includes("everyone") ? refuse("not_public_before_18") : allow;
}
