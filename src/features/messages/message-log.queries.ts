import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { profileOfEach, visibleProfiles } from "@/features/profiles/index.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { readsFrom, visibleConversations } from "./message.policy.ts";
import { CATCH_UP_SIZE, PAGE_SIZE } from "./message.rules.ts";
import { catchUpInput, historyInput } from "./message.schema.ts";
import {
  type CatchUpView,
  type HistoryView,
  type LogRow,
  type PersonRow,
  toLogEntry,
  toPersonView,
} from "./message.views.ts";
import { peopleOf } from "./message-people.queries.ts";

const absent = () => new AppError("not_found", "absent");

/** A message `x` of the author `a`. What it quotes is quoted to those who read from `from` on only if it is theirs. */
const messageColumns = (from: Sql): Sql => sql`
  x.id, x.seq, x.author_id, a.name as author, x.from_place, x.broadcast_id is not null as to_all, extract(epoch from x.created_at)::float8 * 1000 as at,
  case when x.hidden_at is null then x.body else '' end as body, x.edited_at is not null as edited,
  x.deleted_at is not null as deleted, x.hidden_at is not null as hidden, x.client_id,
  case when x.reply_to_id is not null then (
    select json_build_object('seq', r.seq, 'author', ra.name,
      'body', case when r.hidden_at is null then left(r.body, 1200) else '' end,
      'carries', case when r.hidden_at is not null or r.deleted_at is not null then null
        when exists (select 1 from message_photo ph where ph.message_id = r.id and ph.added_by_id is not null) then 'Photo'
        when exists (select 1 from message_file fi where fi.message_id = r.id) then 'Fichier' end)
    from message r left join member ra on ra.id = r.author_id where r.id = x.reply_to_id and r.seq > ${from}) end as reply,
  (select json_agg(json_build_object('id', ph.id, 'width', im.width, 'height', im.height, 'description', ph.description)
      order by ph.position, ph.id)
    from message_photo ph join image im on im.id = ph.image_id where ph.message_id = x.id and ph.added_by_id is not null and x.deleted_at is null) as photos,
  (select json_agg(json_build_object('id', fi.id, 'name', fi.name, 'size', st.size, 'mime', st.mime) order by fi.position, fi.id)
    from message_file fi join stored_file st on st.id = fi.file_id where fi.message_id = x.id and x.deleted_at is null) as files,
  (select json_agg(json_build_object('id', n.member_id, 'label', n.label)) from message_mention n
    where n.message_id = x.id) as mentions`;

const signed = (member: Sql): Sql =>
  sql`case when ${member}.id is not null and ${member}.erased_at is null then json_build_object('id', ${member}.id, 'name', ${member}.name) end`;

/** Numbers `l` of a conversation's log, whole. */
const entryColumns = sql`
  l.seq as log_seq, l.change, extract(epoch from l.at)::float8 * 1000 as at, ${signed(sql`b`)} as by, ${signed(sql`w`)} as whom, l.words,
  case when x.id is not null then row_to_json(e) end as message`;
const entryJoins = (from: Sql): Sql => sql`
  left join message x on x.id = l.message_id left join member a on a.id = x.author_id
  left join member b on b.id = l.by_id left join member w on w.id = l.member_id
  left join lateral (select ${messageColumns(from)}) e on true`;

type Window = { conversation: Sql; where: Sql; order: Sql; limit: number; from: Sql; changes?: Sql };

/** The numbers of one conversation that satisfy a condition on `l.seq`, in an order. */
const logRows = ({ conversation, where, order, limit, from, changes = sql`true` }: Window): Sql => sql`
  select ${entryColumns} from (
    select l.seq, null as change, l.id as message_id, null as by_id, null as member_id, null as words, l.created_at as at
      from message l where l.conversation_id = ${conversation} and ${where}
    union all
    select l.seq, l.kind::text, l.message_id, l.by_id, l.member_id, l.words, l.at
      from conversation_change l where l.conversation_id = ${conversation} and ${where} and ${changes}
    order by seq ${order} limit ${limit}
  ) l ${entryJoins(from)} order by l.seq`;

