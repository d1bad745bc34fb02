import { homesOf, type Member } from "@/core/actor.ts";
import { visibleDebates } from "@/features/debates/index.ts";
import { visibleEvents } from "@/features/events/index.ts";
import { myGroupIds } from "@/features/groups/index.ts";
import { visiblePosts } from "@/features/posts/index.ts";
import { join, readRows, type Sql, sql } from "@/platform/db/client.ts";
import type { FeedFilter, FeedPoint } from "./feed.rules.ts";

export type FeedKind = "post" | "debate" | "event";
/** Something of the feed, by its id. `mine`: the reader published it herself. */
export type Chosen = { kind: FeedKind; id: string; at: Date; mine: boolean };
type Row = Chosen & { seen: boolean };

/** Which part of the feed: older than a point, or newer than it. */
export type Wish = {
  filter: FeedFilter;
  limit: number;
  after?: FeedPoint | undefined;
  newerThan?: FeedPoint | undefined;
};

/** Beyond a page, so many more are looked at: what the law takes away seldom leaves a page short. */
const SLACK = 12;
/** Posts of each wall or profile that are looked at before it is known whose more are needed. */
const FEW = 4;
/** Times that a page goes on looking when the law took away more than that. */
const ROUNDS = 4;
/** How much of a hidden thing's id an address tells: enough to go on from, not to find it. */
const EDGE_LETTERS = 3;
/** No id comes after this one. */
const LAST_ID = "zzzzzzzzzzzz";

/** Values that decide how a statement is planned stand in its text. */
const literal = (whole: number): Sql => sql([String(Math.trunc(whole))]);

/**
 * The ids of a part of a member's feed, the newest first, and where the next part begins: null when there is none. What
 * is shown is what each one's own page would show her.
 */
export async function chooseFeed(member: Member, wish: Wish): Promise<{ items: Chosen[]; next: FeedPoint | null }> {
  let { found: items, next } = await choosePart(member, wish);
  for (let round = 1; next && !wish.newerThan && items.length <= wish.limit && round < ROUNDS; round++) {
    const part = await choosePart(member, { ...wish, after: next });
    items = [...items, ...part.found];
    next = part.next;
  }
  const last = items[wish.limit - 1];
  if (items.length > wish.limit && last)
    return { items: items.slice(0, wish.limit), next: { at: last.at, id: last.id } };
  return { items, next };
}

/** One statement: the newest of each source by its index, merged; the law is asked of those, in order, until the page is full. */
async function choosePart(member: Member, wish: Wish): Promise<{ found: Chosen[]; next: FeedPoint | null }> {
  const considered = wish.limit + SLACK;
  const { tables, branches } = sourcesOf(member, wish, considered);
  const rows = await readRows<Row>(
    sql`
    with ${join([
      ...tables,
      sql`candidates as materialized (
        select distinct kind, id, at, author_id from (${join(
          branches.map((branch) => sql`(${branch})`),
          " union all ",
        )}) x order by at desc, id desc limit ${literal(considered)})`,
    ])},
    found as materialized (
      select c.kind, c.id, c.at, c.author_id from (select * from candidates order by at desc, id desc offset 0) c
      where case c.kind
        when 'post' then (select ${visiblePosts(member)} from post w where w.id = c.id)
        when 'debate' then (select ${visibleDebates(member)} from debate d where d.id = c.id)
        else (select ${visibleEvents(member)} from event e where e.id = c.id) end
      order by c.at desc, c.id desc limit ${literal(wish.limit + 1)})
    select kind, id, at, coalesce(author_id = ${member.id}, false) as mine, true as seen from found
    union all
    (select kind, id, at, false, false from candidates order by at desc, id desc offset ${literal(considered - 1)})`,
    { planned: true },
  );
  const found = rows.filter(({ seen }) => seen).map(({ seen: _, ...item }) => item);
  const edge = rows.find(({ seen }) => !seen);
  if (!edge) return { found, next: null };
  const isShown = found.some(({ id }) => id === edge.id);
  const id = isShown ? edge.id : (edge.id.slice(0, EDGE_LETTERS) + LAST_ID).slice(0, LAST_ID.length);
  return { found, next: { at: edge.at, id } };
}

/** The groups whose walls and events a filter keeps. */
function wallsOf(member: Member, filter: FeedFilter): Sql {
  if (filter === "section") return sql`select g.id from member_group g where g.place = ${member.section.scope}`;
  if (filter === "groupes")
    return sql`select b.group_id as id from group_membership b where b.member_id = ${member.id}`;
  return sql`select distinct x.id from ${myGroupIds(member)} as x`;
}

