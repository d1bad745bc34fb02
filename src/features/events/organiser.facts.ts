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
export const memberInvited = defineFact<OfMember>({ name: "event.member-invited" });
export const invitationTakenBack = defineFact<OfMember>({ name: "event.invitation-taken-back", regate });

export const organiserFacts = [
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
