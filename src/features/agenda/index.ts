export { getAgenda, listEventsOfScope } from "./agenda.queries.ts";
export type { AgendaView } from "./agenda.views.ts";
export { listEventCards } from "./event-card.queries.ts";
export type { EventCardView } from "./event-card.views.ts";
