import { type Actor, type Grant, holds, type Role } from "@/core/actor.ts";
import { allow, type Decision, hide, refuse } from "@/core/decision.ts";
import type { Scope } from "@/core/scope.ts";

/** Which role stands above which. */
export const ranks: Record<Role, number> = { section_leader: 1, federation_admin: 2, moderator: 3, national_admin: 4 };
const rankOf = (grants: readonly Grant[]) => Math.max(0, ...grants.map(({ role }) => ranks[role]));
const DAY_MS = 24 * 3_600_000;

/** Somebody else's account as policies look at it. */
export type Subject = { id: string; scope: Scope; grants: readonly Grant[] };

const isNational = (actor: Actor) => holds(actor, ["national_admin"], "national");

/** How long, at most, this actor may suspend this member; 0 when she may not. */
export function longestSuspension(actor: Actor, subject: Subject): number {
  if (actor.kind === "system" || isNational(actor)) return Number.POSITIVE_INFINITY;
  if (holds(actor, ["moderator"], subject.scope)) return 30 * DAY_MS;
  return holds(actor, ["federation_admin"], subject.scope) ? 7 * DAY_MS : 0;
}

/** Federations suspend for 7 days in their own, moderators for 30, the national level as needed; nobody above herself. */
export function canSuspend(actor: Actor, subject: Subject, asked: { begins: Date; endsAt: Date | null }): Decision {
  const longest = longestSuspension(actor, subject);
  if (longest === 0) return hide;
  if (actor.kind === "system") return allow;
  if (actor.id === subject.id) return refuse("not_yours");
  if (rankOf(subject.grants) >= rankOf(actor.grants)) return refuse("beyond_own_mandate");
  const length = asked.endsAt ? asked.endsAt.getTime() - asked.begins.getTime() : Number.POSITIVE_INFINITY;
  return length <= longest ? allow : refuse("beyond_own_mandate");
}

/** Her federation or the national level says who is an adherent; nobody of herself. */
export function canVerifyAdherent(actor: Actor, subject: Subject): Decision {
  if (!holds(actor, ["federation_admin", "national_admin"], subject.scope)) return hide;
  return actor.id === subject.id ? refuse("not_yours") : allow;
}

/** A suspension is lifted by who could have decided one that long, and always by the national level; never one's own. */
export function canLiftSuspension(
  actor: Actor,
  suspension: { member: Subject; begins: Date; endsAt: Date | null },
): Decision {
  return canSuspend(actor, suspension.member, suspension);
}
