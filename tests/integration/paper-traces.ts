import { createGroup } from "@tests/support/groups-world.ts";
import { createStoredFile } from "@tests/support/paper-inputs.ts";
import { newId } from "@/core/ids.ts";
import { db } from "@/platform/db/client.ts";
import type { Witness } from "./personal-data-world.ts";

/** A file that she gave to a group and took away, another one that has no place yet; a note that she began, wrote in and took away, in a group of both. */
export async function inPapers(one: Witness, now: Date): Promise<void> {
  const { id: groupId } = await createGroup();
  const sent = await createStoredFile(one.id);
  await createStoredFile(one.id);
  const added = { addedById: one.id, addedAt: now, removedById: one.id, removedAt: now };
  await db.storedFile.update({ where: { id: sent }, data: { completedAt: now } });
  await db.groupFile.create({ data: { id: newId(), groupId, name: "tract.pdf", fileId: sent, ...added } });
  const [id, text] = [
    newId(),
    { title: "Compte rendu", body: `Nous étions douze, ${one.sentinel.toLowerCase()}-mots.` },
  ];
  const by = { createdById: one.id, removedById: one.id, removedAt: now };
  await db.groupNote.create({ data: { id, groupId, ...text, ...by, version: 1, createdAt: now, updatedAt: now } });
  await db.groupNoteRevision.create({ data: { noteId: id, number: 1, ...text, byId: one.id, savedAt: now } });
}
