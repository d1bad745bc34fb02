import type { Actor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
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

/** A valid input of each command of files and notes, run by somebody who keeps their group. */
export async function paperInputs(
  keeper: { id: string },
  actor: Actor,
): Promise<[unknown, Actor, Record<string, unknown>][]> {
  const { id: groupId } = await createGroup({ managers: [keeper] });
  const [noteId, removed] = [await createNoteIn(groupId), await createNoteIn(groupId, { removed: true })];
  const text = { title: "Compte rendu", body: "Présentes : Fatou, Inès." };
  return [
    [groupNoteCommands.createNote, actor, { groupId, ...text }],
    [groupNoteCommands.previewNote, actor, { groupId, ...text }],
    [groupNoteCommands.saveNote, actor, { noteId, version: 1, ...text }],
    [groupNoteCommands.restoreRevision, actor, { noteId, number: 1, version: 1 }],
    [groupNoteCommands.removeNote, actor, { noteId }],
    [groupNoteCommands.bringBackNote, actor, { noteId: removed }],
  ];
}
