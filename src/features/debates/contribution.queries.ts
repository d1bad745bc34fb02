import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { fieldReaches, noBlock, profileOf, profileOfEach, visibleProfiles } from "@/features/profiles/index.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import type { CountsRow } from "./contribution.views.ts";
import { type LogEntry, type LogRow, readerOf, type Tally, toCounts, toLogEntry } from "./contribution.views.ts";
import { visibleDebates } from "./debate.policy.ts";
import type { DebateAudience, Side, VoteValue } from "./debate.rules.ts";
import { catchUpInput } from "./debate.schema.ts";
import type { CatchUpView } from "./debate.views.ts";

/** Numbers of the log that one catch-up brings at most; the screen asks again while there are more. */
const CATCH_UP_SIZE = 200;
/** Of how many of the newest contributions of each side a catch-up brings the tallies. */
const TALLIES_SIZE = 60;

const notFound = () => new AppError("not_found", "absent");

/** Whether the author `m` agreed to her public name. */
export const agreedToPublicName = sql`exists (
  select 1 from consent k where k.member_id = m.id and k.kind = 'public_name' and k.withdrawn_at is null)`;

/** How the person `m` of section `s` and federation `f` may be named. */
export const personColumns = (publicName: Sql): Sql => sql`
  case when m.erased_at is null then m.name end as author, m.adherent_since is not null as adherent,
  s.name as section, f.name as federation, ${publicName} as public_name`;

/** What depends on who reads a contribution or reply `c`. */
type ReaderTerms = { mine: Sql; own: Sql; publicName: Sql; card: Sql; closed: Sql };

/** For the audiences of a live room, whoever is in it. */
const forAnybody: ReaderTerms = {
  mine: sql`null::vote_value`,
  own: sql`false`,
  publicName: agreedToPublicName,
  card: sql`null::json`,
  closed: sql`false`,
};

function termsFor(actor: Actor): ReaderTerms {
  if (actor.kind !== "member")
    return { ...forAnybody, publicName: readerOf(actor) === "public" ? agreedToPublicName : sql`false` };
  return {
    mine: myVote(actor),
    own: sql`coalesce(c.author_id = ${actor.id}, false)`,
    publicName: sql`false`,
    // Her profile, where the reader may open it; inside, `m` and `p` are the author and her profile.
    card: sql`(select json_build_object('id', m.id, 'photo', case when ${fieldReaches("photo", actor)} then p.photo_id end)
      from member m ${profileOf} where m.id = c.author_id and ${visibleProfiles(actor)})`,
    closed: sql`not ${noBlock(actor, sql`c.author_id`)}`,
  };
}

/** A contribution or reply `c` of parent `p` with its author. */
const entryColumns = ({ mine, own, publicName, card, closed }: ReaderTerms): Sql => sql`
  c.id, c.seq, c.side, p.seq as parent_seq, c.body, extract(epoch from c.created_at)::float8 * 1000 as at,
  c.edited_at is not null as edited, c.hidden_at is not null or p.hidden_at is not null as hidden,
  c.reply_count, p.reply_count as parent_reply_count,
  c.agree, c.disagree, c.pass, c.tally_version as version, c.client_id, ${own} as own, ${mine} as mine,
  ${card} as card, ${closed} as closed, ${personColumns(publicName)}`;

/** The same as this actor reads it. */
export const columnsFor = (actor: Actor): Sql => entryColumns(termsFor(actor));

/** The same but for what depends on who the author is to the reader: a page asks it once of all its authors, by `signersFor`. */
export const unsignedColumnsFor = (actor: Actor): Sql => {
  const { card, closed } = forAnybody;
  return sql`${entryColumns({ ...termsFor(actor), card, closed })}, c.author_id`;
};

/** What the reader may open of these members, and whether the two speak to each other: json by id; null for visitors. */
export const signersFor = (actor: Actor, ids: Sql): Sql =>
  actor.kind !== "member"
    ? sql`null::json`
    : sql`(select json_object_agg(m.id, json_build_object('closed', not ${noBlock(actor)}, 'card', case when ${visibleProfiles(actor)}
        then json_build_object('id', m.id, 'photo', case when ${fieldReaches("photo", actor)} then p.photo_id end) end))
      from (${ids}) signer(id) cross join lateral (select * from member x where x.id = signer.id limit 1) m ${profileOfEach})`;

const myVote = (actor: Actor): Sql =>
  actor.kind === "member"
    ? sql`(select v.value from vote v where v.contribution_id = c.id and v.member_id = ${actor.id})`
    : sql`null::vote_value`;

export const entryJoins = sql`
  left join contribution p on p.id = c.parent_id
  left join member m on m.id = c.author_id
  left join section s on s.id = m.section_id
  left join federation f on f.id = s.federation_id`;

