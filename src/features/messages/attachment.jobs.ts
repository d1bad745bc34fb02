import { z } from "zod";
import { clock } from "@/platform/clock.ts";
import { defineJob } from "@/platform/jobs.ts";
import { ON_ITS_WAY_MS } from "./attachment.rules.ts";
import { sweepUnsent } from "./commands/drop-attachments.ts";

/** Every hour: photos and files that went with no message in a day are gone for good. */
export const sweepAttachments = defineJob({
  name: "messages.sweep-attachments",
  input: z.object({}),
  cron: "23 * * * *",
  async run() {
    await sweepUnsent(new Date(clock.now().getTime() - ON_ITS_WAY_MS));
  },
});

export const attachmentJobs = [sweepAttachments] as const;
