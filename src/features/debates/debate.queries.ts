import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { citedIn, richText } from "@/core/rich-text.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import {
  agreedToPublicName,
  columnsFor,
  entryJoins,
  personColumns,
  signersFor,
  unsignedColumnsFor,
} from "./contribution.queries.ts";
import {
  type ContributionView,
  type EntryRow,
  type PersonRow,
  type ReplyView,
  readerOf,
  toAuthorView,
  toEntryView,
} from "./contribution.views.ts";
import { canRunDebate, canTakePart, visibleDebates } from "./debate.policy.ts";
import { type DebateOrder, PAGE_SIZE, type Side, sides } from "./debate.rules.ts";
import { type DebatePageInput, pageInput } from "./debate.schema.ts";
import {
  type ColumnView,
  type DebatePageView,
  type DebateRow,
  type PhaseChangeView,
  type SynthesisView,
  toDebateView,
} from "./debate.views.ts";

const REPLIES_SHOWN = 2;
const LAST = 2_147_483_647;

/** A debate `d` and the names of where it is held. */
export const debateColumns = sql`
  d.id, d.slug, d.question, d.framing, d.scope, d.audience, d.phase, d.opens_at, d.debate_at, d.vote_at, d.closes_at,
  d.cover_id, d.last_seq, d.pour_count, d.contre_count, d.neutre_count, d.vote_count, d.counts_version,
  (select name from federation where id = split_part(d.scope, '/', 2)) as federation,
  (select name from section where scope = d.scope) as section`;

/** What the reader `actor` is to a debate `d`. */
export const readerColumns = (actor: Actor): Sql =>
  actor.kind === "member"
    ? sql`exists (select 1 from debate_host h where h.debate_id = d.id and h.member_id = ${actor.id}) as is_host,
        exists (select 1 from debate_follow w where w.debate_id = d.id and w.member_id = ${actor.id}) as follows,
        d.audience = 'open' and not exists (
          select 1 from consent k where k.member_id = ${actor.id} and k.kind = 'public_name') as asks_public_name`
    : sql`false as is_host, false as follows, false as asks_public_name`;

export type ReaderRow = { is_host: boolean; follows: boolean; asks_public_name: boolean };
type EntryWithReplies = EntryRow & { replies: EntryRow[] | null };
type UnsignedRow = EntryRow & { author_id: string | null };
type SignersRow = Record<string, Pick<EntryRow, "card" | "closed">>;
type StoryRow = PersonRow & {
  seq: number;
  kind: "phase" | "synthesis";
  from: PhaseChangeView["from"];
  to: PhaseChangeView["to"];
  at: number;
  reason: string | null;
  signed: boolean;
};
type PageRow = DebateRow &
  ReaderRow & {
    synthesis: string | null;
    entries: UnsignedRow[] | null;
    replies: UnsignedRow[] | null;
    signers: SignersRow | null;
    hosts: PersonRow[] | null;
    story: StoryRow[] | null;
  };

/** Which contributions `c` of a side of debate `id` come in an order, and after the one of a number. */
function ordered(id: string, order: DebateOrder, actor: Actor, after: number | undefined): { where: Sql; by: Sql } {
  const score = {
    agreed: (row: Sql) => sql`agreement(${row}.agree, ${row}.disagree)`,
    divided: (row: Sql) => sql`division(${row}.agree, ${row}.disagree)`,
  };
  if (order === "agreed" || order === "divided") {
    const of = score[order];
    // In so many words, as its index says it: DIVIDED_MIN.
    const enough = order === "divided" ? sql`and c.agree + c.disagree >= 5` : sql``;
    const later = after
      ? sql`and (${of(sql`c`)}, c.seq) < (select ${of(sql`a`)}, a.seq from contribution a where a.debate_id = ${id} and a.seq = ${after})`
      : sql``;
    return { where: sql`${enough} ${later}`, by: sql`${of(sql`c`)} desc, c.seq desc` };
  }
  const awaiting =
    order === "awaiting" && actor.kind === "member"
      ? sql`and c.author_id is distinct from ${actor.id}
          and not exists (select 1 from vote v where v.contribution_id = c.id and v.member_id = ${actor.id})`
      : sql``;
  return { where: sql`and c.seq < ${after ?? LAST} ${awaiting}`, by: sql`c.seq desc` };
}

