import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { reportsOfAccount } from "../limit.rules.ts";
import { objectReported } from "../moderation.facts.ts";
import { canReport } from "../moderation.policy.ts";
import { reportInput } from "../moderation.schema.ts";
import { findObject, holdObject, openCase } from "./lock-case.ts";

/** A member says which rule something breaks. One report of hers waits at a time: another one changes nothing. */
export const reportObject = command({
  name: "moderation.report",
  input: reportInput,
  limits: [reportsOfAccount],
  subject: ({ tx, actor, input }) => findObject(tx, actor, input),
  policy: canReport,
  async execute({ tx, actor, input, subject: { id: objectId, scope }, record }) {
    const { kind, rule, words } = input;
    const caseId = await openCase(tx, { kind, objectId, scope });
    // Whoever decided meanwhile held the case: what was hidden then is absent now.
    await holdObject(tx, actor, input);
    const row = { id: newId(), caseId, rule, words, reporterId: actor.id, reportedAt: clock.now() };
    const { count } = await tx.report.createMany({ data: [row], skipDuplicates: true });
    if (count === 1) record(objectReported({ caseId }));
    return { already: count === 0 };
  },
});