/**
 * How far each has read in the conversation `v`, of those whom this actor may see. A stranger whose first message waits is
 * told nothing: neither that it was read, nor that it was not.
 */
export const readsColumn = (actor: Actor): Sql => sql`
  (select json_object_agg(d.member_id, d.read_seq) from conversation_read d join member m on m.id = d.member_id ${profileOfEach}
    where d.conversation_id = v.id and (m.id = ${actor.id} or (${visibleProfiles(actor)}
      and not exists (select 1 from conversation_request q where q.conversation_id = v.id and q.accepted_at is null)
      and (v.kind = 'inbox' or exists (select 1 from participant o
        where o.conversation_id = v.id and o.member_id = d.member_id and o.left_at is null)))))`;

type CatchUpRow = {
  last_seq: number;
  reads_from: number;
  entries: LogRow[] | null;
  reads: Record<string, number> | null;
  people: PersonRow[] | null;
};

/**
 * What happened in a conversation after a number, in order and without a gap, and how far each has read: one statement.
 * `withPeople`: also who they all are. Throws `not_found`.
 */
export async function getLog(
  actor: Actor,
  conversationId: string,
  after: number,
  { withPeople = false }: { withPeople?: boolean } = {},
): Promise<CatchUpView> {
  const from = sql`v.reads_from`;
  const entries = logRows({
    conversation: sql`v.id`,
    where: sql`l.seq > greatest(${after}::int, v.reads_from)`,
    order: sql`asc`,
    limit: CATCH_UP_SIZE,
    from,
  });
  const [row] = await readRows<CatchUpRow>(sql`
    select v.last_seq, v.reads_from, ${readsColumn(actor)} as reads,
      (select json_agg(n order by n.log_seq) from (${entries}) n) as entries,
      ${withPeople ? sql`(select json_agg(o) from (${peopleOf(actor)}) o)` : sql`null::json`} as people
    from (select v.id, v.kind, v.member_id, v.last_seq, ${readsFrom(actor)} as reads_from from conversation v
      where v.id = ${conversationId} and ${visibleConversations(actor)}) v`);
  if (!row) throw absent();
  const list = (row.entries ?? []).map((entry) => toLogEntry(entry, row.reads_from));
  const reached = list.at(-1)?.seq ?? Math.max(after, row.reads_from);
  return {
    ...{ entries: list, lastSeq: row.last_seq, reads: row.reads ?? {} },
    ...(reached < row.last_seq && { more: true as const }),
    ...(row.reads_from > after && { from: row.reads_from }),
    ...(row.people && { people: row.people.map(toPersonView) }),
  };
}

/** `getLog` for a door: what came in is parsed. */
export function catchUpMessages(actor: Actor, input: unknown): Promise<CatchUpView> {
  const { id, apres, vues } = catchUpInput.parse(input);
  return getLog(actor, id, apres, { withPeople: vues === "personnes" });
}

/** What a page shows of a change: who came and went and what it is called. What became of a message is in the message. */
const ofPages = sql`l.kind in ('named', 'added', 'removed', 'left', 'assigned')`;

