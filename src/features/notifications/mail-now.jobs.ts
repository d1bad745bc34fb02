import { z } from "zod";
import { surelyNotDelivered } from "@/platform/delivery.ts";
import { jobRun } from "@/platform/job-run.ts";
import { defineJob, enqueueEach, type Job } from "@/platform/jobs.ts";
import { sendMail } from "@/platform/mail.ts";
import { sayFate } from "@/platform/mail-claims.ts";
import { giveBackNow, kindsWaiting, leaveToDigest, listWaiting, takeNow } from "./mail-now.queries.ts";
import { mailNow } from "./mail-now.rules.ts";

/**
 * Writes to one member what she is to be told now: one mail a kind for what gathered, each with its own way to end it. A
 * kind is taken when its mail is about to leave: killed in between, the others still wait.
 */
export const writeNow = defineJob({
  name: "notifications.write-now",
  input: z.object({ memberId: z.string(), noticeId: z.string().optional() }),
  atOnce: 10,
  async run({ memberId }) {
    const failed: unknown[] = [];
    for (const kind of await kindsWaiting(memberId)) {
      const taken = await takeNow(memberId, kind);
      if (!taken) continue;
      const { to, ids, told } = taken;
      try {
        // Its lines are taken already: tried again by the same job, a newer line in the same words is another mail.
        const mail = { to, ...mailNow(told), about: { memberId, kind } };
        if (!(await jobRun.run(undefined, () => sendMail(mail)))) await leaveToDigest(ids);
      } catch (error) {
        if (!surelyNotDelivered(error)) {
          sayFate("a mail of unknown fate, or refused", error);
          continue; // it may have arrived: nobody gets two
        }
        await giveBackNow(ids); // the queue tries again
        failed.push(error);
      }
    }
    if (failed.length > 0) throw failed[0];
  },
});

/** Every minute: whoever waits for a mail. What gathers within a minute is one. */
const writeWaiting = defineJob({
  name: "notifications.write-waiting",
  input: z.object({}),
  cron: "* * * * *",
  retries: 0,
  async run() {
    await enqueueEach(
      writeNow,
      (await listWaiting()).map((memberId) => ({ memberId })),
    );
  },
});

export const mailNowJobs: readonly Job[] = [writeNow, writeWaiting];
