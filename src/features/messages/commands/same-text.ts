import { clock } from "@/platform/clock.ts";
import { type Sql, type StatementTx, sql } from "@/platform/db/client.ts";
import { HELD_CONVERSATIONS, HELD_LENGTH, HELD_MS } from "../message.rules.ts";

type Text = { author: Sql; conversation: Sql; body: Sql };

/** To how many other conversations an author sent a text in a day; 0 for a short one. Broadcasts are not counted. */
export const sentElsewhere = ({ author, conversation, body }: Text): Sql => sql`
  case when char_length(${body}) < ${HELD_LENGTH} then 0 else (
    select count(distinct h.conversation_id)::int from message h
    where h.author_id = ${author} and h.created_at > ${new Date(clock.now().getTime() - HELD_MS)}
      and h.conversation_id <> ${conversation} and h.broadcast_id is null
      and char_length(h.body) between char_length(${body}) - 10 and char_length(${body}) + 10
      and folded(h.body) = folded(${body})) end`;

/** Whether this text goes no further: its author sent it to as many conversations as one may in a day. */
export async function isHeld(
  tx: StatementTx,
  { authorId, conversationId, body }: { authorId: string; conversationId: string; body: string },
): Promise<boolean> {
  const text = { author: sql`${authorId}`, conversation: sql`${conversationId}`, body: sql`${body}::text` };
  const [row] = await tx.$queryRaw<{ others: number }[]>(sql`select ${sentElsewhere(text)} as others`);
  return (row?.others ?? 0) >= HELD_CONVERSATIONS;
}
