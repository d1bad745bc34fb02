import { appealDecision } from "./commands/appeal-decision.ts";
import { decideCase } from "./commands/decide-case.ts";
import { giveNotice } from "./commands/give-notice.ts";
import { reportObject } from "./commands/report-object.ts";
import { settleAppeal } from "./commands/settle-appeal.ts";

/** Every command of moderation, by its name in the code. */
export const moderationCommands = { reportObject, giveNotice, decideCase, appealDecision, settleAppeal };

export { moderationFacts } from "./moderation.facts.ts";
export { moderationJobs } from "./moderation.jobs.ts";
export { moderationNotices } from "./moderation.notices.ts";
export { moderationPersonalData } from "./moderation.personal-data.ts";
export { visibleCases, visibleDecisions } from "./moderation.policy.ts";
export { getCase, getDecision, getReportPage } from "./moderation.queries.ts";
export {
  findWaitingCount,
  getModerationDesk,
  listWaitingAppeals,
  listWaitingCases,
} from "./moderation-desk.queries.ts";
export { appealDecision, decideCase, giveNotice, reportObject, settleAppeal };
