import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { noticeLimits } from "../limit.rules.ts";
import { objectReported } from "../moderation.facts.ts";
import { acknowledgeNotice } from "../moderation.jobs.ts";
import { canGiveNotice } from "../moderation.policy.ts";
import { noticeInput } from "../moderation.schema.ts";
import { findObject, holdObject, openCase } from "./lock-case.ts";

/** A visitor gives notice of what is public (DSA, art. 16), and is told by e-mail that it arrived. */
export const giveNotice = command({
  name: "moderation.give-notice",
  input: noticeInput,
  limits: noticeLimits,
  subject: ({ tx, actor, input }) => findObject(tx, actor, input),
  policy: canGiveNotice,
  async execute({ tx, actor, input, subject: { id: objectId, scope }, record, enqueue }) {
    const { kind, rule, words, name: noticeName, email: noticeEmail } = input;
    const caseId = await openCase(tx, { kind, objectId, scope });
    // Whoever decided meanwhile held the case: what was hidden then is absent now.
    await holdObject(tx, actor, input);
    const waiting = await tx.report.count({ where: { caseId, noticeEmail, decisionId: null } });
    // Said the same way either way: a visitor is not told what an address has reported.
    if (waiting > 0) return;
    const id = newId();
    await tx.report.create({ data: { id, caseId, rule, words, noticeName, noticeEmail, reportedAt: clock.now() } });
    record(objectReported({ caseId }));
    await enqueue(acknowledgeNotice, { reportId: id });
  },
});
