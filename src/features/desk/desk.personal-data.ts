import { db, type Tx } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";

/** Her welcome, and what was said of her adherence; never anybody else. */
async function readDesk(memberId: string): Promise<Record<string, unknown>> {
  const section = { select: { name: true } };
  const [welcome, proposal, lookedAfter] = await Promise.all([
    db.welcome.findUnique({ where: { memberId }, include: { section } }),
    db.adherentProposal.findUnique({ where: { memberId } }),
    db.welcome.count({ where: { pointPersonId: memberId } }),
  ]);
  return {
    mon_accueil: welcome && {
      section: welcome.section.name,
      confié_à_quelqu_un_le: welcome.assignedAt,
      dernier_mot_reçu_le: welcome.writtenAt,
      accueil_terminé_le: welcome.welcomedAt,
    },
    adhésion_appuyée_par_ma_section_le: proposal?.proposedAt ?? null,
    personnes_dont_l_accueil_m_est_confié: lookedAfter,
  };
}

/** Her own rows go; in those of others, her name does. */
async function eraseDesk(tx: Tx, memberId: string): Promise<void> {
  await tx.welcome.deleteMany({ where: { memberId } });
  await tx.adherentProposal.deleteMany({ where: { memberId } });
  await tx.welcome.updateMany({ where: { pointPersonId: memberId }, data: { pointPersonId: null, assignedAt: null } });
  await tx.welcome.updateMany({ where: { assignedById: memberId }, data: { assignedById: null } });
  await tx.welcome.updateMany({ where: { welcomedById: memberId }, data: { welcomedById: null } });
  await tx.adherentProposal.updateMany({ where: { proposedById: memberId }, data: { proposedById: null } });
}

/** What the desk holds of a member. */
export const deskPersonalData: PersonalData = {
  title: "Mon accueil",
  read: readDesk,
  async erase(tx, { id }) {
    await eraseDesk(tx, id);
    return [];
  },
};
