import type { PoolClient } from "pg";

const DEBATES = 10;

/** A few national debates with one contribution for twenty members, by as many authors, and their votes, told exactly. */
export async function generateDebates(client: PoolClient): Promise<void> {
  await client.query(
    `create temp table said on commit drop as
     select pg_temp.id('contribution', k) as id, k, id as author_id, joined_at, now,
       (k % $1)::int as debate, row_number() over (partition by k % $1 order by k) as seq
     from fresh where pg_temp.u(k, 90) < 0.05 and joined_at < now - interval '60 days'`,
    [DEBATES],
  );
  await client.query(`
    insert into debate (id, slug, question, framing, scope, audience, phase, opens_at, closes_at, created_at, last_seq,
      pour_count, contre_count)
    select pg_temp.id('debate', min(k)), 'debat-' || debate, 'Question ' || debate || ' : que ferons-nous ensemble ?', '', 'national',
      'open', 'debate', min(now) - interval '59 days', min(now) + interval '30 days', min(now) - interval '59 days', count(*),
      count(*) filter (where seq % 2 = 1), count(*) filter (where seq % 2 = 0)
    from said group by debate`);
  await client.query(`
    insert into contribution (id, debate_id, seq, side, body, author_id, client_id, created_at)
    select id, pg_temp.id('debate', min(k) over (partition by debate)), seq,
      (case when seq % 2 = 1 then 'pour' else 'contre' end)::contribution_side,
      'Un argument de longueur ordinaire, écrit pour être lu, le numéro ' || seq || '.', author_id, md5('client' || k)::uuid,
      now - interval '58 days' + seq * interval '1 second'
    from said`);
  await client.query(`
    insert into vote (contribution_id, member_id, value, cast_at)
    select c.id, f.id, (array['agree', 'agree', 'disagree', 'pass']::vote_value[])[1 + floor(pg_temp.u(c.k * 7 + c.i, 91) * 4)::int],
      c.now - pg_temp.u(c.k * 7 + c.i, 92) * interval '57 days'
    from (select s.*, i, 1 + floor(pg_temp.u(s.k * 7 + i, 93) * members)::int as voter
      from said s, generate_series(1, 5) as i, (select max(n) as members from fresh) as m) as c
    join fresh f on f.n = c.voter where f.id <> c.author_id on conflict do nothing`);
  await client.query(`
    with counted as (
      select contribution_id as id, count(*) filter (where value = 'agree') as agree,
        count(*) filter (where value = 'disagree') as disagree, count(*) filter (where value = 'pass') as pass
      from vote where contribution_id in (select id from said) group by contribution_id),
    told as (
      update contribution c set agree = t.agree, disagree = t.disagree, pass = t.pass from counted t where t.id = c.id
      returning c.debate_id, t.agree + t.disagree + t.pass as votes)
    update debate d set vote_count = s.votes from (select debate_id, sum(votes) as votes from told group by debate_id) s
    where d.id = s.debate_id`);
}
