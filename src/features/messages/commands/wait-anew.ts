import { sql, type Tx } from "@/platform/db/client.ts";
import { lastAnswer } from "../inbox.policy.ts";

/**
 * In an inbox, what waits is read again from what is left: nobody waits for an answer to what she took back or what was hidden,
 * and an answer of which that is so is none. She waits since the first of her messages that is not answered.
 */
export async function waitAnew(tx: Tx, conversationId: string): Promise<void> {
  const asked = sql`x.conversation_id = v.id and not x.from_place and x.deleted_at is null and x.hidden_at is null`;
  await tx.$executeRaw(sql`
    update conversation v set
      waiting_since = (select min(x.created_at) from message x where ${asked} and x.seq > ${lastAnswer}),
      asked_at = coalesce((select max(x.created_at) from message x where ${asked}), case when ${lastAnswer} > 0 then v.asked_at end)
    where v.id = ${conversationId} and v.kind = 'inbox'`);
}
