import { clock } from "@/platform/clock.ts";
import { isContested } from "@/platform/contested.ts";
import { db, type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { keepWords } from "@/platform/kept-words.ts";

const isPostContested = (id: Sql): Sql => isContested("publication", id);
/** Whether a post `w`, or something said under it, is being judged, or was so lately that anybody may contest. */
const holdsContested: Sql = sql`(${isPostContested(sql`w.id`)} or exists (
  select 1 from post_comment x where x.post_id = w.id and ${isContested("commentaire", sql`x.id`)}))`;

/** What a contested post, locked by the caller, shows no more beside its words: it is nobody's now, and its judge's. */
export async function keepForJudges(
  tx: Tx,
  postId: string,
  shown: { photoIds: readonly string[]; videoId: string | null; videoUrl: string | null },
): Promise<void> {
  await tx.$executeRaw(sql`
    update post_photo h set uploaded_by_id = null
    where h.post_id = ${postId} and h.id <> all(${[...shown.photoIds]}::text[]) and ${isPostContested(sql`h.post_id`)}`);
  await tx.$executeRaw(sql`
    update post_video v set uploaded_by_id = null
    where v.post_id = ${postId} and v.id is distinct from ${shown.videoId} and ${isPostContested(sql`v.post_id`)}`);
  const [post] = await tx.$queryRaw<{ url: string | null }[]>(sql`
    select w.video_url as url from post w where w.id = ${postId} and w.video_url is distinct from ${shown.videoUrl}`);
  if (post?.url) await keepWords(tx, { kind: "publication", objectId: postId, words: post.url });
}

/** Of what an author's erasure takes away, her profile's posts: those that are contested stay, nameless, for judges alone. */
export async function keepProfilePosts(tx: Tx, authorId: string): Promise<void> {
  // What somebody reports at this moment was reported before, or is gone.
  await tx.$queryRaw(sql`select w.id from post w where w.author_id = ${authorId} order by w.id for update`);
  await tx.$queryRaw(sql`
    select x.id from post_comment x join post w on w.id = x.post_id
    where w.author_id = ${authorId} and w.group_id is null order by x.id for update of x`);
  await tx.$executeRaw(sql`
    update post w set removed_at = ${clock.now()}, author_id = null
    where w.author_id = ${authorId} and w.group_id is null and ${holdsContested}`);
}

/** The same of photos and videos: those of contested posts. */
export async function keepMedia(tx: Tx, memberId: string): Promise<void> {
  const contested = (of: Sql) => sql`${of}.uploaded_by_id = ${memberId} and ${of}.post_id is not null
    and ${isPostContested(sql`${of}.post_id`)}`;
  await tx.$executeRaw(sql`update post_photo h set uploaded_by_id = null where ${contested(sql`h`)}`);
  await tx.$executeRaw(sql`
    with kept as (update post_video v set uploaded_by_id = null where ${contested(sql`v`)} returning v.file_id)
    update stored_file f set uploaded_by_id = null from kept where f.id = kept.file_id`);
}

/** What was kept so goes, once nobody may contest; and photos and videos of posts that were taken away before then. */
export async function forgetMedia(removedBefore: Date): Promise<void> {
  const over = (of: Sql) =>
    sql`not ${isPostContested(sql`w.id`)} and (w.removed_at < ${removedBefore} or ${of}.uploaded_by_id is null)`;
  await db.$executeRaw(sql`
    delete from image where id in (select h.image_id from post_photo h join post w on w.id = h.post_id where ${over(sql`h`)})`);
  await db.$executeRaw(sql`
    delete from stored_file where id in (select v.file_id from post_video v join post w on w.id = v.post_id where ${over(sql`v`)})`);
  await db.$executeRaw(sql`
    delete from post w where w.group_id is null and w.author_id is null and w.removed_at is not null and not ${holdsContested}`);
}
