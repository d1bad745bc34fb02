import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { zonedDay } from "@/core/zoned-time.ts";
import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { organisesEvent, staffsEvent } from "../event.policy.ts";
import { addDays, type Day, type SeriesRule, seriesDays, startOn } from "../series.rules.ts";
import { copyEvent } from "./copy-event.ts";

/** A day as a `date` column takes it and gives it back. */
export const asDate = (day: Day): Date => new Date(`${day}T00:00:00Z`);
export const asDay = (date: Date): Day => date.toISOString().slice(0, 10);

type RuleRow = Omit<SeriesRule, "fromDay" | "untilDay"> & { fromDay: Date; untilDay: Date | null };
export const toRule = ({ fromDay, untilDay, ...rule }: RuleRow): SeriesRule => ({
  frequency: rule.frequency,
  every: rule.every,
  weekday: rule.weekday,
  nth: rule.nth,
  startMinute: rule.startMinute,
  minutes: rule.minutes,
  zone: rule.zone,
  skipHolidays: rule.skipHolidays,
  fromDay: asDay(fromDay),
  untilDay: untilDay && asDay(untilDay),
});

/** A series, locked against every other writer of it: it is locked before its events. Null: none of this id. */
export async function lockSeries(tx: Tx, seriesId: string) {
  await tx.$queryRaw(sql`select id from event_series where id = ${seriesId} for no key update`);
  const row = await tx.eventSeries.findUnique({ where: { id: seriesId } });
  return row && { ...row, rule: toRule(row) };
}

export type Occurrence = { id: string; day: Day; startsAt: Date; detached: boolean; cancelled: boolean };

/** The occurrences of a series from a day on that are still to come, in their order; cancelled ones where asked. */
export async function listAhead(
  tx: Tx,
  seriesId: string,
  from: Day,
  { cancelled = false }: { cancelled?: boolean } = {},
): Promise<Occurrence[]> {
  type Row = Omit<Occurrence, "day"> & { day: Date };
  const rows = await tx.$queryRaw<Row[]>(sql`
    select e.id, e.series_day as day, e.starts_at as "startsAt", e.detached, e.stage = 'cancelled' as cancelled from event e
    where e.series_id = ${seriesId} and e.series_day >= ${asDate(from)}::date and (${cancelled}::boolean or e.stage <> 'cancelled')
      and e.starts_at > ${clock.now()}
    order by e.series_day`);
  return rows.map(({ day, ...row }) => ({ ...row, day: asDay(day) }));
}

/** The events of these ids, locked in the order of their beginning, as every writer of several takes them. */
export async function lockInOrder(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$queryRaw(sql`
    select id from event where id = any(${[...ids]}::text[]) order by starts_at, id for no key update`);
}

/** Running one date of a series gives no right over the others: who acts on several must run each. Throws `forbidden`. */
export async function requireToRun(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  if (actor.kind === "system" || ids.length === 0) return;
  const others = await tx.$queryRaw<unknown[]>(sql`
    select 1 from event e where e.id = any(${[...ids]}::text[])
      and not (${organisesEvent(actor)} or ${staffsEvent(actor)}) limit 1`);
  if (others.length > 0) throw new AppError("forbidden", "not_all_dates_yours");
}

/** This event and, where asked, the later ones of its series that were not edited by themselves. Throws `forbidden`. */
export async function withFollowing(
  tx: Tx,
  actor: Actor,
  event: { id: string; seriesId: string | null },
  alsoNext: boolean,
) {
  if (!alsoNext || !event.seriesId) return [event.id];
  const { seriesDay, zone, startsAt } = await tx.event.findUniqueOrThrow({ where: { id: event.id } });
  const from = seriesDay ? asDay(seriesDay) : zonedDay(startsAt, zone);
  const ahead = await listAhead(tx, event.seriesId, from);
  const ids = ahead.filter(({ id, detached }) => id !== event.id && !detached).map((one) => one.id);
  await requireToRun(tx, actor, ids);
  return [event.id, ...ids];
}

/**
 * Before an event is changed by itself: if the next occurrences would copy it, the one after it is made now, as it was,
 * and they copy that one instead. What is not published yet, or was hidden by moderation, makes none: it stays what they copy.
 */
export async function keepModelApart(tx: Tx, eventId: string): Promise<void> {
  const [series] = await tx.eventSeries.findMany({ where: { modelId: eventId } });
  if (!series) return;
  const event = await tx.event.findUniqueOrThrow({ where: { id: eventId } });
  if (!event.publishedAt || event.hiddenAt) return;
  const rule = toRule(series);
  const from = addDays(event.seriesDay ? asDay(event.seriesDay) : zonedDay(event.startsAt, event.zone), 1);
  const [day] = seriesDays(rule, { from, to: addDays(from, A_LONG_TIME), scope: event.scope });
  if (!day) return; // nothing will be copied any more
  const next = await makeOccurrence(tx, { seriesId: series.id, modelId: eventId, rule, day });
  const there = next ?? (await occurrenceOn(tx, series.id, day));
  if (there) await tx.eventSeries.update({ where: { id: series.id }, data: { modelId: there.id } });
}

/** Days: longer than the longest step of a rule, a year. */
const A_LONG_TIME = 800;

const occurrenceOn = (tx: Tx, seriesId: string, day: Day) =>
  tx.event.findUnique({ where: { seriesId_seriesDay: { seriesId, seriesDay: asDate(day) } }, select: { id: true } });

/** One more occurrence; null when the series has its own of that day already, whoever made it. */
export function makeOccurrence(
  tx: Tx,
  { seriesId, modelId, rule, day }: { seriesId: string; modelId: string; rule: SeriesRule; day: Day },
): Promise<{ id: string } | null> {
  return copyEvent(tx, modelId, {
    startsAt: startOn(day, rule),
    stage: "published",
    seriesId,
    seriesDay: asDate(day),
  });
}
