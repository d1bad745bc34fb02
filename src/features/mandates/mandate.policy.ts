import { type Actor, holds, type Role } from "@/core/actor.ts";
import { allow, type Decision, hide, refuse } from "@/core/decision.ts";
import type { Scope } from "@/core/scope.ts";
import { isSuspended } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";

type Place = { role: Role; scope: Scope };

/** Those who answer for members beyond a section: for anybody else their acts do not exist. */
export const staffRoles: readonly Role[] = ["federation_admin", "moderator", "national_admin"];
export const isStaff = (actor: Actor) => actor.grants.some(({ role }) => staffRoles.includes(role));
export const isNational = (actor: Actor) => holds(actor, ["national_admin"], "national");

/** Whether a mandate of this role and scope is this actor's to give and to take. */
const decides = (actor: Actor, { role, scope }: Place): boolean =>
  role === "section_leader" ? holds(actor, ["federation_admin"], scope) : isNational(actor);

/** A federation names the leaders of its sections, the national level federations and moderators; the command line anyone. */
export function canGiveMandate(actor: Actor, subject: { id: string; suspended?: boolean }, asked: Place): Decision {
  if (actor.kind !== "system") {
    if (!decides(actor, asked)) return isStaff(actor) ? refuse("beyond_own_mandate") : hide;
    if (actor.id === subject.id) return refuse("beyond_own_mandate");
    // A national admin is named by two of them: one nominates, another agrees.
    if (asked.role === "national_admin") return refuse("needs_second_admin");
  }
  return subject.suspended ? refuse("member_suspended", "conflict") : allow;
}

/**
 * A mandate ends by who could give it, or by its holder who gives it up. A national admin's peers are two to name her
 * and cannot end hers alone; the command line can.
 */
export function canEndMandate(actor: Actor, mandate: Place & { memberId: string; over: boolean }): Decision {
  const own = actor.kind === "member" && actor.id === mandate.memberId;
  const above = decides(actor, mandate) && (mandate.role !== "national_admin" || actor.kind === "system");
  if (!own && !above) return isStaff(actor) && isNational(actor) ? refuse("beyond_own_mandate") : hide;
  return mandate.over ? refuse("mandate_over", "conflict") : allow;
}

/** A national admin nominates another member to be one; to others, that does not exist. */
export function canNominate(
  actor: Actor,
  subject: { id: string; suspended?: boolean; holds: boolean; nominated: boolean },
): Decision {
  if (!isNational(actor)) return hide;
  if (actor.id === subject.id) return refuse("beyond_own_mandate");
  if (subject.suspended) return refuse("member_suspended", "conflict");
  if (subject.holds) return refuse("holds_already", "conflict");
  return subject.nominated ? refuse("nominated_already", "conflict") : allow;
}

export type NominationSubject = {
  memberId: string;
  nominatedById: string | null;
  decided: boolean;
  /** Whether who nominated is still a national admin: two must stand for it when it is given. */
  nominatorHolds: boolean;
  suspended: boolean;
};

/** A second national admin agrees or declines: neither who nominated, who may only take it back, nor the nominee. */
export function canDecideNomination(actor: Actor, nomination: NominationSubject, answer: "oui" | "non"): Decision {
  if (!isNational(actor)) return hide;
  if (nomination.decided) return refuse("already_decided", "conflict");
  if (actor.id === nomination.memberId) return refuse("beyond_own_mandate");
  if (answer === "non") return allow;
  if (actor.id === nomination.nominatedById) return refuse("needs_second_admin");
  if (!nomination.nominatorHolds) return refuse("nominator_gone", "conflict");
  return nomination.suspended ? refuse("member_suspended", "conflict") : allow;
}

/** Contact data: the national level, with a purpose, and it is written down. */
export const canViewContact = (actor: Actor): Decision => (actor.kind === "member" && isNational(actor) ? allow : hide);

/** The clock's own acts. */
export const isSystem = (actor: Actor): Decision => (actor.kind === "system" ? allow : hide);

/** Mandates `g` in force at this moment. */
export const inForce = (now: Date): Sql => sql`(g.begins_at <= ${now} and (g.ends_at is null or g.ends_at > ${now}))`;

/**
 * Whether somebody who can act holds this role in exactly this scope now. `offset 0` has each scope looked up in its
 * index: planned freely, the holders of all the country are gathered first, to answer for a few sections.
 */
export const isHeld = (role: Sql, scope: Sql, now: Date): Sql => sql`exists (
  select 1 from mandate g join member m on m.id = g.member_id
  where g.scope = ${scope} and g.role::text = ${role} and ${inForce(now)} and m.erased_at is null
    and not ${isSuspended(now)} offset 0)`;
