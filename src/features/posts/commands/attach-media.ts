import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import type { MediaInput } from "../photo.schema.ts";
import { keepForJudges } from "./keep-for-judges.ts";

type Row = { id: string; post_id: string | null };

/**
 * Inside the command that writes a post: its photos and its video become exactly these, in this order. What it showed and
 * is not among them leaves for good; while the post is contested, for everybody but who judges it. Throws `not_found` for what somebody else sent, `conflict` for what stands in another
 * post already, `invalid` for two videos. Answers whether that changed anything.
 */
export async function attachMedia(tx: Tx, actor: Actor, postId: string, media: MediaInput): Promise<boolean> {
  const { photoIds, descriptions, videoId, videoUrl } = media;
  if (new Set(photoIds).size < photoIds.length || descriptions.length > photoIds.length || (videoId && videoUrl))
    throw new AppError("invalid", "bad_input");
  const before = await standing(tx, postId);
  const photos = await tx.$queryRaw<Row[]>(sql`
    select id, post_id from post_photo
    where id = any(${photoIds}::text[]) and uploaded_by_id is not null
      and (uploaded_by_id = ${actor.id} or post_id = ${postId}) order by id for update`);
  const videos = await tx.$queryRaw<Row[]>(sql`
    select id, post_id from post_video
    where id = ${videoId} and uploaded_by_id is not null and (uploaded_by_id = ${actor.id} or post_id = ${postId}) for update`);
  if (photos.length < photoIds.length || videos.length < (videoId ? 1 : 0))
    throw new AppError("not_found", "media_gone");
  if ([...photos, ...videos].some(({ post_id }) => post_id !== null && post_id !== postId))
    throw new AppError("conflict", "media_used_already");
  await keepForJudges(tx, postId, { photoIds, videoId, videoUrl });
  await tx.image.deleteMany({ where: { postPhoto: { postId, uploadedById: { not: null }, id: { notIn: photoIds } } } });
  await tx.storedFile.deleteMany({
    where: { postVideo: { postId, uploadedById: { not: null }, ...(videoId && { id: { not: videoId } }) } },
  });
  for (const [position, id] of photoIds.entries())
    await tx.postPhoto.update({ where: { id }, data: { postId, position, description: descriptions[position] ?? "" } });
  if (videoId) await tx.postVideo.update({ where: { id: videoId }, data: { postId } });
  await tx.post.updateMany({ where: { id: postId }, data: { videoUrl } });
  return before !== (await standing(tx, postId));
}

/** What a post shows beside its words, as one text to compare. */
async function standing(tx: Tx, postId: string): Promise<string> {
  const [post] = await tx.$queryRaw<{ shown: string }[]>(sql`
    select json_build_array(w.video_url, (select v.id from post_video v where v.post_id = w.id and v.uploaded_by_id is not null),
      (select json_agg(json_build_array(h.id, h.description) order by h.position) from post_photo h
        where h.post_id = w.id and h.uploaded_by_id is not null))::text as shown
    from post w where w.id = ${postId}`);
  return post?.shown ?? "";
}
