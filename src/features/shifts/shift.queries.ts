import type { Actor } from "@/core/actor.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import type { MySignUp, ShiftView } from "./shift.views.ts";

type Row = Omit<ShiftView, "mine"> & {
  eventId: string;
  signUpId: string | null;
  state: MySignUp["state"];
  size: number;
  signedUpAt: Date;
  offeredUntil: Date | null;
  confirmedAt: Date | null;
  ahead: number | null;
};

/**
 * The shifts of events that the actor sees (the caller's law), by event, in the order of their hours, with her own
 * sign-up on each.
 */
export async function listShifts(actor: Actor, eventIds: readonly string[]): Promise<Map<string, ShiftView[]>> {
  const rows = await readRows<Row>(sql`
    select h.event_id as "eventId", h.id, h.label, h.starts_at as "startsAt", h.ends_at as "endsAt", h.needed, h.maximum,
      h.taken, greatest(h.needed - h.taken, 0) as missing, h.version,
      (select coalesce(sum(w.size), 0)::int from sign_up w where w.shift_id = h.id and w.state = 'waiting') as waiting,
      s.id as "signUpId", s.state, s.size, s.signed_up_at as "signedUpAt", s.offered_until as "offeredUntil", s.confirmed_at as "confirmedAt",
      case s.state when 'waiting' then (select count(*)::int from sign_up w
        where w.shift_id = h.id and w.state = 'waiting' and w.arrival < s.arrival) end as ahead
    from shift h
    left join sign_up s on s.shift_id = h.id and s.member_id = ${actor.id} and s.state <> 'left'
    where h.event_id = any(${[...eventIds]}::text[]) and h.removed_at is null
    order by h.starts_at, h.ends_at, h.id`);
  const byEvent = new Map<string, ShiftView[]>(eventIds.map((id) => [id, []]));
  for (const { eventId, ...row } of rows) byEvent.get(eventId)?.push(toShiftView(row));
  return byEvent;
}

function toShiftView(row: Omit<Row, "eventId">): ShiftView {
  const { signUpId, state, size, signedUpAt, offeredUntil, confirmedAt, ahead, ...shift } = row;
  return { ...shift, mine: signUpId ? { signUpId, state, size, signedUpAt, offeredUntil, confirmedAt, ahead } : null };
}
