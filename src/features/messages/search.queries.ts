import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { signaturesOf } from "@/features/profiles/index.ts";
import { join, readRows, type Sql, sql } from "@/platform/db/client.ts";
import { limits } from "@/platform/limits.ts";
import { GONE } from "./conversation.rules.ts";
import { searchInput } from "./conversation.schema.ts";
import { titleOf, toPerson, toPlace } from "./conversation.views.ts";
import { searchesAMinute } from "./conversation-limit.rules.ts";
import { visibleConversations, visibleMessages } from "./message.policy.ts";
import type { ConversationKind } from "./message.rules.ts";
import { type Excerpt, excerptAround, searchedWords } from "./search.rules.ts";

const FOUND_SIZE = 20;

/** A message that holds what was looked for. */
export type FoundMessageView = {
  id: string;
  conversationId: string;
  title: string;
  seq: number;
  /** ISO. */
  at: string;
  author: string;
  mine: boolean;
  excerpt: Excerpt;
};
export type FoundMessagesView = { q: string; words: string[]; found: FoundMessageView[]; next: string | null };

type Row = {
  id: string;
  conversation_id: string;
  kind: ConversationKind;
  name: string;
  scope: string | null;
  section: string | null;
  federation: string | null;
  answers: boolean;
  member_id: string | null;
  others: string[] | null;
  count: number;
  seq: number;
  at: Date;
  author_id: string | null;
  body: string;
};

/** Whether `x` holds a word. One of two letters has no trigram: looked for in the index, it would be read from end to end. */
const holds = (word: string): Sql => {
  const text = word.length < 3 ? sql`(folded(x.body) || '')` : sql`folded(x.body)`;
  return sql`${text} like '%' || folded(${word}::text) || '%'`;
};

/**
 * The messages that hold all the words looked for, the newest first: in one conversation, or across those that she takes
 * part in. Accents and case are nothing. Throws `rate_limited`.
 */
export async function searchMessages(actor: Actor, input: unknown): Promise<FoundMessagesView> {
  if (actor.kind !== "member") throw new AppError("not_found", "absent");
  const { q, cursor, conversationId } = searchInput.parse(input ?? {});
  const words = searchedWords(q);
  if (words.length === 0) return { q, words, found: [], next: null };
  await limits().consume(searchesAMinute, actor.id);
  // The ids first, and each conversation by itself: what all the others say costs nothing, however common the words are.
  const within = await readRows<{ id: string }>(
    conversationId
      ? sql`select v.id from conversation v where v.id = ${conversationId} and ${visibleConversations(actor)}`
      : sql`select v.id from participant p join conversation v on v.id = p.conversation_id
          where p.member_id = ${actor.id} and p.left_at is null and ${visibleConversations(actor)}`,
  );
  if (within.length === 0) return { q, words, found: [], next: null };
  const rows = await readRows<Row>(sql`
    with mine as materialized (
      select x.* from unnest(${within.map(({ id }) => id)}::text[]) as i(id) cross join lateral (
        select x.id, x.conversation_id, x.seq, x.created_at as at, x.author_id, x.body from message x
        where x.conversation_id = i.id and x.deleted_at is null and x.hidden_at is null
          and ${join(words.map(holds), " and ")} offset 0) x
    ), found as (
      select x.* from mine x join conversation v on v.id = x.conversation_id where ${visibleMessages(actor)}
        ${cursor ? sql`and (x.at, x.id) < (${cursor.at}::timestamptz, ${cursor.id})` : sql``}
      order by x.at desc, x.id desc limit ${FOUND_SIZE + 1}
    )
    select x.*, v.kind, v.name, v.scope, v.member_id, s.name as section, f.name as federation,
      v.kind = 'inbox' and v.member_id <> ${actor.id} as answers,
      (select json_agg(o.member_id) from (select o.member_id from participant o where o.conversation_id = v.id
        and o.left_at is null and o.member_id <> ${actor.id} order by o.joined_at, o.member_id limit 4) o) as others,
      (select count(*)::int from participant o where o.conversation_id = v.id and o.left_at is null
        and o.member_id <> ${actor.id}) as count
    from found x join conversation v on v.id = x.conversation_id
    left join section s on s.scope = v.scope left join federation f on f.id = split_part(v.scope, '/', 2)
    order by x.at desc, x.id desc`);
  const page = rows.slice(0, FOUND_SIZE);
  const named = page.flatMap(({ author_id, others, answers, member_id }) => [
    ...(answers ? [member_id] : (others ?? [])),
    author_id,
  ]);
  const signatures = await signaturesOf(actor, named);
  const last = page.at(-1);
  return {
    q,
    words,
    found: page.map((row) => {
      const ids = row.answers ? [row.member_id ?? ""] : (row.others ?? []);
      const others = ids.map((id) => toPerson(id, signatures.get(id)).name);
      const place = row.scope ? toPlace(row.scope, row.section, row.federation) : null;
      return {
        ...{ id: row.id, conversationId: row.conversation_id, seq: row.seq, at: row.at.toISOString() },
        title: titleOf({ ...row, others, place }),
        author: (row.author_id && signatures.get(row.author_id)?.name) || GONE,
        mine: row.author_id === actor.id,
        excerpt: excerptAround(row.body, words),
      };
    }),
    next: rows.length > FOUND_SIZE && last ? `${last.at.getTime()}-${last.id}` : null,
  };
}
