import type { Actor } from "@/core/actor.ts";
import { holidayOn } from "@/core/holidays.ts";
import { paths } from "@/core/paths.ts";
import { zonedDay } from "@/core/zoned-time.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { visibleEvents } from "./event.policy.ts";
import { type Day, patternWords, type Repeat, repeatOf } from "./series.rules.ts";

const SHOWN = 10;

/** One date of a series, with what a calendar says of it. */
export type OccurrenceView = {
  id: string;
  href: string;
  startsAt: number;
  zone: string;
  /** "1er mai", where that day is a public holiday. */
  holiday: string | null;
  cancelled: boolean;
  /** Edited by itself. */
  detached: boolean;
  current: boolean;
};
/** How an event comes back, and when next. */
export type SeriesView = {
  id: string;
  /** "chaque samedi", "le premier jeudi du mois". */
  words: string;
  repeat: Repeat | null;
  untilDay: Day | null;
  skipHolidays: boolean;
  next: OccurrenceView[];
};

type Row = {
  id: string;
  frequency: "weekly" | "monthly";
  every: number;
  weekday: number;
  nth: number | null;
  until_day: string | null;
  skip_holidays: boolean;
};
type OccurrenceRow = {
  id: string;
  slug: string;
  scope: string;
  starts_at: Date;
  zone: string;
  cancelled: boolean;
  detached: boolean;
};

/** How an event that the actor sees comes back, with the dates to come that she sees; null when it does not. */
export async function findSeries(actor: Actor, eventId: string): Promise<SeriesView | null> {
  const [row] = await readRows<Row>(sql`
    select r.id, r.frequency, r.every, r.weekday, r.nth, r.until_day::text, r.skip_holidays
    from event e join event_series r on r.id = e.series_id where e.id = ${eventId} and ${visibleEvents(actor)}`);
  if (!row) return null;
  const occurrences = await readRows<OccurrenceRow>(sql`
    select e.id, e.slug, e.scope, e.starts_at, e.zone, e.stage = 'cancelled' as cancelled, e.detached from event e
    where e.series_id = ${row.id} and (e.ends_at > ${clock.now()} or e.id = ${eventId}) and ${visibleEvents(actor)}
    order by e.starts_at, e.id limit ${SHOWN}`);
  return {
    id: row.id,
    words: patternWords(row),
    repeat: repeatOf(row),
    untilDay: row.until_day,
    skipHolidays: row.skip_holidays,
    next: occurrences.map(({ id, slug, scope, starts_at, zone, cancelled, detached }) => ({
      id,
      href: paths.event({ id, slug }),
      startsAt: starts_at.getTime(),
      zone,
      holiday: holidayOn(zonedDay(starts_at, zone), scope),
      cancelled,
      detached,
      current: id === eventId,
    })),
  };
}
