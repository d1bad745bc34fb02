import { z } from "zod";
import { clock } from "@/platform/clock.ts";
import { defineJob } from "@/platform/jobs.ts";
import { ON_ITS_WAY_MS } from "./attachment.rules.ts";
import { sweepUnsent } from "./commands/drop-attachments.ts";
import { forgetConversations } from "./commands/forget-conversations.ts";
import { forgetReported } from "./commands/keep-reported.ts";

/** Every hour: photos and files that went with no message in a day are gone for good. */
const sweepAttachments = defineJob({
  name: "messages.sweep-attachments",
  input: z.object({}),
  cron: "23 * * * *",
  async run() {
    await sweepUnsent(new Date(clock.now().getTime() - ON_ITS_WAY_MS));
  },
});

const CONTESTED_MS = 90 * 86_400_000;

/** Every night: what a reported message said before it was mended or deleted, ninety days after it was judged. */
export const forgetReportedWords = defineJob({
  name: "messages.forget-reported-words",
  input: z.object({}),
  cron: "37 4 * * *",
  run: () => forgetReported(new Date(clock.now().getTime() - CONTESTED_MS)),
});

/** Every night: what nobody reads any more. */
export const forgetUnreadConversations = defineJob({
  name: "messages.forget-conversations",
  input: z.object({}),
  cron: "47 4 * * *",
  run: () => forgetConversations(new Date(clock.now().getTime() - CONTESTED_MS)),
});

export const attachmentJobs = [sweepAttachments, forgetReportedWords, forgetUnreadConversations] as const;
