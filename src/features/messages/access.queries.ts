import type { Actor } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { visibleConversations, visibleMessages } from "./message.policy.ts";
import { NEIGHBOURS } from "./message.rules.ts";

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

/** A reading by moderation of a member's own words: a message that she wrote, or one that hers stand beside. */
export type OwnReading = {
  messageId: string;
  conversationId: string;
  seq: number;
  own: boolean;
  sentAt: Date;
  at: Date;
};

/** All of them, the last first, wherever she is since: they are hers to know, also where she left the conversation. */
export const listOwnReadings = (memberId: string): Promise<OwnReading[]> =>
  readRows<OwnReading>(sql`
    select x.id as "messageId", x.conversation_id as "conversationId", x.seq, x.created_at as "sentAt", a.at,
      x.author_id is not distinct from ${memberId} as own
    from message_access a join message x on x.id = a.message_id
    where x.author_id = ${memberId} or exists (
      select 1 from message y where y.conversation_id = x.conversation_id and y.author_id = ${memberId}
        and (select count(*) from message b where b.conversation_id = x.conversation_id
          and b.seq between least(x.seq, y.seq) and greatest(x.seq, y.seq)) <= ${NEIGHBOURS + 1}::int)
    order by a.at desc, a.id`);

/** What moderation read of her messages, for herself: by message, the last reading first. */
export type OwnAccessView = Omit<AccessView, "author" | "href"> & {
  /** She wrote it; else it stood beside hers. */
  own: boolean;
  /** Null where she reads the conversation no more. */
  href: string | null;
};

/** What moderation read of the actor's own words, whatever she reads now. Suspended members know it too. */
export async function listOwnAccesses(actor: Actor): Promise<OwnAccessView[]> {
  if (actor.kind !== "member" && actor.kind !== "suspended") return [];
  const byMessage = Map.groupBy(await listOwnReadings(actor.id), ({ messageId }) => messageId);
  const seen = await readRows<{ id: string }>(sql`
    select x.id from message x join conversation v on v.id = x.conversation_id
    where x.id = any(${[...byMessage.keys()]}::text[]) and ${visibleMessages(actor)}`);
  const visible = new Set(seen.map(({ id }) => id));
  return [...byMessage].slice(0, SHOWN).flatMap(([messageId, [last, ...earlier]]) =>
    last
      ? [
          {
            ...{ messageId, own: last.own, sentAt: last.sentAt, times: 1 + earlier.length, lastAt: last.at },
            href: visible.has(messageId) ? paths.message(last.conversationId, last.seq) : null,
          },
        ]
      : [],
  );
}

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
