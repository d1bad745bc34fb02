import { clock } from "@/platform/clock.ts";
import { db, type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { dropAttachments } from "./drop-attachments.ts";

/** Whether a report of a message waits to be judged. */
export const reportWaits = (messageId: Sql): Sql => sql`exists (
  select 1 from moderation_case k join report r on r.case_id = k.id
  where k.kind = 'message' and k.object_id = ${messageId} and r.decision_id is null)`;

/**
 * Keeps what a message says for those who judge it, before its author mends or deletes it, while a report of it waits:
 * nobody takes back what was reported before it is judged. Its lock is held by the caller. Answers whether one waits.
 */
export async function keepReported(tx: Tx, messageId: string): Promise<boolean> {
  await tx.$executeRaw(sql`
    insert into reported_words (message_id, until, body)
    select x.id, ${clock.now()}, x.body from message x where x.id = ${messageId} and x.body <> '' and ${reportWaits(sql`x.id`)}
    on conflict do nothing`);
  const [row] = await tx.$queryRaw<{ waits: boolean }[]>(sql`select ${reportWaits(sql`${messageId}`)} as waits`);
  return row?.waits === true;
}

/** Whether a message is being judged, or was since: by then anybody may contest no more. */
export const isContested = (messageId: Sql, judgedBefore: Date): Sql => sql`exists (
  select 1 from moderation_case k left join report r on r.case_id = k.id left join decision d on d.case_id = k.id
  where k.kind = 'message' and k.object_id = ${messageId} and (r.decision_id is null or d.decided_at >= ${judgedBefore}))`;

/** Forgets what was kept so, once it was judged longer ago than anybody may still contest. */
export async function forgetReported(judgedBefore: Date): Promise<void> {
  await db.$executeRaw(sql`delete from reported_words o where not ${isContested(sql`o.message_id`, judgedBefore)}`);
  await db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>(sql`
      select x.id from message x where x.deleted_at is not null and not ${isContested(sql`x.id`, judgedBefore)}
        and (x.id in (select message_id from message_photo) or x.id in (select message_id from message_file))`);
    await dropAttachments(
      tx,
      rows.map(({ id }) => id),
    );
    // Photos of an account that was erased meanwhile.
    await tx.$executeRaw(sql`
      delete from image where id in (select h.image_id from message_photo h join message x on x.id = h.message_id
        where h.added_by_id is null and x.author_id is null and not ${isContested(sql`x.id`, judgedBefore)})`);
  });
}
