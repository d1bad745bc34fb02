import { defineFact } from "@/core/fact.ts";

type OfEvent = { eventId: string };
type OfMember = OfEvent & { memberId: string };
type OfScope = OfEvent & { scope: string };
const stale = ({ eventId }: OfEvent) => [`event:${eventId}`];
const regate = ({ memberId }: OfMember) => [memberId];

export const organiserAdded = defineFact<OfMember>({ name: "event.organiser-added", stale, regate });
export const organiserRemoved = defineFact<OfMember>({ name: "event.organiser-removed", stale, regate });
export const coSectionAsked = defineFact<OfScope>({ name: "event.co-section-asked", stale });
export const coSectionAnswered = defineFact<OfScope>({
  name: "event.co-section-answered",
  stale: ({ eventId }) => ["events", `event:${eventId}`],
});
export const coSectionLeft = defineFact<OfScope>({
  name: "event.co-section-left",
  stale: ({ eventId }) => ["events", `event:${eventId}`],
});
export const contactAsked = defineFact<OfMember>({ name: "event.contact-asked" });
export const contactGiven = defineFact<OfMember>({ name: "event.contact-given", stale });
export const contactWithdrawn = defineFact<OfMember>({ name: "event.contact-withdrawn", stale, regate });
export const itemsChanged = defineFact<OfEvent>({ name: "event.items-changed", stale });
/** `anew` 0: what was taken back, or asked before, and is not written of again. */
export const memberInvited = defineFact<OfMember & { anew: 0 | 1 }>({ name: "event.member-invited" });
export const invitationTakenBack = defineFact<OfMember>({ name: "event.invitation-taken-back", regate });

/** Somebody is told what concerns an event that she prepares, proposed, or answers for: `news` says what. */
export const eventNewsTold = defineFact<OfMember & { news: string }>({ name: "event-news.told" });

export const organiserFacts = [
  eventNewsTold,
  organiserAdded,
  organiserRemoved,
  coSectionAsked,
  coSectionAnswered,
  coSectionLeft,
  contactAsked,
  contactGiven,
  contactWithdrawn,
  itemsChanged,
  memberInvited,
  invitationTakenBack,
] as const;
