import { db } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";
import { linesAdded } from "./compare.rules.ts";

/** What she wrote in notes of groups. Erased: the notes are the groups', and stay without her name. */
export const groupNotesPersonalData: PersonalData = {
  title: "Mes notes de groupe",
  async read(memberId) {
    const [created, revisions] = await Promise.all([
      db.groupNote.findMany({
        where: { createdById: memberId },
        select: { title: true, createdAt: true, group: { select: { name: true } } },
        orderBy: { createdAt: "asc" },
      }),
      db.groupNoteRevision.findMany({
        where: { byId: memberId },
        select: { noteId: true, number: true, title: true, body: true, savedAt: true },
        orderBy: { savedAt: "asc" },
      }),
    ]);
    const before = await db.groupNoteRevision.findMany({
      where: { OR: revisions.map(({ noteId, number }) => ({ noteId, number: number - 1 })) },
      select: { noteId: true, number: true, body: true },
    });
    const earlier = new Map(before.map(({ noteId, number, body }) => [`${noteId} ${number}`, body]));
    return {
      notes_commencées: created.map(({ title, createdAt, group }) => ({
        groupe: group.name,
        titre: title,
        commencée_le: createdAt,
      })),
      ce_que_j_y_ai_écrit: revisions.map(({ noteId, number, title, body, savedAt }) => ({
        titre: title,
        lignes: linesAdded(earlier.get(`${noteId} ${number - 1}`) ?? "", body),
        enregistré_le: savedAt,
      })),
    };
  },
  async erase(tx, { id }) {
    await tx.groupNote.updateMany({ where: { createdById: id }, data: { createdById: null } });
    await tx.groupNote.updateMany({ where: { removedById: id }, data: { removedById: null } });
    await tx.groupNoteRevision.updateMany({ where: { byId: id }, data: { byId: null } });
    return [];
  },
};
