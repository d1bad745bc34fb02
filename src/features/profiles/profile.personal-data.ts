import { db } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";
import { freeWords, paceWords, reachWords, toOffer, willingWords } from "./offer.rules.ts";
import { defaults, fields, fieldWords, visibilityWords } from "./visibility.rules.ts";

/** What this feature holds of a member: her profile as she wrote it, her photo, and to whom she shows what. */
export const profilesPersonalData: PersonalData = {
  title: "Mon profil",
  async read(memberId) {
    const profile = await db.profile.findUnique({ where: { memberId }, include: { photo: true } });
    if (!profile) return {};
    const { willing, free, reachKm, pace } = toOffer(profile);
    return {
      photo: profile.photo && `data:image/webp;base64,${Buffer.from(profile.photo.large).toString("base64")}`,
      mot_du_moment: profile.status,
      mot_du_moment_écrit_le: profile.statusAt,
      présentation: profile.presentation,
      ce_que_je_sais_faire: profile.skills,
      ce_qui_m_intéresse: profile.interests,
      liens: profile.links,
      à_la_carte: {
        ce_que_je_ferais: willing.map((kind) => willingWords[kind]),
        quand: free.map((moment) => freeWords[moment]),
        jusqu_où: reachKm === null ? null : reachWords[reachKm],
        combien_de_temps: pace && paceWords[pace],
      },
      qui_voit_quoi: Object.fromEntries(
        fields.map((field) => [fieldWords[field], visibilityWords[profile[`${field}For`] ?? defaults[field]]]),
      ),
      modifié_le: profile.updatedAt,
    };
  },
  async erase(tx, { id }) {
    const profile = await tx.profile.findUnique({ where: { memberId: id }, select: { photoId: true } });
    if (!profile) return [];
    await tx.profile.delete({ where: { memberId: id } });
    if (profile.photoId) await tx.image.delete({ where: { id: profile.photoId } });
    return [];
  },
};
