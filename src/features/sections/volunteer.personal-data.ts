import { db, type Tx } from "@/platform/db/client.ts";

/** Her offers to look after a section; never anybody else's. */
export async function readVolunteering(memberId: string): Promise<Record<string, unknown>> {
  const offers = await db.volunteer.findMany({
    where: { memberId },
    include: { section: { select: { name: true } } },
    orderBy: { offeredAt: "asc" },
  });
  return {
    propositions_de_responsabilité: offers.map(({ section: { name }, words, offeredAt, answeredAt }) => ({
      section: name,
      texte: words,
      proposée_le: offeredAt,
      répondue_le: answeredAt,
    })),
  };
}

/** Her own offers go; in the answers to others', her name does. */
export async function eraseVolunteering(tx: Tx, memberId: string): Promise<void> {
  await tx.volunteer.deleteMany({ where: { memberId } });
  await tx.volunteer.updateMany({ where: { answeredById: memberId }, data: { answeredById: null } });
}