/** Of a conversation that she reads: its messages before a number, or after one; the newest at first. Throws `not_found`. */
export async function listHistory(
  actor: Actor,
  conversationId: string,
  { before, after }: { before?: number | undefined; after?: number | undefined } = {},
): Promise<HistoryView> {
  const forward = after !== undefined;
  const bound = forward ? sql`l.seq > ${after}` : before === undefined ? sql`true` : sql`l.seq < ${before}`;
  const from = sql`v.reads_from`;
  const rows = await readRows<LogRow & { reads_from: number }>(sql`
    select v.reads_from, n.* from (select v.id, ${readsFrom(actor)} as reads_from from conversation v
      where v.id = ${conversationId} and ${visibleConversations(actor)}) v
    left join lateral (${logRows({
      conversation: sql`v.id`,
      where: sql`l.seq > v.reads_from and ${bound}`,
      order: forward ? sql`asc` : sql`desc`,
      limit: PAGE_SIZE + 1,
      from,
      changes: ofPages,
    })}) n on true order by n.log_seq`);
  const [first] = rows;
  if (!first) throw absent();
  const found = rows.filter(({ log_seq }) => log_seq !== null);
  const more = found.length > PAGE_SIZE;
  const kept = forward ? found.slice(0, PAGE_SIZE) : found.slice(-PAGE_SIZE);
  const entries = kept.map((row) => toLogEntry(row, first.reads_from));
  const bounded = forward ? after >= 1 : before !== undefined;
  return forward ? { entries, older: bounded, newer: more } : { entries, older: more, newer: bounded };
}

/** `listHistory` for a door: what came in is parsed. */
export function messageHistory(actor: Actor, input: unknown): Promise<HistoryView> {
  const { id, avant, apres } = historyInput.parse(input);
  return listHistory(actor, id, { before: avant, after: apres });
}

/** Whether this actor reads a conversation. Throws `not_found`: the gate of its room. */
export async function getConversationGate(actor: Actor, id: string): Promise<void> {
  const rows = await readRows(sql`select 1 from conversation v where v.id = ${id} and ${visibleConversations(actor)}`);
  if (rows.length === 0) throw absent();
}

/** How far the logs of these conversations go, by id. No actor: a number for rooms that are gated. */
export async function findLastSeqs(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await readRows<{ id: string; last_seq: number }>(sql`
    select id, last_seq from conversation where id = any(${[...ids]}::text[])`);
  return new Map(rows.map((row) => [row.id, row.last_seq]));
}

export type PublishedRow = {
  id: string;
  last_at: number;
  /** Of an inbox, its place. */
  scope: string | null;
  /** The highest number from which somebody in it reads: what is not above it is not everybody's. */
  shared_from: number;
  entries: LogRow[] | null;
  /** Who is in it, and how it is hers. */
  people: { id: string; muted: boolean; request: boolean }[] | null;
};

/**
 * What was just written in some logs, from one number to another each, and who is in those conversations. No actor: rooms
 * are gated. `read`: of the transaction that writes it.
 */
export async function findPublished(
  ranges: readonly { id: string; from: number; upTo: number; thin: boolean }[],
  read: (statement: Sql) => Promise<PublishedRow[]> = readRows,
): Promise<Map<string, PublishedRow>> {
  if (ranges.length === 0) return new Map();
  const entries = logRows({
    conversation: sql`v.id`,
    where: sql`l.seq between i.from_seq and i.up_to`,
    order: sql`asc`,
    limit: CATCH_UP_SIZE,
    from: sql`0`,
  });
  const rows = await read(sql`
    select v.id, extract(epoch from v.last_at)::float8 * 1000 as last_at, v.scope, p.shared_from, p.people,
      case when not i.thin then (select json_agg(n order by n.log_seq) from (${entries}) n) end as entries
    from unnest(${ranges.map(({ id }) => id)}::text[], ${ranges.map(({ from }) => from)}::int[],
      ${ranges.map(({ upTo }) => upTo)}::int[], ${ranges.map(({ thin }) => thin)}::boolean[]) as i(id, from_seq, up_to, thin)
    join conversation v on v.id = i.id
    cross join lateral (
      select coalesce(max(p.from_seq), 0) as shared_from, json_agg(json_build_object('id', p.member_id, 'muted', p.muted_at is not null,
        'request', exists (select 1 from conversation_request q where q.conversation_id = v.id and q.to_id = p.member_id
          and q.accepted_at is null))) as people
      from participant p where p.conversation_id = v.id and p.left_at is null) p`);
  return new Map(rows.map((row) => [row.id, row]));
}
