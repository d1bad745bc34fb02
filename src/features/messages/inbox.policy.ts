import type { Actor } from "@/core/actor.ts";
import { allow, type Decision, hide, refuse } from "@/core/decision.ts";
import type { Scope } from "@/core/scope.ts";
import { inForce, isHeld } from "@/features/mandates/index.ts";
import { canBePresent, isSuspended } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { PLACES_A_DAY } from "./inbox.rules.ts";
import { answeredScopes, answersFor } from "./message.policy.ts";

/** What follows from a recorded fact, or from the clock: nobody's act. */
export const byTheSystem = (actor: Actor): Decision => (actor.kind === "system" ? allow : hide);

/** Whether it is exactly this place that the actor is in charge of. */
const isOwnPlace = (actor: Actor, scope: Scope): boolean => answeredScopes(actor).includes(scope);

/** A member writes to those in charge of any place but one that she is in charge of herself; to a few new ones a day. */
export function canWriteToPlace(
  actor: Actor,
  { scope, open, begunToday, repeated }: { scope: Scope; open: boolean; begunToday: number; repeated: boolean },
): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (isOwnPlace(actor, scope)) return refuse("own_place");
  if (!open && begunToday >= PLACES_A_DAY) return refuse("enough_places", "conflict");
  return repeated ? refuse("same_text_to_many", "conflict") : allow;
}

/** Whoever answers for the place says who looks after a conversation: somebody who answers for it as well, or nobody. */
export function canAssignConversation(
  actor: Actor,
  { scope, assignable }: { scope: Scope; assignable: boolean },
): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (!answersFor(actor, scope)) return refuse("not_yours");
  return assignable ? allow : refuse("cannot_be_assigned", "conflict");
}

/** Whoever answers for a place writes to all its members, once a day; for others, that page does not exist. */
export function canBroadcast(actor: Actor, { scope, sentToday }: { scope: Scope; sentToday: boolean }): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (!answersFor(actor, scope)) return hide;
  return sentToday ? refuse("broadcast_today", "conflict") : allow;
}

/** Any member says whether a place may write to her with all its members. */
export const canOpposeBroadcasts = (actor: Actor): Decision => canBePresent(actor);

/** Whether the member `m` answers, by a mandate in force, for what is written to a place, and can act. */
export const answersThere = (scope: Sql, now: Date): Sql => sql`(m.erased_at is null and not ${isSuspended(now)}
  and exists (select 1 from mandate g where g.member_id = m.id
    and g.role in ('section_leader', 'federation_admin', 'national_admin') and ${sqlCovers(sql`g.scope`, scope)} and ${inForce(now)}))`;

/**
 * The places that are in a scope's care: itself, and those below where nobody nearer is in charge. Rows of one column,
 * `scope`.
 */
export function placesInCare(scope: Scope, now: Date): Sql {
  const itself = sql`select ${scope}::text as scope`;
  const unled = sql`not ${isHeld(sql`'section_leader'`, sql`s.scope`, now)}`;
  const [, federation, section] = scope.split("/");
  if (section) return itself;
  if (federation)
    return sql`${itself} union all select s.scope from section s where s.federation_id = ${federation} and ${unled}`;
  const alone = sql`not ${isHeld(sql`'federation_admin'`, sql`'national/' || f.id`, now)}`;
  return sql`${itself} union all select 'national/' || f.id from federation f where ${alone}
    union all select s.scope from federation f join section s on s.federation_id = f.id where ${alone} and ${unled}`;
}

/**
 * The members `m` to whom a broadcast of a place goes: who live there and can read it, but its author and those who asked
 * not to get them. They are verified: an account exists once its address is confirmed.
 */
export function receivesBroadcast({
  scope,
  adherentsOnly,
  authorId,
  now,
}: {
  scope: Scope;
  adherentsOnly: boolean;
  authorId: string | null;
  now: Date;
}): Sql {
  return sql`(m.erased_at is null and m.id is distinct from ${authorId} and ${livesThere(scope)}
    and (not ${adherentsOnly}::boolean or m.adherent_since is not null) and not ${isSuspended(now)} and not ${opposes(sql`${scope}::text`)})`;
}

/** Whether the member `m` asked not to get what a place writes to all. */
export const opposes = (scope: Sql): Sql =>
  sql`exists (select 1 from broadcast_opposition o where o.member_id = m.id and o.scope = ${scope})`;

/** Whether the member `m` lives in a place. Everybody lives in the country. */
export function livesThere(scope: Scope): Sql {
  const [, federation, section] = scope.split("/");
  if (section) return sql`m.section_id = (select s.id from section s where s.scope = ${scope})`;
  if (federation) return sql`m.section_id in (select s.id from section s where s.federation_id = ${federation})`;
  return sql`true`;
}
