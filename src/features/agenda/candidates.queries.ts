import type { Actor } from "@/core/actor.ts";
import { federationScope, NATIONAL, type Scope } from "@/core/scope.ts";
import { type EventKind, visibleEvents } from "@/features/events/index.ts";
import { clock } from "@/platform/clock.ts";
import { join, readRows, type Sql, sql } from "@/platform/db/client.ts";
import type { Cursor } from "./agenda.schema.ts";
import type { Point } from "./event-card.queries.ts";

/** Which events are looked at. */
export type Source =
  | { of: "member"; id: string }
  /** Of exactly this place, its own or organised by it with another. */
  | { of: "scope"; scope: Scope }
  /** Of a federation and of its sections. */
  | { of: "federation"; scope: Scope }
  /** Organised by this group; by any of those that this member is in. */
  | { of: "group"; id: string }
  | { of: "groups"; memberId: string }
  /** Open to everybody; for a member, what every member may see too. */
  | { of: "everybody"; member: boolean }
  | { of: "around"; point: Point; km: number };

export type Wish = {
  /** What begins at this moment or later… */
  from: Date;
  /** …and before this one. */
  before?: Date | undefined;
  after?: Cursor | undefined;
  kind?: EventKind | undefined;
  /** Only those that still need people. */
  missing?: boolean | undefined;
  limit: number;
};

/** Of each way in, so many events are looked at, in order: what a page costs does not grow with the agenda. */
const CONSIDERED = { plain: 80, filtered: 300, wide: 1_500 };
/** How much of an id a page's end tells, when that event may be hidden: enough to go on from, not to find it. */
const EDGE_LETTERS = 3;
/** Beyond this the communes around are thousands: events are looked at in order, wherever they are. */
const WIDE_KM = 60;
const KM_PER_DEGREE = 111.2;
/** An event's own point may lie that far from its commune's. */
const AROUND_A_COMMUNE_KM = 8;
/** Of what began before now, so many are asked whether they still run; none lasts longer than this. */
const RUNNING = { considered: 60, ms: 15 * 24 * 3_600_000 };

export type Chosen = { ids: string[]; next: Cursor | null };
type Row = { id: string; starts_at: Date; edge: boolean };

/**
 * The ids of a page of events that the actor may see, by beginning. Candidates come from narrow indexes in order, so many
 * from each; beyond the nearest end of those that had more, nothing is known: the page ends there and the next goes on.
 */
export async function chooseEvents(actor: Actor, source: Source, wish: Wish): Promise<Chosen> {
  const least = wish.kind || wish.missing ? CONSIDERED.filtered : CONSIDERED.plain;
  const considered = Math.max(wish.limit + 1, isWide(source) ? CONSIDERED.wide : least);
  const { from, before, after } = wish;
  const window = sql`e.starts_at >= ${from}::timestamptz
    ${after ? sql`and (e.starts_at, e.id) > (${after.at}::timestamptz, ${after.id}::text)` : sql``}
    ${before ? sql`and e.starts_at < ${before}::timestamptz` : sql``}`;
  const branches = branchesOf(source, window, considered).map(
    (branch, n) => [name(n), sql`${name(n)} as materialized (${branch})`] as const,
  );
  const all = branches.map(([branch]) => sql`select id, starts_at from ${branch}`);
  const ends = branches.map(
    ([branch]) =>
      sql`(select starts_at, id from ${branch} order by starts_at, id offset ${literal(considered - 1)} limit 1)`,
  );
  const filters = [
    visibleEvents(actor),
    ...(wish.kind ? [sql`e.kind = ${wish.kind}::event_kind`] : []),
    ...(wish.missing ? [missesPeople(clock.now())] : []),
    ...(source.of === "around" ? [within(source)] : []),
  ];
  // Planned once for each shape: making its plan costs more than running it. So what it counts to stands in its text.
  const rows = await readRows<Row>(
    sql`
    with ${join(branches.map(([, branch]) => branch))},
    edge as materialized (select starts_at, id from (${join(ends, " union all ")}) x order by starts_at, id limit 1),
    candidates as materialized (select * from (${join(all, " union ")}) x
      where not exists (select 1 from edge) or (x.starts_at, x.id) <= (select starts_at, id from edge))
    (select e.id, e.starts_at, false as edge
      from (select * from candidates order by starts_at, id offset 0) k
        cross join lateral (select * from event x where x.id = k.id limit 1) e ${whereItIs(source)}
      where ${join(filters, " and ")} order by k.starts_at, k.id limit ${literal(wish.limit + 1)})
    union all (select id, starts_at, true from edge)`,
    { planned: true },
  );
  const found = rows.filter(({ edge }) => !edge);
  const edge = rows.find((row) => row.edge);
  const last = found[wish.limit - 1];
  if (found.length > wish.limit && last)
    return { ids: found.slice(0, wish.limit).map(({ id }) => id), next: { at: last.starts_at, id: last.id } };
  return {
    ids: found.map(({ id }) => id),
    next: edge ? { at: edge.starts_at, id: edge.id.slice(0, EDGE_LETTERS) } : null,
  };
}

