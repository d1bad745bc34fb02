import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import type { ShiftPlan } from "../shift.rules.ts";
import { recordLeft, release } from "./leave-place.ts";
import { type LockedShift, lockShifts, type RecordFacts } from "./lock-shift.ts";
import { settleLocked } from "./offers.ts";

/** Makes the shifts of an event. */
export async function createShifts(tx: Tx, eventId: string, plans: readonly ShiftPlan[]): Promise<void> {
  await tx.shift.createMany({ data: plans.map(({ id: _, ...plan }) => ({ id: newId(), eventId, ...plan })) });
}

/**
 * Makes the shifts of an event what the plans say, by id: changed, new, and taken off when missing (its people are told).
 * Promotes where a maximum rises. Throws conflict `below_taken` where one falls under the places that are held.
 */
export async function reshapeShifts(
  tx: Tx,
  { eventId, plans, now, record }: { eventId: string; plans: readonly ShiftPlan[]; now: Date; record: RecordFacts },
): Promise<void> {
  if (plans.length === 0) throw new AppError("conflict", "no_shift_left");
  const shifts = new Map((await lockShifts(tx, sql`h.event_id = ${eventId}`)).map((shift) => [shift.id, shift]));
  for (const { id, ...plan } of plans) {
    if (id === undefined) continue;
    const shift = shifts.get(id);
    if (!shift) throw new AppError("conflict", "changed_meanwhile"); // another's, or taken off in another tab
    shifts.delete(id);
    await reshape(tx, shift, plan, now, record);
  }
  for (const shift of shifts.values()) await takeOff(tx, shift, now, record);
  await createShifts(
    tx,
    eventId,
    plans.filter(({ id }) => id === undefined),
  );
}

async function reshape(
  tx: Tx,
  shift: LockedShift,
  plan: Omit<ShiftPlan, "id">,
  now: Date,
  record: RecordFacts,
): Promise<void> {
  const { label, startsAt, endsAt, needed, maximum } = plan;
  // An offer that ran out holds nothing back.
  await settleLocked(tx, shift, now, record);
  if (maximum !== null && maximum < shift.taken) throw new AppError("conflict", "below_taken");
  await tx.$executeRaw(sql`
    update shift set label = ${label}, starts_at = ${startsAt}, ends_at = ${endsAt}, needed = ${needed}::int,
      maximum = ${maximum}::int, version = version + 1 where id = ${shift.id}`);
  if (startsAt.getTime() !== shift.startsAt.getTime()) await forgetReminders(tx, [shift.id]);
  // A pair would wait for ever where one place is all there is, and everybody behind it.
  if (maximum !== null)
    await tx.signUp.updateMany({
      where: { shiftId: shift.id, state: "waiting", size: { gt: maximum } },
      data: { size: maximum },
    });
  Object.assign(shift, { startsAt, endsAt, maximum });
  await settleLocked(tx, shift, now, record);
}

/** A shift without anybody goes; one with people stays for their memory, taken off, and they are told. */
async function takeOff(tx: Tx, shift: LockedShift, now: Date, record: RecordFacts): Promise<void> {
  if (shift.arrivals === 0) {
    await tx.shift.delete({ where: { id: shift.id } });
    return;
  }
  recordLeft(shift, await release(tx, shift, sql`true`, "shift_removed", now), record);
  await tx.shift.update({ where: { id: shift.id }, data: { removedAt: now } });
}

/** Its hour is another: who comes is asked again the day before, and no offer outlives the beginning. */
async function forgetReminders(tx: Tx, shiftIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(sql`
    update sign_up s set confirmed_at = null, reminded_day_at = null, reminded_hour_at = null,
      offered_until = case when s.state = 'offered' then least(s.offered_until, h.starts_at) end
    from shift h where h.id = s.shift_id and h.id = any(${[...shiftIds]}::text[]) and s.state <> 'left'`);
}
