import { AppError } from "@/core/app-error.ts";
import type { Fact } from "@/core/fact.ts";
import type { Frame, LiveFact } from "@/core/live.ts";
import { defineRoom } from "@/core/room.ts";
import * as invitations from "./invitation.facts.ts";
import * as requests from "./request.facts.ts";
import { listInvitedToSignal, listKeepersToSignal, listRequestersToSignal } from "./request-live.queries.ts";

/** A member's own screens, and nobody else's: how she comes into groups, and who comes into those that she keeps. */
export const entryRoom = defineRoom<"self">("entry", ["self"], async (actor, id) => {
  if (actor.kind !== "member" || actor.id !== id) throw new AppError("not_found", "absent");
  return "self";
});

/** A signal and nothing in it: the page that it makes a screen read again is where permissions run. */
const signal = (memberIds: readonly string[]): Frame[] =>
  [...new Set(memberIds)].map((id) => ({ room: entryRoom.of(id, "self"), kind: "entry", data: {} }));

const idsOf = (facts: readonly Fact[], key: string) => facts.map(({ ids }) => String(ids[key]));

/** Those who keep the group; none of them whom a block parts from who asks. */
const keepers = async (facts: readonly Fact[]) => signal(await listKeepersToSignal(idsOf(facts, "requestId")));
const answered = async (facts: readonly Fact[]) => {
  const ids = idsOf(facts, "requestId");
  return signal([...(await listKeepersToSignal(ids)), ...(await listRequestersToSignal(ids))]);
};
const invited = async (facts: readonly Fact[]) => signal(await listInvitedToSignal(idsOf(facts, "invitationId")));

export const groupEntryLiveFacts: readonly LiveFact[] = [
  { fact: requests.groupRequested.factName, frames: keepers },
  { fact: requests.groupRequestCancelled.factName, frames: keepers },
  { fact: requests.groupRequestAnswered.factName, frames: answered },
  { fact: invitations.invitedToGroup.factName, frames: invited },
  { fact: invitations.groupInvitationWithdrawn.factName, frames: invited },
];
