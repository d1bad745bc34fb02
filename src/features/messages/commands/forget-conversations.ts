import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { dropAttachments } from "./drop-attachments.ts";
import { inSlices } from "./in-slices.ts";
import { isMessageContested } from "./keep-reported.ts";

/** Conversations ended in one run, at most: the next night goes on. */
const AT_ONCE = 1_000;

/** The conversations `v` among these that nobody reads any more, and of which no message is contested. */
const ended = (among: Sql): Sql => sql`
  select v.id from conversation v left join member m on m.id = v.member_id
  where ${among} and case when v.kind = 'inbox' then m.erased_at is not null
      else not exists (select 1 from participant p where p.conversation_id = v.id and p.left_at is null) end
    and not exists (select 1 from message x where x.conversation_id = v.id and ${isMessageContested(sql`x.id`)})
  order by v.id`;

/**
 * Ends conversations that nobody reads any more: all have left, or the account is gone that wrote to a place. One of which a
 * message is being judged, or was less long ago than anybody may contest, waits.
 */
export async function forgetConversations(atOnce = AT_ONCE): Promise<void> {
  const found = await readRows<{ id: string }>(sql`${ended(sql`true`)} limit ${atOnce}`);
  await inSlices(found, async (tx, ids) => {
    const among = sql`= any(${[...ids]}::text[])`;
    // Locked in the order of every writer, then asked again: what somebody reports or says at this moment stays.
    await tx.$queryRaw(sql`select v.id from conversation v where v.id ${among} order by v.id for update`);
    const messages = await tx.$queryRaw<{ id: string; conversation_id: string }[]>(sql`
      select x.id, x.conversation_id from message x where x.conversation_id ${among} order by x.id for update`);
    const over = new Set((await tx.$queryRaw<{ id: string }[]>(ended(sql`v.id ${among}`))).map(({ id }) => id));
    await dropAttachments(
      tx,
      messages.flatMap(({ id, conversation_id: of }) => (over.has(of) ? [id] : [])),
    );
    await tx.conversation.deleteMany({ where: { id: { in: [...over] } } });
  });
}
