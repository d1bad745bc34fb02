import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { appealsOfAccount } from "../limit.rules.ts";
import { decisionAppealed } from "../moderation.facts.ts";
import { authorOfCase, canAppeal } from "../moderation.policy.ts";
import { appealInput } from "../moderation.schema.ts";
import { lockCase } from "./lock-case.ts";

/** The author of what was hidden answers, once, within the time of contesting; another person than the first will decide. */
export const appealDecision = command({
  name: "moderation.appeal",
  input: appealInput,
  limits: [appealsOfAccount],
  async subject({ tx, actor, input: { decisionId } }) {
    if (actor.kind !== "member") throw new AppError("not_found", "absent");
    const { id: caseId } = await lockCase(
      tx,
      sql`k.id = (select case_id from decision where id = ${decisionId}) and ${authorOfCase} = ${actor.id}`,
    );
    const { outcome, appeal, settles, decidedAt } = await tx.decision.findUniqueOrThrow({
      where: { id: decisionId },
      include: { appeal: { select: { id: true } }, settles: { select: { id: true } } },
    });
    return { caseId, outcome, appealed: appeal !== null, settles: settles !== null, decidedAt };
  },
  policy: (actor, decision) => canAppeal(actor, decision, clock.now()),
  async execute({ tx, actor, input: { decisionId, words }, subject: { caseId }, record }) {
    const row = { id: newId(), decisionId, authorId: actor.id, words, appealedAt: clock.now() };
    await tx.appeal.create({ data: row });
    record(decisionAppealed({ caseId, decisionId }));
    return { decisionId };
  },
});
