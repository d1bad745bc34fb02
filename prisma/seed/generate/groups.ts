import type { PoolClient } from "pg";
import { themes } from "@/features/groups/index.ts";
import { withoutIndexes } from "./without-indexes.ts";

/** What the busiest members are in: one in fifty. */
const MOST = 50;

/**
 * Groups along the map, each founded by an adherent: half of a section, others of a theme. One member in fifty is in fifty,
 * one in three in none, the others in a few, mostly near. The temporary tables `circle` and `belong` hold them, numbered.
 */
export async function generateGroups(client: PoolClient, groups: number): Promise<void> {
  await client.query(
    `create temp table circle on commit drop as
     select drawn.*, f.id as founder_id, f.joined_at, f.now, f.n as founder_n,
       case when lot < 0.45 then f.scope when lot < 0.7 then 'national/' || f.federation_id else 'national' end as scope,
       (case when lot < 0.5 then 'local' when lot < 0.85 then 'thematic' else 'working' end)::group_kind as kind,
       (case when door < 0.65 then 'open' when door < 0.9 then 'request' else 'closed' end)::group_entry as entry,
       pg_temp.u(drawn.k, 203) < 0.15 as adherents_only
     from (
       select i as n, before + i as k, pg_temp.id('group', before + i) as id, pg_temp.u(before + i, 201) as lot,
         pg_temp.u(before + i, 202) as door, 1 + floor((i - 0.5) / $1::int * founders)::int as nth
       from generate_series(1, $1::int) as i, (select count(*) as before from member_group where kind <> 'place') as b,
         (select count(*) as founders from fresh where standing < 0.40) as m
     ) as drawn join (select *, row_number() over (order by n) as nth from fresh where standing < 0.40) as f on f.nth = drawn.nth`,
    [groups],
  );
  await client.query("create unique index on circle (n); analyze circle");
  await client.query(
    `insert into member_group (id, slug, name, purpose, kind, scope, themes, entry, adherents_only, created_by_id, created_at)
     select id, 'groupe-' || k, 'Groupe ' || k, 'Ce que nous préparons ensemble, à ' || n || '.', kind, scope,
       array[pg_temp.pick($1, k, 204)], entry, adherents_only, founder_id, joined_at
     from circle order by joined_at`,
    [themes],
  );
  await client.query(
    `create temp table belong on commit drop as
     select g.n as circle, g.id as group_id, f.n, f.id as member_id, f.joined_at, f.now,
       row_number() over (partition by g.n order by pg_temp.u(f.k * 53 + g.n, 210)) as place,
       (case when f.id = g.founder_id then 'lead' when pg_temp.u(f.k * 53 + g.n, 211) < 0.05 then 'manager'
         when pg_temp.u(f.k * 53 + g.n, 211) < 0.15 then 'follower' else 'member' end)::group_role as role
     from (
       select founder_n as n, n as circle from circle
       union
       select n, circle from (
         select *, row_number() over (partition by n order by j) as rank from (
           select f.n, f.many, min(t.j) as j, 1 + (case
             when pg_temp.u(f.k * 97 + t.j, 212) < 0.6 then floor((f.n - 0.5) / members * $1::int)
               + floor(power(pg_temp.u(f.k * 97 + t.j, 213), 1.5) * least(80, $1::int)) + $1::int - least(40, $1::int / 2)
             else floor(pg_temp.u(f.k * 97 + t.j, 213) * $1::int) end)::bigint % nullif($1::int, 0) as circle
           from (select *, case when pg_temp.u(k, 214) < 0.02 then $2::int when pg_temp.u(k, 214) < 0.35 then 0
               else 1 + floor(power(pg_temp.u(k, 215), 2) * 10) end as many from fresh) as f
             cross join (select max(n) as members from fresh) as m
             cross join lateral generate_series(1, (f.many * 1.6)::int) as t(j)
           group by f.n, f.many, circle) as once) as ranked
       where circle is not null and rank <= many) as pairs
     join fresh f on f.n = pairs.n join circle g on g.n = pairs.circle
     where not g.adherents_only or f.standing < 0.40`,
    [groups, MOST],
  );
  await client.query("create unique index on belong (circle, place); analyze belong");
  await withoutIndexes(client, "group_membership", () =>
    client.query(`
      insert into group_membership (group_id, member_id, role, joined_at)
      select group_id, member_id, role, joined_at + pg_temp.u(n * 53 + circle, 216) * (now - joined_at) from belong order by 4`),
  );
  await client.query("analyze group_membership");
}
