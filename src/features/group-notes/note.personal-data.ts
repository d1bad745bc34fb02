import { groupNamesFor } from "@/features/groups/index.ts";
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
        // As she called it: what it is called since is others' to know.
        select: { createdAt: true, groupId: true, revisions: { where: { number: 1 }, select: { title: true } } },
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
    const nameOf = await groupNamesFor(
      memberId,
      created.map(({ groupId }) => groupId),
    );
    return {
      notes_commencées: created.map(({ createdAt, groupId, revisions: [first] }) => ({
        groupe: nameOf(groupId),
        titre: first?.title ?? "",
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
