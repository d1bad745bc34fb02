import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { canContribute, canVote, visibleDebates } from "./debate.policy.ts";
import { type DebateAudience, PAGE_SIZE, type Side, type VoteValue } from "./debate.rules.ts";
import { catchUpInput, type DebatePageInput, pageInput } from "./debate.schema.ts";
import {
  type CatchUpView,
  type ColumnView,
  type DebatePageView,
  type DebateRow,
  type EntryRow,
  type LogEntry,
  readerOf,
  type Tally,
  toDebateView,
  toLogEntry,
} from "./debate.views.ts";

/** Contributions that one catch-up brings at most; the screen asks again while there are more. */
const CATCH_UP_SIZE = 200;
/** Of how many of the newest contributions of each side a catch-up brings the tallies. */
const TALLIES_SIZE = 50;
const LAST = 2_147_483_647;

const notFound = () => new AppError("not_found", "absent");

/** A contribution `c` with its author; `mine` is the reader's vote, `publicName` whether the author agreed to hers. */
const entryColumns = (mine: Sql, publicName: Sql): Sql => sql`
  c.id, c.seq, c.side, c.body, extract(epoch from c.created_at)::float8 * 1000 as at, c.hidden_at is not null as hidden,
  c.agree, c.disagree, c.pass, c.tally_version as version, c.client_id, ${mine} as mine,
  case when m.erased_at is null then m.name end as author, m.adherent_since is not null as adherent,
  s.name as section, f.name as federation, ${publicName} as public_name`;

const columnsFor = (actor: Actor) =>
  entryColumns(myVote(actor), readerOf(actor) === "public" ? publicName : sql`false`);

const myVote = (actor: Actor): Sql =>
  actor.kind === "member"
    ? sql`(select v.value from vote v where v.contribution_id = c.id and v.member_id = ${actor.id})`
    : sql`null::vote_value`;

const publicName = sql`exists (
  select 1 from consent k where k.member_id = m.id and k.kind = 'public_name' and k.withdrawn_at is null)`;

const entryJoins = sql`
  left join member m on m.id = c.author_id
  left join section s on s.id = m.section_id
  left join federation f on f.id = s.federation_id`;

/** A debate `d` and the names of where it is held. */
export const debateColumns = sql`
  d.id, d.slug, d.question, d.framing, d.scope, d.audience, d.opens_at, d.closes_at, d.last_seq,
  d.pour_count, d.contre_count, d.vote_count,
  (select name from federation where id = split_part(d.scope, '/', 2)) as federation,
  (select name from section where scope = d.scope) as section`;

type PageRow = DebateRow & { entries: EntryRow[] | null; asks_public_name: boolean };

/** A debate with the newest contributions of each side, or those before a number. One statement: this page is hot. */
export async function getDebatePage(actor: Actor, id: string, where: unknown = {}): Promise<DebatePageView> {
  const from = pageInput.parse(where);
  const column = (side: Side) => sql`(
    select ${columnsFor(actor)} from contribution c ${entryJoins}
    where c.debate_id = d.id and c.side = ${side}::contribution_side and c.hidden_at is null and c.seq < ${from[side] ?? LAST}
    order by c.seq desc limit ${PAGE_SIZE + 1})`;
  const asksPublicName =
    actor.kind === "member"
      ? sql`d.audience = 'open' and not exists (select 1 from consent k where k.member_id = ${actor.id} and k.kind = 'public_name')`
      : sql`false`;
  const [row] = await readRows<PageRow>(sql`
    select ${debateColumns}, ${asksPublicName} as asks_public_name,
      (select json_agg(e) from (${column("pour")} union all ${column("contre")}) e) as entries
    from debate d where d.id = ${id} and ${visibleDebates(actor)}`);
  if (!row) throw notFound();
  const debate = toDebateView(row);
  const now = clock.now();
  return {
    debate,
    pour: toColumn(actor, row, "pour", from),
    contre: toColumn(actor, row, "contre", from),
    me: actor.kind === "member" ? { id: actor.id, name: actor.name, section: actor.section.name } : null,
    can: { contribute: canContribute(actor, debate, now).allowed, vote: canVote(actor, debate, now).allowed },
    asksPublicName: row.asks_public_name,
  };
}

function toColumn(actor: Actor, row: PageRow, side: Side, from: DebatePageInput): ColumnView {
  const reader = readerOf(actor);
  const found = (row.entries ?? []).filter((entry) => entry.side === side);
  const shown = found.slice(0, PAGE_SIZE).flatMap((entry) => visibleOnly(toLogEntry(entry, reader)));
  for (const entry of shown) delete entry.clientId; // only news need it
  return { entries: shown, older: found.length > PAGE_SIZE, newest: from[side] === undefined };
}

const visibleOnly = (entry: LogEntry) => ("hidden" in entry ? [] : [entry]);

type LogRow = DebateRow & {
  entries: EntryRow[] | null;
  tallies: (Tally & { id: string; mine: VoteValue | null })[] | null;
};

/** What happened after a number, in order and without a gap, with the present tallies: one statement. */
export async function listEntriesAfter(actor: Actor, debateId: string, afterSeq: number): Promise<CatchUpView> {
  const newest = (side: Side) => sql`(
    select id, agree, disagree, pass, tally_version as version, ${myVote(actor)} as mine from contribution c
    where debate_id = d.id and side = ${side}::contribution_side and hidden_at is null order by seq desc limit ${TALLIES_SIZE})`;
  const [row] = await readRows<LogRow>(sql`
    select ${debateColumns},
      (select json_agg(e) from (
        select ${columnsFor(actor)} from contribution c ${entryJoins}
        where c.debate_id = d.id and c.seq > ${afterSeq} order by c.seq limit ${CATCH_UP_SIZE}) e) as entries,
      (select json_agg(t) from (${newest("pour")} union all ${newest("contre")}) t) as tallies
    from debate d where d.id = ${debateId} and ${visibleDebates(actor)}`);
  if (!row) throw notFound();
  const { lastSeq, counts } = toDebateView(row);
  const view: CatchUpView = { entries: [], lastSeq, counts, tallies: {}, mine: {} };
  view.entries = (row.entries ?? []).map((entry) => toLogEntry(entry, readerOf(actor)));
  for (const { id, mine, ...tally } of row.tallies ?? []) {
    view.tallies[id] = tally;
    if (mine) view.mine[id] = mine;
  }
  return view;
}

/** `listEntriesAfter` for a door: what came in is parsed. */
export function catchUp(actor: Actor, input: unknown): Promise<CatchUpView> {
  const { id, apres } = catchUpInput.parse(input);
  return listEntriesAfter(actor, id, apres);
}

/** To whom a debate is addressed, for one that this actor may see. */
export async function getDebateAudience(actor: Actor, id: string): Promise<DebateAudience> {
  const [row] = await readRows<{ audience: DebateAudience }>(sql`
    select d.audience from debate d where d.id = ${id} and ${visibleDebates(actor)}`);
  if (!row) throw notFound();
  return row.audience;
}

type NewsRow = EntryRow & { debate_id: string; pour_count: number; contre_count: number; vote_count: number };

/** Contributions that were just published, of several debates, with what both audiences need. No actor: rooms are gated. */
export function listPublished(contributionIds: readonly string[]): Promise<NewsRow[]> {
  return readRows<NewsRow>(sql`
    select ${entryColumns(sql`null::vote_value`, publicName)}, c.debate_id, d.pour_count, d.contre_count, d.vote_count
    from contribution c join debate d on d.id = c.debate_id ${entryJoins}
    where c.id = any(${[...contributionIds]}::text[]) order by c.debate_id, c.seq`);
}
