import { makeFeed } from "./commands/make-feed.ts";
import { revokeFeed } from "./commands/revoke-feed.ts";

/** Every command of the agenda, by its name in the code: the probe table of the tests walks through it. */
export const agendaCommands = { makeFeed, revokeFeed };

export { agendaHomeActs } from "./agenda.acts.ts";
export { agendaPersonalData } from "./agenda.personal-data.ts";
export { getAgenda, listEventsOfGroup, listEventsOfScope } from "./agenda.queries.ts";
export type { AgendaView } from "./agenda.views.ts";
export { listEventCards } from "./event-card.queries.ts";
export type { EventCardView } from "./event-card.views.ts";
export { agendaFacts } from "./feed.facts.ts";
export { getCalendarFeeds, getEventFile, getMemberFeed, getPlaceFeed } from "./feed.queries.ts";
export { feedReads } from "./limit.rules.ts";
export { listNextActions, listShortOfPeople } from "./next-actions.queries.ts";
export { makeFeed, revokeFeed };
