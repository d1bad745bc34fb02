import { defineFact } from "@/core/fact.ts";

// Guests have no account, and their ids stand nowhere in the log: places tell what changes on screens.
type OfEvent = { eventId: string };

/** Somebody asked for a place: she may never confirm. */
export const guestAsked = defineFact<OfEvent>({ name: "guest.asked" });
export const guestConfirmed = defineFact<OfEvent>({ name: "guest.confirmed" });
/** She cancelled, and her name and address are gone. */
export const guestLeft = defineFact<OfEvent>({ name: "guest.left" });

export const guestFacts = [guestAsked, guestConfirmed, guestLeft] as const;
