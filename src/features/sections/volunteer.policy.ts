import { type Actor, holds, type Role } from "@/core/actor.ts";
import { allow, type Decision, refuse } from "@/core/decision.ts";
import type { Scope } from "@/core/scope.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";

const NAMING: readonly Role[] = ["federation_admin", "national_admin"];

/** Whether this actor names the leaders of a section, and so answers those who offer. */
export const namesLeaders = (actor: Actor, scope: Scope): boolean => holds(actor, NAMING, scope);

/** The volunteers for a section `s` that this actor answers: the same law as a predicate. */
export function visibleVolunteers(actor: Actor): Sql {
  const scopes = actor.grants.filter(({ role }) => NAMING.includes(role)).map(({ scope }) => scope);
  return sql`exists (select 1 from unnest(${scopes}::text[]) as g(scope) where ${sqlCovers(sql`g.scope`, sql`s.scope`)})`;
}

/** A member offers to look after her own section while nobody leads it, once at a time. */
export function canVolunteer(
  actor: Actor,
  { own, led, waiting }: { own: boolean; led: boolean; waiting: boolean },
): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (!own) return refuse("not_your_section");
  if (led) return refuse("section_is_led", "conflict");
  return waiting ? refuse("already_volunteered", "conflict") : allow;
}

/** Whoever names leaders there thanks a volunteer and closes; not oneself. */
export function canAnswerVolunteer(
  actor: Actor,
  { memberId, answered }: { memberId: string; answered: boolean },
): Decision {
  if (actor.id === memberId) return refuse("not_yours");
  return answered ? refuse("already_decided", "conflict") : allow;
}
