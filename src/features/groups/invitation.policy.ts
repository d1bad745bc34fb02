import type { Actor } from "@/core/actor.ts";
import { allow, type Decision, refuse } from "@/core/decision.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { sql } from "@/platform/db/client.ts";
import { canKeepGroup, canWorkInGroup } from "./group.policy.ts";
import type { GroupStanding } from "./group.rules.ts";
import type { InvitationState } from "./invitation.rules.ts";

export { invitationStands } from "./group.policy.ts";

/** An invitation `i` that waits for an answer. */
export const invitationWaits = sql`(i.answered_at is null and i.withdrawn_at is null)`;

/** The state of an invitation `i`, as an `InvitationState`. */
export const invitationState = sql`(case when i.withdrawn_at is not null then 'withdrawn' when i.answered_at is null then 'waiting'
  when i.accepted then 'accepted' else 'declined' end)`;

/** Somebody whose card the actor sees, as inviting her asks. */
export type Invitable = { coopain: boolean; adult: boolean; adherent: boolean };

/**
 * Inviting: members of the group, their coopains; who keeps it, any adult whose card she sees. A group of adherents is
 * never shown to anybody else.
 */
export function canInvite(
  actor: Actor,
  { group, invitee }: { group: Pick<GroupStanding, "role" | "kind" | "adherentsOnly">; invitee: Invitable },
): Decision {
  const works = canInviteAnybody(actor, group);
  if (!works.allowed) return works;
  if (!invitee.coopain && !(canKeepGroup(actor, group).allowed && invitee.adult))
    return refuse("only_coopains_invited");
  return group.adherentsOnly && !invitee.adherent ? refuse("cannot_come_in", "conflict") : allow;
}

/** Whether there is anybody at all that the actor may invite into the group. */
export function canInviteAnybody(actor: Actor, group: Pick<GroupStanding, "role" | "kind">): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return group.kind === "place" ? refuse("group_follows_home") : canWorkInGroup(actor, group);
}

/** Answering an invitation that one received: once; the same answer again is no fault. */
export function canAnswerInvitation(
  actor: Actor,
  { state }: { state: InvitationState },
  { answer }: { answer: "oui" | "non" },
): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return state === "waiting" || state === (answer === "oui" ? "accepted" : "declined")
    ? allow
    : refuse("changed_meanwhile", "conflict");
}

/** Taking an invitation back, before its answer. */
export function canWithdrawInvitation(actor: Actor, { state }: { state: InvitationState }): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return state === "waiting" || state === "withdrawn" ? allow : refuse("changed_meanwhile", "conflict");
}
