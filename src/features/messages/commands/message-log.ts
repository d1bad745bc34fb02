import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { type StatementTx, sql, type Tx } from "@/platform/db/client.ts";
import { lockLogs, takenMeanwhile } from "@/platform/durable-log.ts";
import type { ConversationChangeKind } from "../message.views.ts";
import { attachToMessages } from "./attach-to-message.ts";

/** The first lock of every writer of conversations: members, then conversations, in id order. */
export const lockConversations = (
  tx: StatementTx,
  { memberIds, ids }: { memberIds: readonly (string | null)[]; ids: readonly string[] },
): Promise<void> =>
  lockLogs(tx, {
    memberIds,
    table: sql`conversation`,
    ids: sql`select unnest(${[...new Set(ids)]}::text[])`,
  });

export type ConversationChange = {
  kind: ConversationChangeKind;
  byId: string | null;
  messageId?: string;
  memberId?: string;
  words?: string;
};

/** Takes the conversation's next number for something that happened to it, and writes it in the log. Locked by it. */
export async function appendChange(tx: Tx, conversationId: string, change: ConversationChange): Promise<number> {
  const [row] = await tx.$queryRaw<{ seq: number }[]>(sql`
    update conversation set last_seq = last_seq + 1 where id = ${conversationId} returning last_seq as seq`);
  const seq = row?.seq ?? 0;
  await tx.conversationChange.create({ data: { ...change, conversationId, seq, at: clock.now() } });
  return seq;
}

export type NewMessage = {
  conversationId: string;
  authorId: string;
  clientId: string;
  body: string;
  fromPlace?: boolean;
  replyToId?: string;
  broadcastId?: string;
  photoIds?: readonly string[];
  /** What each photo shows, in the same order. */
  descriptions?: readonly string[];
  fileIds?: readonly string[];
  /** Already told to be of the conversation, and in the words. */
  mentions?: readonly { id: string; label: string }[];
};
export type MessageRow = NewMessage & { id: string; seq: number };
type Written = { id: string; seq: number };

/**
 * Writes messages under numbers that are theirs, in conversations that are locked: moves what each conversation and each
 * author's reading are at. The answer of those in charge ends the wait in an inbox, and makes it hers whose it was not.
 */
export async function writeMessages(tx: StatementTx, rows: readonly MessageRow[]): Promise<void> {
  if (rows.length === 0) return;
  const now = clock.now();
  const moved = movesOf(rows);
  const named = rows.flatMap(({ id, mentions }) => (mentions ?? []).map((one) => ({ messageId: id, ...one })));
  const [counted] = await tx.$queryRaw<{ written: number }[]>(sql`
    with written as (
      insert into message (id, conversation_id, seq, author_id, from_place, body, client_id, reply_to_id, broadcast_id, created_at)
      select r.*, ${now}::timestamptz
      from unnest(${rows.map(({ id }) => id)}::text[], ${rows.map(({ conversationId }) => conversationId)}::text[],
        ${rows.map(({ seq }) => seq)}::int[], ${rows.map(({ authorId }) => authorId)}::text[],
        ${rows.map(({ fromPlace }) => fromPlace === true)}::boolean[], ${rows.map(({ body }) => body)}::text[],
        ${rows.map(({ clientId }) => clientId)}::uuid[], ${rows.map(({ replyToId }) => replyToId ?? null)}::text[],
        ${rows.map(({ broadcastId }) => broadcastId ?? null)}::text[]) as r
      on conflict (author_id, client_id) do nothing
      returning conversation_id, author_id, seq
    ), moved as (
      update conversation v set last_seq = g.last_seq, last_at = ${now}::timestamptz,
        waiting_since = case when v.kind <> 'inbox' or not g.waits then null when g.answered then ${now}::timestamptz
          else coalesce(v.waiting_since, ${now}::timestamptz) end,
        asked_at = case when v.kind = 'inbox' and g.asks then ${now}::timestamptz else v.asked_at end,
        assignee_id = case when v.kind = 'inbox' then coalesce(v.assignee_id, g.answerer) end
      from unnest(${moved.map(({ id }) => id)}::text[], ${moved.map(({ lastSeq }) => lastSeq)}::int[],
        ${moved.map(({ asks }) => asks)}::boolean[], ${moved.map(({ waits }) => waits)}::boolean[], ${moved.map(({ answerer }) => answerer !== null)}::boolean[],
        ${moved.map(({ answerer }) => answerer)}::text[]) as g(id, last_seq, asks, waits, answered, answerer)
      where v.id = g.id
    ), read as (
      insert into conversation_read as d (conversation_id, member_id, read_seq, read_at)
      select conversation_id, author_id, max(seq), ${now}::timestamptz from written group by conversation_id, author_id
      order by conversation_id, author_id
      on conflict (conversation_id, member_id) do update
        set read_seq = greatest(d.read_seq, excluded.read_seq), read_at = excluded.read_at
    ), named as (
      insert into message_mention (message_id, member_id, label)
      select * from unnest(${named.map(({ messageId }) => messageId)}::text[], ${named.map(({ id }) => id)}::text[],
        ${named.map(({ label }) => label)}::text[])
    )
    select count(*)::int as written from written`);
  // The same client id was written meanwhile in another conversation, by another process: look again.
  if (counted?.written !== rows.length) throw takenMeanwhile();
  await attachToMessages(
    tx,
    rows.map(({ id, authorId, photoIds = [], descriptions = [], fileIds = [] }) => ({
      ...{ messageId: id, memberId: authorId },
      ...{ photoIds, descriptions, fileIds },
    })),
  );
}

