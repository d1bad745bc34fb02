import { type Actor, visitor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { fullMoment } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { kindWords, visibleEvents } from "@/features/events/index.ts";
import { listShifts, type ShiftView } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, readRows, sql } from "@/platform/db/client.ts";
import { canActAsGuest, canChangeAsGuest, canConfirmAsGuest, visibleGuests } from "./guest.policy.ts";
import { confirmToken, manageToken, UNCONFIRMED_MS, wipedAddress } from "./guest.rules.ts";
import type { GuestPageView, GuestPlace, LinkedEvent, OfferedShift } from "./guest.views.ts";
import { hashOfToken, readLinkToken } from "./link.rules.ts";
import { findSignUpToTell, forWhoComes, toldEvent } from "./participation-mail.queries.ts";
import type { ToldSignUp } from "./participation-mail.rules.ts";
import { placeWords, type ToldEvent, whenWords } from "./told-event.rules.ts";

const absent = () => new AppError("not_found", "absent");

type Row = ToldEvent & {
  guestId: string;
  eventId: string;
  email: string;
  shiftId: string;
  size: number;
  confirmedAt: Date | null;
  place: (Omit<GuestPlace, "offeredUntil"> & { offeredUntil: string | null }) | null;
  lastLeft: string | null;
};

/** What the link of a guest opens. Throws `not_found` for one that opens nothing: hidden and absent are one answer. */
export async function getGuestPage(token: string): Promise<GuestPageView> {
  const [row] = await db.$queryRaw<Row[]>(sql`
    select ${toldEvent}, g.id as "guestId", e.id as "eventId", g.email, g.shift_id as "shiftId", g.size,
      g.confirmed_at as "confirmedAt",
      (select json_build_object('state', s.state, 'shiftId', s.shift_id, 'size', s.size, 'offeredUntil', s.offered_until)
        from sign_up s where s.guest_id = g.id and s.state <> 'left' limit 1) as place,
      (select case when s.restored_at is null then s.left_because::text end from sign_up s where s.guest_id = g.id and s.state = 'left'
        order by s.left_at desc limit 1) as "lastLeft"
    from event_guest g join event e on e.id = g.event_id
    where g.token_hash = ${hashOfToken(token)} and ${visibleGuests(clock.now())}`);
  if (!row) return spentPage(token);
  const told = forWhoComes({ ...row, id: row.eventId }, row.place?.state === "in");
  const event = toLinkedEvent(told, clock.now());
  if (row.email === wipedAddress(row.guestId)) return { kind: "gone", event };
  const shifts = (await listShifts(visitor, [row.eventId])).get(row.eventId) ?? [];
  const { place, confirmedAt, lastLeft, stage } = row;
  const guest = { stage, over: event.over, confirmedAt, signUp: place, lastLeft };
  const asked = shifts.find(({ id }) => id === row.shiftId);
  return {
    kind: "open",
    token,
    event,
    confirmed: confirmedAt !== null,
    asked: { shift: asked ? shiftWords(asked, row.zone) : "", size: row.size },
    place: place && {
      ...place,
      offeredUntil: place.offeredUntil ? fullMoment(new Date(place.offeredUntil), row.zone) : null,
    },
    removed: !place && lastLeft === "removed",
    shifts: shifts.map((shift) => toOfferedShift(shift, row.zone, clock.now())).filter((shift) => shift !== null),
    can: {
      confirm: canConfirmAsGuest(visitor, guest).allowed && asked !== undefined,
      change: canChangeAsGuest(visitor, guest).allowed,
      accept: place?.state === "offered" && canActAsGuest(visitor, guest).allowed,
      leave: true,
    },
  };
}

/** Somebody comes back by her first link: it was hers, and serves no more. */
async function spentPage(token: string): Promise<GuestPageView> {
  const id = readLinkToken("guest-confirm", token);
  const found = await db.eventGuest.findUnique({ where: { id: id ?? "" }, select: { confirmedAt: true } });
  if (!found?.confirmedAt) throw absent();
  return { kind: "spent" };
}

export function toLinkedEvent(event: ToldEvent, now: Date): LinkedEvent {
  const { title, kind, meetingPoint, online, onlineUrl, zone, stage, reason } = event;
  return {
    ...{ title, meetingPoint, online, onlineUrl },
    kind: kindWords[kind],
    when: whenWords(event, zone),
    place: placeWords(event),
    path: paths.event(event),
    cancelled: stage === "cancelled" ? { reason } : null,
    over: event.endsAt <= now,
  };
}

/** How a shift is named where one chooses: its name, its hours. */
const shiftWords = ({ label, ...hours }: ShiftView, zone: string): string =>
  label ? `${label} (${whenWords(hours, zone)})` : whenWords(hours, zone);

