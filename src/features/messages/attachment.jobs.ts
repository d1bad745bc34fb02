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

/** Every night: what a reported message said before it was mended or deleted, once nobody may contest any more. */
export const forgetReportedWords = defineJob({
  name: "messages.forget-reported-words",
  input: z.object({}),
  cron: "37 4 * * *",
  run: () => forgetReported(),
});

/** Every night: what nobody reads any more. */
export const forgetUnreadConversations = defineJob({
  name: "messages.forget-conversations",
  input: z.object({}),
  cron: "47 4 * * *",
  run: () => forgetConversations(),
});

export const attachmentJobs = [sweepAttachments, forgetReportedWords, forgetUnreadConversations] as const;
