"use server";

import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { formAction } from "@/platform/next/form-action.ts";
import { appealDecision } from "./commands/appeal-decision.ts";
import { decideCase } from "./commands/decide-case.ts";
import { giveNotice } from "./commands/give-notice.ts";
import { reportObject } from "./commands/report-object.ts";
import { settleAppeal } from "./commands/settle-appeal.ts";

export const reportObjectAction = formAction(reportObject);
export const giveNoticeAction = formAction(giveNotice);

const toCase = { then: ({ caseId }: { caseId: string }) => redirect(paths.moderationCase(caseId)) };
export const decideCaseAction = formAction(decideCase, toCase);
export const settleAppealAction = formAction(settleAppeal, toCase);
export const appealDecisionAction = formAction(appealDecision, {
  then: ({ decisionId }) => redirect(paths.decision(decisionId)),
});
