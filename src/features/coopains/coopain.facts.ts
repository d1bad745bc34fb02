import { defineFact } from "@/core/fact.ts";

type OfRequest = { fromId: string; toId: string };
/** `memberId` did it, `otherId` is with whom. */
type OfTwo = { memberId: string; otherId: string };

/** Whom each of the two may see has changed: what their open rooms show of people is asked again. */
const regate = ({ memberId, otherId }: OfTwo) => [memberId, otherId];

export const coopainRequested = defineFact<OfRequest>({ name: "coopain.requested" });
/** She who asked took it back before any answer. */
export const requestCancelled = defineFact<OfRequest>({ name: "coopain.request-cancelled" });
export const coopainAccepted = defineFact<OfTwo>({ name: "coopain.accepted", regate });
/** Silent: only her own screens move. */
export const requestRefused = defineFact<OfTwo>({ name: "coopain.request-refused" });
/** Silent as well. */
export const coopainRemoved = defineFact<OfTwo>({ name: "coopain.removed", regate });
/** Silent as well: nothing reaches the one who is blocked. */
export const memberBlocked = defineFact<OfTwo>({ name: "coopain.blocked", regate });
export const memberUnblocked = defineFact<OfTwo>({ name: "coopain.unblocked", regate });
export const linkRenewed = defineFact<{ memberId: string }>({ name: "invitation.link-renewed" });
/** Which address, and whether a message left, is nowhere in it. */
export const invitationAsked = defineFact<{ memberId: string }>({ name: "invitation.asked" });
export const invitationOpposed = defineFact<{ invitationId: string }>({ name: "invitation.opposed" });

export const coopainFacts = [
  coopainRequested,
  requestCancelled,
  coopainAccepted,
  requestRefused,
  coopainRemoved,
  memberBlocked,
  memberUnblocked,
  linkRenewed,
  invitationAsked,
  invitationOpposed,
] as const;
