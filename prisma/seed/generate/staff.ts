import type { PoolClient } from "pg";

/**
 * Leaders in two sections of three where an adherent lives, one or two admins a federation, a few for the country; how
 * newcomers are welcomed, and who is proposed as an adherent.
 */
export async function generateStaff(client: PoolClient): Promise<void> {
  await client.query(`
    create temp table staff on commit drop as
    select f.*, row_number() over (partition by section_id order by pg_temp.u(k, 50)) as in_section,
      row_number() over (partition by federation_id order by pg_temp.u(k, 51)) as in_federation,
      row_number() over (order by pg_temp.u(k, 52)) as in_country,
      pg_temp.u(hashtextextended(section_id, 0), 53) as lot
    from fresh f where standing < 0.40 and not exists (select 1 from suspension u where u.member_id = f.id)`);
  const mandate = (role: string, scope: string, where: string) => `
    insert into mandate (id, member_id, role, scope, begins_at, ends_at, given_at, end_told_at)
    select left(md5('${role}' || id), 12), id, '${role}', ${scope}, greatest(joined_at, now - interval '500 days'), ends_at,
      greatest(joined_at, now - interval '500 days'), case when ends_at < now + interval '30 days' then now end
    from (select *, case when pg_temp.u(k, 54) < 0.7 then now + interval '5 days' + pg_temp.u(k, 55) * interval '700 days' end as ends_at
      from staff) as s
    where ${where}`;
  // Where nobody leads already: the demo's own leaders keep their sections to themselves.
  const unled = "not exists (select 1 from mandate g where g.scope = s.scope and g.role = 'section_leader')";
  await client.query(
    mandate(
      "section_leader",
      "scope",
      `lot < 0.667 and (in_section = 1 or (in_section = 2 and lot < 0.067)) and ${unled}`,
    ),
  );
  await client.query(mandate("federation_admin", "'national/' || federation_id", "in_federation between 3 and 4"));
  await client.query(mandate("moderator", "'national'", "in_country between 10 and 15"));
  await client.query(mandate("national_admin", "'national'", "in_country between 20 and 22"));
  await client.query(`
    insert into welcome (member_id, section_id, point_person_id, assigned_by_id, assigned_at, written_at, welcomed_by_id, welcomed_at)
    select f.id, f.section_id, l.id, l.id, f.joined_at + interval '1 day',
      case when pg_temp.u(f.k, 56) < 0.7 then f.joined_at + interval '2 days' end,
      case when pg_temp.u(f.k, 56) < 0.5 then l.id end, case when pg_temp.u(f.k, 56) < 0.5 then f.joined_at + interval '3 days' end
    from fresh f join staff l on l.section_id = f.section_id and l.in_section = 1 and l.id <> f.id
    where pg_temp.u(f.k, 57) < 0.7 and f.joined_at > f.now - interval '200 days'`);
  await client.query(`
    insert into adherent_proposal (member_id, proposed_by_id, proposed_at)
    select f.id, l.id, f.joined_at + interval '2 days'
    from fresh f join staff l on l.section_id = f.section_id and l.in_section = 1
    where f.standing between 0.40 and 0.41`);
}
