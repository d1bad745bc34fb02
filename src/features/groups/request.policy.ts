import type { Actor } from "@/core/actor.ts";
import { allow, type Decision, refuse } from "@/core/decision.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { sql } from "@/platform/db/client.ts";
import { canKeepGroup } from "./group.policy.ts";
import type { GroupStanding } from "./group.rules.ts";
import type { RequestState } from "./request.rules.ts";

/** A request `q` that waits for an answer. */
export const requestWaits = sql`(q.answered_at is null and q.cancelled_at is null)`;

/** The state of a request `q`, as a `RequestState`. */
export const requestState = sql`(case when q.cancelled_at is not null then 'cancelled' when q.answered_at is null then 'waiting'
  when q.accepted then 'accepted' else 'refused' end)`;

/** Answering who asks to come in: those who keep the group, once among them. */
export function canAnswerRequest(
  actor: Actor,
  { role, state }: Pick<GroupStanding, "role"> & { state: RequestState },
): Decision {
  const keeps = canKeepGroup(actor, { role });
  if (!keeps.allowed) return keeps;
  if (state === "waiting") return allow;
  return refuse(state === "cancelled" ? "changed_meanwhile" : "answered_already", "conflict");
}

/** Taking one's own request back, before its answer. */
export function canCancelRequest(actor: Actor, { state }: { state: RequestState }): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return state === "waiting" || state === "cancelled" ? allow : refuse("changed_meanwhile", "conflict");
}
