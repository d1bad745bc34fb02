import type { Actor } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { visibleConversations, visibleMessages } from "./message.policy.ts";

/** A message of this conversation that moderation read, with those around it. */
export type AccessView = {
  messageId: string;
  /** Where it stands in the conversation. */
  href: string;
  /** Whose message; null once the account is erased. */
  author: string | null;
  sentAt: Date;
  /** How many times it was opened, and when last. */
  times: number;
  lastAt: Date;
};

const SHOWN = 50;

/**
 * What moderation read of a conversation, the last reading first: for those in it, of the messages that they may see.
 * Nothing for anybody else.
 */
export async function listAccesses(actor: Actor, conversationId: string): Promise<AccessView[]> {
  type Row = { id: string; seq: number; author: string | null; sent_at: Date; times: number; last_at: Date };
  const rows = await readRows<Row>(sql`
    select x.id, x.seq, case when m.erased_at is null then m.name end as author, x.created_at as sent_at,
      count(*)::int as times, max(a.at) as last_at
    from message_access a join message x on x.id = a.message_id join conversation v on v.id = x.conversation_id
    left join member m on m.id = x.author_id
    where v.id = ${conversationId} and ${visibleConversations(actor)} and ${visibleMessages(actor)}
    group by x.id, m.id order by last_at desc, x.id limit ${SHOWN}`);
  return rows.map(({ id, seq, author, sent_at, times, last_at }) => ({
    ...{ messageId: id, href: paths.message(conversationId, seq), author },
    ...{ sentAt: sent_at, times, lastAt: last_at },
  }));
}
