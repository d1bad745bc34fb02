import { db, type Sql, sql, type Tx } from "@/platform/db/client.ts";

/** The phase of a debate just before a number of its log. */
const phaseBefore = (debateId: Sql, seq: Sql) => sql`coalesce((
  select p.to_phase from debate_change p where p.debate_id = ${debateId} and p.kind = 'phase' and p.seq < ${seq}
  order by p.seq desc limit 1), 'upcoming')`;

/** What no run of commands could have left. Each query finds what is wrong. */
const wrongs: Record<string, Sql> = {
  "a tally is not the count of its votes": sql`
    select c.id from contribution c left join vote v on v.contribution_id = c.id group by c.id
    having c.agree <> count(*) filter (where v.value = 'agree') or c.disagree <> count(*) filter (where v.value = 'disagree')
      or c.pass <> count(*) filter (where v.value = 'pass')`,
  "a log has a gap or goes back in time": sql`
    select d.id from debate d left join lateral (
      select count(*) as lines, count(distinct seq) as numbers, max(seq) as last, bool_or(at < earlier) as back
      from (select seq, at, lag(at) over (order by seq) as earlier from (
        select seq, created_at as at from contribution where debate_id = d.id
        union all select seq, at from debate_change where debate_id = d.id) log) told) l on true
    where d.last_seq <> l.lines or d.last_seq <> l.numbers or d.last_seq <> coalesce(l.last, 0) or l.back`,
  "a debate's counts are not what is shown": sql`
    select d.id from debate d left join contribution c on c.debate_id = d.id and c.hidden_at is null group by d.id
    having d.pour_count <> count(*) filter (where c.side = 'pour')
      or d.contre_count <> count(*) filter (where c.side = 'contre')
      or d.neutre_count <> count(*) filter (where c.side = 'neutre')
      or d.vote_count <> coalesce(sum(c.agree + c.disagree + c.pass), 0)`,
  "a count of replies is not what is shown": sql`
    select c.id from contribution c left join contribution r on r.parent_id = c.id and r.hidden_at is null group by c.id
    having c.reply_count <> count(r.id)`,
  "a reply answers a reply, another debate or what was not said yet": sql`
    select r.id from contribution r join contribution p on p.id = r.parent_id
    where p.parent_id is not null or p.debate_id <> r.debate_id or p.seq >= r.seq`,
  "something was said in a phase that does not take it": sql`
    select id from (select c.*, ${phaseBefore(sql`c.debate_id`, sql`c.seq`)} as phase from contribution c) c
    where phase not in ('ideas', 'debate') or (parent_id is not null and phase <> 'debate')
      or (side = 'neutre' and phase <> 'ideas')`,
  "a vote on a reply, or cast when there was no vote": sql`
    select v.contribution_id as id from vote v join contribution c on c.id = v.contribution_id
    where c.parent_id is not null or v.cast_at < c.created_at or v.cast_at > c.hidden_at or coalesce((
      select p.to_phase from debate_change p where p.debate_id = c.debate_id and p.kind = 'phase' and p.at <= v.cast_at
      order by p.seq desc limit 1), 'upcoming') not in ('debate', 'vote')`,
  "a phase does not follow the one before": sql`
    select h.debate_id as id from debate_change h
    where h.kind = 'phase' and h.from_phase <> ${phaseBefore(sql`h.debate_id`, sql`h.seq`)}
    union all select d.id from debate d where d.phase <> ${phaseBefore(sql`d.id`, sql`d.last_seq + 1`)}`,
  "a date says that another phase is due": sql`
    select d.id from debate d, lateral (values ('ideas'::debate_phase, opens_at), ('debate', debate_at), ('vote', vote_at),
      ('synthesis', closes_at)) as due(phase, at)
    where (due.at <= now()) <> (due.phase <= d.phase)`,
  "a debate's end is not told: its synthesis, and who published it": sql`
    select d.id from debate d where (d.phase = 'closed' and d.synthesis is null) or (d.synthesis is null) =
      exists (select 1 from debate_change h where h.debate_id = d.id and h.kind = 'synthesis')`,
  "the opener is not a host, or a host is no adherent": sql`
    select d.id from debate d where not exists (
      select 1 from debate_host h where h.debate_id = d.id and h.member_id = d.opened_by_id)
    union all select h.debate_id from debate_host h join member m on m.id = h.member_id where m.adherent_since is null`,
  "hidden or edited without a line of the log, or a text before": sql`
    select c.id from contribution c where (c.hidden_at is not null) <> exists (
        select 1 from debate_change h where h.contribution_id = c.id and h.kind = 'hidden' and h.at = c.hidden_at)
      or (c.edited_at is not null) <> exists (
        select 1 from debate_change h where h.contribution_id = c.id and h.kind = 'edited' and h.at = c.edited_at)
      or (c.edited_at is not null) <> exists (select 1 from contribution_revision r where r.contribution_id = c.id)`,
  "something happened in the future": sql`
    select c.id from contribution c where greatest(c.created_at, c.edited_at, c.hidden_at) > now()
    union all select h.debate_id from debate_change h where h.at > now()
    union all select v.contribution_id from vote v where v.cast_at > now()
    union all select f.debate_id from debate_follow f where f.followed_at > now()
    union all select r.id from report r where r.reported_at > now()
    union all select x.id from decision x where x.decided_at > now()`,
  "a decision to hide hid nothing, or nothing was hidden by one": sql`
    select x.id from decision x join moderation_case k on k.id = x.case_id join contribution c on c.id = k.object_id
    where (x.outcome = 'hide') <> (c.hidden_at is not null and c.hidden_at = x.decided_at)
    union all select c.id from contribution c where c.hidden_at is not null and not exists (
      select 1 from moderation_case k join decision x on x.case_id = k.id where k.object_id = c.id and x.outcome = 'hide')`,
  "somebody spoke before she joined, or twice the same words": sql`
    select c.id from contribution c join member m on m.id = c.author_id where c.created_at < m.joined_at
    union all select min(c.id) from contribution c group by c.body having count(*) > 1`,
};

/** The story must hold together, or it is not told at all. */
export async function checkDebates(tx: Pick<Tx, "$queryRaw"> = db): Promise<void> {
  for (const [wrong, query] of Object.entries(wrongs)) {
    const found = await tx.$queryRaw<{ id: string }[]>(query);
    if (found.length > 0) throw new Error(`the demo's debates: ${wrong}: ${found.map(({ id }) => id).join(", ")}`);
  }
}
