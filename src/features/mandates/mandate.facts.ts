import { defineFact } from "@/core/fact.ts";

type OfHandover = { handoverId: string; scope: string };
export const handoverProposed = defineFact<OfHandover>({ name: "handover.proposed" });
export const handoverConfirmed = defineFact<OfHandover>({ name: "handover.confirmed" });
export const handoverSigned = defineFact<OfHandover>({ name: "handover.signed" });
export const handoverDone = defineFact<OfHandover>({ name: "handover.done" });
export const handoverCancelled = defineFact<OfHandover>({ name: "handover.cancelled" });
/** Its holder erased her account: the row is gone with what she held. */
export const handoverLost = defineFact<OfHandover & { successorId: string }>({ name: "handover.lost" });
export const nominationMade = defineFact<{ nominationId: string; memberId: string }>({ name: "nomination.made" });
export const nominationDecided = defineFact<{ nominationId: string; memberId: string }>({ name: "nomination.decided" });
export const suspensionLifted = defineFact<{ suspensionId: string; memberId: string }>({
  name: "suspension.lifted",
  stale: () => ["sections"],
  regate: ({ memberId }) => [memberId],
});
/** Somebody of the staff read a member's contact data: the fact's actor, for a purpose kept beside. */
export const contactViewed = defineFact<{ viewId: string; memberId: string }>({ name: "contact.viewed" });

/** Somebody is told what concerns a mandate, hers or one that she answers for: `news` says what, `about` of which object. */
export const mandateTold = defineFact<{ memberId: string; news: string; about: string }>({ name: "mandate.told" });

export const mandateFacts = [
  mandateTold,
  handoverProposed,
  handoverConfirmed,
  handoverSigned,
  handoverDone,
  handoverCancelled,
  handoverLost,
  nominationMade,
  nominationDecided,
  suspensionLifted,
  contactViewed,
] as const;
