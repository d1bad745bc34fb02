import type { Fact } from "@/core/fact.ts";
import { newId } from "@/core/ids.ts";
import { zonedDay } from "@/core/zoned-time.ts";
import { leaveAll } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import type { Tx } from "@/platform/db/client.ts";
import { occurrenceChanged } from "../series.facts.ts";
import {
  addDays,
  anchorOf,
  type Day,
  horizon,
  later,
  matchDays,
  type SeriesRule,
  seriesDays,
  startOn,
} from "../series.rules.ts";
import type { Spread } from "../series.schema.ts";
import { materialise, writeSeries } from "./begin-series.ts";
import { type EnqueueSeriesMail, type SeriesNews, tellPeople } from "./series-news.ts";
import { asDate, asDay, listAhead, lockInOrder, lockSeries, type Occurrence } from "./series-rows.ts";
import { type BeforeShift, becomeLike, moveTo } from "./spread-content.ts";

type Record = (...facts: Fact[]) => void;

/** Why a date that fits no more is cancelled, for who was coming. */
const NO_LONGER = "Le rythme de ces rendez-vous change : cette date n’en fait plus partie.";

export type Recast = {
  /** The occurrence that was edited: what it is now, the others become. */
  eventId: string;
  spread: Exclude<Spread, "one">;
  rule: SeriesRule;
  /** Its shifts as they were, where its content goes to the others too; null: days and hours alone. */
  content: BeforeShift[] | null;
  /** The others are told of what changed; what is cancelled is always told. */
  tell: boolean;
  /** What changed on the edited one itself, so that its people read it in the same mail; null: nothing. */
  own: SeriesNews["moved"][number] | null;
  byId: string | null;
  record: Record;
  enqueue: EnqueueSeriesMail;
};

/**
 * Cuts a series at an occurrence ("this and the next", or from the first one to come for "all") and begins another with
 * the new rule and content. Occurrences of a day that the new rule keeps, or of the same week or month, keep their
 * sign-ups; those that fit no more are cancelled with a word; those edited by themselves stay as they are.
 */
export async function recastSeries(tx: Tx, recast: Recast): Promise<void> {
  const { eventId, rule: wanted, record, byId } = recast;
  const edited = await tx.event.findUniqueOrThrow({ where: { id: eventId } });
  const old = edited.seriesId ? await lockSeries(tx, edited.seriesId) : null;
  if (!old || !edited.seriesDay) throw new Error("recast outside a series");
  const ownDay = asDay(edited.seriesDay);
  const cut = recast.spread === "next" ? ownDay : await firstAhead(tx, old.id, ownDay);
  const ahead = await listAhead(tx, old.id, cut, { cancelled: true });
  await lockInOrder(tx, [eventId, ...ahead.map(({ id }) => id)]);

  const newDay = zonedDay(edited.startsAt, edited.zone);
  const rule = { ...wanted, fromDay: anchorOf(wanted, newDay, cut) };
  const others = ahead.filter(({ id }) => id !== eventId);
  const days = daysToKeep(rule, others, { scope: edited.scope, besides: newDay });
  const matched = matchDays(
    others.map(({ day }) => day),
    days,
    { before: old.rule, after: rule },
  );
  const seriesId = await writeSeries(tx, rule, { modelId: eventId, byId });
  const news: SeriesNews = { moved: recast.own ? [recast.own] : [], cancelled: [], reason: NO_LONGER };

  await closeBefore(tx, old, cut);
  await tx.event.update({
    where: { id: eventId },
    data: { seriesId, seriesDay: asDate(newDay), detached: false },
  });
  const source = { eventId, before: recast.content };
  for (const other of others) {
    const day = matched.get(other.day);
    const apart = other.detached || other.cancelled;
    if (!day) {
      if (!apart) news.cancelled.push(other.id);
      continue;
    }
    const startsAt = startOn(day, rule);
    // This week's new hour has gone by: it stays as it was, rather than being called off for that.
    if (startsAt <= clock.now() && !apart) continue;
    // Its day is taken in the new series, too, so that it is not made again.
    await tx.event.update({ where: { id: other.id }, data: { seriesId, seriesDay: asDate(day) } });
    if (apart) continue;
    const changed = source.before
      ? await becomeLike(tx, other.id, { source: { eventId, before: source.before }, startsAt, byId, record })
      : await moveTo(tx, other.id, { source: eventId, startsAt, byId, record });
    if (!changed) continue;
    news.moved.push({ eventId: other.id, was: other.startsAt.toISOString(), fields: changed });
    record(occurrenceChanged({ eventId: other.id }));
  }
  // Read while they are still signed up.
  await tellPeople(tx, recast.tell ? news : { ...news, moved: [] }, recast.enqueue);
  for (const id of news.cancelled) await cancelOccurrence(tx, id, { reason: NO_LONGER, byId, record });
  await forgetIfEmpty(tx, old.id);
  await materialise(tx, seriesId, record);
}

/** The days of the new rule that occurrences may take, as far as any exists. */
function daysToKeep(
  rule: SeriesRule,
  others: readonly Occurrence[],
  { scope, besides }: { scope: string; besides: Day },
) {
  const last = others.reduce((latest, { day }) => later(latest, day), besides);
  const to = later(horizon(clock.now(), rule.zone), addDays(last, 31));
  return seriesDays(rule, { from: rule.fromDay, to, scope }).filter((day) => day !== besides);
}

async function firstAhead(tx: Tx, seriesId: string, otherwise: Day): Promise<Day> {
  const [first] = await listAhead(tx, seriesId, "0001-01-01");
  return first && first.day < otherwise ? first.day : otherwise;
}

/** The old series ends the day before; with no day left, at its first one, until nothing of it remains. */
async function closeBefore(tx: Tx, old: { id: string; rule: SeriesRule }, cut: Day): Promise<void> {
  const last = addDays(cut, -1);
  const untilDay = later(last, old.rule.fromDay);
  const until = old.rule.untilDay && old.rule.untilDay < untilDay ? old.rule.untilDay : untilDay;
  await tx.eventSeries.update({ where: { id: old.id }, data: { untilDay: asDate(until), modelId: null } });
}

/** A series of which no occurrence is left is nothing any more. */
async function forgetIfEmpty(tx: Tx, seriesId: string): Promise<void> {
  if ((await tx.event.count({ where: { seriesId } })) === 0) await tx.eventSeries.delete({ where: { id: seriesId } });
}

/** One occurrence is called off: its people have no place any more, and whoever reads it reads why. */
export async function cancelOccurrence(
  tx: Tx,
  eventId: string,
  { reason, byId, record }: { reason: string; byId: string | null; record: Record },
): Promise<void> {
  const now = clock.now();
  await tx.event.update({
    where: { id: eventId },
    data: { stage: "cancelled", changedAt: now, sequence: { increment: 1 } },
  });
  await tx.eventChange.create({ data: { id: newId(), eventId, kind: "cancelled", reason, byId, at: now } });
  await leaveAll(tx, { eventId, because: "event_cancelled", now, record });
  record(occurrenceChanged({ eventId }));
}
