import type { Actor, Member } from "@/core/actor.ts";
import { visitor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { clockTime, weekdayAndDay } from "@/core/french-dates.ts";
import { isId } from "@/core/ids.ts";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { federationScope, NATIONAL } from "@/core/scope.ts";
import { type EventKind, type EventStage, kindWords, visibleEvents } from "@/features/events/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, readRows, type Sql, sql } from "@/platform/db/client.ts";
import { env } from "@/platform/env.ts";
import { log } from "@/platform/log.ts";
import { actorOfMember } from "@/platform/session.ts";
import { type CalendarEntry, calendarFile } from "./calendar-file.rules.ts";
import { chooseEvents, type Source } from "./candidates.queries.ts";
import { FEED_PAST_MS, FEED_SIZE, hashOfFeedToken, LEFT_SHOWN_MS } from "./feed.rules.ts";
import { placeFeedInput } from "./feed.schema.ts";

export type CalendarDocument = { name: string; body: string };
export type FeedView = { id: string; createdAt: Date; lastReadAt: Date | null };

/** A member's own feeds, the newest first. */
export async function getCalendarFeeds(actor: Actor): Promise<FeedView[]> {
  if (actor.kind !== "member") throw new AppError("not_found", "absent");
  return db.calendarFeed.findMany({
    where: { memberId: actor.id, revokedAt: null },
    select: { id: true, createdAt: true, lastReadAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}

type Row = {
  id: string;
  slug: string;
  kind: EventKind;
  title: string;
  stage: EventStage;
  sequence: number;
  starts_at: Date;
  ends_at: Date;
  changed_at: Date;
  zone: string;
  address: string;
  meeting_point: string;
  online: boolean;
  online_url: string | null;
  commune: string | null;
  latitude: number | null;
  longitude: number | null;
  /** Why it was cancelled. */
  reason: string | null;
};

const columns = sql`e.id, e.slug, e.kind, e.title, e.stage, e.sequence, e.starts_at, e.ends_at, e.changed_at, e.zone,
  e.address, e.meeting_point, e.online_url is not null as online, e.online_url, c.name as commune,
  coalesce(e.latitude, c.latitude) as latitude, coalesce(e.longitude, c.longitude) as longitude,
  case when e.stage = 'cancelled' then (select x.reason from event_change x
    where x.event_id = e.id and x.kind = 'cancelled' order by x.at desc limit 1) end as reason`;

/** What a member has to do with an event, over all its shifts. */
type Part = {
  states: string[] | null;
  shift_starts: Date | null;
  shift_ends: Date | null;
  left_at: Date | null;
  signed_up_at: Date | null;
  organises: boolean;
  maybe: boolean;
};

const partOf = (memberId: string): Sql => sql`
  s.states, s.shift_starts, s.shift_ends, s.left_at, s.signed_up_at,
  exists (select 1 from event_organiser o where o.event_id = e.id and o.member_id = ${memberId}) as organises,
  exists (select 1 from event_answer w where w.event_id = e.id and w.member_id = ${memberId} and w.answer = 'maybe') as maybe`;
/** Her sign-ups on the event `e`, those that she left a while ago apart. Hours are those of what she is still on. */
const signUpsOf = (memberId: string, leftSince: Date): Sql => sql`
  left join lateral (
    select array_agg(s.state::text) as states, max(s.left_at) as left_at, max(s.signed_up_at) as signed_up_at,
      min(h.starts_at) filter (where s.state <> 'left') as shift_starts,
      max(h.ends_at) filter (where s.state <> 'left') as shift_ends
    from shift h join sign_up s on s.shift_id = h.id
    where h.event_id = e.id and s.member_id = ${memberId} and (s.state <> 'left' or s.left_at > ${leftSince})) s on true`;

/** The calendar behind a secret address: what she signed up for, prepares, may come to, or left lately; and nothing else. */
export async function getMemberFeed(_reader: Actor, { jeton = "" }: { jeton?: string }): Promise<CalendarDocument> {
  const tokenHash = hashOfFeedToken(jeton);
  const feed = tokenHash && (await db.calendarFeed.findUnique({ where: { tokenHash } }));
  if (!feed || feed.revokedAt) throw new AppError("not_found", "absent");
  const owner = await actorOfMember(feed.memberId);
  if (owner.kind !== "member") throw new AppError("not_found", "absent"); // suspended, or erased
  const now = clock.now();
  if (!feed.lastReadAt || now.getTime() - feed.lastReadAt.getTime() > 3_600_000) noteRead(feed.id, now);
  // An address opens no mandate: what she sees by it is what any member in her place would.
  const member: Member = { ...owner, grants: [] };
  const leftSince = new Date(now.getTime() - LEFT_SHOWN_MS);
  const rows = await readRows<Row & Part>(sql`
    with hers as (
      select h.event_id as id from sign_up s join shift h on h.id = s.shift_id
        where s.member_id = ${member.id} and (s.state <> 'left' or s.left_at > ${leftSince})
      union select o.event_id from event_organiser o where o.member_id = ${member.id}
      union select w.event_id from event_answer w where w.member_id = ${member.id} and w.answer = 'maybe')
    select ${columns}, ${partOf(member.id)}
    from hers join event e on e.id = hers.id left join commune c on c.code = e.commune_code
      ${signUpsOf(member.id, leftSince)}
    where e.stage in ('published', 'cancelled') and e.ends_at > ${new Date(now.getTime() - FEED_PAST_MS)}
      and ${visibleEvents(member)} order by e.starts_at desc, e.id limit ${FEED_SIZE}`);
  return fileOf(`${organisation.name} : mon agenda`, "mon-agenda", rows.map(toOwnEntry));
}

/** The public calendar of a place: what everybody may read there, whoever asks. */
export async function getPlaceFeed(_reader: Actor, input: { lieu?: string }): Promise<CalendarDocument> {
  const asked = placeFeedInput.safeParse(input);
  if (!asked.success) throw new AppError("not_found", "absent");
  const scope = asked.data.lieu;
  const name = await nameOfPlace(scope);
  const source: Source =
    scope === NATIONAL
      ? { of: "everybody", member: false }
      : { of: federationScope(scope) === scope ? "federation" : "scope", scope };
  const from = new Date(clock.now().getTime() - LEFT_SHOWN_MS);
  const { ids } = await chooseEvents(visitor, source, { from, limit: FEED_SIZE });
  const rows = await readRows<Row>(sql`
    select ${columns} from event e left join commune c on c.code = e.commune_code
    where e.id = any(${ids}::text[]) and ${visibleEvents(visitor)} order by e.starts_at, e.id`);
  return fileOf(
    `${organisation.name} : ${name}`,
    "agenda",
    rows.map((row) => toEntry(row, "confirmed")),
  );
}

/** One event as a file for any calendar, with her own hours where she signed up. Throws `not_found`. */
export async function getEventFile(actor: Actor, { id = "" }: { id?: string }): Promise<CalendarDocument> {
  if (!isId(id)) throw new AppError("not_found", "absent");
  const memberId = actor.kind === "member" ? actor.id : "";
  const rows = await readRows<Row & Part>(sql`
    select ${columns}, ${partOf(memberId)}
    from event e left join commune c on c.code = e.commune_code ${signUpsOf(memberId, clock.now())}
    where e.id = ${id} and e.stage in ('published', 'cancelled') and ${visibleEvents(actor)}`);
  const [row] = rows;
  if (!row) throw new AppError("not_found", "absent");
  const entry = row.states || row.organises ? toOwnEntry(row) : toEntry(row, "confirmed");
  return fileOf(row.title, row.slug, [entry]);
}

function fileOf(title: string, name: string, entries: readonly CalendarEntry[]): CalendarDocument {
  return { name: `${name}.ics`, body: calendarFile(title, new URL(env().APP_ORIGIN).host, entries) };
}

function toOwnEntry(row: Row & Part): CalendarEntry {
  const states = row.states ?? [];
  const held = states.filter((state) => state !== "left");
  const left = states.length > 0 && held.length === 0 && !row.organises && !row.maybe;
  const sure = held.includes("in") || (row.organises && held.length === 0);
  const entry = toEntry(row, left ? "cancelled" : sure ? "confirmed" : "tentative");
  const own = held.includes("offered")
    ? "Une place t’attend : confirme-la sur la page de l’événement."
    : held.includes("in") || !held.includes("waiting")
      ? ""
      : "Tu es en liste d’attente.";
  // Only who comes, or prepares it, is told where it is on line.
  const link = row.online_url && (held.includes("in") || row.organises) ? `En ligne : ${row.online_url}` : "";
  const moments = [entry.changedAt, row.left_at, row.signed_up_at].flatMap((date) => (date ? [date.getTime()] : []));
  return {
    ...entry,
    // Giving up is a change too: calendars take a higher number over.
    sequence: row.sequence + (left ? 1 : 0),
    changedAt: new Date(Math.max(...moments)),
    startsAt: row.shift_starts ?? row.starts_at,
    endsAt: row.shift_ends ?? row.ends_at,
    lines: [left ? "Tu n’y vas plus." : own, ...entry.lines.slice(0, -1), link, ...entry.lines.slice(-1)],
  };
}

function toEntry(row: Row, status: CalendarEntry["status"]): CalendarEntry {
  const { latitude, longitude, commune, zone } = row;
  const spot = [row.meeting_point, row.address, commune].filter(Boolean).join(", ");
  const url = env().APP_ORIGIN + paths.event(row);
  return {
    id: row.id,
    sequence: row.sequence,
    changedAt: row.changed_at,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    title: row.title,
    kind: kindWords[row.kind],
    status: row.stage === "cancelled" ? "cancelled" : status,
    lines: [
      row.stage === "cancelled" && row.reason ? `Annulé : ${row.reason}` : "",
      `${kindWords[row.kind]}, ${weekdayAndDay(row.starts_at, zone)} à ${clockTime(row.starts_at, zone)}`,
      row.meeting_point ? `Rendez-vous : ${row.meeting_point}` : "",
      url,
    ],
    where: spot || (row.online ? "En ligne" : ""),
    point: latitude === null || longitude === null ? null : { latitude, longitude },
    url,
  };
}

async function nameOfPlace(scope: string): Promise<string> {
  if (scope === NATIONAL) return "toute la France";
  const [row] = await readRows<{ name: string }>(sql`
    select 'section ' || name as name from section where scope = ${scope}
    union all select 'fédération ' || name from federation where ${scope} = 'national/' || id`);
  if (!row) throw new AppError("not_found", "absent");
  return row.name;
}

function noteRead(id: string, now: Date): void {
  db.calendarFeed
    .update({ where: { id }, data: { lastReadAt: now } })
    .catch((error: unknown) => log.warn({ err: error }, "calendar feed not noted as read"));
}
