import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { idText } from "@/core/text.ts";
import { type EventStage, visibleEvents, wasTakenOff } from "@/features/events/index.ts";
import { type CardRow, cardColumns, profileOf, toCardView, visibleProfiles } from "@/features/profiles/index.ts";
import {
  activeSignUps,
  freePlaces,
  listShifts,
  type MySignUp,
  placesWords,
  type ShiftView,
} from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { ASKED_BEFORE_MS, hoursWords, isOneDay, soonWords } from "./participation.rules.ts";
import type { Clash, LostPlace, MyPlace, PlacesView, PlaceView } from "./places.views.ts";

/** Throws `not_found` unless this actor sees the event. */
export async function requireVisible(actor: Actor, eventId: string): Promise<void> {
  const [row] = await readRows(sql`select 1 from event e where e.id = ${eventId} and ${visibleEvents(actor)}`);
  if (!row) throw new AppError("not_found", "absent");
}

const FACES_SHOWN = 5;

type EventRow = {
  stage: EventStage;
  zone: string;
  startsAt: Date;
  endsAt: Date;
  answer: "maybe" | "no" | null;
  takenOff: boolean;
};
type ClashRow = {
  shiftId: string;
  id: string;
  slug: string;
  title: string;
  zone: string;
  startsAt: Date;
  endsAt: Date;
};
type Coming = { count: number; maybe: number };
type LostRow = { because: LostPlace["because"]; words: string; startsAt: Date; endsAt: Date };

/**
 * The places of an event as this actor may see them: the page and its JSON alike. Numbers for all; names of her own
 * coopains only. Throws `not_found` when the event is hidden or absent.
 */
export async function getPlaces(actor: Actor, input: { id?: string }): Promise<PlacesView> {
  const { data: id } = idText.safeParse(input.id);
  if (!id) throw new AppError("not_found", "absent");
  const now = clock.now();
  const [event] = await readRows<EventRow>(sql`
    select e.stage, e.zone, e.starts_at as "startsAt", e.ends_at as "endsAt",
      (select a.answer from event_answer a where a.event_id = e.id and a.member_id = ${actor.id}) as answer,
      ${wasTakenOff(sql`${actor.id}`)} as "takenOff"
    from event e where e.id = ${id} and ${visibleEvents(actor)}`);
  if (!event) throw new AppError("not_found", "absent");
  const [shifts, clashes, coming, faces, lost] = await Promise.all([
    listShifts(actor, [id]).then((found) => found.get(id) ?? []),
    listClashes(actor, id),
    countComing(id, now),
    listComingCoopains(actor, id, now),
    findLost(actor, id),
  ]);
  const open = event.stage === "published" && event.endsAt > now;
  const withDay = !isOneDay(shifts, event.zone);
  return {
    eventId: id,
    readAt: now.getTime(),
    cancelled: event.stage === "cancelled",
    shifts: shifts.map((shift) => toPlaceView(shift, { zone: event.zone, withDay, now, open, clashes })),
    answer: event.answer,
    lost: lost && { because: lost.because, words: lost.words, hours: hoursWords(lost, event.zone, withDay) },
    coming: { ...coming, coopains: faces.length, faces: faces.slice(0, FACES_SHOWN) },
    takenOff: event.takenOff,
    can: { join: open && actor.kind === "member", signIn: open && actor.kind === "visitor" },
    closed: closedWords(event.stage, open),
  };
}

function closedWords(stage: EventStage, open: boolean): string | null {
  if (open || stage === "cancelled") return null;
  return stage === "published" ? "C’est terminé." : "Les inscriptions ouvriront à la publication.";
}

type Context = { zone: string; withDay: boolean; now: Date; open: boolean; clashes: readonly ClashRow[] };

function toPlaceView(shift: ShiftView, { zone, withDay, now, open, clashes }: Context): PlaceView {
  const hours = hoursWords(shift, zone, withDay);
  const free = freePlaces(shift);
  return {
    id: shift.id,
    title: shift.label || hours,
    hours: shift.label ? hours : null,
    ...placesWords(shift),
    // Nobody is missing where nobody is expected any more, or yet.
    ...(!open && { missing: null }),
    free,
    queues: shift.waiting > 0 || free === 0,
    pairs: shift.maximum === null || shift.maximum > 1,
    over: shift.endsAt <= now,
    mine: shift.mine && toMyPlace(shift.mine, shift, zone, now),
    clashes: clashes.filter(({ shiftId }) => shiftId === shift.id).map((clash) => toClash(clash)),
  };
}

