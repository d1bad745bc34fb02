import { randomUUID } from "node:crypto";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";

type Id = { id: string };

/** The next message of a conversation, written straight into the database. */
export async function createMessageRow(
  conversationId: string,
  author: Id | null,
  more: { body?: string; deletedAt?: Date; hiddenAt?: Date } = {},
): Promise<{ id: string; seq: number }> {
  const [id, now] = [newId(), clock.now()];
  const { lastSeq: seq } = await db.conversation.update({
    where: { id: conversationId },
    data: { lastSeq: { increment: 1 }, lastAt: now },
  });
  const body = more.deletedAt ? "" : "Des mots entre nous.";
  await db.message.create({
    data: {
      id,
      conversationId,
      seq,
      authorId: author?.id ?? null,
      clientId: randomUUID(),
      createdAt: now,
      body,
      ...more,
    },
  });
  return { id, seq };
}

/** A photo and a file that somebody sent, with a message or on their way. */
export async function createAttachments(
  sender: Id | null,
  messageId: string | null = null,
  file: { name?: string; mime?: string; bytes?: Uint8Array } = {},
): Promise<{ photo: string; file: string }> {
  const [photo, imageId, id, fileId, at] = [newId(), newId(), newId(), newId(), clock.now()];
  const {
    name = "plan.pdf",
    mime = "application/pdf",
    bytes = new TextEncoder().encode("%PDF-1.7 pas davantage"),
  } = file;
  const [by, pixel] = [sender?.id ?? null, new Uint8Array([1])];
  await db.image.create({
    data: { id: imageId, large: pixel, small: pixel, width: 1, height: 1, uploadedById: by, uploadedAt: at },
  });
  await db.messagePhoto.create({ data: { id: photo, imageId, messageId, addedById: by, addedAt: at } });
  await db.storedFile.create({
    data: { id: fileId, mime, size: bytes.length, uploadedById: by, uploadedAt: at, completedAt: at },
  });
  await db.storedFileChunk.create({ data: { fileId, number: 0, bytes: new Uint8Array(bytes) } });
  await db.messageFile.create({ data: { id, name, fileId, messageId, addedById: by, addedAt: at } });
  return { photo, file: id };
}
