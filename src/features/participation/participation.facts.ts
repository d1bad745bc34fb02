import { defineFact } from "@/core/fact.ts";

type OfEvent = { eventId: string };

/** A member said that she may come, that she does not, or neither. */
export const eventAnswered = defineFact<OfEvent>({ name: "participation.answered" });
/** Asked the day before, she said that she comes. */
export const comingConfirmed = defineFact<OfEvent & { signUpId: string }>({ name: "participation.coming-confirmed" });
/** Organisers took a removal back: she may sign up again. */
export const signUpRestored = defineFact<OfEvent & { signUpId: string }>({ name: "participation.sign-up-restored" });
/** Who was there was noted, or how many came unannounced. */
export const attendanceNoted = defineFact<OfEvent>({ name: "participation.attendance-noted" });

export const placesFacts = [eventAnswered, comingConfirmed, signUpRestored, attendanceNoted] as const;
