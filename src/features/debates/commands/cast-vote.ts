import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { type BatchItem, batchCommand, type Outcome } from "@/platform/command.ts";
import { type StatementTx, sql } from "@/platform/db/client.ts";
import type { Announcement } from "@/platform/facts.ts";
import { type CountsRow, type Tally, type TallyNews, toCounts } from "../contribution.views.ts";
import { staleForVisitors } from "../debate.facts.ts";
import { canTakePart, canVote, visibleDebatesOfMany } from "../debate.policy.ts";
import type { DebateAudience, DebatePhase, VoteValue } from "../debate.rules.ts";
import { castVoteInput } from "../debate.schema.ts";
import { lockDebates } from "./lock-debates.ts";

type Item = BatchItem<{ contributionId: string; value: VoteValue }>;
export type Counted = { tally: Tally; mine: VoteValue };

/**
 * A member agrees, disagrees or passes on a contribution; her last answer counts. Written once a tick for
 * everybody; announced as the tallies' new state, never as who voted what.
 */
export const castVote = batchCommand({
  name: "debate.vote",
  input: castVoteInput,
  limits: [{ rule: { name: "vote", points: 20, seconds: 4, store: "memory" }, by: "account" }],
  policy: canTakePart,
  async executeMany({ tx, items }) {
    // Sent together: what is read once the lock is held as a member's old answer is exact.
    const [, rows] = await Promise.all([
      lockDebates(tx, {
        memberIds: items.map(({ actor }) => actor.id),
        debateIds: sql`select debate_id from contribution where id = any(${items.map(({ input }) => input.contributionId)}::text[])`,
      }),
      count(tx, items),
    ]);
    return { outcomes: items.map((item, index) => outcome(item, rows[index])), announcements: announce(rows) };
  },
});

type Row = Tally &
  CountsRow & {
    id: string;
    debate_id: string;
    audience: DebateAudience;
    phase: DebatePhase;
    visible: boolean;
    mine: VoteValue | null;
    changed: boolean;
  };

/** Writes the last answer of each member on each contribution, and moves the tallies by the difference. */
function count(tx: StatementTx, items: readonly Item[]): Promise<Row[]> {
  const { arrays, columns, law } = visibleDebatesOfMany(items.map(({ actor }) => actor));
  const now = clock.now();
  return tx.$queryRaw<Row[]>(sql`
    with asked as (
      select i.n, i.member_id, i.value::vote_value as value, i.contribution_id, d.id as debate_id,
        coalesce(c.hidden_at is null and c.parent_id is null and ${law}, false) as visible,
        d.phase in ('debate', 'vote') as running
      from unnest(${items.map(({ input }) => input.contributionId)}::text[], ${items.map(({ input }) => input.value)}::text[], ${arrays})
        with ordinality as i(contribution_id, value, ${columns}, n)
      left join contribution c on c.id = i.contribution_id
      left join debate d on d.id = c.debate_id
    ), last as (
      select distinct on (contribution_id, member_id) contribution_id, member_id, debate_id, value
      from asked where visible and running order by contribution_id, member_id, n desc
    ), moved as (
      select l.*, v.value as old from last l
      left join vote v on v.contribution_id = l.contribution_id and v.member_id = l.member_id
      where v.value is distinct from l.value
    ), written as (
      insert into vote (contribution_id, member_id, value, cast_at)
      select contribution_id, member_id, value, ${now}::timestamptz from moved
      on conflict (contribution_id, member_id) do update set value = excluded.value, cast_at = excluded.cast_at
    ), sums as (
      select contribution_id,
        count(*) filter (where value = 'agree') - count(*) filter (where old = 'agree') as agree,
        count(*) filter (where value = 'disagree') - count(*) filter (where old = 'disagree') as disagree,
        count(*) filter (where value = 'pass') - count(*) filter (where old = 'pass') as pass
      from moved group by contribution_id
    ), tallied as (
      update contribution c set agree = c.agree + s.agree, disagree = c.disagree + s.disagree, pass = c.pass + s.pass,
        tally_version = c.tally_version + 1
      from sums s where c.id = s.contribution_id
      returning c.id, c.agree, c.disagree, c.pass, c.tally_version
    ), counted as (
      update debate d set vote_count = d.vote_count + s.votes, counts_version = d.counts_version + 1
      from (select debate_id, count(*) filter (where old is null) as votes from moved group by debate_id) s
      where d.id = s.debate_id
      returning d.id, d.vote_count, d.counts_version
    )
    select a.contribution_id as id, a.debate_id, a.visible, d.audience, d.phase, l.value as mine,
      t.id is not null as changed, d.pour_count, d.contre_count, d.neutre_count,
      coalesce(n.vote_count, d.vote_count) as vote_count, coalesce(n.counts_version, d.counts_version) as counts_version,
      coalesce(t.agree, c.agree) as agree, coalesce(t.disagree, c.disagree) as disagree,
      coalesce(t.pass, c.pass) as pass, coalesce(t.tally_version, c.tally_version) as version
    from asked a
    left join contribution c on c.id = a.contribution_id
    left join debate d on d.id = a.debate_id
    left join last l on l.contribution_id = a.contribution_id and l.member_id = a.member_id
    left join tallied t on t.id = a.contribution_id
    left join counted n on n.id = a.debate_id
    order by a.n`);
}

const tallyOf = ({ agree, disagree, pass, version }: Tally): Tally => ({ agree, disagree, pass, version });

function outcome({ actor }: Item, row: Row | undefined): Outcome<Counted> {
  if (!row?.visible) return { error: new AppError("not_found", "absent") };
  if (row.mine) return { value: { tally: tallyOf(row), mine: row.mine } };
  const decision = canVote(actor, row.phase);
  return {
    error: decision.allowed
      ? new AppError("conflict", "changed_meanwhile")
      : new AppError(decision.as, decision.reason),
  };
}

type News = Announcement & { data: TallyNews };

/** One announcement a debate: the new state of the tallies that moved. */
function announce(rows: readonly Row[]): Announcement[] {
  const news = new Map<string, News>();
  for (const row of rows) {
    if (!row.changed || !row.visible) continue;
    const { debate_id: debateId, audience } = row;
    const ids = { debateId, audience };
    const data = { counts: toCounts(row), tallies: {} };
    const fresh: News = { name: "debate.tallies", ids, stale: staleForVisitors(ids), data };
    const known = news.get(debateId) ?? fresh;
    known.data.tallies[row.id] = tallyOf(row);
    news.set(debateId, known);
  }
  return [...news.values()];
}
