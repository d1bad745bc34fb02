import { paths } from "@/core/paths.ts";
import type { PersonalData } from "@/platform/personal-data.ts";
import { coopainsOfExport, eraseCoopains } from "./erasure.queries.ts";

/** Ties, requests, blocks and invitations. Others appear by the address of their profile alone: their names are theirs. */
export const coopainsPersonalData: PersonalData = {
  title: "Coopains et invitations",
  async read(memberId) {
    const { coopains, sent, blocked, link, joined } = await coopainsOfExport(memberId);
    const profile = (id: string) => paths.member({ id, name: "" });
    return {
      coopains: coopains.map(({ otherId, since }) => ({ profil: profile(otherId), depuis_le: since })),
      demandes_envoyées: sent.map(({ toId, words, sentAt, acceptedAt }) => ({
        profil: profile(toId),
        message: words,
        envoyée_le: sentAt,
        acceptée_le: acceptedAt,
      })),
      personnes_bloquées: blocked.map(({ blockedId, blockedAt }) => ({
        profil: profile(blockedId),
        depuis_le: blockedAt,
      })),
      lien_personnel: link && { créé_le: link.createdAt },
      // How many messages left would tell which of the addresses that she wrote were known to us.
      inscriptions_grâce_à_moi: joined,
    };
  },
  async erase(tx, { id }) {
    await eraseCoopains(tx, id);
    return [];
  },
};
