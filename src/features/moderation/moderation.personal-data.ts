import { db, type Tx } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";

const outcomeWords = { nothing: "rien à retirer", hide: "masquer" } as const;

async function read(memberId: string): Promise<Record<string, unknown>> {
  const mine = await db.contribution.findMany({ where: { authorId: memberId }, select: { id: true, seq: true } });
  const events = await db.event.findMany({ where: { createdById: memberId }, select: { id: true, title: true } });
  const notes = await db.eventNote.findMany({ where: { authorId: memberId }, select: { id: true, words: true } });
  const [reports, appeals, taken, about] = await Promise.all([
    db.report.findMany({
      where: { reporterId: memberId },
      include: { decision: { select: { outcome: true, decidedAt: true } } },
      orderBy: { reportedAt: "asc" },
    }),
    db.appeal.findMany({ where: { authorId: memberId }, orderBy: { appealedAt: "asc" } }),
    db.decision.findMany({ where: { decidedById: memberId }, orderBy: { decidedAt: "asc" } }),
    db.decision.findMany({
      where: {
        OR: [
          { case: { kind: "contribution", objectId: { in: mine.map(({ id }) => id) } } },
          { case: { kind: "event", objectId: { in: events.map(({ id }) => id) } } },
          { case: { kind: "note", objectId: { in: notes.map(({ id }) => id) } } },
        ],
      },
      include: { case: { select: { objectId: true } } },
      orderBy: { decidedAt: "asc" },
    }),
  ]);
  const seqs = new Map(mine.map(({ id, seq }) => [id, seq]));
  const said = new Map(notes.map(({ id, words }) => [id, words]));
  const titles = new Map(events.map(({ id, title }) => [id, title]));
  return {
    mes_signalements: reports.map(({ rule, words, reportedAt, decision }) => ({
      règle: rule,
      mots: words,
      le: reportedAt,
      réponse: decision && { décision: outcomeWords[decision.outcome], le: decision.decidedAt },
    })),
    décisions_sur_mes_mots: about.map(({ outcome, rule, words, decidedAt, case: { objectId } }) => ({
      ...(titles.has(objectId)
        ? { événement: titles.get(objectId) }
        : said.has(objectId)
          ? { message: said.get(objectId) }
          : { contribution_numéro: seqs.get(objectId) }),
      décision: outcomeWords[outcome],
      règle: rule,
      mots: words,
      le: decidedAt,
    })),
    mes_contestations: appeals.map(({ words, appealedAt }) => ({ mots: words, le: appealedAt })),
    décisions_que_j_ai_prises: taken.map(({ outcome, rule, words, decidedAt }) => ({
      décision: outcomeWords[outcome],
      règle: rule,
      mots: words,
      le: decidedAt,
    })),
  };
}

async function erase(tx: Tx, { id }: { id: string }) {
  await tx.report.updateMany({ where: { reporterId: id }, data: { reporterId: null } });
  await tx.appeal.updateMany({ where: { authorId: id }, data: { authorId: null } });
  await tx.decision.updateMany({ where: { decidedById: id }, data: { decidedById: null } });
  return [];
}

/** What she reported, contested and decided, and what was decided of her words. */
export const moderationPersonalData: PersonalData = { title: "Signalements et modération", read, erase };
