import { defineFact } from "@/core/fact.ts";

type OfSignUp = { eventId: string; shiftId: string; signUpId: string };
/** Places moved: pages of the event and of agendas say how many are missing. */
const stale = ({ eventId }: { eventId: string }) => ["events", `event:${eventId}`];

/** Somebody has a place, from the start or off the waiting list (`promoted` 1). */
export const placeTaken = defineFact<OfSignUp & { promoted: 0 | 1 }>({ name: "shift.place-taken", stale });
export const placeOffered = defineFact<OfSignUp>({ name: "shift.place-offered", stale });
export const queueJoined = defineFact<OfSignUp>({ name: "shift.queue-joined", stale });
/** Somebody gave her place up, or lost it: the row says why. */
export const placeLeft = defineFact<OfSignUp>({ name: "shift.place-left", stale });

export const shiftFacts = [placeTaken, placeOffered, queueJoined, placeLeft] as const;
