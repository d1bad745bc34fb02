import type { Actor } from "@/core/actor.ts";
import { visibleEvents, wasTakenOff } from "@/features/events/index.ts";
import { visibleGroups } from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { type EventCardRow, type EventCardView, toEventCardView } from "./event-card.views.ts";

export type Point = { latitude: number; longitude: number };

/** What the reader has to do with the event `e`; `h.states` are those of her sign-ups. */
function myPart({ kind, id }: Actor): Sql {
  if (kind !== "member") return sql`null::text`;
  return sql`coalesce(
    case when 'in' = any(h.states) then 'in' when 'offered' = any(h.states) then 'offered'
      when 'waiting' = any(h.states) then 'waiting' end,
    (select 'organises' from event_organiser o where o.event_id = e.id and o.member_id = ${id}),
    (select 'maybe' from event_answer w where w.event_id = e.id and w.member_id = ${id} and w.answer = 'maybe'))`;
}

/** The hours at which she has something already: read once for all the cards of a list. */
const busyHours = ({ id }: Actor, now: Date): Sql => sql`
  with busy as materialized (
    select t.starts_at, t.ends_at from sign_up s join shift t on t.id = s.shift_id join event o on o.id = t.event_id
    where s.member_id = ${id} and s.state <> 'left' and t.removed_at is null and t.ends_at > ${now} and o.stage = 'published')`;

/**
 * The only shift that is still open, where she takes a place on it with one click: nothing of hers is there already, nor
 * at the same hours, and nobody took her off the list. Where there is more to choose, or to know, the event's page says it.
 */
function oneClick({ kind, id }: Actor): Sql {
  if (kind !== "member") return sql`null::text`;
  return sql`case when e.stage = 'published' and e.hidden_at is null and h.states is null and h.open = 1
      and (h.open_maximum is null or h.open_taken < h.open_maximum)
      and not exists (select 1 from busy b where b.starts_at < h.open_ends and b.ends_at > h.open_starts)
      and not ${wasTakenOff(sql`${id}`)}
    then h.open_id end`;
}

/** The cards of these events, in this order, of those that the actor may see. With a point: how far each one is from it. */
export async function listEventCards(
  actor: Actor,
  ids: readonly string[],
  from: Point | null = null,
): Promise<EventCardView[]> {
  if (ids.length === 0) return [];
  const now = clock.now();
  const km = from
    ? sql`distance_km(${from.latitude}::float8, ${from.longitude}::float8, coalesce(e.latitude, c.latitude), coalesce(e.longitude, c.longitude))`
    : sql`null::float8`;
  const rows = await readRows<EventCardRow>(
    sql`${busyHours(actor, now)}
    select e.id, e.slug, e.kind, e.title, e.stage, e.audience, e.adherents_only, e.hidden_at is not null as hidden,
      e.starts_at, e.ends_at, e.zone, e.address, e.meeting_point, e.online_url is not null as online, c.name as commune,
      f.name as federation, x.name as section,
      (select g.name from member_group g where g.id = e.group_id and ${visibleGroups(actor)}) as "group",
      coalesce(e.latitude, c.latitude) as latitude, coalesce(e.longitude, c.longitude) as longitude,
      e.latitude is not null as exact, ${km} as km, h.missing, h.shifts, h.open, ${myPart(actor)} as my_part, ${oneClick(actor)} as one_click
    from (select asked.place, y.* from unnest(${[...ids]}::text[]) with ordinality as asked(id, place)
        cross join lateral (select * from event y where y.id = asked.id limit 1) y offset 0) e
      left join commune c on c.code = e.commune_code
      left join federation f on f.id = split_part(e.scope, '/', 2)
      left join section x on x.scope = e.scope
      cross join lateral (
        select coalesce(sum(greatest(h.needed - h.taken, 0)) filter (where h.ends_at > ${now}), 0)::int as missing,
          coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'label', h.label,
            'starts', (extract(epoch from h.starts_at) * 1000)::bigint, 'ends', (extract(epoch from h.ends_at) * 1000)::bigint,
            'needed', h.needed, 'maximum', h.maximum, 'taken', h.taken) order by h.starts_at, h.id), '[]') as shifts,
          array_agg(s.state::text) filter (where s.state is not null) as states,
          count(*) filter (where h.ends_at > ${now})::int as open, max(h.id) filter (where h.ends_at > ${now}) as open_id,
          min(h.starts_at) filter (where h.ends_at > ${now}) as open_starts, max(h.ends_at) as open_ends,
          max(h.taken) filter (where h.ends_at > ${now}) as open_taken, max(h.maximum) filter (where h.ends_at > ${now}) as open_maximum
        from shift h left join sign_up s on s.shift_id = h.id and s.member_id = ${actor.id} and s.state <> 'left'
        where h.event_id = e.id and h.removed_at is null) h
    where ${visibleEvents(actor)} order by e.place`,
    { planned: true },
  );
  return rows.map(toEventCardView);
}
