import { newId } from "@/core/ids.ts";
import { slugify } from "@/core/paths.ts";
import { type RecordFacts, reshapeShifts, type ShiftPlan } from "@/features/shifts/index.ts";
import type { Tx } from "@/platform/db/client.ts";
import { eventChanged } from "../event.facts.ts";
import type { EventStage } from "../event.rules.ts";
import { occurrenceChanged } from "../series.facts.ts";
import type { ReadContent } from "./event-content.ts";

/** What participants are always told of: they would come at another hour, or elsewhere. */
const ALWAYS_TOLD = new Set([
  ...["startsAt", "endsAt", "zone", "hours"],
  ...["communeCode", "address", "meetingPoint", "latitude", "longitude", "onlineUrl"],
]);

export type AppliedChange = { slug: string; changeId: string | null; fields: string[]; told: boolean };
type Changing = ReadContent & {
  event: { id: string; slug: string; stage: EventStage; seriesId: string | null };
  /** Told whatever changed. */
  tell: boolean;
  /** The other dates of its series change with it: it stays one of them, and the series tells everybody. */
  carried?: boolean;
  byId: string | null;
  now: Date;
  record: RecordFacts;
};

/**
 * Writes what an event becomes, under its lock: its columns, its shifts, one line of what changed with what it was, and
 * for one that people know, one fact. An occurrence of a series is then its own. Nothing happens when nothing changed.
 */
export async function applyChange(tx: Tx, changing: Changing): Promise<AppliedChange> {
  const { event, columns, shifts, tell, carried = false, byId, now, record } = changing;
  const [eventId, known] = [event.id, event.stage === "published"];
  const row = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    include: { shifts: { where: { removedAt: null } } },
  });
  const before: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(columns))
    if (!same(row[name as keyof typeof columns], value)) before[name] = row[name as keyof typeof columns];
  const reshaped = changesOf(row.shifts, shifts);
  if (reshaped.hours) before.hours = row.shifts.map(({ startsAt, endsAt }) => [startsAt, endsAt]);
  if (reshaped.places) before.places = row.shifts.map(({ label, needed, maximum }) => ({ label, needed, maximum }));
  // Derived: where its audience lives says nothing that its audience does not.
  const { audienceScope: _, ...told } = before;
  const fields = Object.keys(told);
  if (fields.length === 0) return { slug: event.slug, changeId: null, fields, told: tell };

  const slug = slugify(columns.title, "evenement");
  const detached = event.seriesId !== null && !carried;
  const data = { ...columns, slug, detached, changedAt: now, sequence: { increment: 1 } };
  await tx.event.update({ where: { id: eventId }, data });
  if (reshaped.hours || reshaped.places) await reshapeShifts(tx, { eventId, plans: shifts, now, record });
  const changeId = newId();
  const line = { fields, before: JSON.parse(JSON.stringify(told)), byId, at: now };
  const isTold = known && (tell || fields.some((field) => ALWAYS_TOLD.has(field)));
  await tx.eventChange.create({ data: { id: changeId, eventId, kind: "changed", told: isTold, ...line } });
  if (known) record(carried ? occurrenceChanged({ eventId }) : eventChanged({ eventId, changeId }));
  return { slug, changeId, fields, told: isTold };
}

const same = (was: unknown, is: unknown) =>
  was instanceof Date && is instanceof Date ? was.getTime() === is.getTime() : was === is;

type Known = Omit<ShiftPlan, "id"> & { id: string };

/** Whether shifts are at other hours, more or fewer; and whether they hold other numbers, or are called otherwise. */
export function changesOf(rows: readonly Known[], plans: readonly ShiftPlan[]): { hours: boolean; places: boolean } {
  const pairs = plans.map((plan) => ({ plan, row: rows.find(({ id }) => id === plan.id) }));
  const found = pairs.flatMap(({ plan, row }) => (row ? [{ plan, row }] : []));
  return {
    hours:
      found.length < plans.length ||
      found.length < rows.length ||
      found.some(({ plan, row }) => !same(plan.startsAt, row.startsAt) || !same(plan.endsAt, row.endsAt)),
    places: found.some(
      ({ plan, row }) => plan.label !== row.label || plan.needed !== row.needed || plan.maximum !== row.maximum,
    ),
  };
}
