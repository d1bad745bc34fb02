import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { placeTaken, queueJoined } from "../shift.facts.ts";
import { freePlaces } from "../shift.rules.ts";
import { lockShift, type RecordFacts } from "./lock-shift.ts";

export type Who = { memberId: string } | { guestId: string };

/**
 * Gives a place on a shift, or the end of its waiting list when it is full or somebody waits already. Throws `not_found`,
 * or a conflict: over, signed up already, or two where it holds one.
 */
export async function takePlace(
  tx: Tx,
  { shiftId, who, size, now, record }: { shiftId: string; who: Who; size: number; now: Date; record: RecordFacts },
): Promise<{ signUpId: string; state: "in" | "waiting" }> {
  const shift = await lockShift(tx, shiftId);
  if (shift.endsAt <= now) throw new AppError("conflict", "event_over");
  if (shift.maximum !== null && size > shift.maximum) throw new AppError("conflict", "one_place_only");
  const memberId = "memberId" in who ? who.memberId : null;
  const guestId = "guestId" in who ? who.guestId : null;
  const free = freePlaces(shift);
  const fits = free === null || size <= free;
  const signUpId = newId();
  // One statement, for a crowd waits behind this lock: what it reads is settled, nobody else moves a place.
  const [written] = await tx.$queryRaw<{ state: "in" | "waiting" }[]>(sql`
    with found as materialized (select case when ${fits}::boolean
        and not exists (select 1 from sign_up s where s.shift_id = ${shiftId} and s.state = 'waiting')
        then 'in' else 'waiting' end::sign_up_state as state
      where not exists (select 1 from sign_up s where s.shift_id = ${shiftId} and s.state <> 'left'
        and (s.member_id = ${memberId} or s.guest_id = ${guestId}))),
    held as (update shift set arrivals = arrivals + 1, version = version + 1,
        taken = taken + case found.state when 'in' then ${size}::int else 0 end
      from found where id = ${shiftId} returning arrivals)
    insert into sign_up (id, shift_id, member_id, guest_id, state, size, arrival, signed_up_at)
    select ${signUpId}, ${shiftId}, ${memberId}, ${guestId}, found.state, ${size}::int, held.arrivals, ${now}
    from found, held returning state`);
  if (!written) throw new AppError("conflict", "already_signed_up");
  const { state } = written;
  const about = { eventId: shift.eventId, shiftId, signUpId };
  record(state === "in" ? placeTaken({ ...about, promoted: 0 }) : queueJoined(about));
  return { signUpId, state };
}
