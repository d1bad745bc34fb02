import { AppError } from "@/core/app-error.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { placeTaken, sizeChanged } from "../shift.facts.ts";
import { freePlaces } from "../shift.rules.ts";
import { recordLeft, release } from "./leave-place.ts";
import { type LockedShift, lockShift, lockSignUp, type RecordFacts, writeTaken } from "./lock-shift.ts";
import { promote } from "./promote.ts";

/** The place that was offered is hers. Once is enough: a place that she has is confirmed already. */
export async function confirmOffer(
  tx: Tx,
  { signUpId, now, record }: { signUpId: string; now: Date; record: RecordFacts },
): Promise<void> {
  const locked = await lockSignUp(tx, signUpId);
  if (locked?.signUp.state === "in") return;
  if (locked?.signUp.state === "waiting") throw new AppError("conflict", "not_offered_yet");
  const until = locked?.signUp.offeredUntil;
  if (!locked || !until || until <= now) throw new AppError("conflict", "offer_ran_out");
  const { shift } = locked;
  await tx.$executeRaw(sql`update sign_up set state = 'in', offered_until = null where id = ${signUpId}`);
  await writeTaken(tx, shift, 0);
  record(placeTaken({ eventId: shift.eventId, shiftId: shift.id, signUpId, promoted: 0 }));
}

/** Ends the offers of a shift that ran out, and gives their places to those who wait. */
export async function settleShift(
  tx: Tx,
  { shiftId, now, record }: { shiftId: string; now: Date; record: RecordFacts },
): Promise<void> {
  await settleLocked(tx, await lockShift(tx, shiftId), now, record);
}

/** The same for a shift under lock. */
export async function settleLocked(tx: Tx, shift: LockedShift, now: Date, record: RecordFacts): Promise<void> {
  const ranOut = sql`s.state = 'offered' and s.offered_until <= ${now}`;
  recordLeft(shift, await release(tx, shift, ranOut, "expired", now), record);
  await promote(tx, shift, now, record);
}

/**
 * One comes alone rather than with somebody, or the other way round. A second place is given only where one is free and
 * nobody waits for it; who waits herself keeps her turn.
 */
export async function changeSignUpSize(
  tx: Tx,
  { signUpId, size, now, record }: { signUpId: string; size: number; now: Date; record: RecordFacts },
): Promise<void> {
  const locked = await lockSignUp(tx, signUpId);
  if (!locked || locked.signUp.state === "left") throw new AppError("conflict", "not_signed_up");
  const { shift, signUp } = locked;
  const more = size - signUp.size;
  if (more === 0) return;
  if (shift.maximum !== null && size > shift.maximum) throw new AppError("conflict", "one_place_only");
  const held = signUp.state !== "waiting";
  if (held && more > 0 && !(await hasSpare(tx, shift, more))) throw new AppError("conflict", "no_place_for_two");
  await tx.$executeRaw(sql`update sign_up set size = ${size}::int where id = ${signUpId}`);
  await writeTaken(tx, shift, held ? more : 0);
  record(sizeChanged({ eventId: shift.eventId, shiftId: shift.id, signUpId }));
  await promote(tx, shift, now, record);
}

async function hasSpare(tx: Tx, shift: LockedShift, more: number): Promise<boolean> {
  const free = freePlaces(shift);
  if (free !== null && free < more) return false;
  return (await tx.signUp.count({ where: { shiftId: shift.id, state: "waiting" } })) === 0;
}
