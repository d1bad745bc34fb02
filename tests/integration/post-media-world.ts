import { randomUUID } from "node:crypto";
import { inBrowser, type Person } from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { GET as photo } from "@/app/api/publications/photos/[id]/route.ts";
import { POST as photos } from "@/app/api/publications/photos/route.ts";
import { GET as video, HEAD as videoHead } from "@/app/api/publications/videos/[id]/route.ts";
import { POST as videos } from "@/app/api/publications/videos/route.ts";
import type { Actor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { attachMedia } from "@/features/posts/commands/attach-media.ts";
import type { MediaInput } from "@/features/posts/photo.schema.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import { formWith } from "./cover-door.ts";

// The doors of photos and videos as a browser meets them. What uses it mocks "server-only" and "next/headers".

const json = { accept: "application/json" };
const nothing = { params: Promise.resolve({}) };
export type Sent = { status: number; id: string; reason: string };

async function told(response: Response): Promise<Sent> {
  const { value, error } = (await response.json()) as { value?: { id: string }; error?: { reason: string } };
  return { status: response.status, id: value?.id ?? "", reason: error?.reason ?? "ok" };
}

export async function sendPhoto(person: Person | null, file: Uint8Array | ReadableStream): Promise<Sent> {
  const stream = file instanceof ReadableStream;
  const headers = stream ? { ...json, "content-type": "multipart/form-data; boundary=x" } : json;
  const body = stream ? file : formWith(file);
  const request = new NextRequest("http://localhost/api/publications/photos", {
    ...{ method: "POST", body, headers, duplex: "half" },
  } as never);
  return told(await inBrowser(person?.session ?? null, () => photos(request, nothing)));
}

const BORDER = "----coopol";
const head = `--${BORDER}\r\nContent-Disposition: form-data; name="fichier"; filename="../../film.html"\r\nContent-Type: text/html\r\n\r\n`;
const tail = `\r\n--${BORDER}--\r\n`;
/** A video as a browser posts it; `announced`: the size it says, when it lies. */
export const videoForm = (file: Uint8Array) => Buffer.concat([Buffer.from(head), file, Buffer.from(tail)]);

export async function sendVideo(
  person: Person | null,
  file: Uint8Array | ReadableStream<Uint8Array>,
  announced?: number | null,
): Promise<Sent> {
  const body = file instanceof ReadableStream ? file : new Uint8Array(videoForm(file));
  const length = announced === undefined && body instanceof Uint8Array ? body.length : announced;
  const headers = {
    ...json,
    "content-type": `multipart/form-data; boundary=${BORDER}`,
    ...(length !== null && length !== undefined && { "content-length": String(length) }),
  };
  const request = new NextRequest("http://localhost/api/publications/videos", {
    ...{ method: "POST", body, headers, duplex: "half" },
  } as never);
  return told(await inBrowser(person?.session ?? null, () => videos(request, nothing)));
}
/** How such a form begins. */
export const videoFormHead = Buffer.from(head);

export function showPhoto(person: Person | null, id: string, search = "", headers: Record<string, string> = {}) {
  const request = new NextRequest(`http://localhost/api/publications/photos/${id}${search}`, { headers });
  return inBrowser(person?.session ?? null, () => photo(request, { params: Promise.resolve({ id }) }));
}
export function showVideo(session: string | null, id: string, headers: Record<string, string> = {}, method = "GET") {
  const request = new NextRequest(`http://localhost/api/publications/videos/${id}`, { headers, method });
  return inBrowser(session, () =>
    (method === "HEAD" ? videoHead : video)(request, { params: Promise.resolve({ id }) }),
  );
}

type PostOptions = {
  groupId?: string;
  audience?: "coopains" | "section" | "members" | "everyone";
  adherentsOnly?: boolean;
  removedAt?: Date;
  hiddenAt?: Date;
};
/** A post, written straight into the database. */
export async function createPost(author: { id: string }, options: PostOptions): Promise<string> {
  const id = newId();
  const at = { clientId: randomUUID(), createdAt: clock.now() };
  await db.post.create({ data: { id, authorId: author.id, body: "Au marché ce matin.", ...at, ...options } });
  return id;
}

/** A photo and a video of a post, or on their way; their bytes are no picture, and nobody looks. */
export async function mediaOf(
  postId: string | null,
  sender: { id: string },
): Promise<{ photo: string; video: string }> {
  const [photoId, imageId, videoId, fileId] = [newId(), newId(), newId(), newId()];
  const sent = { uploadedById: sender.id, uploadedAt: clock.now() };
  const bytes = new Uint8Array([1, 2, 3]);
  await db.image.create({ data: { id: imageId, large: bytes, small: bytes, width: 1, height: 1, ...sent } });
  await db.postPhoto.create({ data: { id: photoId, imageId, postId, ...sent } });
  await db.storedFile.create({
    data: { id: fileId, mime: "video/mp4", size: 3, completedAt: sent.uploadedAt, ...sent },
  });
  await db.storedFileChunk.create({ data: { fileId, number: 0, bytes } });
  await db.postVideo.create({ data: { id: videoId, fileId, postId, ...sent } });
  return { photo: photoId, video: videoId };
}

export const none: MediaInput = { photoIds: [], descriptions: [], videoId: null, videoUrl: null };
/** As the command that writes a post does it, in its transaction. */
export const attach = (actor: Actor, postId: string, media: Partial<MediaInput>) =>
  db.$transaction((tx) => attachMedia(tx as unknown as Tx, actor, postId, { ...none, ...media }));
