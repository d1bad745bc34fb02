import { db } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";

/** The calendar feeds that she made; their addresses are known to her alone. */
export const agendaPersonalData: PersonalData = {
  title: "Abonnements à mon agenda",
  async read(memberId) {
    const feeds = await db.calendarFeed.findMany({ where: { memberId }, orderBy: { createdAt: "asc" } });
    return {
      abonnements: feeds.map(({ createdAt, lastReadAt, revokedAt }) => ({
        créé_le: createdAt,
        lu_la_dernière_fois_le: lastReadAt,
        retiré_le: revokedAt,
      })),
    };
  },
  async erase(tx, { id }) {
    await tx.calendarFeed.deleteMany({ where: { memberId: id } });
    return [];
  },
};
