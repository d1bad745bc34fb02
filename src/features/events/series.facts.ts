import { defineFact } from "@/core/fact.ts";

type OfSeries = { seriesId: string };

export const seriesBegun = defineFact<OfSeries>({ name: "event.series-begun", stale: () => ["events"] });
/** New occurrences: nobody is written to, the agenda shows them. */
export const seriesExtended = defineFact<OfSeries>({ name: "event.series-extended", stale: () => ["events"] });
export const seriesEnded = defineFact<OfSeries>({ name: "event.series-ended", stale: () => ["events"] });
/** One occurrence changed or was cancelled with its series: its people read one mail for all of them, sent by the series. */
export const occurrenceChanged = defineFact<{ eventId: string }>({
  name: "event.occurrence-changed",
  stale: ({ eventId }) => ["events", `event:${eventId}`, "event-dates"],
});

export const seriesFacts = [seriesBegun, seriesExtended, seriesEnded, occurrenceChanged] as const;
