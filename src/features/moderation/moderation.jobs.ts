import { z } from "zod";
import { contestableSince } from "@/core/contest.ts";
import { clock } from "@/platform/clock.ts";
import { defineJob } from "@/platform/jobs.ts";
import { forgetKeptWords } from "@/platform/kept-words.ts";
import { sendMail } from "@/platform/mail.ts";
import { findAuthorToTell, findNoticeToAcknowledge, findReporterToTell, forgetReporters } from "./mail.queries.ts";
import { acknowledgementMail, authorMail, reporterMail } from "./mail.rules.ts";

// One job, one person, one mail: a retry after a failure writes to nobody else again.

/** Visitors who gave notice have no account, and nothing to choose. */
const aboutDecision = (memberId: string | null) =>
  memberId ? { memberId, kind: "moderation.decided" as const } : undefined;

/** Tells the author of reported words what was decided, and why. */
export const tellAuthor = defineJob({
  name: "moderation.tell-author",
  input: z.object({ decisionId: z.string() }),
  async run({ decisionId }) {
    const sent = await findAuthorToTell(decisionId);
    if (sent) await sendMail({ to: sent.to, about: aboutDecision(sent.memberId), ...authorMail(sent.told) });
  },
});

/** Tells whoever made a report what was decided, and why. */
export const answerReport = defineJob({
  name: "moderation.answer-report",
  input: z.object({ reportId: z.string() }),
  async run({ reportId }) {
    const sent = await findReporterToTell(reportId);
    if (sent) await sendMail({ to: sent.to, about: aboutDecision(sent.memberId), ...reporterMail(sent.told) });
  },
});

/** Tells a visitor that her notice arrived. */
export const acknowledgeNotice = defineJob({
  name: "moderation.acknowledge-notice",
  input: z.object({ reportId: z.string() }),
  async run({ reportId }) {
    const sent = await findNoticeToAcknowledge(reportId);
    if (sent) await sendMail({ to: sent.to, ...acknowledgementMail(sent.told) });
  },
});

/** Every night: forgets who reported, once the decision can no longer be contested. */
export const forgetOldReporters = defineJob({
  name: "moderation.forget-reporters",
  input: z.object({}),
  cron: "41 4 * * *",
  async run() {
    await forgetReporters(contestableSince(clock.now()));
  },
});

/** Every night: what objects said before they were mended, once nobody may contest. */
export const forgetFormerWords = defineJob({
  name: "moderation.forget-words",
  input: z.object({}),
  cron: "43 4 * * *",
  run: forgetKeptWords,
});

export const moderationJobs = [
  tellAuthor,
  answerReport,
  acknowledgeNotice,
  forgetOldReporters,
  forgetFormerWords,
] as const;
