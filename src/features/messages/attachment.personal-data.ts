import { sizeWords } from "@/core/file-kinds.ts";
import { paths } from "@/core/paths.ts";
import { db, sql } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";
import { listOwnReadings } from "./access.queries.ts";
import { isMessageContested } from "./commands/keep-reported.ts";

/**
 * The photos and files of her messages, what she sent and did not use, what moderation read of her messages, and what she read
 * of others as a moderator. Erased:
 * photos go with her; files stay with those to whom she gave them, without her name; what had no message yet goes.
 */
export const attachmentsPersonalData: PersonalData = {
  title: "Les photos et fichiers de mes messages",
  async read(memberId) {
    const [photos, files, readings, ofMine] = await Promise.all([
      db.messagePhoto.findMany({
        // Hidden by a decision, it is served nowhere any more.
        where: { addedById: memberId, OR: [{ messageId: null }, { message: { hiddenAt: null } }] },
        select: { description: true, addedAt: true, messageId: true, image: { select: { small: true } } },
        orderBy: [{ addedAt: "asc" }, { id: "asc" }],
      }),
      db.messageFile.findMany({
        where: { addedById: memberId, OR: [{ messageId: null }, { message: { hiddenAt: null } }] },
        select: { id: true, name: true, addedAt: true, messageId: true, file: { select: { size: true } } },
        orderBy: [{ addedAt: "asc" }, { id: "asc" }],
      }),
      db.messageAccess.findMany({ where: { readerId: memberId }, orderBy: [{ at: "asc" }, { id: "asc" }] }),
      listOwnReadings(memberId),
    ]);
    return {
      photos: photos.map(({ description, addedAt, messageId, image }) => ({
        description,
        envoyée_le: addedAt,
        avec_un_message: messageId === null ? "non" : "oui",
        image: `data:image/webp;base64,${Buffer.from(image.small).toString("base64")}`,
      })),
      fichiers: files.map(({ id, name, addedAt, messageId, file }) => ({
        nom: name,
        taille: sizeWords(file.size),
        envoyé_le: addedAt,
        avec_un_message: messageId === null ? "non" : "oui",
        à_télécharger_tant_que_tu_lis_la_conversation: paths.api.messageFile(id),
      })),
      // Who read it is not hers to know: moderation did.
      lectures_de_mes_messages_par_la_modération: ofMine.map(({ conversationId, own, sentAt, at }) => ({
        message: own ? "signalé, écrit par moi" : "signalé, à côté des miens",
        conversation: conversationId,
        envoyé_le: sentAt,
        lu_le: at,
      })),
      messages_signalés_que_j_ai_lus_pour_la_modération: readings.map(({ at }) => ({ le: at })),
    };
  },
  async erase(tx, { id }) {
    // What is reported is judged first, and kept as long as anybody may contest.
    await tx.$executeRaw(sql`
      update message_photo h set added_by_id = null
      where h.added_by_id = ${id} and h.message_id is not null and ${isMessageContested(sql`h.message_id`)}`);
    await tx.image.deleteMany({ where: { messagePhoto: { addedById: id } } });
    await tx.storedFile.deleteMany({ where: { messageFile: { addedById: id, messageId: null } } });
    await tx.storedFile.updateMany({ where: { messageFile: { addedById: id } }, data: { uploadedById: null } });
    await tx.messageFile.updateMany({ where: { addedById: id }, data: { addedById: null } });
    await tx.messageAccess.updateMany({ where: { readerId: id }, data: { readerId: null } });
    return [];
  },
};
