import { defineFact } from "@/core/fact.ts";

export const calendarFeedMade = defineFact<{ memberId: string }>({ name: "calendar-feed.made" });
export const calendarFeedRevoked = defineFact<{ memberId: string }>({ name: "calendar-feed.revoked" });

export const agendaFacts = [calendarFeedMade, calendarFeedRevoked] as const;
