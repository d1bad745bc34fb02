import { defineFact } from "@/core/fact.ts";

type OfSignUp = { eventId: string; shiftId: string; signUpId: string };
/** Places moved: pages of the event and of agendas say how many are missing. */
const stale = ({ eventId }: { eventId: string }) => ["events", `event:${eventId}`];

/** Somebody has a place: she took it, or confirmed the one offered; `promoted` 1: put in off the waiting list, unasked. */
export const placeTaken = defineFact<OfSignUp & { promoted: 0 | 1 }>({ name: "shift.place-taken", stale });
export const placeOffered = defineFact<OfSignUp>({ name: "shift.place-offered", stale });
export const queueJoined = defineFact<OfSignUp>({ name: "shift.queue-joined", stale });
/** Somebody gave her place up, or lost it: the row says why. */
export const placeLeft = defineFact<OfSignUp>({ name: "shift.place-left", stale });
/** She comes alone rather than with somebody, or the other way round. */
export const sizeChanged = defineFact<OfSignUp>({ name: "shift.size-changed", stale });

export const shiftFacts = [placeTaken, placeOffered, queueJoined, placeLeft, sizeChanged] as const;
