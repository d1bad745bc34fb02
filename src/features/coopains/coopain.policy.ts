import type { Actor } from "@/core/actor.ts";
import { allow, type Decision, refuse } from "@/core/decision.ts";
import { sql } from "@/platform/db/client.ts";
import { canBePresent } from "../profiles/index.ts";

/** A request `q` that waits for an answer. */
export const isOpen = sql`(q.accepted_at is null and q.refused_at is null and q.cancelled_at is null)`;

/** A request `q` that its sender reads as sent: a refusal changes nothing on her screen, however old it is. */
export const readsSent = sql`(q.accepted_at is null and q.cancelled_at is null)`;

/** Asking, accepting, blocking: whatever concerns somebody else, whom the subject was loaded as visible. */
export function canTieWith(actor: Actor, other: { id: string }): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return actor.id === other.id ? refuse("not_yours") : allow;
}

export type RequestState = "open" | "accepted" | "refused" | "cancelled";

/** Answering a request that one received: once; the same answer again is no fault. */
export const canAnswer =
  (answer: "accepted" | "refused") =>
  (actor: Actor, { state }: { state: RequestState }): Decision => {
    const present = canBePresent(actor);
    if (!present.allowed) return present;
    return state === "open" || state === answer ? allow : refuse("changed_meanwhile", "conflict");
  };

/** Taking back a request that one sent, refused ones too: she does not know that they were. */
export function canCancel(actor: Actor, { state }: { state: RequestState }): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return state === "accepted" ? refuse("changed_meanwhile", "conflict") : allow;
}
