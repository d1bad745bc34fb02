import type { Role } from "@/core/actor.ts";
import { mandateEnded, roleName } from "@/features/accounts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";
import { handoverCancelled, handoverLost } from "./mandate.facts.ts";
import { placeWords } from "./mandate.rules.ts";

type Placed = { role: Role; scope: string; place: string | null };
type MandateRow = Placed & { beginsAt: Date; endsAt: Date | null; endReason: string | null };
type HandoverRow = Placed & {
  giving: boolean;
  proposedAt: Date;
  effectiveAt: Date;
  doneAt: Date | null;
  cancelledAt: Date | null;
};

const placed = ({ role, scope, place }: Placed) => ({ rôle: roleName(role), lieu: placeWords(scope, place) });

async function read(memberId: string): Promise<Record<string, unknown>> {
  const [mandates, handovers, nominations] = await Promise.all([
    db.$queryRaw<MandateRow[]>(sql`
      select g.role::text as role, g.scope, coalesce(s.name, f.name) as place, g.begins_at as "beginsAt",
        g.ends_at as "endsAt", g.end_reason as "endReason"
      from mandate g left join section s on s.scope = g.scope left join federation f on g.scope = 'national/' || f.id
      where g.member_id = ${memberId} order by g.begins_at`),
    db.$queryRaw<HandoverRow[]>(sql`
      select h.role::text as role, h.scope, coalesce(s.name, f.name) as place, h.holder_id = ${memberId} as giving,
        h.proposed_at as "proposedAt", h.effective_at as "effectiveAt", h.done_at as "doneAt", h.cancelled_at as "cancelledAt"
      from handover h left join section s on s.scope = h.scope left join federation f on h.scope = 'national/' || f.id
      where h.holder_id = ${memberId} or h.successor_id = ${memberId} order by h.proposed_at`),
    db.nomination.findMany({ where: { memberId }, orderBy: { nominatedAt: "asc" } }),
  ]);
  return {
    responsabilités: mandates.map((mandate) => ({
      ...placed(mandate),
      début: mandate.beginsAt,
      fin: mandate.endsAt,
      raison_de_la_fin: mandate.endReason,
    })),
    passations: handovers.map((handover) => ({
      ...placed(handover),
      sens: handover.giving ? "tu passes la main" : "tu prends la suite",
      proposée_le: handover.proposedAt,
      prévue_le: handover.effectiveAt,
      faite_le: handover.doneAt,
      abandonnée_le: handover.cancelledAt,
    })),
    propositions_à_l_administration_nationale: nominations.map(({ nominatedAt, decidedAt, agreed }) => ({
      proposée_le: nominatedAt,
      décidée_le: decidedAt,
      réponse: agreed === null ? "en attente" : agreed ? "accord" : "refus",
    })),
  };
}

/** Her responsibilities end, what she was about to take over is cancelled, and no trace says what she held. */
async function erase(tx: Tx, { id }: { id: string }) {
  const now = clock.now();
  const held = await tx.$queryRaw<{ id: string; scope: string }[]>(sql`
    select id, scope from mandate where member_id = ${id} and (ends_at is null or ends_at > ${now}) order by id for update`);
  const open = { doneAt: null, cancelledAt: null };
  const hoped = await tx.handover.findMany({ where: { successorId: id, ...open }, select: { id: true, scope: true } });
  if (hoped.length > 0)
    await tx.handover.updateMany({ where: { successorId: id, ...open }, data: { cancelledAt: now } });
  const settled = { OR: [{ doneAt: { not: null } }, { cancelledAt: { not: null, lt: now } }] };
  await tx.handover.deleteMany({ where: { successorId: id, ...settled } });
  const begun = await tx.handover.findMany({
    where: { holderId: id, ...open },
    select: { id: true, scope: true, successorId: true },
  });
  await tx.mandate.deleteMany({ where: { memberId: id } }); // and with them the handovers that she began
  await tx.nomination.deleteMany({ where: { OR: [{ memberId: id }, { nominatedById: id, decidedAt: null }] } });
  // What she gave, ended, agreed to or confirmed stays, without her.
  await tx.mandate.updateMany({ where: { givenById: id }, data: { givenById: null } });
  await tx.mandate.updateMany({ where: { endedById: id }, data: { endedById: null } });
  await tx.nomination.updateMany({ where: { nominatedById: id }, data: { nominatedById: null } });
  await tx.nomination.updateMany({ where: { decidedById: id }, data: { decidedById: null } });
  await tx.handover.updateMany({ where: { confirmedById: id }, data: { confirmedById: null } });
  await tx.handover.updateMany({ where: { cancelledById: id }, data: { cancelledById: null } });
  return [
    ...held.map(({ id: mandateId, scope }) => mandateEnded({ memberId: id, mandateId, scope })),
    ...hoped.map(({ id: handoverId, scope }) => handoverCancelled({ handoverId, scope })),
    ...begun.map(({ id: handoverId, scope, successorId }) => handoverLost({ handoverId, scope, successorId })),
  ];
}

/** What mandates hold of a member. */
export const mandatesPersonalData: PersonalData = { title: "Responsabilités", read, erase };
