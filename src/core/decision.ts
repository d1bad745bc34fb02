import { AppError } from "./app-error.ts";
import type { Reason } from "./reasons.ts";

/** A policy's answer. `as` says which error a refusal becomes. */
export type Decision =
  | { allowed: true }
  | { allowed: false; as: "unauthenticated" | "forbidden" | "conflict" | "not_found"; reason: Reason };

export const allow: Decision = { allowed: true };

/** A refusal with its reason: "forbidden" for what this person may never do, "conflict" for what the state forbids. */
export function refuse(reason: Reason, as: "unauthenticated" | "forbidden" | "conflict" = "forbidden"): Refusal {
  return { allowed: false, as, reason };
}

type Refusal = Exclude<Decision, { allowed: true }>;

/** Hidden and absent are one answer. */
export const hide: Refusal = { allowed: false, as: "not_found", reason: "absent" };

/** A refusal as the error that its door answers. */
export const refusalOf = (decision: Refusal): AppError => new AppError(decision.as, decision.reason);
