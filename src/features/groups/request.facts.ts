import { defineFact } from "@/core/fact.ts";

type OfRequest = { groupId: string; requestId: string };

export const groupRequested = defineFact<OfRequest>({ name: "group.requested" });
export const groupRequestCancelled = defineFact<OfRequest>({ name: "group.request-cancelled" });
/** Yes or no; who came in is told by "group.joined" besides. */
export const groupRequestAnswered = defineFact<OfRequest>({ name: "group.request-answered" });

export const groupRequestFacts = [groupRequested, groupRequestCancelled, groupRequestAnswered] as const;
