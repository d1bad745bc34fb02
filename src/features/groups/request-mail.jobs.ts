import { z } from "zod";
import { PARIS, zonedDay } from "@/core/zoned-time.ts";
import { clock } from "@/platform/clock.ts";
import { surelyNotDelivered } from "@/platform/delivery.ts";
import { defineJob, enqueueEach } from "@/platform/jobs.ts";
import { log } from "@/platform/log.ts";
import { type Mail, sendMail } from "@/platform/mail.ts";
import * as claims from "./request-claims.queries.ts";
import * as read from "./request-mail.queries.ts";
import { answerMail, invitationToGroupMail, requestsMail } from "./request-mail.rules.ts";

const DAY_MS = 24 * 3_600_000;
/** From half past eight back to the midnight before the last, with an hour to spare when clocks change. */
const RECALLED_MS = 34 * 3_600_000;
/** For how long a mail that left is remembered: an inviter writes to somebody about a group once in that time. */
const CLAIMED_DAYS = 30;

/** Sends a mail once, whoever asks again: claimed before it leaves, given back only when it surely did not. */
async function sendOnce(key: readonly string[], mail: Mail): Promise<void> {
  if (!(await claims.claimGroupMail(key))) return;
  try {
    await sendMail(mail);
  } catch (error) {
    if (!surelyNotDelivered(error)) return log.warn({ err: error }, "group mail of unknown fate");
    await claims.giveUpGroupMail(key);
    throw error; // the queue tries again
  }
}

/** Writes to one of those who keep a group who waits there: once a day. */
export const writeRequests = defineJob({
  name: "groups.write-requests",
  input: z.object({ groupId: z.string(), to: z.string() }),
  async run({ groupId, to }) {
    const found = await read.findRequestsToTell(groupId, to);
    if (found)
      await sendOnce(["requests", groupId, to, zonedDay(clock.now(), PARIS)], {
        to: found.to,
        ...requestsMail(found.told),
      });
  },
});

const tellKeepers = async (groupId: string) =>
  enqueueEach(
    writeRequests,
    (await read.listKeepers(groupId)).map((to) => ({ groupId, to })),
  );

/** Somebody asks to come in: each of those who keep the group is told. */
export const tellRequests = defineJob({
  name: "groups.tell-requests",
  input: z.object({ groupId: z.string(), requestId: z.string() }),
  run: ({ groupId }) => tellKeepers(groupId),
});

/** Every morning: who asked since the day before and still waits is told of; the day's first mail did not name who asked after it. */
export const recallRequests = defineJob({
  name: "groups.recall-requests",
  input: z.object({}),
  cron: "30 8 * * *",
  async run() {
    const since = new Date(clock.now().getTime() - RECALLED_MS);
    for (const groupId of await read.listAskedGroups(since)) await tellKeepers(groupId);
  },
});

/** The group answered: who asked is told. */
export const tellAnswer = defineJob({
  name: "groups.tell-answer",
  input: z.object({ groupId: z.string(), requestId: z.string() }),
  async run({ requestId }) {
    const found = await read.findAnswerToTell(requestId);
    if (found) await sendOnce(["answer", requestId], { to: found.to, ...answerMail(found.told) });
  },
});

/** Somebody is invited: she is told, once in thirty days by each inviter for each group. */
export const tellInvited = defineJob({
  name: "groups.tell-invited",
  input: z.object({ groupId: z.string(), invitationId: z.string(), memberId: z.string() }),
  async run({ invitationId }) {
    const found = await read.findInvitationToTell(invitationId);
    if (found) await sendOnce(found.key, { to: found.to, ...invitationToGroupMail(found.told) });
  },
});

/** Every night: forgets which mails left long ago. */
export const forgetMails = defineJob({
  name: "groups.forget-mails",
  input: z.object({}),
  cron: "41 4 * * *",
  run: () => claims.forgetGroupMails(new Date(clock.now().getTime() - CLAIMED_DAYS * DAY_MS)),
});

export const groupEntryJobs = [
  writeRequests,
  tellRequests,
  recallRequests,
  tellAnswer,
  tellInvited,
  forgetMails,
] as const;

/** By the fact's name. */
export const groupEntryFactJobs = {
  "group.requested": [tellRequests],
  "group.request-answered": [tellAnswer],
  "group.invited": [tellInvited],
} as const;
