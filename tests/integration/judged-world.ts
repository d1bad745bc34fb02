import type { Person } from "@tests/support/worlds.ts";
import { newId } from "@/core/ids.ts";
import { parts } from "@/features/personal-data/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";

/** Her account as erasing it leaves it, by every part. */
export async function eraseByParts({ id, email }: Pick<Person, "id" | "email">): Promise<void> {
  await db.$transaction(async (tx) => {
    for (const part of [...parts].reverse()) await part.erase(tx as never, { id, email });
    await tx.member.update({ where: { id }, data: { erasedAt: clock.now(), name: "Compte supprimé" } });
  });
}

/** What may have been said of an object: all but the last keep it for those who judge. */
export const judgements = ["reported", "answered", "decided lately", "decided long ago"] as const;
export type Judgement = (typeof judgements)[number];

const MONTH_MS = 31 * 86_400_000;

/** The case of an object in this state, written straight into the database; a decision took its words away. */
export async function judge(
  { kind, objectId, scope = "national" }: { kind: string; objectId: string; scope?: string },
  judgement: Judgement,
): Promise<string> {
  const [caseId, decisionId, now] = [newId(), newId(), clock.now()];
  const longAgo = new Date(now.getTime() - 7 * MONTH_MS);
  await db.moderationCase.create({ data: { id: caseId, kind, objectId, scope, openedAt: longAgo } });
  const decided = judgement !== "reported";
  if (decided)
    await db.decision.create({
      data: {
        ...{ id: decisionId, caseId, outcome: "hide", rule: 1, words: "On parle ici de la personne." },
        decidedAt: judgement === "decided lately" ? new Date(now.getTime() - 5 * MONTH_MS) : longAgo,
      },
    });
  await db.report.create({
    data: {
      ...{ id: newId(), caseId, rule: 1, words: "Ces mots visent une personne.", reportedAt: longAgo },
      decisionId: decided ? decisionId : null,
    },
  });
  if (judgement === "answered")
    await db.appeal.create({
      data: { id: newId(), decisionId, words: "Je parlais de son programme.", appealedAt: longAgo },
    });
  return caseId;
}

/** Time passes: nobody may contest any more what was decided, nothing waits. */
export async function beyondContest(caseId: string): Promise<void> {
  const longAgo = new Date(clock.now().getTime() - 7 * MONTH_MS);
  const decision = { caseId, outcome: "hide" as const, rule: 1, words: "Décidé.", decidedAt: longAgo };
  const { id } = await db.decision.create({ data: { id: newId(), ...decision } });
  await db.report.updateMany({ where: { caseId, decisionId: null }, data: { decisionId: id } });
  const answered = await db.appeal.findFirst({ where: { settledById: null, decision: { caseId } } });
  if (answered) await db.appeal.update({ where: { id: answered.id }, data: { settledById: id } });
  await db.decision.updateMany({ where: { caseId }, data: { decidedAt: longAgo } });
}
