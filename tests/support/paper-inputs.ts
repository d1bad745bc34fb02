import type { Actor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { groupFileCommands } from "@/features/group-files/index.ts";
import { groupNoteCommands } from "@/features/group-notes/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { createGroup } from "./groups-world.ts";

/** A note in a group, with its one revision, written straight into the database. */
export async function createNoteIn(
  groupId: string,
  options: { title?: string; body?: string; createdById?: string | null; removed?: boolean } = {},
): Promise<string> {
  const [id, now] = [newId(), clock.now()];
  const { title = "Liste de courses", body = "Colle\nAffiches\nThermos", createdById = null } = options;
  const removedAt = options.removed ? now : null;
  await db.groupNote.create({
    data: { id, groupId, title, body, version: 1, createdById, createdAt: now, updatedAt: now, removedAt },
  });
  await db.groupNoteRevision.create({ data: { noteId: id, number: 1, title, body, byId: createdById, savedAt: now } });
  return id;
}

/** A file in a group, with a picture of it, written straight into the database. */
export async function createFileIn(
  groupId: string,
  options: { name?: string; mime?: string; bytes?: Uint8Array; addedById?: string | null } = {},
): Promise<string> {
  const [id, previewId, now] = [newId(), newId(), clock.now()];
  const { name = "affiche.pdf", mime = "application/pdf", addedById = null } = options;
  const bytes = options.bytes ?? new TextEncoder().encode("%PDF-1.7 pas davantage");
  const fileId = await createStoredFile(null, { mime, bytes });
  await db.storedFile.update({ where: { id: fileId }, data: { completedAt: now } });
  const pixel = new Uint8Array([1]);
  await db.image.create({ data: { id: previewId, large: pixel, small: pixel, width: 1, height: 1, uploadedAt: now } });
  await db.groupFile.create({ data: { id, groupId, name, fileId, previewId, addedById, addedAt: now } });
  return id;
}

/** What somebody has sent, and what has no place yet. */
export async function createStoredFile(
  uploadedById: string | null,
  { mime = "application/pdf", bytes = new Uint8Array([1, 2, 3]) }: { mime?: string; bytes?: Uint8Array } = {},
): Promise<string> {
  const id = newId();
  await db.storedFile.create({ data: { id, mime, size: bytes.length, uploadedById, uploadedAt: clock.now() } });
  await db.storedFileChunk.create({ data: { fileId: id, number: 0, bytes: new Uint8Array(bytes) } });
  return id;
}

/** A valid input of each command of files and notes, run by somebody who keeps their group. */
export async function paperInputs(
  keeper: { id: string },
  actor: Actor,
): Promise<[unknown, Actor, Record<string, unknown>][]> {
  const { id: groupId } = await createGroup({ managers: [keeper] });
  const [noteId, removed] = [await createNoteIn(groupId), await createNoteIn(groupId, { removed: true })];
  const text = { title: "Compte rendu", body: "Présentes : Fatou, Inès." };
  return [
    [
      groupFileCommands.addFile,
      actor,
      { groupId, fileId: await createStoredFile(keeper.id), name: "tract.pdf", mime: "application/pdf", preview: null },
    ],
    [groupFileCommands.removeFile, actor, { fileId: await createFileIn(groupId) }],
    [groupNoteCommands.createNote, actor, { groupId, ...text }],
    [groupNoteCommands.previewNote, actor, { groupId, ...text }],
    [groupNoteCommands.saveNote, actor, { noteId, version: 1, ...text }],
    [groupNoteCommands.restoreRevision, actor, { noteId, number: 1, version: 1 }],
    [groupNoteCommands.removeNote, actor, { noteId }],
    [groupNoteCommands.bringBackNote, actor, { noteId: removed }],
  ];
}
