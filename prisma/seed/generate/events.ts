import type { PoolClient } from "pg";
import { withoutIndexes } from "./without-indexes.ts";

const SIGN_UPS_PER_EVENT = 10;

/**
 * Events of the last two years and the next two months, as a party holds them: most of a section, some of a federation,
 * few of the country; two in three on the field, with two shifts. People near their organiser sign up, ten for an event;
 * half of the actions that are over were told.
 */
export async function generateEvents(client: PoolClient, events: number): Promise<void> {
  if (events === 0) return;
  await client.query(
    `create temp table happening on commit drop as
     select drawn.*, f.id as organiser_id, f.commune_code, f.now,
       case when lot < 0.002 then 'national' when lot < 0.08 then 'national/' || f.federation_id else f.scope end as scope,
       drawn.kind in ('leafleting', 'canvassing', 'letterboxing', 'postering', 'phone_bank') as fielded,
       date_trunc('hour', f.now) + floor((pg_temp.u(drawn.k, 101) * 720 - 660) * 24) * interval '1 hour' as starts_at,
       -- Two weeks before, and never in days to come.
       f.now - interval '1 day' * greatest(660 - pg_temp.u(drawn.k, 101) * 720 + 14, pg_temp.u(drawn.k, 106) * 14) as told_at
     from (
       select before + s as k, pg_temp.id('event', before + s) as id, pg_temp.u(before + s, 102) as lot,
         1 + floor(pg_temp.u(before + s, 100) * members)::int as n, pg_temp.u(before + s, 103) as who,
         (array['leafleting', 'leafleting', 'leafleting', 'canvassing', 'canvassing', 'letterboxing', 'postering', 'phone_bank',
           'section_meeting', 'section_meeting', 'public_meeting', 'training', 'convivial']::event_kind[])
           [1 + floor(pg_temp.u(before + s, 104) * 13)::int] as kind
       from generate_series(1, $1::int) as s, (select count(*) as before from event) as b, (select max(n) as members from fresh) as m
     ) as drawn join fresh f on f.n = drawn.n`,
    [events],
  );
  await client.query("create unique index on happening (id); analyze happening");
  await withoutIndexes(client, "event", () =>
    client.query(`
      insert into event (id, slug, kind, title, stage, scope, audience, audience_scope, starts_at, ends_at, zone, commune_code,
        meeting_point, created_by_id, created_at, published_at, changed_at)
      select id, 'action-' || k, kind, 'Action ' || k, (case when pg_temp.u(k, 105) < 0.04 then 'cancelled' else 'published' end)::event_stage,
        scope, audience,
        case when audience = 'members' then 'national' when audience = 'federation' then coalesce(substring(scope from '^national/[^/]+'), 'national') else scope end,
        starts_at, starts_at + interval '3 hours', 'Europe/Paris', commune_code, 'Devant la mairie', organiser_id,
        told_at, told_at, told_at
      from (select *, (case when who < 0.35 then 'everyone' when who < 0.8 then 'section' when who < 0.9 then 'federation'
        when who < 0.95 then 'members' else 'invited' end)::event_audience as audience from happening) as h order by k`),
  );
  await client.query(`
    insert into event_organiser (event_id, member_id, added_at) select id, organiser_id, told_at from happening`);
  await client.query(`
    create temp table part on commit drop as
    select h.id as event_id, h.k, h.n, pg_temp.id('shift' || i, h.k) as id, h.starts_at + i * interval '90 minutes' as starts_at,
      h.starts_at + (i + 1) * case when h.fielded then interval '90 minutes' else interval '3 hours' end as ends_at,
      row_number() over (order by h.k, i) as place, h.now
    from happening h cross join lateral generate_series(0, case when h.fielded then 1 else 0 end) as i`);
  await client.query("create unique index on part (place); analyze part");
  await withoutIndexes(client, "shift", () =>
    client.query(
      "insert into shift (id, event_id, starts_at, ends_at) select id, event_id, starts_at, ends_at from part order by place",
    ),
  );
  await signUps(client, events * SIGN_UPS_PER_EVENT);
  await fieldReports(client);
}

