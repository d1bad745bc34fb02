import { newId } from "@/core/ids.ts";
import { pool } from "@/platform/db/client.ts";

const REPLIES_EVERY = 20;
const HIDDEN_EVERY = 50;

/** A debate of so many contributions and votes, spread over its members; a few replies, a few hidden ones. Exact tallies. */
export async function createGrownDebate(
  memberIds: readonly string[],
  size: { contributions: number; votes: number },
): Promise<{ id: string; slug: string }> {
  const debate = { id: newId(), slug: "faut-il-grandir" };
  const { id } = debate;
  await pool().query(
    `insert into debate (id, slug, question, framing, scope, audience, phase, opens_at, closes_at, created_at, last_seq)
     values ($1, $2, 'Faut-il grandir ?', 'Un débat pour les mesures.', 'national', 'open', 'debate',
       now() - interval '9 days', now() + interval '9 days', now(), $3)`,
    [id, debate.slug, size.contributions],
  );
  const words = "Un argument de longueur ordinaire, écrit pour être lu. ".repeat(4);
  await pool().query(
    `insert into contribution (id, debate_id, seq, side, parent_id, body, author_id, client_id, created_at, hidden_at)
     select left($1, 4) || lpad(to_hex(n), 8, '0'), $1, n,
       case when n % $6 = 0 then null when n % 2 = 0 then 'contre'::contribution_side else 'pour'::contribution_side end,
       case when n % $6 = 0 then left($1, 4) || lpad(to_hex(n - 1), 8, '0') end,
       'Contribution ' || n || '. ' || $3, ($4::text[])[1 + n % cardinality($4::text[])], gen_random_uuid(),
       now() - make_interval(secs => $2 - n), case when n % $5 = 7 then now() end
     from generate_series(1, $2) as n`,
    [id, size.contributions, words, memberIds, HIDDEN_EVERY, REPLIES_EVERY],
  );
  await pool().query(
    `insert into vote (contribution_id, member_id, value, cast_at)
     select c.id, ($3::text[])[1 + (c.seq * 7 + k * 79) % cardinality($3::text[])],
       (array['agree', 'agree', 'disagree', 'pass']::vote_value[])[1 + (c.seq + k * k) % (2 + c.seq % 3)], now()
     from contribution c, generate_series(1, $2::int) as k where c.debate_id = $1 and c.side is not null
     on conflict do nothing`,
    [id, Math.ceil(size.votes / (size.contributions * (1 - 1 / REPLIES_EVERY))), memberIds],
  );
  await pool().query(
    `with counted as (
       select contribution_id as id, count(*) filter (where value = 'agree') as agree,
         count(*) filter (where value = 'disagree') as disagree, count(*) filter (where value = 'pass') as pass
       from vote where contribution_id in (select id from contribution where debate_id = $1) group by contribution_id)
     update contribution c set agree = t.agree, disagree = t.disagree, pass = t.pass from counted t where t.id = c.id`,
    [id],
  );
  await pool().query(
    `update contribution p set reply_count = 1 where debate_id = $1
       and exists (select 1 from contribution r where r.parent_id = p.id and r.hidden_at is null)`,
    [id],
  );
  await pool().query(
    `update debate d set pour_count = s.pour, contre_count = s.contre, vote_count = s.votes
     from (select count(*) filter (where side = 'pour') as pour, count(*) filter (where side = 'contre') as contre,
       sum(agree + disagree + pass) as votes from contribution where debate_id = $1 and hidden_at is null) s where d.id = $1`,
    [id],
  );
  return debate;
}

/** Answers of one member to most contributions of a debate: whoever reads what awaits her vote skips them all. */
export async function voteOnMost(memberId: string, debateId: string, but: number): Promise<void> {
  await pool().query(
    `insert into vote (contribution_id, member_id, value, cast_at)
     select id, $2, 'agree', now() from contribution where debate_id = $1 and side is not null and seq > $3 on conflict do nothing`,
    [debateId, memberId, but],
  );
}
