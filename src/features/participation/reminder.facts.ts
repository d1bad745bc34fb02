import { defineFact } from "@/core/fact.ts";

/** Somebody said that she comes, by the link of her reminder: organisers read it. */
export const comingConfirmed = defineFact<{ eventId: string }>({ name: "reminder.confirmed" });

/** The hour has come to recall an event to who comes to it. */
export const reminderDue = defineFact<{ signUpId: string }>({ name: "reminder.due" });

export const reminderFacts = [comingConfirmed, reminderDue] as const;
