import type { Actor } from "@/core/actor.ts";
import { holds } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import type { Scope } from "@/core/scope.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { STAFF, visibleEvents } from "./event.policy.ts";
import { type PreparedEvent, preparedEvent } from "./organiser.queries.ts";

const PLACES_SIZE = 8;

/** A place that organises an event too, or was asked to. */
export type CoSectionView = {
  scope: Scope;
  name: string;
  askedAt: number;
  answer: "accepted" | "refused" | "waiting";
  /** Whether this reader answers for that place. */
  mine: boolean;
};
export type CoSectionsView = { event: PreparedEvent; places: CoSectionView[] };
type Row = { scope: Scope; name: string; askedAt: Date; accepted: boolean | null };

const placeName = sql`coalesce('Section ' || z.name, 'Fédération ' || f.name, k.scope)`;
const placeJoins = sql`left join section z on z.scope = k.scope left join federation f on 'national/' || f.id = k.scope`;
const toView = (actor: Actor, { accepted, askedAt, ...row }: Row): CoSectionView => ({
  ...row,
  askedAt: askedAt.getTime(),
  answer: accepted === null ? "waiting" : accepted ? "accepted" : "refused",
  mine: holds(actor, STAFF, row.scope),
});

/** The places asked to organise an event too, and what they answered; for those who run it. Throws `not_found`. */
export async function getCoSections(actor: Actor, eventId: string): Promise<CoSectionsView> {
  const event = await preparedEvent(actor, eventId);
  const rows = await readRows<Row>(sql`
    select k.scope, ${placeName} as name, k.asked_at as "askedAt", k.accepted
    from event_co_section k ${placeJoins} where k.event_id = ${eventId} order by k.asked_at, k.scope`);
  return { event, places: rows.map((row) => toView(actor, row)) };
}

/** Of an event that she sees, the places that a reader answers for and that were asked: to accept, refuse, or leave. */
export async function listMyCoSections(actor: Actor, eventId: string): Promise<CoSectionView[]> {
  if (!actor.grants.some(({ role }) => STAFF.includes(role))) return [];
  const rows = await readRows<Row>(sql`
    select k.scope, ${placeName} as name, k.asked_at as "askedAt", k.accepted
    from event_co_section k join event e on e.id = k.event_id ${placeJoins}
    where e.id = ${eventId} and e.stage = 'published' and e.ends_at > ${clock.now()} and ${visibleEvents(actor)}
    order by k.asked_at, k.scope`);
  return rows.map((row) => toView(actor, row)).filter(({ mine }) => mine);
}

/** A request that waits for an answer, on the console of a place. One line for all the dates of a series. */
export type CoSectionRequestView = {
  eventId: string;
  scope: Scope;
  title: string;
  href: string;
  startsAt: number;
  zone: string;
  from: string;
  askedBy: string | null;
  /** How many dates wait with it. */
  dates: number;
};

/** What waits for those in charge of a place: requests to organise events with others. Empty for anybody else. */
export async function listCoSectionRequests(actor: Actor, scope: Scope): Promise<CoSectionRequestView[]> {
  if (!holds(actor, STAFF, scope)) return [];
  type Found = Omit<CoSectionRequestView, "href" | "startsAt"> & { slug: string; startsAt: Date };
  const rows = await readRows<Found>(sql`
    select distinct on (coalesce(e.series_id, e.id)) e.id as "eventId", k.scope, e.slug, e.title, e.starts_at as "startsAt", e.zone,
      coalesce('Section ' || z.name, 'Fédération ' || f.name, 'Toute la France') as from,
      case when b.erased_at is null then b.name end as "askedBy",
      count(*) over (partition by coalesce(e.series_id, e.id))::int as dates
    from event_co_section k join event e on e.id = k.event_id left join member b on b.id = k.asked_by_id
    left join section z on z.scope = e.scope left join federation f on 'national/' || f.id = e.scope
    where k.scope = ${scope} and k.answered_at is null and e.stage = 'published' and e.ends_at > ${clock.now()}
      and ${visibleEvents(actor)}
    order by coalesce(e.series_id, e.id), e.starts_at limit 50`);
  return rows
    .map(({ slug, startsAt, ...row }) => ({
      ...row,
      startsAt: startsAt.getTime(),
      href: `${paths.event({ id: row.eventId, slug })}#avec`,
    }))
    .sort((a, b) => a.startsAt - b.startsAt);
}

/** Sections and federations whose name holds these words, that an event could be organised with; for those who run it. */
export async function findPlacesToAsk(
  actor: Actor,
  eventId: string,
  q: string,
): Promise<{ scope: Scope; name: string }[]> {
  const event = await preparedEvent(actor, eventId);
  const asked = q.replace(/\p{C}/gu, " ").trim().slice(0, 80);
  if (asked.length < 2 || !event.ahead) return [];
  const words = `%${asked.replace(/[\\%_]/g, "\\$&")}%`;
  return readRows<{ scope: Scope; name: string }>(sql`
    select k.scope, k.name from (
      select 'national/' || f.id as scope, 'Fédération ' || f.name as name, f.name as bare, 0 as rank from federation f
      union all select s.scope, 'Section ' || s.name, s.name, 1 from section s) k
    where unaccent(k.bare) ilike unaccent(${words}) and not ${sqlCovers(sql`k.scope`, sql`${event.scope}::text`)}
      and not exists (select 1 from event_co_section c where c.event_id = ${eventId} and c.scope = k.scope)
    order by k.rank, length(k.bare), k.bare, k.scope limit ${PLACES_SIZE}`);
}
