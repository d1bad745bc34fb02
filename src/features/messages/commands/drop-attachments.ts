import { db, type Sql, type StatementTx, sql } from "@/platform/db/client.ts";

/**
 * Where messages are deleted for all: their photos and files are gone, rows and bytes. Waits for whoever holds one of them at
 * this moment: a row left out would go with its message, and leave its bytes to nobody.
 */
export async function dropAttachments(tx: StatementTx, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return;
  const ofThem = sql`message_id = any(${[...messageIds]}::text[])`;
  await drop(tx, ofThem, sql``);
}

/** What was sent before then and went with no message is gone. One that a message takes at this moment stays. */
export async function sweepUnsent(before: Date): Promise<void> {
  await db.$transaction((tx) =>
    drop(tx, sql`message_id is null and added_at < ${before}::timestamptz`, sql`skip locked`),
  );
}

/** Locked first. `others`: what becomes of those that somebody else holds, is attaching to a message. */
async function drop(tx: StatementTx, where: Sql, others: Sql): Promise<void> {
  await tx.$queryRaw(sql`with gone as (select image_id from message_photo where ${where} order by id for update ${others})
    delete from image where id in (select image_id from gone)`);
  await tx.$queryRaw(sql`with gone as (select file_id from message_file where ${where} order by id for update ${others})
    delete from stored_file where id in (select file_id from gone)`);
}
