import { listEventCandidates } from "@/features/events/index.ts";
import { jsonQuery } from "@/platform/next/json-route.ts";

/** Whom those who run an event may ask, by a part of a name: `?q=`, `?pour=organiser|contact|inviter`. */
export const GET = jsonQuery(listEventCandidates, { name: "event-candidates", points: 60, seconds: 60 });
