import { AppError } from "@/core/app-error.ts";
import type { Fact } from "@/core/fact.ts";
import { type Sql, sql, type Tx } from "@/platform/db/client.ts";

/** A command's `record`. */
export type RecordFacts = (...facts: Fact[]) => void;

/** A shift under lock. `taken` follows what is done within the transaction. */
export type LockedShift = {
  id: string;
  eventId: string;
  startsAt: Date;
  endsAt: Date;
  maximum: number | null;
  taken: number;
  arrivals: number;
};

/** Shifts under lock, in id order, without those taken off. What is read of them is the last word: nobody else moves a place. */
export const lockShifts = (tx: Tx, which: Sql): Promise<LockedShift[]> =>
  tx.$queryRaw<LockedShift[]>(sql`
    select h.id, h.event_id as "eventId", h.starts_at as "startsAt", h.ends_at as "endsAt", h.maximum, h.taken, h.arrivals
    from shift h where ${which} and h.removed_at is null order by h.id for no key update`);

/** One shift under lock; `not_found` when there is none, or it was taken off. */
export async function lockShift(tx: Tx, shiftId: string): Promise<LockedShift> {
  const [shift] = await lockShifts(tx, sql`h.id = ${shiftId}`);
  if (!shift) throw new AppError("not_found", "absent");
  return shift;
}

export type LockedSignUp = {
  id: string;
  state: "in" | "offered" | "waiting" | "left";
  size: number;
  offeredUntil: Date | null;
};

/** A sign-up, its shift under lock first; null when there is none, or its shift was taken off. */
export async function lockSignUp(
  tx: Tx,
  signUpId: string,
): Promise<{ shift: LockedShift; signUp: LockedSignUp } | null> {
  const [shift] = await lockShifts(tx, sql`h.id = (select s.shift_id from sign_up s where s.id = ${signUpId})`);
  if (!shift) return null;
  // Read after the lock: every change of it is made under this lock.
  const [signUp] = await tx.$queryRaw<LockedSignUp[]>(sql`
    select s.id, s.state, s.size, s.offered_until as "offeredUntil" from sign_up s where s.id = ${signUpId}`);
  return signUp ? { shift, signUp } : null;
}

/** Writes how many places are held now, for all that was done under the lock. */
export async function writeTaken(tx: Tx, shift: LockedShift, change: number): Promise<void> {
  shift.taken += change;
  await tx.$executeRaw(sql`update shift set taken = ${shift.taken}, version = version + 1 where id = ${shift.id}`);
}