/** The ways in that a filter keeps: each gives its newest, in order, from an index that holds them so. */
function sourcesOf(member: Member, wish: Wish, limit: number): { tables: Sql[]; branches: Sql[] } {
  const range = (at: Sql, id: Sql): Sql => {
    const { newerThan, after } = wish;
    if (newerThan) return sql`(${at}, ${id}) > (${newerThan.at}::timestamptz, ${newerThan.id}::text)`;
    return after ? sql`(${at}, ${id}) < (${after.at}::timestamptz, ${after.id}::text)` : sql`true`;
  };
  const newest = (each: Sql) => sql`${each} order by at desc, id desc limit ${literal(limit)}`;
  const homes = wish.filter === "section" ? [member.section.scope] : homesOf(member);
  const places = sql`unnest(${homes}::text[]) as h(scope)`;
  const begins = range(sql`w.created_at`, sql`w.id`);
  // What is older than one of a page is of the page's time, unless the page has an end.
  const ofPosts = { begins, goesOn: wish.newerThan ? begins : sql`true` };

  const walls = sql`walls as materialized (${wallsOf(member, wish.filter)})`;
  const onWalls = postsOf(wallNames, sql`walls`, sql`w.group_id = o.id`, ofPosts, limit);
  const herself = wish.filter === "coopains" ? sql`` : sql`union all select ${member.id}`;
  const people = sql`(select t.other_id as id from coopain t where t.member_id = ${member.id} ${herself})`;
  const hers = sql`w.author_id = o.id and w.group_id is null`;
  const onProfiles = postsOf(profileNames, people, hers, ofPosts, limit);

  const debates = newest(sql`select p.* from ${places} cross join lateral (
    select 'debate' as kind, d.id, d.opens_at as at, d.opened_by_id as author_id from debate d
    where d.scope = h.scope and d.phase <> 'upcoming' and ${range(sql`d.opens_at`, sql`d.id`)}
    order by d.opens_at desc, d.id desc limit ${literal(limit)}) p`);

  const event = sql`'event' as kind, e.id, e.published_at as at, e.created_by_id as author_id`;
  const published = sql`e.stage in ('published', 'cancelled') and e.hidden_at is null and e.published_at is not null
    and ${isNews} and ${range(sql`e.published_at`, sql`e.id`)}`;
  const inOrder = sql`order by e.published_at desc, e.id desc limit ${literal(limit)}`;
  const ofPlaces = newest(sql`select p.* from ${places} cross join lateral (
    select ${event} from event e where e.scope = h.scope and ${published} ${inOrder}) p`);
  // Once each: two of her places may prepare the same one.
  const together = newest(sql`select distinct ${event} from event_co_section k join event e on e.id = k.event_id
    where k.scope = any(${homes}::text[]) and k.accepted and ${published}`);
  const ofGroups = newest(sql`select p.* from walls g cross join lateral (
    select ${event} from event e where e.group_id = g.id and ${published} ${inOrder}) p`);

  return {
    tout: {
      tables: [walls, ...onWalls.tables, ...onProfiles.tables],
      branches: [onWalls.all, onProfiles.all, debates, ofPlaces, together, ofGroups],
    },
    section: { tables: [walls, ...onWalls.tables], branches: [onWalls.all, debates, ofPlaces, together] },
    groupes: { tables: [walls, ...onWalls.tables], branches: [onWalls.all, ofGroups] },
    coopains: { tables: onProfiles.tables, branches: [onProfiles.all] },
    debats: { tables: [], branches: [debates] },
    evenements: { tables: [walls], branches: [ofPlaces, together, ofGroups] },
  }[wish.filter];
}

type Names = { first: Sql; bar: Sql; more: Sql };
const wallNames: Names = { first: sql`wall_first`, bar: sql`wall_bar`, more: sql`wall_more` };
const profileNames: Names = { first: sql`profile_first`, bar: sql`profile_bar`, more: sql`profile_more` };

/**
 * The newest posts of many owners `o`: a few of each first. They tell how old the last one of a page can be; then more of
 * those alone whose few are all newer than that. So fifty groups cost a few rows each, and a busy one as many as it fills.
 */
function postsOf(
  { first, bar, more }: Names,
  owners: Sql,
  whose: Sql,
  { begins, goesOn }: { begins: Sql; goesOn: Sql },
  limit: number,
): { tables: Sql[]; all: Sql } {
  const posts = (condition: Sql, most: number) => sql`
    select 'post' as kind, w.id, w.created_at as at, w.author_id from post w
    where w.removed_at is null and w.hidden_at is null and ${whose} and ${condition}
    order by w.created_at desc, w.id desc limit ${literal(most)}`;
  const columns = sql`kind, id, at, author_id`;
  return {
    tables: [
      sql`${first} as materialized (select o.id as owner, p.*
        from ${owners} o cross join lateral (select q.*, row_number() over () as nth from (${posts(begins, FEW)}) q) p)`,
      sql`${bar} as materialized (select at from ${first} order by at desc, id desc offset ${literal(limit - 1)} limit 1)`,
      // No more than the page's end asks for is a bound of the owners alone: within a wall it would be gathered, then sorted.
      sql`${more} as materialized (select p.* from (
          select owner as id, at as known_at, id as known_id from ${first} where nth = ${literal(FEW)} and at >= ${oldest(bar)}) o
        cross join lateral (${posts(sql`${goesOn} and (w.created_at, w.id) < (o.known_at, o.known_id)`, limit)}) p)`,
    ],
    all: sql`select ${columns} from ${first} union all select ${columns} from ${more}`,
  };
}

const oldest = (bar: Sql): Sql => sql`coalesce((select at from ${bar}), '-infinity'::timestamptz)`;

/** Of what comes back every week, the first one: the others are in the agenda, and no news. */
const isNews = sql`(e.series_id is null or e.series_day = (select r.from_day from event_series r where r.id = e.series_id))`;
