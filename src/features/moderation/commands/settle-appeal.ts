import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { decisionsOfAccount } from "../limit.rules.ts";
import { appealSettled } from "../moderation.facts.ts";
import { tellAuthor } from "../moderation.jobs.ts";
import { canSettle } from "../moderation.policy.ts";
import { settleInput } from "../moderation.schema.ts";
import { lockVisibleCase, reportableOf } from "./lock-case.ts";

/** Another person than the first decides on the author's answer: what was hidden stays so, or is shown again. */
export const settleAppeal = command({
  name: "moderation.settle-appeal",
  input: settleInput,
  limits: [decisionsOfAccount],
  async subject({ tx, actor, input: { appealId } }) {
    const found = await lockVisibleCase(
      tx,
      actor,
      sql`k.id = (select x.case_id from decision x join appeal a on a.decision_id = x.id where a.id = ${appealId})`,
    );
    const { settledById, decision } = await tx.appeal.findUniqueOrThrow({
      where: { id: appealId },
      include: { decision: { include: { reports: { select: { reporterId: true } } } } },
    });
    return {
      ...found,
      settled: settledById !== null,
      rule: decision.rule,
      deciderId: decision.decidedById,
      reporterIds: decision.reports.map(({ reporterId }) => reporterId),
    };
  },
  policy: canSettle,
  async execute({ tx, actor, input: { appealId, outcome, words }, subject, record, enqueue }) {
    const { id: caseId, kind, objectId } = subject;
    const id = newId();
    const kept = outcome === "keep";
    const decision = { outcome: kept ? ("hide" as const) : ("nothing" as const), rule: kept ? subject.rule : null };
    await tx.decision.create({
      data: { id, caseId, ...decision, words, decidedById: actor.id, decidedAt: clock.now() },
    });
    const { count } = await tx.appeal.updateMany({
      where: { id: appealId, settledById: null },
      data: { settledById: id },
    });
    if (count !== 1) throw new AppError("conflict", "already_decided");
    const shown = kept ? null : await reportableOf(kind).setHidden(tx, { objectId, hidden: false, byId: actor.id });
    if (shown) record(shown);
    record(appealSettled({ caseId, decisionId: id }));
    await enqueue(tellAuthor, { decisionId: id });
    return { caseId };
  },
});
