import { type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { placeLeft } from "../shift.facts.ts";
import { type LockedShift, lockShifts, lockSignUp, type RecordFacts, writeTaken } from "./lock-shift.ts";
import { promote, sizes } from "./promote.ts";

export type LeftBecause =
  | "cancelled"
  | "removed"
  | "expired"
  | "shift_removed"
  | "event_cancelled"
  | "suspended"
  | "erased";

type Released = { id: string; size: number; held: boolean };

/** Ends sign-ups of a locked shift, whatever they hold, and answers them. Nobody is promoted yet. */
export async function release(
  tx: Tx,
  shift: LockedShift,
  which: Sql,
  because: LeftBecause,
  now: Date,
  words = "",
): Promise<Released[]> {
  const gone = await tx.$queryRaw<Released[]>(sql`
    with ending as (select s.id, s.size, s.state <> 'waiting' as held from sign_up s
      where s.shift_id = ${shift.id} and s.state <> 'left' and ${which})
    update sign_up u set state = 'left', left_at = ${now}, left_because = ${because}::left_because,
      left_words = ${words}, offered_until = null
    from ending where ending.id = u.id returning ending.id, ending.size, ending.held`);
  if (gone.length > 0) await writeTaken(tx, shift, -sizes(gone.filter(({ held }) => held)));
  return gone;
}

/** Says who left. */
export function recordLeft(shift: LockedShift, gone: readonly Released[], record: RecordFacts): void {
  record(...gone.map(({ id }) => placeLeft({ eventId: shift.eventId, shiftId: shift.id, signUpId: id })));
}

/**
 * Ends a sign-up and gives what it held to those who wait. One that has ended stays as it is. `words` are for her: why
 * she was removed.
 */
export async function leavePlace(
  tx: Tx,
  {
    signUpId,
    because,
    words,
    now,
    record,
  }: { signUpId: string; because: LeftBecause; words?: string; now: Date; record: RecordFacts },
): Promise<void> {
  const locked = await lockSignUp(tx, signUpId);
  if (!locked) return;
  const { shift } = locked;
  recordLeft(shift, await release(tx, shift, sql`s.id = ${signUpId}`, because, now, words), record);
  await promote(tx, shift, now, record);
}

/** Ends every sign-up of an event, and promotes nobody. The fact of its cause tells it: there is none for each. */
export async function leaveAll(
  tx: Tx,
  { eventId, because, now }: { eventId: string; because: LeftBecause; now: Date; record: RecordFacts },
): Promise<void> {
  for (const shift of await lockShifts(tx, sql`h.event_id = ${eventId}`))
    await release(tx, shift, sql`true`, because, now);
}

/**
 * Ends what a member has signed up for and that is not over, on every event, and gives her places to those who wait. Of
 * what is over, only that she waited: that she came stays.
 */
export async function leaveEverything(
  tx: Tx,
  { memberId, because, now, record }: { memberId: string; because: LeftBecause; now: Date; record: RecordFacts },
): Promise<void> {
  const hers = sql`select s.shift_id from sign_up s where s.member_id = ${memberId} and s.state <> 'left'`;
  for (const shift of await lockShifts(tx, sql`h.id in (${hers})`)) {
    const ended = shift.endsAt <= now ? sql`s.state <> 'in'` : sql`true`;
    recordLeft(shift, await release(tx, shift, sql`s.member_id = ${memberId} and ${ended}`, because, now), record);
    await promote(tx, shift, now, record);
  }
}
