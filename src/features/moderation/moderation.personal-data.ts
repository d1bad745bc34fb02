import { system } from "@/core/actor.ts";
import { db, readRows, sql, type Tx } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";
import { authorOfCase } from "./moderation.policy.ts";
import { reportables } from "./reportable.rules.ts";

const outcomeWords = { nothing: "rien à retirer", hide: "masquer" } as const;

type About = {
  kind: string;
  object_id: string;
  outcome: "nothing" | "hide";
  rule: number | null;
  words: string;
  decided_at: Date;
};

/** What was decided of what she wrote, of any kind that can be reported, with her own words. */
async function decisionsAbout(memberId: string): Promise<Record<string, unknown>[]> {
  const about = await readRows<About>(sql`
    select k.kind, k.object_id, d.outcome, d.rule, d.words, d.decided_at
    from decision d join moderation_case k on k.id = d.case_id
    where ${authorOfCase} = ${memberId} order by d.decided_at, d.id`);
  const texts = new Map<string, string>();
  for (const { kind, list } of reportables) {
    const ids = about.filter((one) => one.kind === kind).map((one) => one.object_id);
    if (ids.length === 0) continue;
    for (const { id, text } of await list(system, [...new Set(ids)])) texts.set(`${kind} ${id}`, text);
  }
  return about.map(({ kind, object_id, outcome, rule, words, decided_at }) => ({
    sur: texts.get(`${kind} ${object_id}`) ?? null,
    décision: outcomeWords[outcome],
    règle: rule,
    mots: words,
    le: decided_at,
  }));
}

async function read(memberId: string): Promise<Record<string, unknown>> {
  const [reports, appeals, taken, about] = await Promise.all([
    db.report.findMany({
      where: { reporterId: memberId },
      include: { decision: { select: { outcome: true, decidedAt: true } } },
      orderBy: { reportedAt: "asc" },
    }),
    db.appeal.findMany({ where: { authorId: memberId }, orderBy: { appealedAt: "asc" } }),
    db.decision.findMany({ where: { decidedById: memberId }, orderBy: { decidedAt: "asc" } }),
    decisionsAbout(memberId),
  ]);
  return {
    mes_signalements: reports.map(({ rule, words, reportedAt, decision }) => ({
      règle: rule,
      mots: words,
      le: reportedAt,
      réponse: decision && { décision: outcomeWords[decision.outcome], le: decision.decidedAt },
    })),
    décisions_sur_mes_mots: about,
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
