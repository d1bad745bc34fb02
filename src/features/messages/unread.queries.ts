import type { Actor } from "@/core/actor.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { isUnacceptedBy, ownConversations, unreadBy } from "./conversation-list.queries.ts";
import { isAnswerableBy } from "./writing.policy.ts";

/** More conversations than this with something unread are not told apart. */
const CONVERSATIONS_MAX = 100;

export type UnreadView = {
  /** Conversations with something unread, by id: muted ones and requests are not. The badge counts them. */
  conversations: string[];
  /** Requests that wait for her answer. */
  requests: number;
};

/** What waits for a member. A list of ids, not a number: screens keep it true one conversation at a time. */
export async function countUnread(actor: Actor): Promise<UnreadView> {
  if (actor.kind !== "member") return { conversations: [], requests: 0 };
  const [row] = await readRows<{ conversations: string[] | null; requests: number }>(sql`
    select (select json_agg(u.id) from (select v.id ${ownConversations(actor)} and p.muted_at is null
        and not ${isUnacceptedBy(actor.id)} and v.last_seq > greatest(coalesce(r.read_seq, 0), p.from_seq)
        and exists (${unreadBy(actor.id)}) limit ${CONVERSATIONS_MAX}) u) as conversations,
      (select count(*)::int from conversation_request q
        where q.to_id = ${actor.id} and q.accepted_at is null and q.refused_at is null
          and ${isAnswerableBy(sql`${actor.id}`)}) as requests`);
  return { conversations: row?.conversations ?? [], requests: row?.requests ?? 0 };
}

/** Who is in each of these conversations now: for frames, asked as nobody. */
export function findParticipants(
  conversationIds: readonly string[],
): Promise<{ conversationId: string; memberId: string }[]> {
  if (conversationIds.length === 0) return Promise.resolve([]);
  return readRows(sql`
    select p.conversation_id as "conversationId", p.member_id as "memberId" from participant p
    where p.conversation_id = any(${[...conversationIds]}::text[]) and p.left_at is null`);
}
