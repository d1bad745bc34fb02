import type { Actor } from "@/core/actor.ts";
import { allow, type Decision, hide, refuse } from "@/core/decision.ts";

/** Whoever asks: what the command then does is decided by a code or a password. */
export const canAskOrProve = (): Decision => allow;

/** One's own account: members, not suspended ones. */
export function canChangeOwnAccount(actor: Actor): Decision {
  if (actor.kind === "member") return allow;
  return actor.kind === "suspended" ? refuse("suspended") : refuse("sign_in_first", "unauthenticated");
}

/** Leaving: a suspended member may always sign out and erase her account. */
export function canLeave(actor: Actor): Decision {
  return actor.kind === "member" || actor.kind === "suspended" ? allow : refuse("sign_in_first", "unauthenticated");
}

/** The command line alone. For anybody else it does not exist. */
export function isSystem(actor: Actor): Decision {
  return actor.kind === "system" ? allow : hide;
}
