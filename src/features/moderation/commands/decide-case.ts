import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { decisionsOfAccount } from "../limit.rules.ts";
import { caseDecided } from "../moderation.facts.ts";
import { answerReport, tellAuthor } from "../moderation.jobs.ts";
import { canDecide } from "../moderation.policy.ts";
import { decideInput } from "../moderation.schema.ts";
import { lockVisibleCase, reportableOf } from "./lock-case.ts";

/** Somebody answerable decides on everything that waits about an object: leave it, or hide it by a rule. */
export const decideCase = command({
  name: "moderation.decide",
  input: decideInput,
  limits: [decisionsOfAccount],
  async subject({ tx, actor, input }) {
    const found = await lockVisibleCase(tx, actor, sql`k.id = ${input.caseId}`);
    const waiting = await tx.report.findMany({
      where: { caseId: found.id, decisionId: null },
      select: { id: true, reporterId: true },
    });
    return { ...found, waiting, reporterIds: waiting.map(({ reporterId }) => reporterId) };
  },
  policy: canDecide,
  async execute({ tx, actor, input: { outcome, rule, words }, subject, record, enqueue }) {
    const { id: caseId, kind, objectId, waiting } = subject;
    const decisionId = newId();
    const cited = outcome === "hide" ? rule : null;
    await tx.decision.create({
      data: { id: decisionId, caseId, outcome, rule: cited, words, decidedById: actor.id, decidedAt: clock.now() },
    });
    const { count } = await tx.report.updateMany({ where: { caseId, decisionId: null }, data: { decisionId } });
    if (count !== waiting.length) throw new AppError("conflict", "changed_meanwhile");
    const hidden =
      outcome === "hide" ? await reportableOf(kind).setHidden(tx, { objectId, hidden: true, byId: actor.id }) : null;
    if (hidden) record(hidden);
    record(caseDecided({ caseId, decisionId }));
    await enqueue(tellAuthor, { decisionId });
    for (const { id: reportId } of waiting) await enqueue(answerReport, { reportId });
    return { caseId };
  },
});
