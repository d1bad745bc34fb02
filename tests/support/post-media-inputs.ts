import type { Actor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { postCommands } from "@/features/posts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";

const image = { large: new Uint8Array([1, 2]), small: new Uint8Array([3]), width: 8, height: 8 };

/** What the commands of photos and videos take: a picture, and a file that its sender just sent. */
export async function ofPostMedia(member: Actor): Promise<[unknown, Actor, Record<string, unknown>][]> {
  const fileId = newId();
  await db.storedFile.create({
    data: { id: fileId, mime: "video/mp4", size: 10, uploadedById: member.id, uploadedAt: clock.now() },
  });
  return [
    [postCommands.uploadPostPhoto, member, { image }],
    [postCommands.uploadPostVideo, member, { fileId }],
  ];
}