function toMyPlace(mine: MySignUp, { startsAt }: ShiftView, zone: string, now: Date): MyPlace {
  const { signUpId, state, size, signedUpAt, offeredUntil, confirmedAt, ahead } = mine;
  const askedFrom = new Date(startsAt.getTime() - ASKED_BEFORE_MS);
  // Who signed up since then has just said it.
  const asked = askedFrom <= now && startsAt > now && signedUpAt < askedFrom;
  return {
    signUpId,
    state,
    size,
    held: offeredUntil && soonWords(offeredUntil, now, zone),
    ahead,
    confirmed: confirmedAt !== null,
    asked: state === "in" && confirmedAt === null && asked,
  };
}

const toClash = (row: ClashRow): Clash => ({
  title: row.title,
  hours: hoursWords(row, row.zone, true),
  href: paths.event(row),
});

/** Other sign-ups of the actor's own at the hours of each shift of an event. */
async function listClashes(actor: Actor, eventId: string): Promise<ClashRow[]> {
  if (actor.kind !== "member") return [];
  return readRows<ClashRow>(sql`
    select here.id as "shiftId", e.id, e.slug, e.title, e.zone, h.starts_at as "startsAt", h.ends_at as "endsAt"
    from shift here
    join sign_up s on s.member_id = ${actor.id} and s.state <> 'left'
    join shift h on h.id = s.shift_id and h.id <> here.id and h.removed_at is null
      and h.starts_at < here.ends_at and h.ends_at > here.starts_at
    join event e on e.id = h.event_id and e.stage = 'published' and ${visibleEvents(actor)}
    where here.event_id = ${eventId} and here.removed_at is null order by h.starts_at, h.id`);
}

/** How many people come, each once however many shifts she is on, with those who come along; and how many may. */
async function countComing(eventId: string, now: Date): Promise<Coming> {
  const [row] = await readRows<Coming>(sql`
    select (select coalesce(sum(one.size), 0)::int from (
        select max(s.size) as size from shift h join sign_up s on s.shift_id = h.id join event e on e.id = h.event_id
        where h.event_id = ${eventId} and ${activeSignUps(now)}
        group by coalesce(s.member_id, s.guest_id, s.id)) one) as count,
      (select count(*)::int from event_answer a where a.event_id = ${eventId} and a.answer = 'maybe') as maybe`);
  return row ?? { count: 0, maybe: 0 };
}

/** The actor's own coopains who come and whose cards she sees. Nobody else's name leaves for who does not run the event. */
async function listComingCoopains(actor: Actor, eventId: string, now: Date) {
  if (actor.kind !== "member") return [];
  const rows = await readRows<CardRow>(sql`
    select ${cardColumns(actor)}
    from coopain t join member m on m.id = t.other_id ${profileOf} join section s on s.id = m.section_id
    where t.member_id = ${actor.id} and ${visibleProfiles(actor)} and m.id in (
      select s.member_id from shift h join sign_up s on s.shift_id = h.id join event e on e.id = h.event_id
      where h.event_id = ${eventId} and ${activeSignUps(now)})
    order by m.name, m.id`);
  return rows.map(toCardView).map(({ name, photo, href }) => ({ name, photo, href }));
}

/** What an organiser or the clock took from her last on this event, where she has nothing since. */
async function findLost(actor: Actor, eventId: string): Promise<LostRow | null> {
  if (actor.kind !== "member") return null;
  const [row] = await readRows<LostRow>(sql`
    select s.left_because as because, s.left_words as words, h.starts_at as "startsAt", h.ends_at as "endsAt"
    from sign_up s join shift h on h.id = s.shift_id
    where h.event_id = ${eventId} and s.member_id = ${actor.id} and s.left_because in ('removed', 'expired', 'shift_removed')
      and not exists (select 1 from sign_up later join shift l on l.id = later.shift_id
        where l.event_id = h.event_id and later.member_id = s.member_id and later.signed_up_at > s.left_at)
    order by s.left_at desc limit 1`);
  return row ?? null;
}
