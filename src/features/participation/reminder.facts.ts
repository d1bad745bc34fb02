import { defineFact } from "@/core/fact.ts";

/** Somebody said that she comes, by the link of her reminder: organisers read it. */
export const comingConfirmed = defineFact<{ eventId: string }>({ name: "reminder.confirmed" });

export const reminderFacts = [comingConfirmed] as const;
