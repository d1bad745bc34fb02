import { z } from "zod";
import { defineJob, enqueueEach, type Job } from "@/platform/jobs.ts";
import { sendMail } from "@/platform/mail.ts";
import { giveBackNow, leaveToDigest, listWaiting, takeNow } from "./mail-now.queries.ts";
import { mailNow } from "./mail-now.rules.ts";

/** Writes to one member what she is to be told now: one mail a kind for what gathered. */
export const writeNow = defineJob({
  name: "notifications.write-now",
  input: z.object({ memberId: z.string(), noticeId: z.string().optional() }),
  atOnce: 10,
  async run({ memberId }) {
    const failed: unknown[] = [];
    for (const { to, kind, ids, told } of await takeNow(memberId)) {
      try {
        if (!(await sendMail({ to, ...mailNow(told), about: { memberId, kind } }))) await leaveToDigest(ids);
      } catch (error) {
        await giveBackNow(ids); // surely not delivered: the queue tries again
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