/** A debate with a page of each side, in the order that is asked. One statement: this page is hot. */
export async function getDebatePage(actor: Actor, id: string, where: unknown = {}): Promise<DebatePageView> {
  const from = pageInput.parse(where);
  const columns = unsignedColumnsFor(actor);
  const column = (side: Side) => {
    const { where, by } = ordered(id, from.ordre, actor, from[side]);
    return sql`(
      select ${columns} from contribution c ${entryJoins}
      where c.debate_id = ${id} and c.side = ${side}::contribution_side and c.hidden_at is null and c.parent_id is null ${where}
      order by ${by} limit ${PAGE_SIZE / 2 + 1})`;
  };
  const replies = sql`
    select r.* from e cross join lateral (
      select ${columns} from contribution c ${entryJoins}
      where e.reply_count > 0 and c.parent_id = e.id and c.hidden_at is null order by c.seq desc limit ${REPLIES_SHOWN}) r`;
  const publicName = readerOf(actor) === "public" ? agreedToPublicName : sql`false`;
  const people = sql`left join section s on s.id = m.section_id left join federation f on f.id = s.federation_id`;
  const [row] = await readRows<PageRow>(
    sql`
    with e as materialized (${column("pour")} union all ${column("contre")} union all ${column("neutre")}),
      r as materialized (${replies})
    select ${debateColumns}, d.synthesis, ${readerColumns(actor)},
      (select json_agg(e) from e) as entries,
      (select json_agg(r order by r.seq) from r) as replies,
      ${signersFor(actor, sql`select author_id from e union select author_id from r`)} as signers,
      (select json_agg(h order by h.added_at) from (
        select h.added_at, ${personColumns(publicName)} from debate_host h join member m on m.id = h.member_id ${people}
        where h.debate_id = d.id) h) as hosts,
      (select json_agg(g order by g.seq) from (
        select g.seq, g.kind, g.from_phase as from, g.to_phase as to, g.reason, g.by_id is not null as signed,
          extract(epoch from g.at)::float8 * 1000 as at, ${personColumns(publicName)}
        from debate_change g left join member m on m.id = g.by_id ${people}
        where g.debate_id = d.id and g.kind in ('phase', 'synthesis')) g) as story
    from debate d where d.id = ${id} and ${visibleDebates(actor)}`,
    { planned: true },
  );
  if (!row) throw new AppError("not_found", "absent");
  return toPage(actor, row, from, await synthesisOf(actor, row));
}

function toPage(actor: Actor, row: PageRow, from: DebatePageInput, synthesis: SynthesisView | null): DebatePageView {
  const reader = readerOf(actor);
  const debate = toDebateView(row);
  const signed = (entry: UnsignedRow): EntryRow => ({ ...entry, ...row.signers?.[entry.author_id ?? ""] });
  const contributions = (row.entries ?? []).map((entry) => ({
    ...signed(entry),
    replies: (row.replies ?? []).filter(({ parent_seq: parent }) => parent === entry.seq).map(signed),
  }));
  const shown = debate.phase === "ideas" || row.neutre_count > 0 ? sides : sides.slice(0, 2);
  const size = Math.floor(PAGE_SIZE / shown.length);
  const column = (side: Side): ColumnView => {
    const found = contributions.filter((entry) => entry.side === side);
    return { entries: found.slice(0, size).map((entry) => toContribution(entry, actor)), more: found.length > size };
  };
  return {
    debate,
    order: from.ordre,
    after: Object.fromEntries(sides.flatMap((side) => (from[side] ? [[side, from[side]]] : []))),
    sides: shown,
    columns: { pour: column("pour"), contre: column("contre"), neutre: column("neutre") },
    hosts: (row.hosts ?? []).map((host) => toAuthorView(host, reader)),
    story: (row.story ?? []).flatMap(({ kind, seq, from, to, at, reason, signed, ...by }) =>
      kind === "phase" ? [{ seq, from, to, at, reason, by: signed ? toAuthorView(by, reader) : null }] : [],
    ),
    synthesis,
    ...toReader(actor, row),
  };
}

/** What the page offers to its reader. */
export function toReader(actor: Actor, row: ReaderRow & { scope: string }) {
  return {
    me: actor.kind === "member" ? { id: actor.id, name: actor.name, section: actor.section.name } : null,
    can: {
      takePart: canTakePart(actor).allowed,
      run: canRunDebate(actor, { scope: row.scope, isHost: row.is_host }).allowed,
    },
    follows: row.follows,
    asksPublicName: row.asks_public_name,
  };
}

/** A contribution on a page, with some of its replies. Client ids are for news alone. */
export function toContribution(row: EntryWithReplies, actor: Actor): ContributionView {
  const reader = readerOf(actor);
  const { clientId: _, ...entry } = toEntryView(row, reader) as ContributionView;
  const replies = (row.replies ?? []).map((reply): ReplyView => {
    const { clientId: __, ...view } = toEntryView(reply, reader) as ReplyView;
    return view;
  });
  return replies.length > 0 ? { ...entry, replies } : entry;
}

/** The conclusion of a debate, with the contributions that it cites and that are still on show. */
async function synthesisOf(actor: Actor, row: PageRow): Promise<SynthesisView | null> {
  if (row.synthesis === null) return null;
  const rows = await readRows<EntryRow>(sql`
    select ${columnsFor(actor)} from contribution c ${entryJoins}
    where c.debate_id = ${row.id} and c.seq = any(${citedIn(row.synthesis)}::int[]) and c.hidden_at is null and p.hidden_at is null`);
  const signed = row.story?.findLast(({ kind }) => kind === "synthesis");
  const reader = readerOf(actor);
  const cited = rows.map(({ parent_seq: parent, ...entry }): [number, SynthesisView["cited"][number]] => {
    const href = `${paths.contribution(row, parent ?? entry.seq)}${parent ? `#c-${entry.seq}` : ""}`;
    return [entry.seq, { body: entry.body, author: toAuthorView(entry, reader), side: entry.side, href }];
  });
  return {
    body: row.synthesis,
    rich: richText(row.synthesis, { cites: true, headings: true }),
    at: signed?.at ?? row.closes_at.getTime(),
    by: signed?.signed ? toAuthorView(signed, reader) : null,
    cited: Object.fromEntries(cited),
  };
}
