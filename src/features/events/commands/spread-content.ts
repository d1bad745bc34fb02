import type { Fact } from "@/core/fact.ts";
import { newId } from "@/core/ids.ts";
import { reshapeShifts, type ShiftPlan } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import type { Tx } from "@/platform/db/client.ts";
import { changesOf } from "./apply-change.ts";
import { movedWith } from "./copy-event.ts";

type Record = (...facts: Fact[]) => void;
/** A shift of the edited occurrence as it was: how those of the others are told apart. */
export type BeforeShift = { id: string; label: string; startsAt: Date };

const COPIED = [
  "slug",
  "title",
  "description",
  "audience",
  "audienceScope",
  "adherentsOnly",
  "zone",
  "communeCode",
  "address",
  "meetingPoint",
  "latitude",
  "longitude",
  "onlineUrl",
  "debateId",
] as const;
/** Of them, those that stand in a change's list: the others follow them. */
const SAID: readonly string[] = COPIED.filter((name) => !["slug", "audienceScope", "zone", "longitude"].includes(name));

const load = (tx: Tx, id: string) =>
  tx.event.findUniqueOrThrow({
    where: { id },
    include: { shifts: { where: { removedAt: null }, orderBy: [{ startsAt: "asc" }, { id: "asc" }] } },
  });
type Loaded = Awaited<ReturnType<typeof load>>;

/** An occurrence takes the words, place, hours, shifts and things to bring of another; its sign-ups stay. The names of what changed; null: nothing. */
export async function becomeLike(
  tx: Tx,
  eventId: string,
  {
    source: { eventId: sourceId, before },
    startsAt,
    byId,
    record,
  }: {
    source: { eventId: string; before: readonly BeforeShift[] };
    startsAt: Date;
    byId: string | null;
    record: Record;
  },
): Promise<string[] | null> {
  const [source, target] = [await load(tx, sourceId), await load(tx, eventId)];
  const at = (moment: Date) => movedWith(moment, { from: source.startsAt, to: startsAt, zone: source.zone });
  const own = pairs(before, target.shifts);
  const plans: ShiftPlan[] = source.shifts.map((shift) => {
    const mine = own.get(shift.id);
    return {
      ...(mine && { id: mine.id }),
      label: shift.label,
      startsAt: at(shift.startsAt),
      endsAt: at(shift.endsAt),
      needed: shift.needed,
      // Who has a place there keeps it.
      maximum: shift.maximum === null ? null : Math.max(shift.maximum, mine?.taken ?? 0),
    };
  });
  const content = Object.fromEntries(COPIED.map((name) => [name, source[name]])) as Pick<
    Loaded,
    (typeof COPIED)[number]
  >;
  const items = await becomeItems(tx, sourceId, eventId);
  const changed = [...SAID.filter((name) => target[name as "title"] !== source[name as "title"]), ...items];
  return write(tx, target, { content, startsAt, endsAt: at(source.endsAt), plans, changed, byId, record });
}

/** An occurrence moves to another moment, with its shifts; all else stays its own. */
export async function moveTo(
  tx: Tx,
  eventId: string,
  { source, startsAt, byId, record }: { source: string; startsAt: Date; byId: string | null; record: Record },
): Promise<string[] | null> {
  const [model, target] = [await load(tx, source), await load(tx, eventId)];
  const at = (moment: Date) => movedWith(moment, { from: target.startsAt, to: startsAt, zone: model.zone });
  const plans = target.shifts.map(({ id, label, needed, maximum, ...times }) => {
    return { id, label, needed, maximum, startsAt: at(times.startsAt), endsAt: at(times.endsAt) };
  });
  return write(tx, target, { content: {}, startsAt, endsAt: at(target.endsAt), plans, changed: [], byId, record });
}

async function write(
  tx: Tx,
  target: Loaded,
  change: {
    content: object;
    startsAt: Date;
    endsAt: Date;
    plans: ShiftPlan[];
    changed: string[];
    byId: string | null;
    record: Record;
  },
): Promise<string[] | null> {
  const { content, startsAt, endsAt, plans, byId, record } = change;
  const now = clock.now();
  const moved = [
    ...(startsAt.getTime() === target.startsAt.getTime() ? [] : ["startsAt"]),
    ...(endsAt.getTime() === target.endsAt.getTime() ? [] : ["endsAt"]),
  ];
  const reshaped = changesOf(target.shifts, plans);
  const shifts = [...(reshaped.hours ? ["hours"] : []), ...(reshaped.places ? ["places"] : [])];
  const fields = [...change.changed, ...moved, ...shifts];
  if (fields.length === 0) return null;
  await tx.event.update({
    where: { id: target.id },
    data: { ...content, startsAt, endsAt, changedAt: now, sequence: { increment: 1 } },
  });
  if (shifts.length > 0) await reshapeShifts(tx, { eventId: target.id, plans, now, record });
  const before = Object.fromEntries(fields.map((name) => [name, textOf(target[name as "title"])]));
  await tx.eventChange.create({
    data: { id: newId(), eventId: target.id, kind: "changed", fields, before, byId, at: now },
  });
  return fields;
}

/** As a change keeps what was: texts, and moments as ISO. */
const textOf = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : typeof value === "object" ? "" : String(value ?? "");

/** Which shift of an occurrence is the sister of one of the edited one: by rank where there are as many, else by name. */
function pairs<Shift extends { id: string; label: string }>(
  before: readonly BeforeShift[],
  shifts: readonly Shift[],
): Map<string, Shift> {
  const ordered = [...before].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1));
  const found = new Map<string, Shift>();
  const free = new Set(shifts);
  for (const [rank, one] of ordered.entries()) {
    const sister =
      ordered.length === shifts.length ? shifts[rank] : [...free].find(({ label }) => label && label === one.label);
    if (!sister) continue;
    free.delete(sister);
    found.set(one.id, sister);
  }
  return found;
}

/** The list of things to bring becomes the other's; what is claimed stays claimed where the thing is still there. */
async function becomeItems(tx: Tx, sourceId: string, eventId: string): Promise<string[]> {
  const list = (id: string) => tx.eventItem.findMany({ where: { eventId: id }, include: { claims: true } });
  const [wanted, there] = [await list(sourceId), await list(eventId)];
  let changed = false;
  for (const item of there) {
    if (wanted.some(({ label }) => label === item.label)) continue;
    await tx.eventItem.delete({ where: { id: item.id } });
    changed = true;
  }
  for (const { label, quantity, position } of wanted) {
    const mine = there.find((item) => item.label === label);
    if (!mine) await tx.eventItem.create({ data: { id: newId(), eventId, label, quantity, position } });
    const claimed = mine?.claims.reduce((sum, claim) => sum + claim.quantity, 0) ?? 0;
    const count = Math.max(quantity, claimed);
    if (mine && (mine.quantity !== count || mine.position !== position))
      await tx.eventItem.update({ where: { id: mine.id }, data: { quantity: count, position } });
    changed ||= !mine || mine.quantity !== count;
  }
  return changed ? ["items"] : [];
}
