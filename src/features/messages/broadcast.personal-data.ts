import { db } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";

/** What she wrote to all members of a place, and the places that she asked not to write to her that way. */
export const broadcastsPersonalData: PersonalData = {
  title: "Messages envoyés à tous les membres d’un lieu",
  async read(memberId) {
    const [sent, opposed] = await Promise.all([
      db.broadcast.findMany({ where: { authorId: memberId }, orderBy: { sentAt: "asc" } }),
      db.broadcastOpposition.findMany({ where: { memberId }, orderBy: { opposedAt: "asc" } }),
    ]);
    return {
      messages_aux_membres: sent.map(({ scope, words, adherentsOnly, sentAt, carriedCount, hiddenAt }) => ({
        lieu: scope,
        envoyé_le: sentAt,
        texte: words,
        aux_adhérents_seulement: adherentsOnly,
        reçu_par: carriedCount,
        masqué_par_la_modération_le: hiddenAt,
      })),
      lieux_qui_ne_m_écrivent_plus: opposed.map(({ scope, opposedAt }) => ({ lieu: scope, depuis: opposedAt })),
    };
  },
  /** What she wrote in a place's name stays the place's, without her; whom she did not want to hear from is forgotten. */
  async erase(tx, { id }) {
    await tx.broadcast.updateMany({ where: { authorId: id }, data: { authorId: null } });
    await tx.broadcastOpposition.deleteMany({ where: { memberId: id } });
    return [];
  },
};
