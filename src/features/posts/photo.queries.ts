import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import type { PhotoView } from "@/core/photo.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { enforce } from "@/platform/command.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import type { ServedFile } from "@/platform/stored-files.ts";
import { type ServedImage, servedColumns } from "@/platform/stored-images.ts";
import { mediaListed, mediaReaches, mediaShown } from "./photo.policy.ts";
import { servedPostPhotoInput, servedPostVideoInput } from "./photo.schema.ts";
import { type PhotoRow, toPhotoView, toVideoView, type VideoRow, type VideoView } from "./photo.views.ts";

const notFound = () => new AppError("not_found", "absent");

/** The photos of these posts, each in its order; nothing of posts that do not reach the reader, nor for visitors. */
export async function photosOf(actor: Actor, postIds: readonly string[]): Promise<Map<string, PhotoView[]>> {
  const photos = new Map<string, PhotoView[]>();
  if (postIds.length === 0 || actor.kind === "visitor") return photos;
  const rows = await readRows<PhotoRow & { post_id: string }>(sql`
    select h.id, h.post_id, h.description, i.width, i.height
    from post_photo h join image i on i.id = h.image_id join post w on w.id = h.post_id
    where h.post_id = any(${[...postIds]}::text[]) and ${mediaListed(actor, sql`h`)} and ${mediaShown(actor)}
    order by h.post_id, h.position`);
  for (const row of rows) photos.set(row.post_id, [...(photos.get(row.post_id) ?? []), toPhotoView(row)]);
  return photos;
}

/** The video of each of these posts that has one, a file or a link; nothing for visitors. */
export async function videosOf(actor: Actor, postIds: readonly string[]): Promise<Map<string, VideoView>> {
  if (postIds.length === 0 || actor.kind === "visitor") return new Map();
  const rows = await readRows<VideoRow & { post_id: string }>(sql`
    select w.id as post_id, w.video_url, v.id, f.mime, f.size
    from post w left join post_video v on v.post_id = w.id and ${mediaListed(actor, sql`v`)} left join stored_file f on f.id = v.file_id
    where w.id = any(${[...postIds]}::text[]) and (w.video_url is not null or v.id is not null)
      and ${mediaShown(actor)}`);
  return new Map(
    rows.flatMap((row) => {
      const view = toVideoView(row);
      return view ? [[row.post_id, view]] : [];
    }),
  );
}

/** The addresses of all videos that a reported post shows or showed, the shown one last. No gate here: its case is what was gated. */
export async function videosToJudge(postId: string): Promise<string[]> {
  const rows = await readRows<VideoRow>(sql`
    select null as video_url, v.id, f.mime, f.size from post_video v join stored_file f on f.id = v.file_id
    where v.post_id = ${postId} order by v.uploaded_by_id is not null, v.uploaded_at, v.id`);
  const [post] = await readRows<VideoRow>(sql`
    select w.video_url, null as id, null as mime, null as size from post w where w.id = ${postId}`);
  return [...rows, ...(post ? [post] : [])].flatMap((row) => {
    const view = toVideoView(row);
    return view ? [view.kind === "file" ? view.src : view.url] : [];
  });
}

/** A photo, as WebP; without its bytes when the reader holds this version already. Throws `not_found`. */
export async function getPostPhoto(actor: Actor, input: unknown, held: string | null): Promise<ServedImage> {
  const { success, data } = servedPostPhotoInput.safeParse(input);
  if (!success) throw notFound();
  const { id, taille } = data;
  const [photo] = await readRows<ServedImage>(sql`
    select ${servedColumns(taille, held, sql`h.id`)}
    from post_photo h join image i on i.id = h.image_id left join post w on w.id = h.post_id
    where h.id = ${id} and ${mediaReaches(actor, sql`h`)}`);
  if (!photo) throw notFound();
  return photo;
}

/** A video's file. Throws `not_found`. */
export async function getPostVideo(actor: Actor, input: unknown): Promise<ServedFile> {
  const { success, data } = servedPostVideoInput.safeParse(input);
  if (!success) throw notFound();
  const [video] = await readRows<{ id: string; mime: string; size: number }>(sql`
    select f.id, f.mime, f.size
    from post_video v join stored_file f on f.id = v.file_id left join post w on w.id = v.post_id
    where v.id = ${data.id} and f.completed_at is not null and ${mediaReaches(actor, sql`v`)}`);
  if (!video) throw notFound();
  return { ...video, name: video.mime === "video/webm" ? "video.webm" : "video.mp4", as: "inline" };
}

/** Who may send photos and videos for a post to come: members. Throws `unauthenticated` or `forbidden`. */
export async function requireSender(actor: Actor): Promise<null> {
  enforce(canBePresent(actor));
  return null;
}