/** How far each conversation goes then, whether the member of an inbox wrote in it and waits in the end, who answered first. */
function movesOf(rows: readonly MessageRow[]) {
  return [...Map.groupBy(rows, ({ conversationId }) => conversationId)].map(([id, those]) => {
    const last = those.at(-1);
    const answer = those.find(({ fromPlace, broadcastId }) => fromPlace && !broadcastId);
    return {
      ...{ id, lastSeq: last?.seq ?? 0 },
      asks: those.some(({ fromPlace }) => fromPlace !== true),
      ...{ waits: last?.fromPlace !== true, answerer: answer?.authorId ?? null },
    };
  });
}

/** Writes one message in a conversation, under its next number; the caller decided that it may be. Record `messagesSent`. */
export async function insertMessage(tx: StatementTx, message: NewMessage): Promise<Written> {
  const [written] = await insertMessages(tx, [message]);
  if (!written) throw new Error("no message was written");
  return written;
}

/** The same for many, one transaction for all: a broadcast's. Answers in their order. */
export async function insertMessages(tx: StatementTx, messages: readonly NewMessage[]): Promise<Written[]> {
  const ids = messages.map(({ conversationId }) => conversationId);
  await lockConversations(tx, { memberIds: [], ids });
  const logs = await tx.$queryRaw<{ id: string; last_seq: number }[]>(sql`
    select id, last_seq from conversation where id = any(${[...new Set(ids)]}::text[])`);
  const reached = new Map(logs.map(({ id, last_seq }) => [id, last_seq]));
  const rows = messages.map((message): MessageRow => {
    const seq = (reached.get(message.conversationId) ?? 0) + 1;
    reached.set(message.conversationId, seq);
    return { ...message, id: newId(), seq };
  });
  await writeMessages(tx, rows);
  return rows.map(({ id, seq }) => ({ id, seq }));
}

/** What an author's client id was answered the first time; null when it was not. */
export async function findSent(
  tx: StatementTx,
  authorId: string,
  clientId: string,
): Promise<(Written & { conversationId: string }) | null> {
  const [row] = await tx.$queryRaw<{ id: string; seq: number; conversation_id: string }[]>(sql`
    select id, seq, conversation_id from message where author_id = ${authorId} and client_id = ${clientId}::uuid`);
  return row ? { id: row.id, seq: row.seq, conversationId: row.conversation_id } : null;
}
