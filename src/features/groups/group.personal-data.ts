import { clock } from "@/platform/clock.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";
import { settleLeads } from "./commands/settle-leads.ts";
import { roleWords } from "./group.rules.ts";
import { groupNamesFor } from "./group-names.queries.ts";
import { invitationStands, invitationWaits } from "./invitation.policy.ts";

async function read(memberId: string): Promise<Record<string, unknown>> {
  const own = { where: { memberId } };
  const [formed, memberships, requests, answered, invited, sent, links, visits, removals] = await Promise.all([
    db.group.findMany({ where: { createdById: memberId }, orderBy: { createdAt: "asc" } }),
    db.groupMembership.findMany({ ...own, orderBy: { joinedAt: "asc" } }),
    db.groupRequest.findMany({ ...own, orderBy: { askedAt: "asc" } }),
    db.groupRequest.findMany({ where: { answeredById: memberId }, orderBy: { answeredAt: "asc" } }),
    receivedBy(memberId),
    db.groupInvitation.findMany({ where: { invitedById: memberId }, orderBy: { invitedAt: "asc" } }),
    db.groupLink.findMany({ where: { createdById: memberId }, orderBy: { createdAt: "asc" } }),
    db.groupVisit.findMany({ where: { visitorId: memberId }, orderBy: { visitedAt: "asc" } }),
    db.groupRemoval.findMany({
      where: { OR: [{ memberId }, { removedById: memberId }] },
      orderBy: { removedAt: "asc" },
    }),
  ]);
  const everywhere = [memberships, requests, answered, invited, sent, links, visits, removals].flat();
  const nameOf = await groupNamesFor(memberId, [
    ...formed.map(({ id }) => id),
    ...everywhere.map((one) => one.groupId),
  ]);
  const named = ({ groupId }: { groupId: string }) => ({ groupe: nameOf(groupId) });
  return {
    groupes_créés: formed.map(({ id, createdAt }) => ({ nom: nameOf(id), créé_le: createdAt })),
    mes_groupes: memberships.map((one) => ({
      ...named(one),
      rôle: roleWords[one.role],
      depuis_le: one.joinedAt,
      règles_acceptées_le: one.rulesAcceptedAt,
    })),
    demandes_envoyées: requests.map((one) => ({
      ...named(one),
      questions: one.questions,
      réponses: one.answers,
      message: one.words,
      envoyée_le: one.askedAt,
      règles_acceptées_le: one.rulesAcceptedAt,
      retirée_le: one.cancelledAt,
      acceptée: one.accepted,
      réponse_le: one.answeredAt,
    })),
    // Who asked is theirs.
    demandes_auxquelles_j_ai_répondu: answered.map((one) => ({
      ...named(one),
      acceptée: one.accepted,
      mot: one.answerWords,
      le: one.answeredAt,
    })),
    invitations_reçues: invited.map((one) => ({
      ...named(one),
      le: one.invitedAt,
      acceptée: one.accepted,
      réponse_le: one.answeredAt,
    })),
    invitations_envoyées: sent.map((one) => ({ ...named(one), mot: one.words, le: one.invitedAt })),
    retraits: removals.map((one) => ({ ...named(one), moi: one.memberId === memberId, le: one.removedAt })),
    liens_créés: links.map((one) => ({ ...named(one), créé_le: one.createdAt, jusqu_au: one.expiresAt })),
    visites: visits.map((one) => ({ ...named(one), motif: one.purpose, le: one.visitedAt })),
  };
}

/** The invitations that reached her: what she answered, and what stands. The others would tell her who blocked her, and of which groups. */
async function receivedBy(memberId: string) {
  const reached = await db.$queryRaw<{ id: string }[]>(sql`
    select i.id from group_invitation i where i.member_id = ${memberId}
      and (i.answered_at is not null or (${invitationWaits} and ${invitationStands()}))`);
  const where = { id: { in: reached.map(({ id }) => id) } };
  return db.groupInvitation.findMany({ where, orderBy: { invitedAt: "asc" } });
}

async function erase(tx: Tx, { id }: { id: string }) {
  const now = clock.now();
  const led = await tx.$queryRaw<{ id: string }[]>(sql`
    select g.id from member_group g join group_membership b on b.group_id = g.id
    where b.member_id = ${id} and b.role = 'lead' order by g.id for no key update of g`);
  await tx.groupMembership.deleteMany({ where: { memberId: id } });
  await tx.groupRequest.deleteMany({ where: { memberId: id } });
  await tx.groupInvitation.deleteMany({ where: { memberId: id } });
  await tx.group.updateMany({ where: { createdById: id }, data: { createdById: null } });
  await tx.groupRequest.updateMany({ where: { answeredById: id }, data: { answeredById: null } });
  // An invitation from nobody invites nobody; her words went with it.
  await tx.groupInvitation.updateMany({
    where: { invitedById: id, answeredAt: null, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  await tx.groupInvitation.updateMany({ where: { invitedById: id }, data: { invitedById: null, words: "" } });
  await tx.groupLink.updateMany({ where: { createdById: id, revokedAt: null }, data: { revokedAt: now } });
  await tx.groupLink.updateMany({ where: { createdById: id }, data: { createdById: null } });
  // What was looked at, and why, stays to be read by those who were looked at.
  await tx.groupRemoval.deleteMany({ where: { memberId: id } });
  await tx.groupRemoval.updateMany({ where: { removedById: id }, data: { removedById: null } });
  await tx.groupVisit.updateMany({ where: { visitorId: id }, data: { visitorId: null } });
  return settleLeads(
    tx,
    led.map(({ id: groupId }) => groupId),
  );
}

/** The groups that she formed, is in, asked for. Erased: they go on without her, led by somebody else where she alone did. */
export const groupsPersonalData: PersonalData = { title: "Mes groupes", read, erase };
