import type { AgendaChoice, AgendaList } from "./agenda.rules.ts";
import type { EventCardView } from "./event-card.views.ts";

/** A day of a week or a month, with what happens on it. */
export type DayView = {
  /** "2026-11-28" */
  day: string;
  /** Of the month that is looked at. */
  inside: boolean;
  today: boolean;
  holiday: string | null;
  events: EventCardView[];
};

export type CalendarView = {
  /** Whole weeks, Mondays first; one for a week. */
  weeks: DayView[][];
  /** A day of the week or month before, and after. */
  earlier: string;
  later: string;
  /** There are more than a grid can hold: what stands after the last one is not shown. */
  tooMany: boolean;
};

export type AgendaView = {
  choice: AgendaChoice & Pick<Required<AgendaChoice>, "voir" | "vue">;
  /** Which lists she may choose from, and the one of an address that says none. */
  lists: readonly AgendaList[];
  usual: AgendaList;
  /** Around what "near me" looks: a commune by name; hers when she named none. */
  place: { name: string; own: boolean } | null;
  /** What was asked for cannot be looked for: no such commune, none was said, or hers has no place on a map. */
  unknown: "lieu" | "no_place" | null;
  /** Under way now, on the first page of the list. */
  running: EventCardView[];
  events: EventCardView[];
  /** Where the next page begins. */
  next: string | null;
  first: boolean;
  calendar: CalendarView | null;
  /** Public holidays of the days listed, by day. */
  holidays: Record<string, string>;
  today: string;
  /** Her clock. */
  zone: string;
  /** The address of the calendar feed of the place that is looked at, for whom may read it without an account. */
  feed: string | null;
};

/** A page of what a group has ahead. */
export type GroupEventsView = { events: EventCardView[]; next: string | null; first: boolean };
