import { z } from "zod";
import { defineJob } from "@/platform/jobs.ts";
import { forgetTakenAway } from "./commands/keep-for-judges.ts";

/** Every night: what was taken away while it was contested, once nobody may contest. */
export const forgetWithdrawn = defineJob({
  name: "field-reports.forget-withdrawn",
  input: z.object({}),
  cron: "51 4 * * *",
  run: forgetTakenAway,
});

export const fieldReportJobs = [forgetWithdrawn] as const;
