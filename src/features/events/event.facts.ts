import { defineFact } from "@/core/fact.ts";

type OfEvent = { eventId: string };
/** Pages that visitors read: the agenda, its place, the event. */
const stale = ({ eventId }: OfEvent) => ["events", `event:${eventId}`];

export const eventCreated = defineFact<OfEvent>({ name: "event.created" });
export const eventProposed = defineFact<OfEvent>({ name: "event.proposed" });
export const proposalDeclined = defineFact<OfEvent>({ name: "event.proposal-declined" });
/** Its date stands on the pages of its series' other dates, and of the debate that it is about. */
const staleDates = (ids: OfEvent) => [...stale(ids), "event-dates"];
export const eventPublished = defineFact<OfEvent>({ name: "event.published", stale: staleDates });
/** What participants are told of, once: `changeId` holds the fields. */
export const eventChanged = defineFact<OfEvent & { changeId: string }>({ name: "event.changed", stale: staleDates });
export const eventCancelled = defineFact<OfEvent>({ name: "event.cancelled", stale: staleDates });
export const eventHidden = defineFact<OfEvent>({ name: "event.hidden", stale: staleDates });
export const eventShown = defineFact<OfEvent>({ name: "event.shown", stale: staleDates });

export const eventFacts = [
  eventCreated,
  eventProposed,
  proposalDeclined,
  eventPublished,
  eventChanged,
  eventCancelled,
  eventHidden,
  eventShown,
] as const;
