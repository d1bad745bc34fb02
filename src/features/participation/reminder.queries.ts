import { AppError } from "@/core/app-error.ts";
import { fullMoment } from "@/core/french-dates.ts";
import { visibleEvents } from "@/features/events/index.ts";
import { activeSignUps } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { visibleGuests } from "./guest.policy.ts";
import { toLinkedEvent } from "./guest.queries.ts";
import { readLinkToken } from "./link.rules.ts";
import { findSignUpToTell } from "./participation-mail.queries.ts";
import { DAY_BEFORE, DECENT_HOURS, HOURS_BEFORE_MS, REMINDED_AT_ONCE } from "./reminder.rules.ts";
import type { ReminderPageView } from "./reminder.views.ts";

const ms = (value: number): Sql => sql`${value}::double precision * interval '1 millisecond'`;

/** Shifts `h` of the day after, where it is a decent hour now. Whoever signed up since the reminder was due needs none. */
const dayBefore = (now: Date): Sql => sql`s.reminded_day_at is null
  and h.starts_at > ${now}::timestamptz + ${ms(DAY_BEFORE.latestMs)}
  and h.starts_at <= ${now}::timestamptz + ${ms(DAY_BEFORE.earliestMs)}
  and s.signed_up_at < h.starts_at - ${ms(DAY_BEFORE.earliestMs)}
  and extract(hour from ${now}::timestamptz at time zone e.zone) >= ${DECENT_HOURS.from}
  and extract(hour from ${now}::timestamptz at time zone e.zone) < ${DECENT_HOURS.to}`;

const hoursBefore = (now: Date): Sql => sql`s.reminded_hour_at is null
  and h.starts_at > ${now} and h.starts_at <= ${now}::timestamptz + ${ms(HOURS_BEFORE_MS)}
  and s.signed_up_at < h.starts_at - ${ms(HOURS_BEFORE_MS)}`;

const due = { day_before: dayBefore, hours_before: hoursBefore };
const columns = { day_before: sql`reminded_day_at`, hours_before: sql`reminded_hour_at` };
export type ReminderKind = keyof typeof due;

/**
 * Takes sign-ups that a reminder is due for, and marks them in the same statement: another process takes others. At most
 * `REMINDED_AT_ONCE`, to be asked again until there are none.
 */
export function takeDue(tx: Tx, kind: ReminderKind, now: Date): Promise<{ signUpId: string; startsAt: Date }[]> {
  return tx.$queryRaw(sql`
    with due as (
      select s.id, h.starts_at from shift h join event e on e.id = h.event_id join sign_up s on s.shift_id = h.id
      where ${due[kind](now)} and ${activeSignUps(now)} and coalesce(s.member_id, s.guest_id) is not null
      order by s.id limit ${REMINDED_AT_ONCE} for no key update of s skip locked)
    update sign_up s set ${columns[kind]} = ${now} from due where s.id = due.id
    returning s.id as "signUpId", due.starts_at as "startsAt"`);
}

/** The sign-up of a mail's link, if whoever holds it still sees her event; null for a link that opens nothing. */
export async function findLinkedSignUp(
  token: string,
  tx: Tx = db,
): Promise<{ signUpId: string; eventId: string } | null> {
  const signUpId = readLinkToken("sign-up", token);
  if (!signUpId) return null;
  const [row] = await tx.$queryRaw<{ memberId: string | null; eventId: string }[]>(sql`
    select s.member_id as "memberId", h.event_id as "eventId" from sign_up s join shift h on h.id = s.shift_id
    where s.id = ${signUpId} and coalesce(s.member_id, s.guest_id) is not null`);
  if (!row) return null;
  // A member's law with an account, whoever holds the link signed out; a guest's by her own.
  const law = row.memberId
    ? sql`${visibleEvents(await actorOfMember(row.memberId))}`
    : sql`exists (select 1 from sign_up s join event_guest g on g.id = s.guest_id where s.id = ${signUpId} and ${visibleGuests(clock.now())})`;
  const seen = await tx.$queryRaw<unknown[]>(sql`select 1 from event e where e.id = ${row.eventId} and ${law}`);
  return seen.length === 1 ? { signUpId, eventId: row.eventId } : null;
}

/** What the link of a reminder, of an offer or of a promotion opens, signed in or not. Throws `not_found`. */
export async function getReminderPage(token: string): Promise<ReminderPageView> {
  const linked = await findLinkedSignUp(token);
  const found = linked && (await findSignUpToTell(linked.signUpId));
  if (!found) throw new AppError("not_found", "absent");
  const { told, state, active, shiftEndsAt } = found;
  const now = clock.now();
  const event = toLinkedEvent({ ...told.event, ...(told.shift.alone ? {} : hoursOf(told.shift)) }, now);
  const row = await db.signUp.findUniqueOrThrow({ where: { id: linked.signUpId }, select: { confirmedAt: true } });
  const open = told.event.stage === "published" && shiftEndsAt > now;
  return {
    token,
    event: { ...event, over: shiftEndsAt <= now },
    state,
    size: told.size,
    confirmed: row.confirmedAt !== null,
    offeredUntil: told.offeredUntil ? fullMoment(told.offeredUntil, told.event.zone) : null,
    can: {
      confirm: open && active && row.confirmedAt === null,
      accept: open && state === "offered",
      leave: open && state !== "left",
    },
  };
}

const hoursOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({ startsAt, endsAt });
