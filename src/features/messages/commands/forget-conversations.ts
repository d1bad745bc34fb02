import { db, sql } from "@/platform/db/client.ts";
import { dropAttachments } from "./drop-attachments.ts";
import { isContested } from "./keep-reported.ts";

/** Conversations ended at once, at most: the next night goes on. */
const AT_ONCE = 1_000;

/**
 * Ends conversations that nobody reads any more: all have left, or the account is gone that wrote to a place. One of which a
 * message is being judged, or was less long ago than anybody may contest, waits.
 */
export async function forgetConversations(judgedBefore: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const ended = await tx.$queryRaw<{ id: string }[]>(sql`
      select v.id from conversation v left join member m on m.id = v.member_id
      where case when v.kind = 'inbox' then m.erased_at is not null
          else not exists (select 1 from participant p where p.conversation_id = v.id and p.left_at is null) end
        and not exists (select 1 from message x where x.conversation_id = v.id and ${isContested(sql`x.id`, judgedBefore)})
      order by v.id limit ${AT_ONCE} for update of v`);
    const ids = ended.map(({ id }) => id);
    const messages = await tx.message.findMany({ where: { conversationId: { in: ids } }, select: { id: true } });
    await dropAttachments(
      tx,
      messages.map(({ id }) => id),
    );
    await tx.conversation.deleteMany({ where: { id: { in: ids } } });
  });
}