/** People near the organiser by number, who are near on the map; nine in ten keep their place. */
async function signUps(client: PoolClient, count: number): Promise<void> {
  await client.query(
    `create temp table come on commit drop as
     select k, shift_id, member_id, signed_up_at, row_number() over (partition by shift_id order by signed_up_at, k) as arrival, over
     from (
       select distinct on (p.id, f.id) s.k, p.id as shift_id, f.id as member_id, p.starts_at < p.now as over,
         p.starts_at - pg_temp.u(s.k, 110) * interval '13 days' as signed_up_at
       from (select k, 1 + floor(pg_temp.u(k, 111) * parts)::bigint as place
         from generate_series(1, ($1::bigint * 1.12)::bigint) as k, (select max(place) as parts from part) as m) as s
       join part p on p.place = s.place
       join fresh f on f.n = pg_temp.near(p.n, s.k, 112, (select max(n)::int from fresh))
       order by p.id, f.id, s.k) as once order by k limit $1::bigint`,
    [count],
  );
  await withoutIndexes(client, "sign_up", () =>
    client.query(`
      insert into sign_up (id, shift_id, member_id, state, size, arrival, signed_up_at, left_at, left_because, attendance, attendance_at)
      select left(md5('sign-up' || shift_id || member_id), 12), shift_id, member_id,
        (case when gone then 'left' else 'in' end)::sign_up_state, case when pg_temp.u(k, 113) < 0.08 then 2 else 1 end, arrival,
        signed_up_at, case when gone then signed_up_at + interval '1 hour' end,
        (case when gone then 'cancelled' end)::left_because,
        (case when over and not gone then case when pg_temp.u(k, 114) < 0.9 then 'present' else 'absent' end end)::attendance,
        case when over and not gone then signed_up_at + interval '13 days' end
      from (select *, pg_temp.u(k, 115) < 0.1 as gone from come) as c order by signed_up_at`),
  );
  await client.query("analyze sign_up");
  await client.query(`
    update shift h set taken = c.taken, arrivals = c.arrivals, needed = least(6, c.most), maximum = c.most
    from (select shift_id, coalesce(sum(size) filter (where state = 'in'), 0) as taken, max(arrival) as arrivals,
        greatest(4, (sum(size) + hashtext(shift_id) % 4)::int, coalesce(sum(size) filter (where state = 'in'), 0)::int) as most
      from sign_up where shift_id in (select id from part) group by shift_id) as c
    where c.shift_id = h.id`);
}

async function fieldReports(client: PoolClient): Promise<void> {
  await client.query(`
    insert into field_report (id, event_id, scope, kind, day, author_id, leaflets, doors_open, doors_closed, doors_refused, doors_talked,
      posters, calls, people_met, participants, minutes, heard, published_at)
    select pg_temp.id('report', k), id, scope, kind, (starts_at at time zone 'Europe/Paris')::date, organiser_id,
      case when kind in ('leafleting', 'letterboxing') then floor(pg_temp.u(k, 121) * 800)::int else 0 end,
      case when kind = 'canvassing' then 40 else 0 end, case when kind = 'canvassing' then floor(pg_temp.u(k, 122) * 80)::int else 0 end,
      case when kind = 'canvassing' then 12 else 0 end, case when kind = 'canvassing' then 20 else 0 end,
      case when kind = 'postering' then floor(pg_temp.u(k, 123) * 60)::int else 0 end,
      case when kind = 'phone_bank' then floor(pg_temp.u(k, 124) * 90)::int else 0 end, floor(pg_temp.u(k, 125) * 50)::int,
      8, 150, 'On nous parle des bus et des médecins.', starts_at + interval '1 day'
    from happening where fielded and starts_at < now - interval '1 day' and pg_temp.u(k, 120) < 0.5`);
}
