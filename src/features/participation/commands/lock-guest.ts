import { AppError } from "@/core/app-error.ts";
import type { EventStage } from "@/features/events/index.ts";
import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { visibleGuests } from "../guest.policy.ts";
import { wipedAddress } from "../guest.rules.ts";
import { hashOfToken } from "../link.rules.ts";

export type LockedGuest = {
  id: string;
  eventId: string;
  stage: EventStage;
  /** Whether the whole event has ended. */
  over: boolean;
  /** What she asked for. */
  shiftId: string;
  size: 1 | 2;
  confirmedAt: Date | null;
  /** Her place, or her turn; null when she has none. */
  signUp: { id: string; shiftId: string; size: number; state: "in" | "offered" | "waiting" } | null;
  /** Why she has none any more. */
  lastLeft: string | null;
};

/** The guest of a link, her event locked before her row. Throws `not_found` for a link that opens nothing. */
export async function lockGuest(tx: Tx, token: string): Promise<LockedGuest> {
  const hash = hashOfToken(token);
  await tx.$queryRaw(sql`
    select e.id from event e where e.id = (select g.event_id from event_guest g where g.token_hash = ${hash}) for no key update`);
  await tx.$queryRaw(sql`select g.id from event_guest g where g.token_hash = ${hash} for update`);
  type Row = Omit<LockedGuest, "signUp"> & { email: string; signUp: LockedGuest["signUp"] };
  const [row] = await tx.$queryRaw<Row[]>(sql`
    select g.id, g.email, g.event_id as "eventId", e.stage, e.ends_at <= ${clock.now()} as over, g.shift_id as "shiftId",
      g.size, g.confirmed_at as "confirmedAt",
      (select json_build_object('id', s.id, 'shiftId', s.shift_id, 'size', s.size, 'state', s.state)
        from sign_up s where s.guest_id = g.id and s.state <> 'left' limit 1) as "signUp",
      (select case when s.restored_at is null then s.left_because::text end from sign_up s where s.guest_id = g.id and s.state = 'left'
        order by s.left_at desc limit 1) as "lastLeft"
    from event_guest g join event e on e.id = g.event_id
    where g.token_hash = ${hash} and ${visibleGuests(clock.now())}`);
  if (!row || row.email === wipedAddress(row.id)) throw new AppError("not_found", "absent");
  const { email: _, ...guest } = row;
  return guest;
}
