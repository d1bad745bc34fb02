import { db } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";

/** Up to where she read her feed. */
export const feedPersonalData: PersonalData = {
  title: "Mon fil d’accueil",
  async read(memberId) {
    const marker = await db.feedMarker.findUnique({ where: { memberId } });
    return { lu_jusqu_à_ce_qui_fut_publié_le: marker?.readAt ?? null };
  },
  async erase(tx, { id }) {
    await tx.feedMarker.deleteMany({ where: { memberId: id } });
    return [];
  },
};
