import type { Actor, Member } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { type Signature, signaturesOf } from "@/features/profiles/index.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { GONE, LIST_SIZE, UNREAD_MAX } from "./conversation.rules.ts";
import { type Box, type Cursor, listInput } from "./conversation.schema.ts";
import {
  type ConversationItemView,
  type ConversationListView,
  type LastWordsView,
  titleOf,
  toPerson,
  toPlace,
} from "./conversation.views.ts";
import { visibleConversations } from "./message.policy.ts";
import type { ConversationKind } from "./message.rules.ts";
import { isAnswerableBy } from "./writing.policy.ts";

const WORDS_SHOWN = 160;
const PEOPLE_SHOWN = 4;

/** A request to the member, `q`, that she has not said yes to. */
export const isUnacceptedBy = (memberId: string): Sql =>
  sql`coalesce(q.to_id = ${memberId} and q.accepted_at is null, false)`;

/** The messages of `v` that the participant `p`, with her marker `r`, has not read: others' words that are still there. */
export const unreadBy = (memberId: string): Sql => sql`
  select 1 from message x where x.conversation_id = v.id and x.seq > greatest(coalesce(r.read_seq, 0), p.from_seq)
    and x.author_id is distinct from ${memberId} and x.deleted_at is null and x.hidden_at is null`;

/** A member's own conversations: her participations `p`, with `v`, her marker `r` and the request `q`, each by its key. */
export const ownConversations = (actor: Member): Sql => sql`
  from participant p join conversation v on v.id = p.conversation_id
  left join conversation_read r on r.conversation_id = v.id and r.member_id = ${actor.id}
  left join conversation_request q on q.conversation_id = v.id
  where p.member_id = ${actor.id} and p.left_at is null and ${visibleConversations(actor)}`;

type Last = {
  author_id: string | null;
  from_place: boolean;
  words: string;
  deleted: boolean;
  hidden: boolean;
  photos: number;
  files: number;
};
type Row = {
  id: string;
  kind: ConversationKind;
  name: string;
  scope: string | null;
  section: string | null;
  federation: string | null;
  at: Date;
  last_seq: number;
  muted: boolean;
  request: "sent" | "received" | null;
  unread: number;
  others: string[] | null;
  count: number;
  last: Last | null;
};

const boxLaw = (actor: Member, box: Box): Sql => {
  if (box === "demandes")
    return sql`(${isUnacceptedBy(actor.id)} and q.refused_at is null and ${isAnswerableBy(sql`${actor.id}`)})`;
  const read = sql`not ${isUnacceptedBy(actor.id)}`;
  return box === "toutes"
    ? read
    : sql`(${read} and v.last_seq > greatest(coalesce(r.read_seq, 0), p.from_seq) and exists (${unreadBy(actor.id)}))`;
};

/** The last message that `p` reads of `v`, with how it begins and what hangs on it. */
const lastWords = sql`(select json_build_object('author_id', x.author_id, 'from_place', x.from_place,
    'words', case when x.hidden_at is null then left(x.body, ${WORDS_SHOWN}) else '' end,
    'deleted', x.deleted_at is not null, 'hidden', x.hidden_at is not null,
    'photos', case when x.deleted_at is null and x.hidden_at is null
      then (select count(*) from message_photo n where n.message_id = x.id and n.added_by_id is not null) else 0 end,
    'files', case when x.deleted_at is null and x.hidden_at is null
      then (select count(*) from message_file n where n.message_id = x.id) else 0 end)
  from message x where x.conversation_id = c.id and x.seq > c.from_seq order by x.seq desc limit 1)`;

const others = (actor: Member): Sql => sql`(select json_agg(o.member_id) from (
  select o.member_id from participant o where o.conversation_id = c.id and o.left_at is null and o.member_id <> ${actor.id}
  order by o.joined_at, o.member_id limit ${PEOPLE_SHOWN}) o)`;

/** Those that she takes part in, what moved last first. `select` is bounded before anything is looked up for each. */
const chosen = (actor: Member, box: Box, cursor: Cursor): Sql => {
  const at = sql`greatest(v.last_at, p.joined_at)`;
  const after = cursor ? sql`and (${at}, v.id) < (${cursor.at}::timestamptz, ${cursor.id})` : sql``;
  return sql`
    select v.id, v.kind, v.name, v.scope, ${at} as at, v.last_seq, p.muted_at is not null as muted, p.from_seq,
      case when q.conversation_id is null or q.accepted_at is not null then null
        when q.from_id = ${actor.id} then 'sent' else 'received' end as request,
      (select count(*)::int from (${unreadBy(actor.id)} limit ${UNREAD_MAX}) u) as unread
    ${ownConversations(actor)} and ${boxLaw(actor, box)} ${after}
    order by ${at} desc, v.id desc limit ${LIST_SIZE + 1}`;
};

/** A member's conversations, twenty at a time. Places' inboxes that she answers for are not in it: they have their own page. */
export async function listConversations(actor: Actor, input: unknown = {}): Promise<ConversationListView> {
  if (actor.kind !== "member") throw new AppError("not_found", "absent");
  const { cursor, box } = listInput.parse(input ?? {});
  const rows = await readRows<Row>(sql`
    with c as materialized (${chosen(actor, box, cursor)})
    select c.*, (select s.name from section s where s.scope = c.scope) as section,
      (select f.name from federation f where f.id = split_part(c.scope, '/', 2)) as federation, ${others(actor)} as others,
      (select count(*)::int from participant o where o.conversation_id = c.id and o.left_at is null
        and o.member_id <> ${actor.id}) as count,
      ${lastWords} as last
    from c order by c.at desc, c.id desc`);
  const page = rows.slice(0, LIST_SIZE);
  const named = page.flatMap(({ others, last }) => [...(others ?? []), last?.author_id ?? null]);
  const signatures = await signaturesOf(actor, named);
  const last = page.at(-1);
  return {
    items: page.map((row) => toItem(actor, row, signatures)),
    next: rows.length > LIST_SIZE && last ? `${last.at.getTime()}-${last.id}` : null,
  };
}

function toItem(actor: Member, row: Row, signatures: ReadonlyMap<string, Signature>): ConversationItemView {
  const people = (row.others ?? []).map((id) => toPerson(id, signatures.get(id)));
  const place = row.scope ? toPlace(row.scope, row.section, row.federation) : null;
  const names = people.map(({ name }) => name);
  return {
    ...{ id: row.id, kind: row.kind, people, count: row.count, muted: row.muted, unread: row.unread },
    title: titleOf({ kind: row.kind, name: row.name, others: names, count: row.count, place, answers: false }),
    ...(place && { place }),
    ...(row.request && { request: row.request }),
    at: row.at.toISOString(),
    lastSeq: row.last_seq,
    last: row.last && toLastWords(actor, row, row.last, signatures),
  };
}

function toLastWords(
  actor: Member,
  { kind }: Row,
  last: Last,
  signatures: ReadonlyMap<string, Signature>,
): LastWordsView {
  const mine = last.author_id === actor.id;
  const author = last.author_id ? (signatures.get(last.author_id)?.name ?? GONE) : GONE;
  return {
    mine,
    author: mine || kind === "direct" ? null : author,
    words: last.words.replace(/\s+/g, " ").trim(),
    ...{ photos: last.photos, files: last.files },
    ...(last.deleted ? { gone: "deleted" as const } : last.hidden ? { gone: "hidden" as const } : {}),
  };
}
