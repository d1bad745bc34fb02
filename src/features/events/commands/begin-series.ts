import { AppError } from "@/core/app-error.ts";
import { allow, refuse } from "@/core/decision.ts";
import type { Fact } from "@/core/fact.ts";
import { newId } from "@/core/ids.ts";
import { zonedDay, zonedField } from "@/core/zoned-time.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { seriesActs } from "../organiser-limit.rules.ts";
import { canRepeatEvent } from "../people.policy.ts";
import { seriesBegun, seriesExtended } from "../series.facts.ts";
import { horizon, patternOf, type SeriesRule, seriesDays, startOn } from "../series.rules.ts";
import { extendSeriesInput, type RepeatFields, repeatEventInput } from "../series.schema.ts";
import { lockVisibleEvent, mustBeReadAgain } from "./lock-event.ts";
import { asDate, lockSeries, makeOccurrence } from "./series-rows.ts";

type Record = (...facts: Fact[]) => void;
const DAY_MINUTES = 24 * 60;
/** Minutes: as long as an event may last. */
const LONGEST = 15 * DAY_MINUTES;

/** The rule that an event's own day and hours make, with what a form says. Throws `invalid`, with the field. */
export function ruleFrom(
  { startsAt, endsAt, zone }: { startsAt: Date; endsAt: Date; zone: string },
  { repeat, until, skipHolidays }: RepeatFields,
): SeriesRule {
  const day = zonedDay(startsAt, zone);
  const wrong = (field: string, words: string) => new AppError("invalid", "bad_input", { fields: { [field]: words } });
  const pattern = patternOf(repeat, day);
  if (!pattern) throw wrong("repeat", "La date choisie n’est pas la dernière de son mois : choisis un autre rythme.");
  if (until && until < day) throw wrong("until", "La dernière date vient après la première.");
  const [hours = 0, minutes = 0] = zonedField(startsAt, zone).slice(11).split(":").map(Number);
  const length = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  return {
    ...pattern,
    startMinute: hours * 60 + minutes,
    minutes: Math.min(LONGEST, Math.max(5, length)),
    zone,
    fromDay: day,
    untilDay: until,
    skipHolidays,
  };
}

/** Writes a rule; `modelId`: what its next occurrences copy. */
export async function writeSeries(
  tx: Tx,
  rule: SeriesRule,
  { modelId, byId }: { modelId: string; byId: string | null },
): Promise<string> {
  const id = newId();
  const days = { fromDay: asDate(rule.fromDay), untilDay: rule.untilDay ? asDate(rule.untilDay) : null };
  await tx.eventSeries.create({
    data: { ...rule, ...days, id, modelId, createdById: byId, createdAt: clock.now() },
  });
  return id;
}

/** An event comes back from now on. Its next occurrences exist once it is published. */
export async function beginSeries(
  tx: Tx,
  { eventId, fields, byId, record }: { eventId: string; fields: RepeatFields; byId: string | null; record: Record },
): Promise<string> {
  const event = await tx.event.findUniqueOrThrow({ where: { id: eventId } });
  if (event.seriesId) throw new AppError("conflict", "in_a_series_already");
  const rule = ruleFrom(event, fields);
  const seriesId = await writeSeries(tx, rule, { modelId: eventId, byId });
  await tx.event.update({
    where: { id: eventId },
    data: { seriesId, seriesDay: asDate(rule.fromDay), detached: false },
  });
  record(seriesBegun({ seriesId }));
  await materialise(tx, seriesId, record);
  return seriesId;
}

/**
 * Makes the occurrences that are missing until the horizon, copied from the series' model; how many there were. None
 * while the model is a draft, or hidden by moderation. Two at once make each of them once.
 */
export async function materialise(tx: Tx, seriesId: string, record: Record): Promise<number> {
  const series = await lockSeries(tx, seriesId);
  const model = series?.modelId ? await tx.event.findUnique({ where: { id: series.modelId } }) : null;
  if (!series || !model?.publishedAt || model.hiddenAt) return 0;
  const { rule } = series;
  const now = clock.now();
  const to = horizon(now, rule.zone);
  const days = seriesDays(rule, { from: zonedDay(now, rule.zone), to, scope: model.scope });
  const known = await tx.event.findMany({
    where: { seriesId, seriesDay: { in: days.map(asDate) } },
    select: { seriesDay: true },
  });
  const there = new Set(known.map(({ seriesDay }) => seriesDay?.getTime()));
  let made = 0;
  let modelId = model.id;
  for (const day of days) {
    if (there.has(asDate(day).getTime()) || startOn(day, rule) <= now) continue;
    const next = await makeOccurrence(tx, { seriesId, modelId: model.id, rule, day });
    if (!next) continue;
    made += 1;
    modelId = next.id; // always the last one: an event of the past says no longer who prepares the next
  }
  if (made === 0) return 0;
  await tx.eventSeries.update({ where: { id: seriesId }, data: { modelId } });
  record(seriesExtended({ seriesId }));
  return made;
}

/** Who prepares an event makes it come back: every week, the first Thursday of the month… */
export const repeatEvent = command({
  name: "event.repeat",
  input: repeatEventInput,
  limits: [seriesActs],
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: canRepeatEvent,
  async execute({ tx, actor, input: { eventId, ...fields }, subject, record }) {
    await mustBeReadAgain(tx, subject);
    await beginSeries(tx, { eventId, fields, byId: actor.id, record });
  },
});

/** Makes the occurrences of the weeks ahead that are missing: every day, and when a series begins. */
export const extendSeries = command({
  name: "event.extend-series",
  input: extendSeriesInput,
  subject: async ({ tx, input }) => {
    const series = await lockSeries(tx, input.seriesId);
    if (!series) throw new AppError("not_found", "absent");
    return series;
  },
  policy: (actor) => (actor.kind === "system" ? allow : refuse("not_yours")),
  execute: ({ tx, input, record }) => materialise(tx, input.seriesId, record),
});
