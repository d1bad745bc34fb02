import { db, type Tx } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";

const changeWords = {
  created: "événement créé",
  proposed: "événement proposé",
  declined: "proposition déclinée",
  published: "événement publié",
  changed: "événement modifié",
  cancelled: "événement annulé",
  hidden: "événement masqué",
  shown: "événement rétabli",
} as const;

const event = { select: { title: true, startsAt: true } } as const;
const named = ({ event: { title, startsAt } }: { event: { title: string; startsAt: Date } }) => ({
  événement: title,
  commence_le: startsAt,
});

async function read(memberId: string): Promise<Record<string, unknown>> {
  const own = { where: { memberId } };
  const [made, changes, organised, contacts, claims, invited, sent, asked, answered, series] = await Promise.all([
    db.event.findMany({ where: { createdById: memberId }, orderBy: { createdAt: "asc" } }),
    db.eventChange.findMany({ where: { byId: memberId }, include: { event }, orderBy: { at: "asc" } }),
    db.eventOrganiser.findMany({ ...own, include: { event }, orderBy: { addedAt: "asc" } }),
    db.eventContact.findMany({ ...own, include: { event }, orderBy: { askedAt: "asc" } }),
    db.eventItemClaim.findMany({
      ...own,
      include: { item: { select: { label: true, event } } },
      orderBy: { claimedAt: "asc" },
    }),
    db.eventInvitee.findMany({ ...own, include: { event }, orderBy: { invitedAt: "asc" } }),
    db.eventInvitee.findMany({ where: { invitedById: memberId }, include: { event }, orderBy: { invitedAt: "asc" } }),
    db.eventCoSection.findMany({ where: { askedById: memberId }, include: { event }, orderBy: { askedAt: "asc" } }),
    db.eventCoSection.findMany({ where: { answeredById: memberId }, include: { event }, orderBy: { askedAt: "asc" } }),
    db.eventSeries.findMany({ where: { createdById: memberId }, orderBy: { createdAt: "asc" } }),
  ]);
  return {
    événements_créés: made.map((one) => ({
      titre: one.title,
      description: one.description,
      commence_le: one.startsAt,
      créé_le: one.createdAt,
    })),
    actes_sur_les_événements: changes.map((one) => ({
      ...named(one),
      acte: changeWords[one.kind],
      motif: one.reason,
      le: one.at,
    })),
    événements_que_j_organise: organised.map((one) => ({ ...named(one), depuis_le: one.addedAt })),
    personne_à_appeler: contacts.map((one) => ({
      ...named(one),
      demandé_le: one.askedAt,
      téléphone: one.phone,
      accord_donné_le: one.consentedAt,
      pour_toute_la_série: one.forSeries,
    })),
    ce_que_j_apporte: claims.map(({ item, quantity, claimedAt }) => ({
      ...named(item),
      chose: item.label,
      quantité: quantity,
      dit_le: claimedAt,
    })),
    invitations_reçues: invited.map((one) => ({ ...named(one), le: one.invitedAt, retirée_le: one.removedAt })),
    // Whom she invited is theirs.
    invitations_envoyées: sent.map((one) => ({ ...named(one), le: one.invitedAt })),
    sections_sollicitées: asked.map((one) => ({ ...named(one), territoire: one.scope, le: one.askedAt })),
    sections_pour_lesquelles_j_ai_répondu: answered.map((one) => ({
      ...named(one),
      territoire: one.scope,
      accepté: one.accepted,
      le: one.answeredAt,
    })),
    séries_créées: series.map((one) => ({ à_partir_du: one.fromDay, créée_le: one.createdAt })),
  };
}

async function erase(tx: Tx, { id }: { id: string }) {
  const own = { where: { memberId: id } };
  for (const table of [tx.eventOrganiser, tx.eventContact, tx.eventItemClaim, tx.eventInvitee] as const)
    await (table.deleteMany as (query: typeof own) => Promise<unknown>)(own);
  await tx.event.updateMany({ where: { createdById: id }, data: { createdById: null } });
  await tx.eventChange.updateMany({ where: { byId: id }, data: { byId: null } });
  await tx.eventContact.updateMany({ where: { askedById: id }, data: { askedById: null } });
  await tx.eventInvitee.updateMany({ where: { invitedById: id }, data: { invitedById: null } });
  await tx.eventCoSection.updateMany({ where: { askedById: id }, data: { askedById: null } });
  await tx.eventCoSection.updateMany({ where: { answeredById: id }, data: { answeredById: null } });
  await tx.eventSeries.updateMany({ where: { createdById: id }, data: { createdById: null } });
  return [];
}

/** What she prepared, brings and answers for. Erased: events stay, without her name, her number and her promises. */
export const eventsPersonalData: PersonalData = { title: "Mes événements", read, erase };
