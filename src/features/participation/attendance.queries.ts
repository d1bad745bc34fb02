import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { idText } from "@/core/text.ts";
import {
  type EventKind,
  type EventStage,
  isFieldAction,
  organisesEvent,
  staffsEvent,
  visibleEvents,
  wasTakenOff,
} from "@/features/events/index.ts";
import { fieldReaches, isSuspended, profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { activeSignUps, listShifts, placesWords } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import type {
  AttendanceShiftView,
  AttendanceView,
  AttendeeView,
  TakenOffView,
  WaitingView,
} from "./attendance.views.ts";
import { isTimeForAttendance } from "./participation.policy.ts";
import { hoursWords, isOneDay, soonWords } from "./participation.rules.ts";

type EventRow = {
  id: string;
  slug: string;
  title: string;
  kind: EventKind;
  stage: EventStage;
  zone: string;
  startsAt: Date;
  endsAt: Date;
  walkIns: number;
};
type SignUpRow = {
  signUpId: string;
  shiftId: string;
  state: "in" | "offered" | "waiting";
  memberId: string | null;
  name: string | null;
  guest: boolean;
  size: number;
  confirmed: boolean;
  attendance: AttendeeView["attendance"];
  offeredUntil: Date | null;
  visible: boolean | null;
  photoId: string | null;
};

/**
 * Who comes to an event, by name, for those who answer for it: no block hides a name from them, but a card that is not
 * theirs to see is not linked. Throws `not_found` for everybody else: to them the list does not exist.
 */
export async function getAttendance(actor: Actor, id: string): Promise<AttendanceView> {
  if (!idText.safeParse(id).success || actor.kind !== "member") throw new AppError("not_found", "absent");
  const now = clock.now();
  const [event] = await readRows<EventRow>(sql`
    select e.id, e.slug, e.title, e.kind, e.stage, e.zone, e.starts_at as "startsAt", e.ends_at as "endsAt",
      e.walk_ins as "walkIns"
    from event e where e.id = ${id} and ${visibleEvents(actor)} and (${organisesEvent(actor)} or ${staffsEvent(actor)})`);
  if (!event) throw new AppError("not_found", "absent");
  const { zone, stage } = event;
  const [shifts, signUps, maybe, takenOff] = await Promise.all([
    listShifts(actor, [id]).then((found) => found.get(id) ?? []),
    listSignUps(actor, id, now),
    listMaybe(actor, id, now),
    stage === "published" && event.endsAt > now ? listTakenOff(id, now) : [],
  ]);
  const withDay = !isOneDay(shifts, zone);
  const noting = (startsAt: Date) => stage !== "cancelled" && isTimeForAttendance(startsAt, now);
  const expected = signUps.filter(({ state }) => state === "in");
  const people = (rows: readonly SignUpRow[]) => rows.reduce((sum, { size }) => sum + size, 0);
  const noted = (what: AttendeeView["attendance"]) => people(expected.filter(({ attendance }) => attendance === what));
  return {
    event: {
      id,
      slug: event.slug,
      title: event.title,
      when: hoursWords(event, zone, true),
      field: isFieldAction(event.kind),
      cancelled: stage === "cancelled",
    },
    shifts: shifts.map((shift): AttendanceShiftView => {
      const on = signUps.filter(({ shiftId }) => shiftId === shift.id);
      const hours = hoursWords(shift, zone, withDay);
      const { count, missing } = placesWords(shift);
      return {
        id: shift.id,
        title: shift.label || hours,
        hours: shift.label ? hours : null,
        ...{ count, missing },
        attendees: on.filter(({ state }) => state === "in").map(toAttendee),
        waiting: on
          .filter(({ state }) => state !== "in")
          .sort((a, b) => Number(a.state === "waiting") - Number(b.state === "waiting"))
          .map((row): WaitingView => {
            const held = row.offeredUntil && soonWords(row.offeredUntil, now, zone);
            return { ...toAttendee(row), held };
          }),
        now: noting(shift.startsAt),
        over: shift.endsAt <= now,
      };
    }),
    counts: { expected: people(expected), present: noted("present"), absent: noted("absent"), unknown: noted(null) },
    walkIns: event.walkIns,
    takenOff,
    maybe: maybe.map(({ id: memberId, name, visible }) => ({
      name,
      href: visible ? paths.member({ id: memberId, name }) : null,
    })),
    noting: noting(event.startsAt),
  };
}

function toAttendee(row: SignUpRow): AttendeeView {
  const { signUpId, memberId, size, guest, confirmed, attendance, photoId } = row;
  const name = row.name ?? "Compte supprimé";
  const seen = row.visible && memberId !== null;
  return {
    ...{ signUpId, name, size, guest, confirmed, attendance },
    href: seen ? paths.member({ id: memberId, name }) : null,
    photo: seen && photoId ? paths.api.memberPhoto(memberId, photoId) : null,
  };
}

/** Those with a place, in the order of their names; then those who wait, in the order of their arrival. */
function listSignUps(actor: Actor, eventId: string, now: Date): Promise<SignUpRow[]> {
  return readRows<SignUpRow>(sql`
    select s.id as "signUpId", s.shift_id as "shiftId", s.state, s.member_id as "memberId", coalesce(m.name, q.name) as name,
      s.guest_id is not null as guest, s.size, s.confirmed_at is not null as confirmed, s.attendance,
      s.offered_until as "offeredUntil", m.id is not null and ${visibleProfiles(actor)} as visible,
      case when ${fieldReaches("photo", actor)} then p.photo_id end as "photoId"
    from shift h join event e on e.id = h.event_id join sign_up s on s.shift_id = h.id
    left join member m on m.id = s.member_id ${profileOf}
    left join event_guest q on q.id = s.guest_id
    where h.event_id = ${eventId} and (${activeSignUps(now)} or (s.state in ('offered', 'waiting') and h.removed_at is null
      and (m.id is null or (m.erased_at is null and not ${isSuspended(now)}))))
    order by case when s.state = 'in' then lower(coalesce(m.name, q.name)) end, s.arrival`);
}

/** Those whom an organiser took off the list and who have not been let back in: once each, by their last removal. */
function listTakenOff(eventId: string, now: Date): Promise<TakenOffView[]> {
  return readRows(sql`
    select * from (
      select distinct on (coalesce(s.member_id, s.guest_id)) s.id as "signUpId", coalesce(m.name, q.name) as name
      from event e join shift h on h.event_id = e.id join sign_up s on s.shift_id = h.id
      left join member m on m.id = s.member_id and m.erased_at is null and not ${isSuspended(now)}
      left join event_guest q on q.id = s.guest_id
      where e.id = ${eventId} and s.left_because = 'removed' and s.restored_at is null and coalesce(m.id, q.id) is not null
        and (m.id is null or ${wasTakenOff(sql`m.id`)}) and h.removed_at is null
      order by coalesce(s.member_id, s.guest_id), s.left_at desc) off
    order by lower(name), "signUpId"`);
}

/** Those who said that they may come. */
function listMaybe(
  actor: Actor,
  eventId: string,
  now: Date,
): Promise<{ id: string; name: string; visible: boolean }[]> {
  return readRows(sql`
    select m.id, m.name, ${visibleProfiles(actor)} as visible
    from event_answer a join member m on m.id = a.member_id ${profileOf}
    where a.event_id = ${eventId} and a.answer = 'maybe' and m.erased_at is null and not ${isSuspended(now)}
    order by lower(m.name), m.id`);
}
