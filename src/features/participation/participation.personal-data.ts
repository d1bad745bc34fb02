import type { Fact } from "@/core/fact.ts";
import { kindWords } from "@/features/events/index.ts";
import { leaveEverything } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";

const stateWords = { in: "inscrite", offered: "place proposée", waiting: "en attente", left: "partie" } as const;
const leftWords = {
  cancelled: "je me suis désistée",
  removed: "retirée par l’équipe",
  expired: "place proposée, non confirmée",
  shift_removed: "créneau supprimé",
  event_cancelled: "événement annulé",
  suspended: "compte suspendu",
  erased: "compte supprimé",
} as const;
const attendanceWords = { present: "présente", absent: "absente" } as const;
const answerWords = { maybe: "peut-être", no: "je ne viens pas" } as const;

const ofEvent = { select: { title: true, kind: true } } as const;

async function read(memberId: string): Promise<Record<string, unknown>> {
  const [signUps, answers, noted] = await Promise.all([
    db.signUp.findMany({
      where: { memberId },
      include: { shift: { include: { event: ofEvent } } },
      orderBy: { signedUpAt: "asc" },
    }),
    db.eventAnswer.findMany({ where: { memberId }, include: { event: ofEvent }, orderBy: { answeredAt: "asc" } }),
    db.signUp.count({ where: { attendanceById: memberId } }),
  ]);
  return {
    inscriptions: signUps.map((one) => ({
      événement: one.shift.event.title,
      type: kindWords[one.shift.event.kind],
      créneau: one.shift.label,
      début: one.shift.startsAt,
      fin: one.shift.endsAt,
      état: stateWords[one.state],
      personnes: one.size,
      inscrite_le: one.signedUpAt,
      confirmée_le: one.confirmedAt,
      partie_le: one.leftAt,
      pourquoi: one.leftBecause && leftWords[one.leftBecause],
      mot_de_l_équipe: one.leftWords,
      présence: one.attendance && attendanceWords[one.attendance],
    })),
    réponses: answers.map(({ event, answer, answeredAt }) => ({
      événement: event.title,
      réponse: answerWords[answer],
      le: answeredAt,
    })),
    présences_que_j_ai_notées: noted,
  };
}

async function erase(tx: Tx, { id: memberId }: { id: string }): Promise<readonly Fact[]> {
  const facts: Fact[] = [];
  const record = (...recorded: Fact[]) => void facts.push(...recorded);
  await leaveEverything(tx, { memberId, because: "erased", now: clock.now(), record });
  // That somebody came stays in the counts, and nobody reads who.
  await tx.signUp.updateMany({ where: { memberId }, data: { memberId: null, leftWords: "" } });
  await tx.signUp.updateMany({ where: { attendanceById: memberId }, data: { attendanceById: null } });
  await tx.eventAnswer.deleteMany({ where: { memberId } });
  return facts;
}

/** What she signed up for, answered, and whether she came. Erased: her places go to others, what is past stays nameless. */
export const participationPersonalData: PersonalData = { title: "Ma participation", read, erase };
