import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import type { Fact } from "@/core/fact.ts";
import { zonedDay, zonedField } from "@/core/zoned-time.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { seriesActs } from "../organiser-limit.rules.ts";
import { canPrepareEvent, canRepeatEvent } from "../people.policy.ts";
import { seriesEnded } from "../series.facts.ts";
import { addDays, later, patternOf, type SeriesRule, weekdayOf } from "../series.rules.ts";
import { changeRuleInput, endSeriesInput, type Spread } from "../series.schema.ts";
import { tellOfSeries } from "../series-mail.jobs.ts";
import { ruleFrom } from "./begin-series.ts";
import { lockVisibleEvent, mustBeReadAgain } from "./lock-event.ts";
import { cancelOccurrence, recastSeries } from "./recast-series.ts";
import { type EnqueueSeriesMail, tellPeople } from "./series-news.ts";
import { asDate, asDay, keepModelApart, listAhead, lockInOrder, lockSeries, requireToRun } from "./series-rows.ts";
import type { BeforeShift } from "./spread-content.ts";

/** What must be known of an occurrence before it is edited. Null: it is in no series, or only itself changes. */
export type BeforeEdit = { spread: "next" | "all"; startsAt: Date; shifts: BeforeShift[] } | null;

/**
 * Before an event is edited: "one" lets its series go on without it; "next" and "all" note what it was, for
 * `finishEdit` to carry the edit over. An event of no series is edited alone, whatever was chosen. Throws `forbidden`.
 */
export async function beginEdit(
  tx: Tx,
  actor: Actor,
  { eventId, spread }: { eventId: string; spread: Spread },
): Promise<BeforeEdit> {
  const event = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    include: { shifts: { where: { removedAt: null } } },
  });
  if (!event.seriesId) return null;
  if (spread === "one") {
    await keepModelApart(tx, eventId);
    return null;
  }
  await requireToRunSpread(tx, actor, event, spread);
  const shifts = event.shifts.map(({ id, label, startsAt }) => ({ id, label, startsAt }));
  return { spread, startsAt: event.startsAt, shifts };
}

/** Whoever changes this date and others runs all that would follow. Throws `forbidden`. */
async function requireToRunSpread(
  tx: Tx,
  actor: Actor,
  { seriesId, seriesDay }: { seriesId: string | null; seriesDay: Date | null },
  spread: "next" | "all",
): Promise<void> {
  if (!seriesId || !seriesDay) return;
  const ahead = await listAhead(tx, seriesId, spread === "next" ? asDay(seriesDay) : "0001-01-01");
  await requireToRun(
    tx,
    actor,
    ahead.filter(({ detached }) => !detached).map(({ id }) => id),
  );
}

/**
 * After an event was edited: the same is done to the next ones, or to all that are to come. Their people, and those of
 * the edited one, read one mail each: whoever calls records no `eventChanged` of its own.
 */
export async function finishEdit(
  tx: Tx,
  {
    eventId,
    before,
    fields,
    told,
    byId,
    record,
    enqueue,
  }: {
    eventId: string;
    before: NonNullable<BeforeEdit>;
    fields: string[];
    /** Whether participants are told of what changed. */
    told: boolean;
    byId: string | null;
    record: (...facts: Fact[]) => void;
    enqueue: EnqueueSeriesMail;
  },
): Promise<void> {
  const event = await tx.event.findUniqueOrThrow({ where: { id: eventId }, include: { series: true } });
  if (!event.series) return;
  const { rule } = (await lockSeries(tx, event.series.id)) ?? { rule: null };
  if (!rule) return;
  await recastSeries(tx, {
    eventId,
    spread: before.spread,
    rule: movedRule(rule, event),
    content: before.shifts,
    tell: told,
    own: fields.length > 0 ? { eventId, was: before.startsAt.toISOString(), fields } : null,
    byId,
    record,
    enqueue,
  });
}

/** The rule as the edited occurrence's own day and hours now make it. */
function movedRule(rule: SeriesRule, event: { startsAt: Date; endsAt: Date; zone: string }): SeriesRule {
  const day = zonedDay(event.startsAt, event.zone);
  const [hours = 0, minutes = 0] = zonedField(event.startsAt, event.zone).slice(11).split(":").map(Number);
  const length = Math.round((event.endsAt.getTime() - event.startsAt.getTime()) / 60_000);
  const monthly = rule.nth === -1 ? patternOf("last", day) : null;
  const nth = rule.frequency === "weekly" ? null : (monthly ?? patternOf("monthly", day))?.nth;
  return {
    ...rule,
    weekday: weekdayOf(day),
    nth: nth ?? null,
    startMinute: hours * 60 + minutes,
    minutes: Math.max(5, length),
    zone: event.zone,
    untilDay: rule.untilDay && rule.untilDay < day ? day : rule.untilDay,
  };
}

/** Who prepares an event changes how it comes back, from this date on or for all that are to come. */
export const changeRule = command({
  name: "event.change-rule",
  input: changeRuleInput,
  limits: [seriesActs],
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: canRepeatEvent,
  async execute({ tx, actor, input: { eventId, spread, ...fields }, subject, record, enqueue }) {
    if (!subject.seriesId) throw new AppError("conflict", "not_in_a_series");
    const { seriesDay } = await tx.event.findUniqueOrThrow({ where: { id: eventId } });
    await requireToRunSpread(tx, actor, { seriesId: subject.seriesId, seriesDay }, spread);
    await mustBeReadAgain(tx, subject);
    await recastSeries(tx, {
      eventId,
      spread,
      rule: ruleFrom(subject, fields),
      content: null,
      tell: true,
      own: null,
      byId: actor.id,
      record,
      enqueue: (news) => enqueue(tellOfSeries, news),
    });
  },
});

/** This date is the last one: those after it are cancelled, with a word to who was coming. */
export const endSeries = command({
  name: "event.end-series",
  input: endSeriesInput,
  limits: [seriesActs],
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: canPrepareEvent,
  async execute({ tx, actor, input: { eventId, reason }, subject, record, enqueue }) {
    const series = subject.seriesId ? await lockSeries(tx, subject.seriesId) : null;
    const { seriesDay } = await tx.event.findUniqueOrThrow({ where: { id: eventId } });
    if (!series || !seriesDay) throw new AppError("conflict", "not_in_a_series");
    const last = asDay(seriesDay);
    const after = (await listAhead(tx, series.id, addDays(last, 1))).map(({ id }) => id);
    await requireToRun(tx, actor, after);
    await lockInOrder(tx, after);
    const untilDay = asDate(later(last, series.rule.fromDay));
    await tx.eventSeries.update({ where: { id: series.id }, data: { untilDay } });
    await tellPeople(tx, { moved: [], cancelled: after, reason }, (news) => enqueue(tellOfSeries, news));
    for (const id of after) await cancelOccurrence(tx, id, { reason, byId: actor.id, record });
    record(seriesEnded({ seriesId: series.id }));
    return { cancelled: after.length };
  },
});
