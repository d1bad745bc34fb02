import { sizeWords } from "@/core/file-kinds.ts";
import { groupNamesFor } from "@/features/groups/index.ts";
import { db } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";

/** Files that she gave to groups. Erased: they are the groups', and stay without her name; what had no place yet goes. */
export const groupFilesPersonalData: PersonalData = {
  title: "Mes fichiers de groupe",
  async read(memberId) {
    const files = await db.groupFile.findMany({
      where: { addedById: memberId },
      select: { name: true, addedAt: true, file: { select: { size: true } }, groupId: true },
      orderBy: { addedAt: "asc" },
    });
    const nameOf = await groupNamesFor(
      memberId,
      files.map(({ groupId }) => groupId),
    );
    return {
      fichiers: files.map(({ name, addedAt, file, groupId }) => ({
        groupe: nameOf(groupId),
        nom: name,
        taille: sizeWords(file.size),
        ajouté_le: addedAt,
      })),
    };
  },
  async erase(tx, { id }) {
    await tx.storedFile.deleteMany({ where: { uploadedById: id, completedAt: null } });
    await tx.storedFile.updateMany({
      where: { uploadedById: id, groupFile: { isNot: null } },
      data: { uploadedById: null },
    });
    await tx.groupFile.updateMany({ where: { addedById: id }, data: { addedById: null } });
    await tx.groupFile.updateMany({ where: { removedById: id }, data: { removedById: null } });
    return [];
  },
};