/** A shift that one may still ask for; null once it is over. */
export function toOfferedShift(shift: ShiftView, zone: string, now: Date): OfferedShift | null {
  if (shift.endsAt <= now) return null;
  const full = shift.maximum !== null && (shift.taken >= shift.maximum || shift.waiting > 0);
  return { id: shift.id, words: shiftWords(shift, zone), full };
}

/** The shifts that a visitor may ask for on an event that she sees; null where there are no guests, or no more. */
export async function findGuestForm(
  actor: Actor,
  eventId: string,
): Promise<{ eventId: string; shifts: OfferedShift[] } | null> {
  if (actor.kind !== "visitor") return null;
  const now = clock.now();
  const [event] = await readRows<{ zone: string }>(sql`
    select e.zone from event e where e.id = ${eventId} and e.stage = 'published' and e.ends_at > ${now} and ${visibleEvents(actor)}`);
  if (!event) return null;
  const shifts = ((await listShifts(actor, [eventId])).get(eventId) ?? [])
    .map((shift) => toOfferedShift(shift, event.zone, now))
    .filter((shift) => shift !== null);
  return shifts.length > 0 ? { eventId, shifts } : null;
}

/** The mail that an asking brings, as things are when it leaves; null when nobody is left to write to. */
export async function findGuestToTell(guestId: string): Promise<{
  to: string;
  confirmed: boolean;
  state: GuestPlace["state"] | null;
  told: ToldSignUp;
  confirmPath: string;
  /** Until when she may confirm. */
  confirmBefore: Date;
} | null> {
  type Told = ToldEvent & {
    eventId: string;
    email: string;
    size: number;
    askedAt: Date;
    confirmedAt: Date | null;
    signUpId: string | null;
    state: GuestPlace["state"] | null;
    label: string;
    alone: boolean;
    shiftStartsAt: Date;
    shiftEndsAt: Date;
  };
  const [row] = await db.$queryRaw<Told[]>(sql`
    select ${toldEvent}, e.id as "eventId", g.email, g.size, g.asked_at as "askedAt", g.confirmed_at as "confirmedAt", s.id as "signUpId", s.state,
      h.label, h.starts_at as "shiftStartsAt", h.ends_at as "shiftEndsAt",
      (select count(*) = 1 from shift o where o.event_id = e.id and o.removed_at is null) as alone
    from event_guest g join event e on e.id = g.event_id join shift h on h.id = g.shift_id
    left join sign_up s on s.guest_id = g.id and s.state <> 'left'
    where g.id = ${guestId} and ${visibleGuests(clock.now())} and e.stage = 'published'`);
  if (!row || row.email === wipedAddress(guestId)) return null;
  const confirmPath = paths.guest(confirmToken(guestId));
  const confirmBefore = new Date(row.askedAt.getTime() + UNCONFIRMED_MS);
  const common = { to: row.email, confirmed: row.confirmedAt !== null, state: row.state, confirmPath, confirmBefore };
  const held = row.signUpId ? await findSignUpToTell(row.signUpId) : null;
  if (held) return { ...common, told: held.told };
  const managePath = paths.guest(manageToken(guestId));
  return {
    ...common,
    told: {
      event: forWhoComes({ ...row, id: row.eventId }, false),
      shift: { startsAt: row.shiftStartsAt, endsAt: row.shiftEndsAt, label: row.label, alone: row.alone },
      size: row.size,
      offeredUntil: null,
      leftWords: "",
      managePath,
      answerPath: managePath,
      guest: true,
    },
  };
}

/** Forgets who never confirmed. Answers how many. */
export async function forgetUnconfirmed(askedBefore: Date): Promise<number> {
  const { count } = await db.eventGuest.deleteMany({ where: { confirmedAt: null, askedAt: { lt: askedBefore } } });
  return count;
}

/**
 * Wipes the guests of what ended before a moment. Places that they had stay counted, nameless; who still waited is off
 * the list. Answers how many.
 */
export async function wipeGuests(endedBefore: Date): Promise<number> {
  const now = clock.now();
  return db.$transaction(async (tx) => {
    const past = sql`select g.id from event_guest g join event e on e.id = g.event_id where e.ends_at < ${endedBefore}`;
    await tx.$executeRaw(sql`
      update sign_up set state = 'left', left_at = ${now}, left_because = 'expired'
      where guest_id in (${past}) and state = 'waiting'`);
    // What was offered ran out with the beginning: its job ends it, and the next night wipes its guest.
    return tx.$executeRaw(sql`
      delete from event_guest where id in (${past})
        and not exists (select 1 from sign_up s where s.guest_id = event_guest.id and s.state = 'offered')`);
  });
}
