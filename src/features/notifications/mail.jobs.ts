import { z } from "zod";
import { defineJob, type Job } from "@/platform/jobs.ts";
import { forgetClaims } from "@/platform/mail-claims.ts";
import { digestJobs } from "./digest.jobs.ts";
import { fallToDigest } from "./mail-held.jobs.ts";
import { mailNowJobs } from "./mail-now.jobs.ts";

/** Every night: forgets which mails left, once nothing can repeat them. */
const forgetMailClaims = defineJob({
  name: "notifications.forget-mail-claims",
  input: z.object({}),
  cron: "41 4 * * *",
  run: forgetClaims,
});

export const mailJobs: readonly Job[] = [fallToDigest, forgetMailClaims, ...mailNowJobs, ...digestJobs];
