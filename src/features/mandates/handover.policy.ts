import { type Actor, holds } from "@/core/actor.ts";
import { allow, type Decision, hide, refuse } from "@/core/decision.ts";
import type { Scope } from "@/core/scope.ts";
import { isSuspended } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { inForce } from "./mandate.policy.ts";
import { type HandoverDates, isOpen } from "./mandate.rules.ts";

/** The handovers `h` that this actor may see: her own, those of her federation, all of them for the national level. */
export function visibleHandovers(actor: Actor): Sql {
  if (actor.kind === "system") return sql`true`;
  if (actor.kind !== "member") return sql`false`;
  const scopes = actor.grants
    .filter(({ role }) => role === "federation_admin" || role === "national_admin")
    .map(({ scope }) => scope);
  return sql`(h.holder_id = ${actor.id} or h.successor_id = ${actor.id} or exists (
    select 1 from unnest(${scopes}::text[]) as g(scope) where ${sqlCovers(sql`g.scope`, sql`h.scope`)}))`;
}

/**
 * Whether the handover `h` can no longer come to its end: the mandate is not in force, one of the two is suspended or
 * gone, or the successor is no longer a verified adherent of the section.
 */
export const isBroken = (now: Date): Sql => sql`(
  not exists (select 1 from mandate g where g.id = h.mandate_id and ${inForce(now)})
  or (h.ends_at is not null and h.ends_at <= ${now})
  or exists (select 1 from member m where m.id in (h.holder_id, h.successor_id)
    and (m.erased_at is not null or ${isSuspended(now)}))
  or not exists (select 1 from member m join section s on s.id = m.section_id
    where m.id = h.successor_id and m.adherent_since is not null and s.scope = h.scope))`;

/** Whether the federation of the handover `h` has an admin, other than the two, who can act. */
export const federationActs = (now: Date): Sql => sql`exists (
  select 1 from mandate g join member m on m.id = g.member_id
  where g.role = 'federation_admin' and g.scope = substring(h.scope from '^national/[^/]+') and ${inForce(now)}
    and m.id not in (h.holder_id, h.successor_id) and m.erased_at is null and not ${isSuspended(now)})`;

/** A handover as its policies look at it. */
export type HandoverSubject = HandoverDates & {
  scope: Scope;
  holderId: string;
  successorId: string;
  /** The holder lost her mandate, or one of the two is suspended, gone or no longer of the section. */
  broken: boolean;
  /** Whether the federation has an admin other than the two who can decide. */
  federationActs: boolean;
};

export type Proposal = {
  mandate: { memberId: string; role: string; scope: Scope; over: boolean; handedOver: boolean };
  successor: { id: string; adherent: boolean; scope: Scope; suspended: boolean; holds: boolean };
};

/** A section's leader names an adherent of it, once at a time. Her rights must be awake. */
export function canProposeHandover(actor: Actor, { mandate, successor }: Proposal): Decision {
  if (actor.kind !== "member" || mandate.memberId !== actor.id || mandate.role !== "section_leader") return hide;
  if (mandate.over) return refuse("mandate_over", "conflict");
  if (!holdsExactly(actor, mandate.scope)) return refuse("second_factor_first");
  if (mandate.handedOver) return refuse("handover_open_already", "conflict");
  if (successor.id === actor.id) return refuse("cannot_succeed");
  if (successor.holds) return refuse("holds_already", "conflict");
  const fit = successor.adherent && successor.scope === mandate.scope && !successor.suspended;
  return fit ? allow : refuse("cannot_succeed");
}

const holdsExactly = (actor: Actor, scope: Scope) =>
  actor.grants.some((grant) => grant.role === "section_leader" && grant.scope === scope);

const isOneOfTwo = (actor: Actor, { holderId, successorId }: HandoverSubject) =>
  actor.id === holderId || actor.id === successorId;

/** Whether this actor decides for the federation: one of its admins, or the national level where it has none to do it. */
export function decidesHandover(actor: Actor, handover: HandoverSubject): boolean {
  if (actor.kind !== "member" || isOneOfTwo(actor, handover)) return false;
  if (holds(actor, ["federation_admin"], handover.scope)) return true;
  return !handover.federationActs && holds(actor, ["national_admin"], handover.scope);
}

function canTouch(handover: HandoverSubject): Decision {
  if (!isOpen(handover)) return refuse("handover_over", "conflict");
  return handover.broken ? refuse("handover_broken", "conflict") : allow;
}

/** The federation confirms; neither the holder nor the successor does. */
export function canConfirmHandover(actor: Actor, handover: HandoverSubject): Decision {
  if (!decidesHandover(actor, handover)) return refuse("not_yours");
  const decision = canTouch(handover);
  if (!decision.allowed) return decision;
  return handover.confirmedAt ? refuse("handover_confirmed_already", "conflict") : allow;
}

/** The two sign, each once, after the federation confirmed. The holder's rights must be awake; the successor has none yet. */
export function canSignHandover(actor: Actor, handover: HandoverSubject): Decision {
  if (actor.kind !== "member" || !isOneOfTwo(actor, handover)) return refuse("not_yours");
  const decision = canTouch(handover);
  if (!decision.allowed) return decision;
  if (!handover.confirmedAt) return refuse("handover_unconfirmed", "conflict");
  const holder = actor.id === handover.holderId;
  if (holder && !holdsExactly(actor, handover.scope)) return refuse("second_factor_first");
  const signed = holder ? handover.holderSignedAt : handover.successorSignedAt;
  return signed ? refuse("handover_signed_already", "conflict") : allow;
}

/** The holder withdraws, the successor declines, the federation says no: until it is done. */
export function canCancelHandover(actor: Actor, handover: HandoverSubject): Decision {
  const own = actor.kind === "member" && isOneOfTwo(actor, handover);
  if (!own && !decidesHandover(actor, handover)) return refuse("not_yours");
  return isOpen(handover) ? allow : refuse("handover_over", "conflict");
}
