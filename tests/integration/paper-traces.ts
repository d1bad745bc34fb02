import { createGroup } from "@tests/support/groups-world.ts";
import { newId } from "@/core/ids.ts";
import { db } from "@/platform/db/client.ts";
import type { Witness } from "./personal-data-world.ts";

/** A note that she began, wrote in and took away, in a group of both. */
export async function inPapers(one: Witness, now: Date): Promise<void> {
  const { id: groupId } = await createGroup();
  const [id, text] = [
    newId(),
    { title: "Compte rendu", body: `Nous étions douze, ${one.sentinel.toLowerCase()}-mots.` },
  ];
  const by = { createdById: one.id, removedById: one.id, removedAt: now };
  await db.groupNote.create({ data: { id, groupId, ...text, ...by, version: 1, createdAt: now, updatedAt: now } });
  await db.groupNoteRevision.create({ data: { noteId: id, number: 1, ...text, byId: one.id, savedAt: now } });
}
