import { isContested } from "@/platform/contested.ts";
import { db, readRows, sql, type Tx } from "@/platform/db/client.ts";
import type { EncodedImage } from "@/platform/images.ts";
import { keepImage } from "@/platform/stored-images.ts";

/** The stored file of a PDF that nothing was drawn of yet; null when there is nothing to draw. */
export async function findUndrawn(fileId: string): Promise<string | null> {
  const [row] = await readRows<{ file_id: string }>(sql`
    select f.file_id from group_file f join stored_file s on s.id = f.file_id
    where f.id = ${fileId} and f.preview_id is null and f.removed_at is null and s.mime = 'application/pdf'`);
  return row?.file_id ?? null;
}

/** Gives a file the picture that was drawn of it, once. */
export async function keepPreview(fileId: string, image: EncodedImage): Promise<void> {
  await db.$transaction(async (transaction) => {
    const tx = transaction as unknown as Tx;
    const [row] = await tx.$queryRaw<{ id: string }[]>(sql`
      select f.id from group_file f where f.id = ${fileId} and f.preview_id is null for no key update`);
    if (row) await tx.groupFile.update({ where: { id: fileId }, data: { previewId: await keepImage(tx, image) } });
  });
}

/**
 * Files that were taken away before then, for good now: their bytes, their pictures, their rows. One that is contested waits
 * for its judge. Answers how many.
 */
export async function purgeRemoved(before: Date): Promise<number> {
  const [row] = await readRows<{ count: number }>(sql`
    with gone as (
      delete from stored_file s using group_file f where f.file_id = s.id and f.removed_at < ${before}
        and not ${isContested("group-file", sql`f.id`)} returning f.preview_id),
    pictures as (delete from image i using gone where i.id = gone.preview_id)
    select count(*)::int as count from gone`);
  return row?.count ?? 0;
}
