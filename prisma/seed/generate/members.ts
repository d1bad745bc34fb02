import type { PoolClient } from "pg";
import { firstNames, lastNames } from "../crowd.ts";
import { GENERATED, type Size } from "./main.ts";

/**
 * Members by population over the real communes (one in fifty abroad), or over those of a few federations: 40 % verified
 * adherents, one in ten come within 60 days. The temporary table `fresh` holds them, numbered along the map: neighbours by
 * number are neighbours.
 */
export async function generateMembers(client: PoolClient, { members, federations }: Size, now: Date): Promise<void> {
  await client.query(
    `create temp table place on commit drop as
      select code, section_id, federation_id,
        (sum(population) over (order by federation_id, section_id, code))::float8 as upto
      from commune where section_id is not null and population > 0
        and ($1::text[] is null or federation_id = any($1::text[]))`,
    [federations ?? null],
  );
  await client.query("create unique index on place (upto); analyze place");
  await client.query(
    `create temp table fresh on commit drop as
     select numbered.*, p.code as commune_code, p.section_id, p.federation_id, s.scope, $2::timestamptz as now
     from (
       select n, before + n as k, pg_temp.id('member', before + n) as id,
         case when pg_temp.u(before + n, 1) < 0.04 then 'Jean-' else '' end || pg_temp.pick($3, before + n, 2) || ' '
           || pg_temp.pick($4, before + n, 3)
           || case when pg_temp.u(before + n, 4) < 0.06 then '-' || pg_temp.pick($4, before + n, 5) else '' end as name,
         pg_temp.u(before + n, 6) as standing,
         $2::timestamptz - case when pg_temp.u(before + n, 7) < 0.1 then pg_temp.u(before + n, 8) * interval '60 days'
           else interval '60 days' + pg_temp.u(before + n, 8) * interval '1100 days' end as joined_at,
         (n - 0.5) / $1::int as along
       from generate_series(1, $1::int) as n,
         (select count(*) as before from member where email like '%@${GENERATED}' or erased_at is not null) as b) as numbered
     cross join (select max(upto) as people from place) as france
     cross join lateral (
       select code, section_id, federation_id from (
         select code, section_id, federation_id, upto from place where along <= $5::float8 and upto >= along / $5::float8 * people
         order by upto limit 1) as here
       union all
       select code, section_id, federation_id from (
         select code, section_id, federation_id from commune where along > $5::float8 and kind = 'country'
         order by code offset floor(pg_temp.u(k, 9) * 200)::int limit 1) as abroad) as p
     join section s on s.id = p.section_id`,
    [members, now, firstNames, lastNames, federations ? 1 : 0.98],
  );
  await client.query("create unique index on fresh (n); analyze fresh");
  // In the order of arrival, as a real table grows: neighbours do not lie side by side on the disk.
  await client.query(`
    insert into member (id, email, name, claim, adherent_since, commune_code, section_id, adult_on, joined_at, erased_at)
    select id, case when pg_temp.u(k, 10) < 0.005 then 'erased-' || id || '@invalid' else 'g-' || id || '@${GENERATED}' end,
      case when pg_temp.u(k, 10) < 0.005 then 'Compte supprimé' else name end,
      (case when standing < 0.45 then 'adherent' else 'sympathiser' end)::member_claim,
      case when standing < 0.40 then joined_at + interval '1 hour' end, commune_code, section_id,
      case when pg_temp.u(k, 11) < 0.005 then (now + interval '300 days')::date end, joined_at,
      case when pg_temp.u(k, 10) < 0.005 then now end
    from fresh order by joined_at`);
  await client.query("delete from fresh where pg_temp.u(k, 10) < 0.005");
  await client.query(`
    insert into consent (id, member_id, kind, text_version, given_at)
    select pg_temp.id('consent', k), id, 'political_data', 'generated', joined_at from fresh`);
  await client.query(`
    insert into suspension (id, member_id, reason, begins_at, ends_at)
    select pg_temp.id('suspension', k), id, 'Règle 2.', now - interval '2 days', now + interval '20 days'
    from fresh where pg_temp.u(k, 12) < 0.003`);
}
