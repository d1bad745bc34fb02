import type { PoolClient } from "pg";
import { withoutIndexes } from "./without-indexes.ts";

/**
 * Ties, as people make them: two in three with somebody near, one in five in the same part of the country, the others
 * anywhere; one member in fifty is known by many. Then requests in every state, and blocks.
 */
export async function generateTies(client: PoolClient, ties: number): Promise<void> {
  const { rows } = await client.query<{ fresh: number }>("select max(n)::int as fresh from fresh");
  const members = rows[0]?.fresh ?? 0;
  await client.query(`
    create or replace function pg_temp.near(n bigint, k bigint, side int, members int) returns int language sql immutable parallel safe
      return ((n - 1 + case
        when pg_temp.u(k, side) < 0.66 then 1 + floor(power(pg_temp.u(k, side + 1), 1.5) * least(80, members - 1))
        when pg_temp.u(k, side) < 0.86 then 1 + floor(pg_temp.u(k, side + 1) * members / 100)
        else floor(pg_temp.u(k, side + 1) * members) end)::bigint % members + 1)::int`);
  await client.query(
    `create temp table tie on commit drop as
     select a.id as a, b.id as b, since from (
       select least(x, y) as x, greatest(x, y) as y, min(now() - pg_temp.u(k, 64) * interval '700 days') as since
       from (select k, x, pg_temp.near(x, k, 62, $2::int) as y
         from (select k, case when pg_temp.u(k, 60) < 0.1 then x - x % 50 + 1 else x end as x
           from (select k, 1 + floor(pg_temp.u(k, 61) * $2::int)::int as x from generate_series(1, ($1::int * 1.3)::int) as k) as drawn)
         as one) as pairs
       where x <> y group by 1, 2) as t
     join fresh a on a.n = t.x join fresh b on b.n = t.y order by since limit $1::int`,
    [ties, members],
  );
  await withoutIndexes(client, "coopain", () =>
    // Each pair lies twice, at random places, as ties come in a real table.
    client.query(`
      insert into coopain (member_id, other_id, since)
      select a, b, since from tie union all select b, a, since from tie order by 3`),
  );
  await client.query("analyze coopain");
  await client.query(
    `insert into coopain_request (id, from_id, to_id, words, sent_at, accepted_at, refused_at, cancelled_at)
     select left(md5('request' || a.id || b.id), 12), a.id, b.id, case when pg_temp.u(q.k, 70) < 0.4 then 'On s’est vus au marché !' else '' end,
       sent, null, case when lot between 0.6 and 0.8 then sent + interval '2 days' end, case when lot > 0.8 then sent + interval '1 day' end
     from (select x, y, min(k) as k, min(pg_temp.u(k, 71)) as lot, min(now() - pg_temp.u(k, 72) * interval '80 days') as sent
       from (select k, 1 + floor(pg_temp.u(k, 73) * $1::int)::int as x, pg_temp.near(1 + floor(pg_temp.u(k, 73) * $1::int)::int, k, 74, $1::int) as y
         from generate_series(1, $1::int) as k) as asked where x <> y group by x, y) as q
     join fresh a on a.n = q.x join fresh b on b.n = q.y
     where not exists (select 1 from coopain t where t.member_id = a.id and t.other_id = b.id)`,
    [members],
  );
  await client.query(`
    insert into coopain_request (id, from_id, to_id, sent_at, accepted_at)
    select left(md5('accepted' || a || b), 12), a, b, since - interval '1 day', since from tie
    where hashtextextended(a || b, 0) % 10 = 0 on conflict do nothing`);
  await client.query(
    `insert into block (blocker_id, blocked_id, blocked_at)
     select a.id, b.id, now() - pg_temp.u(s.k, 80) * interval '400 days'
     from generate_series(1, $1::int / 50) as s(k)
     join fresh a on a.n = 1 + floor(pg_temp.u(s.k, 81) * $1::int)::int join fresh b on b.n = pg_temp.near(a.n, s.k, 82, $1::int)
     where a.id <> b.id and not exists (select 1 from coopain t where t.member_id = a.id and t.other_id = b.id)
     on conflict do nothing`,
    [members],
  );
}
