import { z } from "zod";
import { defineJob } from "@/platform/jobs.ts";
import { sendMail } from "@/platform/mail.ts";
import { findAnswerToTell, findLetterToTell } from "./letter-mail.queries.ts";
import { answerMail, letterMail } from "./letter-mail.rules.ts";

// One job, one person, one mail: a retry after a failure writes to nobody else again.

/** Carries a letter to one of those in charge, if she still is. */
export const carryLetter = defineJob({
  name: "letters.carry-letter",
  input: z.object({ letterId: z.string(), recipientId: z.string() }),
  async run({ letterId, recipientId }) {
    const sent = await findLetterToTell(letterId, recipientId);
    if (sent) await sendMail({ to: sent.to, ...letterMail(sent.told) });
  },
});

/** Carries an answer to the author of the letter. */
export const carryAnswer = defineJob({
  name: "letters.carry-answer",
  input: z.object({ answerId: z.string() }),
  async run({ answerId }) {
    const sent = await findAnswerToTell(answerId);
    if (sent) await sendMail({ to: sent.to, ...answerMail(sent.told) });
  },
});

export const letterJobs = [carryLetter, carryAnswer] as const;
