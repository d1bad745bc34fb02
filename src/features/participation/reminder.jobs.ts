import { z } from "zod";
import { clock } from "@/platform/clock.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import { publishFollowed, writeFollowed } from "@/platform/followed-facts.ts";
import { defineJob, enqueue, wake } from "@/platform/jobs.ts";
import { writeParticipant } from "./participation-mail.jobs.ts";
import { reminderDue } from "./reminder.facts.ts";
import { type ReminderKind, takeDue } from "./reminder.queries.ts";
import { REMINDED_AT_ONCE } from "./reminder.rules.ts";

/** Marks whom a reminder is due for and enqueues her mail, all or none. */
async function remind(kind: ReminderKind): Promise<void> {
  for (let taken = REMINDED_AT_ONCE; taken === REMINDED_AT_ONCE; ) {
    const { count, followed } = await db.$transaction(async (transaction) => {
      const tx = transaction as unknown as Tx;
      const due = await takeDue(tx, kind, clock.now());
      // The hour stands in the mail's key: what is moved is recalled again.
      for (const { signUpId, startsAt } of due)
        await enqueue(tx, writeParticipant, { kind, signUpId, about: startsAt.toISOString() });
      const facts = due.map(({ signUpId }) => reminderDue({ signUpId }));
      return { count: due.length, followed: await writeFollowed(tx, null, facts) };
    });
    publishFollowed(followed);
    taken = count;
  }
  wake([writeParticipant.name]);
}

/** Every ten minutes: the day before, whether she comes; two hours before, where and with what. */
export const remindParticipants = defineJob({
  name: "participation.remind",
  input: z.object({}),
  cron: "*/10 * * * *",
  async run() {
    await remind("day_before");
    await remind("hours_before");
  },
});

export const reminderJobs = [remindParticipants] as const;
