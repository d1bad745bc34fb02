import { defineFact } from "@/core/fact.ts";

type OfMember = { memberId: string };

/** Somebody of the section looks after a newcomer from now on, and sees her card for that. */
export const pointPersonAssigned = defineFact<OfMember & { pointPersonId: string }>({
  name: "welcome.point-person-assigned",
});
/** Who looked after her moved away: she waits for somebody of her section again. */
export const pointPersonReleased = defineFact<OfMember & { sectionId: string }>({
  name: "welcome.point-person-released",
});
export const welcomeWritten = defineFact<OfMember & { authorId: string }>({ name: "welcome.written" });
export const memberWelcomed = defineFact<OfMember>({ name: "welcome.done" });
/** She moved before she was welcomed: her new section begins anew. */
export const welcomeRestarted = defineFact<OfMember & { sectionId: string }>({ name: "welcome.restarted" });

export const adherentProposed = defineFact<OfMember>({ name: "adherent.proposed" });
/** Her claim was not confirmed: she stays, as a sympathiser. */
export const adherentDeclined = defineFact<OfMember>({ name: "adherent.declined" });

/** Somebody who answers for a section is told of those who arrive there, leave it, or wait: `news` says what, `about` of whom. */
export const deskTold = defineFact<OfMember & { sectionId: string; news: string; about: string }>({
  name: "desk.told",
});

export const deskFacts = [
  deskTold,
  pointPersonAssigned,
  pointPersonReleased,
  welcomeWritten,
  memberWelcomed,
  welcomeRestarted,
  adherentProposed,
  adherentDeclined,
] as const;
