import { clock } from "@/platform/clock.ts";
import { isContested } from "@/platform/contested.ts";
import { db, readRows, type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { dropAttachments } from "./drop-attachments.ts";
import { inSlices } from "./in-slices.ts";

/** Whether a message is being judged, or was so lately that anybody may still contest. */
export const isMessageContested = (messageId: Sql): Sql => isContested("message", messageId);

/**
 * Keeps what a message says for those who judge it, before its author mends or deletes it, while it is contested: nobody
 * takes back what was reported before it is judged. Its lock is held by the caller. Answers whether it is.
 */
export async function keepReported(tx: Tx, messageId: string): Promise<boolean> {
  await tx.$executeRaw(sql`
    insert into reported_words (message_id, until, body)
    select x.id, ${clock.now()}, x.body from message x
    where x.id = ${messageId} and x.body <> '' and ${isMessageContested(sql`x.id`)}
    on conflict do nothing`);
  const [row] = await tx.$queryRaw<{ contested: boolean }[]>(
    sql`select ${isMessageContested(sql`${messageId}`)} as contested`,
  );
  return row?.contested === true;
}

/** Forgets what was kept so, once nobody may contest any more: words, and the photos and files of what was taken back. */
export async function forgetReported(): Promise<void> {
  await db.$executeRaw(sql`delete from reported_words o where not ${isMessageContested(sql`o.message_id`)}`);
  // Of a deleted message all goes; of an erased account, the photos.
  const over = (ids: Sql) => sql`x.id in (${ids}) and not ${isMessageContested(sql`x.id`)}
    and ((x.deleted_at is not null and exists (select 1 from message_file f where f.message_id = x.id))
      or exists (select 1 from message_photo h where h.message_id = x.id
        and (x.deleted_at is not null or (h.added_by_id is null and x.author_id is null))))`;
  const found = await readRows<{ id: string; deleted: boolean }>(sql`
    select x.id, x.deleted_at is not null as deleted from message x
    where ${over(sql`select h.message_id from message_photo h union select f.message_id from message_file f`)} order by x.id`);
  const [deleted, left] = [found.filter((one) => one.deleted), found.filter((one) => !one.deleted)];
  const held = async (tx: Tx, ids: readonly string[]) => {
    // Locked, then asked again: what somebody reports at this moment stays.
    await tx.$queryRaw(sql`select x.id from message x where x.id = any(${[...ids]}::text[]) order by x.id for update`);
    const still = await tx.$queryRaw<{ id: string }[]>(sql`
      select x.id from message x where ${over(sql`select unnest(${[...ids]}::text[])`)}`);
    return still.map(({ id }) => id);
  };
  await inSlices(deleted, async (tx, ids) => dropAttachments(tx, await held(tx, ids)));
  await inSlices(left, async (tx, ids) => {
    await tx.image.deleteMany({ where: { messagePhoto: { messageId: { in: await held(tx, ids) }, addedById: null } } });
  });
}
