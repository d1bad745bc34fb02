import { type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { type Notices, type Telling, toldColumns } from "@/platform/notices.ts";
import { visibleDebates } from "./debate.policy.ts";
import { describeDebates } from "./debate-notice.queries.ts";

const topic = sql`'debate:' || d.id`;
const ofDebate = { topic, key: topic, subjectId: sql`d.id` };

/** Whether the member `m` of section `s` lives where the debate `d` is held, and is of those to whom it is addressed. */
const livesThere: Sql = sql`(${sqlCovers(sql`d.scope`, sql`s.scope`)} and (d.audience <> 'adherents' or m.adherent_since is not null))`;

/** Those who follow the debate `d`, and those who said something in it. */
const whoFollows: Sql = sql`(select f.member_id from debate_follow f where f.debate_id = d.id
  union select c.author_id from contribution c where c.debate_id = d.id and c.author_id is not null)`;

/** The change of this number in the log of the debate `d`. */
const changes = (kind: string, { debateId, from }: Record<string, string | number>): Sql => sql`
  debate d join debate_change x on x.debate_id = d.id and x.seq = ${from} and x.kind::text = ${kind}
  where d.id = ${debateId}`;

/** What members are told of debates. What each voted is told to nobody. */
export const debateNotices: Notices = {
  sources: [
    {
      kind: "debate.opened",
      fact: "debate.opened",
      // One that is still to come is told of when it begins.
      told: ({ debateId }) => sql`select ${toldColumns({
        member: sql`m.id`,
        ...ofDebate,
        subject: "debate",
        actor: sql`d.opened_by_id`,
      })} from debate d join section s on true join member m on m.section_id = s.id
        where d.id = ${debateId} and d.opens_at <= d.created_at and m.erased_at is null and ${livesThere}`,
    },
    {
      kind: "debate.opened",
      fact: "debate.phase-moved",
      told: (ids) => sql`select ${toldColumns({
        member: sql`m.id`,
        ...ofDebate,
        subject: "debate",
        actor: sql`d.by_id`,
      })} from (select d.*, x.by_id from ${changes("phase", ids)} and x.from_phase = 'upcoming') d
        join lateral (
          select m.id from section s join member m on m.section_id = s.id where m.erased_at is null and ${livesThere}
          union select f.member_id from ${whoFollows} f) m on true`,
    },
    {
      kind: "debate.phase",
      fact: "debate.phase-moved",
      told: (ids) => sql`select ${toldColumns({
        member: sql`f.member_id`,
        ...ofDebate,
        subject: "debate",
        actor: sql`d.by_id`,
      })} from (select d.*, x.by_id from ${changes("phase", ids)} and x.from_phase <> 'upcoming') d
        join lateral ${whoFollows} f on true`,
    },
    {
      kind: "debate.synthesis",
      fact: "debate.synthesis-published",
      // Mended, it is not told again.
      told: (ids) => sql`select ${toldColumns({
        member: sql`f.member_id`,
        ...ofDebate,
        subject: "debate",
        actor: sql`d.by_id`,
      })} from (select d.*, x.by_id from ${changes("synthesis", ids)} and not exists (
          select 1 from debate_change e where e.debate_id = d.id and e.kind = 'synthesis' and e.seq < x.seq)) d
        join lateral ${whoFollows} f on true`,
    },
    {
      kind: "debate.hosting",
      fact: "debate.host-added",
      told: ({ debateId, memberId }) =>
        sql`select ${toldColumns({
          member: sql`h.member_id`,
          ...ofDebate,
          subject: "debate-host",
        })} from debate d join debate_host h on h.debate_id = d.id and h.member_id = ${memberId} where d.id = ${debateId}`,
    },
  ],
  sweeps: [{ name: "debates", kinds: ["debate.replied", "debate.contributed"], take: takeContributions }],
  subjects: {
    debate: (actor) => sql`exists (select 1 from debate d where d.id = n.subject_id and ${visibleDebates(actor)})`,
    "debate-host": (
      actor,
    ) => sql`exists (select 1 from debate d join debate_host h on h.debate_id = d.id and h.member_id = ${actor.id}
      where d.id = n.subject_id and ${visibleDebates(actor)})`,
    // Of the contributions that the line counts, the last ones up to its number, one at least is still shown.
    "debate-news": (actor) => sql`exists (select 1 from debate d join lateral (
      select c.hidden_at, c.parent_id from contribution c where c.debate_id = d.id and c.seq <= (n.ids->>'seq')::int
        and c.author_id is distinct from ${actor.id} order by c.seq desc limit n.count) c on c.hidden_at is null
      where d.id = n.subject_id and ${visibleDebates(actor)}
        and not exists (select 1 from contribution p where p.id = c.parent_id and p.hidden_at is not null))`,
    replies: (actor) => sql`exists (select 1 from contribution p join debate d on d.id = p.debate_id join lateral (
      select c.hidden_at from contribution c where c.parent_id = p.id and c.seq <= (n.ids->>'seq')::int
        and c.author_id is distinct from ${actor.id} order by c.seq desc limit n.count) c on c.hidden_at is null
      where p.id = n.subject_id and p.hidden_at is null and ${visibleDebates(actor)})`,
  },
  describe: describeDebates,
};

/** Followers of debates that one run tells, but for those of its last debate. */
const TOLD_AT_ONCE = 10_000;

type Many = {
  member_id: string;
  debate_id: string;
  parent_id: string | null;
  by: string | null;
  seq: number;
  many: number;
};

/**
 * What was said since the last time, and its mark moved: to those who follow a debate how much, to those who were answered by
 * whom. Nobody is told of her own words, nor of those of somebody whom a block parts from her.
 */
async function takeContributions(tx: Tx, now: Date): Promise<Telling[]> {
  // What stands before a debate's last number was committed with it. The longest untold first, as many as one run tells.
  const taken = await tx.$queryRaw<{ id: string; from: number; to: number }[]>(sql`
    with behind as (
      select d.id, coalesce(t.told_seq, 0) as told_seq, d.last_seq,
        sum((select count(*) from debate_follow f where f.debate_id = d.id)) over (
          order by t.told_at nulls first, d.id rows between unbounded preceding and 1 preceding) as before
      from debate d left join debate_telling t on t.debate_id = d.id where coalesce(t.told_seq, 0) < d.last_seq),
    marked as (
      insert into debate_telling as k (debate_id, told_seq, told_at)
      select b.id, b.last_seq, ${now}::timestamptz from behind b where coalesce(b.before, 0) < ${TOLD_AT_ONCE} order by b.id
      on conflict (debate_id) do update set told_seq = excluded.told_seq, told_at = excluded.told_at
      returning k.debate_id)
    select b.id, b.told_seq as "from", b.last_seq as "to" from behind b join marked m on m.debate_id = b.id`);
  if (taken.length === 0) return [];
  const rows = await tx.$queryRaw<Many[]>(sql`
    with news as materialized (
      select c.debate_id, c.seq, c.author_id, c.parent_id, p.author_id as answered_id
      from unnest(${taken.map(({ id }) => id)}::text[], ${taken.map(({ from }) => from)}::int[], ${taken.map(({ to }) => to)}::int[])
        as t(id, "from", "to") join contribution c on c.debate_id = t.id and c.seq > t."from" and c.seq <= t."to"
        left join contribution p on p.id = c.parent_id
      where c.hidden_at is null and p.hidden_at is null),
    parted as (
      select b.blocker_id as one, b.blocked_id as other from block b where b.blocked_id in (select author_id from news)
      union select b.blocked_id, b.blocker_id from block b where b.blocker_id in (select author_id from news)),
    replies as (
      select answered_id as member_id, debate_id, parent_id, (array_agg(author_id order by seq desc))[1] as by,
        max(seq) as seq, count(*)::int as many
      from news where answered_id is distinct from author_id and answered_id is not null
        and not exists (select 1 from parted k where k.one = answered_id and k.other = author_id)
      group by answered_id, debate_id, parent_id),
    totals as (select debate_id, max(seq) as seq, count(*)::int as many from news group by debate_id),
    less as (
      select member_id, debate_id, count(*)::int as many from (
        select author_id as member_id, debate_id, seq from news where author_id is not null
        union select answered_id, debate_id, seq from news where answered_id is not null
        union select k.one, n.debate_id, n.seq from news n join parted k on k.other = n.author_id) x
      group by member_id, debate_id)
    select * from replies
    union all
    select f.member_id, t.debate_id, null, null, t.seq, t.many - coalesce(l.many, 0)
    from totals t join debate_follow f on f.debate_id = t.debate_id
      left join less l on l.debate_id = t.debate_id and l.member_id = f.member_id
    where t.many > coalesce(l.many, 0)`);
  return rows.map((row): Telling => {
    const [about, to] = [`debate:${row.debate_id}`, { memberId: row.member_id, many: row.many, ids: { seq: row.seq } }];
    return row.parent_id
      ? {
          ...{ ...to, topic: about, kind: "debate.replied", key: `contribution:${row.parent_id}` },
          ...{ subject: "replies", subjectId: row.parent_id, actorId: row.by },
        }
      : {
          ...{ ...to, topic: about, kind: "debate.contributed", key: about },
          ...{ subject: "debate-news", subjectId: row.debate_id, actorId: null },
        };
  });
}