/** The ids of events that began and still run, the latest first. */
export async function chooseRunning(
  actor: Actor,
  source: Source,
  wish: Pick<Wish, "kind" | "missing" | "limit">,
): Promise<string[]> {
  const now = clock.now();
  const window = sql`e.starts_at < ${now}::timestamptz and e.starts_at > ${new Date(now.getTime() - RUNNING.ms)}::timestamptz`;
  const branches = branchesOf(source, window, RUNNING.considered, sql`desc`).map((branch) => sql`(${branch})`);
  const filters = [
    visibleEvents(actor),
    sql`e.ends_at > ${now}`,
    ...(wish.kind ? [sql`e.kind = ${wish.kind}::event_kind`] : []),
    ...(wish.missing ? [missesPeople(now)] : []),
    ...(source.of === "around" ? [within(source)] : []),
  ];
  const rows = await readRows<{ id: string }>(
    sql`
    with candidates as materialized (${join(branches, " union ")})
    select e.id from candidates k cross join lateral (select * from event x where x.id = k.id limit 1) e ${whereItIs(source)}
    where ${join(filters, " and ")} order by e.starts_at, e.id limit ${literal(wish.limit)}`,
    { planned: true },
  );
  return rows.map(({ id }) => id);
}

const isWide = (source: Source): boolean => source.of === "around" && source.km > WIDE_KM;
/** A whole number in the text of a statement, for what decides how it is planned. */
const literal = (whole: number): Sql => sql([String(Math.trunc(whole))]);

const name = (n: number): Sql => [sql`b0`, sql`b1`, sql`b2`, sql`b3`, sql`b4`][n] ?? sql`b5`;
const shown = sql`e.stage in ('published', 'cancelled')`;

/** The ways in, each an index that holds its events in order. `window`: the times that are looked at. */
function branchesOf(source: Source, window: Sql, limit: number, direction: Sql = sql``): Sql[] {
  const by = sql`order by e.starts_at ${direction}, e.id ${direction} limit ${literal(limit)}`;
  const where = (condition: Sql) =>
    sql`select e.id, e.starts_at from event e where ${condition} and ${shown} and ${window} ${by}`;
  const organisedWith = (scope: Scope) => sql`
    select e.id, e.starts_at from event_co_section x join event e on e.id = x.event_id
    where x.scope = ${scope} and x.accepted and ${shown} and ${window} ${by}`;
  switch (source.of) {
    case "scope":
      return [where(sql`e.scope = ${source.scope}`), organisedWith(source.scope)];
    case "federation":
      return [
        where(sql`split_part(e.scope, '/', 2) = ${federationScope(source.scope)?.split("/")[1] ?? ""}`),
        organisedWith(source.scope),
      ];
    case "everybody":
      return [
        where(sql`e.audience = 'everyone'`),
        ...(source.member
          ? [where(sql`e.audience_scope = ${NATIONAL} and e.audience <> 'invited' and e.audience <> 'group'`)]
          : []),
      ];
    case "group":
      return [where(sql`e.group_id = ${source.id}`)];
    case "groups":
      return [
        sql`select e.id, e.starts_at from group_membership b cross join lateral (${where(sql`e.group_id = b.group_id`)}) e
          where b.member_id = ${source.memberId} and b.role >= 'member' ${by}`,
      ];
    case "around":
      return [isWide(source) ? where(sql`true`) : around(source, window, limit, direction)];
    case "member":
      return hers(source.id).map(
        (condition) => sql`select distinct e.id, e.starts_at ${condition} and ${window} ${by}`,
      );
  }
}

/** What a member is part of: signed up, even where it was cancelled since, invited, preparing it, called upon, or perhaps coming. */
const hers = (id: string): Sql[] => [
  sql`from sign_up s join shift h on h.id = s.shift_id join event e on e.id = h.event_id
    where s.member_id = ${id} and (s.state <> 'left' or s.left_because = 'event_cancelled') and ${shown}`,
  // Drafts and proposals too: they are hers to finish.
  sql`from event_organiser o join event e on e.id = o.event_id where o.member_id = ${id}`,
  sql`from event_invitee v join event e on e.id = v.event_id where v.member_id = ${id} and ${shown}`,
  sql`from event_answer w join event e on e.id = w.event_id where w.member_id = ${id} and w.answer = 'maybe' and ${shown}`,
  sql`from event_contact t join event e on e.id = t.event_id where t.member_id = ${id} and ${shown}`,
];

/** Events of the communes around a point: the communes of a rectangle first, then each one's own events in order. */
function around({ point, km }: { point: Point; km: number }, window: Sql, limit: number, direction: Sql): Sql {
  const degrees = (km + AROUND_A_COMMUNE_KM) / KM_PER_DEGREE;
  const east = degrees / Math.max(0.05, Math.cos((point.latitude * Math.PI) / 180));
  const { latitude, longitude } = point;
  return sql`select e.id, e.starts_at from commune c cross join lateral (
      select e.id, e.starts_at from event e where e.commune_code = c.code and ${shown} and ${window}
      order by e.starts_at ${direction}, e.id ${direction} limit ${literal(limit)}) e
    where c.latitude between ${latitude - degrees}::float8 and ${latitude + degrees}::float8
      and c.longitude between ${longitude - east}::float8 and ${longitude + east}::float8
    order by e.starts_at ${direction}, e.id ${direction} limit ${literal(limit)}`;
}

/** The event `e` lies within so many km: its own point where it has one, else its commune's. */
function within({ point, km }: { point: Point; km: number }): Sql {
  return sql`distance_km(${point.latitude}::float8, ${point.longitude}::float8,
    coalesce(e.latitude, c.latitude), coalesce(e.longitude, c.longitude)) <= ${km}::float8`;
}

/** The commune `c` of the event `e`, where a distance is asked for. */
const whereItIs = (source: Source): Sql =>
  source.of === "around"
    ? sql`cross join lateral (select y.latitude, y.longitude from commune y where y.code = e.commune_code limit 1) c`
    : sql``;

/** The event `e` still needs people. */
export const missesPeople = (now: Date): Sql => sql`(e.stage = 'published' and exists (
  select 1 from shift h where h.event_id = e.id and h.removed_at is null and h.needed > h.taken and h.ends_at > ${now}))`;