/** Numbers of the log of debate `debateId` that satisfy a condition on `l.seq`, in order, with what they are about. */
const logRows = (debateId: Sql, condition: Sql, columns: Sql): Sql => sql`
  select l.seq as log_seq, l.change, l.to_phase, case when c.id is not null then row_to_json(e) end as entry
  from (
    select l.seq, null as change, null as to_phase, l.id as contribution_id from contribution l
      where l.debate_id = ${debateId} and ${condition}
    union all
    select l.seq, l.kind::text, l.to_phase::text, l.contribution_id from debate_change l
      where l.debate_id = ${debateId} and ${condition}
    order by seq limit ${CATCH_UP_SIZE}
  ) l
  left join contribution c on c.id = l.contribution_id ${entryJoins}
  left join lateral (select ${columns}) e on true
  order by l.seq`;

type CatchUpRow = CountsRow & {
  last_seq: number;
  entries: LogRow[] | null;
  tallies: (Tally & { id: string; mine: VoteValue | null })[] | null;
};

/**
 * What happened after a number, in order and without a gap, with the present tallies of the newest contributions and of
 * those that the screen says it shows: one statement.
 */
export async function listEntriesAfter(
  actor: Actor,
  debateId: string,
  afterSeq: number,
  shown: readonly number[] = [],
): Promise<CatchUpView> {
  const tally = sql`select id, agree, disagree, pass, tally_version as version, ${myVote(actor)} as mine from contribution c
    where debate_id = d.id and hidden_at is null`;
  const newest = (side: Side) => sql`(
    ${tally} and side = ${side}::contribution_side order by seq desc limit ${TALLIES_SIZE})`;
  const others =
    shown.length > 0 ? sql`union all (${tally} and parent_id is null and seq = any(${[...shown]}::int[]))` : sql``;
  const [row] = await readRows<CatchUpRow>(sql`
    select d.last_seq, d.pour_count, d.contre_count, d.neutre_count, d.vote_count, d.counts_version,
      (select json_agg(e order by e.log_seq) from (${logRows(sql`d.id`, sql`l.seq > ${afterSeq}`, columnsFor(actor))}) e) as entries,
      (select json_agg(t) from (${newest("pour")} union all ${newest("contre")} union all ${newest("neutre")} ${others}) t) as tallies
    from debate d where d.id = ${debateId} and ${visibleDebates(actor)}`);
  if (!row) throw notFound();
  const reader = readerOf(actor);
  const view: CatchUpView = { entries: [], lastSeq: row.last_seq, counts: toCounts(row), tallies: {}, mine: {} };
  view.entries = (row.entries ?? []).map((entry) => toLogEntry(entry, reader));
  for (const { id, mine, ...tally } of row.tallies ?? []) {
    view.tallies[id] = tally;
    if (mine) view.mine[id] = mine;
  }
  return view;
}

/** `listEntriesAfter` for a door: what came in is parsed. */
export function catchUp(actor: Actor, input: unknown): Promise<CatchUpView> {
  const { id, apres, vues } = catchUpInput.parse(input);
  return listEntriesAfter(actor, id, apres, vues);
}

/** To whom a debate is addressed, for one that this actor may see. */
export async function getDebateAudience(actor: Actor, id: string): Promise<DebateAudience> {
  const [row] = await readRows<{ audience: DebateAudience }>(sql`
    select d.audience from debate d where d.id = ${id} and ${visibleDebates(actor)}`);
  if (!row) throw notFound();
  return row.audience;
}

type NewsRow = CountsRow & { entries: LogRow[] | null };

/**
 * What was just written in a debate's log, from one number to another, with what both audiences need.
 * No actor: rooms are gated.
 */
export async function findPublished(debateId: string, from: number, to: number): Promise<NewsRow | undefined> {
  const columns = entryColumns(forAnybody);
  const [row] = await readRows<NewsRow>(sql`
    select d.pour_count, d.contre_count, d.neutre_count, d.vote_count, d.counts_version,
      (select json_agg(e order by e.log_seq) from (${logRows(sql`d.id`, sql`l.seq between ${from} and ${to}`, columns)}) e) as entries
    from debate d where d.id = ${debateId}`);
  return row;
}

/** How far the logs of these debates go, by id. No actor: a number for rooms that are gated. */
export async function findLastSeqs(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await readRows<{ id: string; last_seq: number }>(sql`
    select id, last_seq from debate where id = any(${[...ids]}::text[])`);
  return new Map(rows.map((row) => [row.id, row.last_seq]));
}

/** Rows as one audience may read them. */
export const entriesFor = (rows: readonly LogRow[], reader: ReturnType<typeof readerOf>): LogEntry[] =>
  rows.map((row) => toLogEntry(row, reader));
