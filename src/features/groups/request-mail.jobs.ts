import { z } from "zod";
import { PARIS, zonedDay } from "@/core/zoned-time.ts";
import { clock } from "@/platform/clock.ts";
import { defineJob, enqueueEach } from "@/platform/jobs.ts";
import { sendOnce } from "@/platform/mail-once.ts";
import * as read from "./request-mail.queries.ts";
import { answerMail, invitationToGroupMail, requestsMail } from "./request-mail.rules.ts";

/** From half past eight back to the midnight before the last, with an hour to spare when clocks change. */
const RECALLED_MS = 34 * 3_600_000;

/** As these mails have always been counted. */
const keyOf = (...parts: readonly string[]) => [JSON.stringify(parts)];

/** Writes to one of those who keep a group who waits there: once a day. */
export const writeRequests = defineJob({
  name: "groups.write-requests",
  input: z.object({ groupId: z.string(), to: z.string() }),
  async run({ groupId, to }) {
    const found = await read.findRequestsToTell(groupId, to);
    if (found)
      await sendOnce(keyOf("requests", groupId, to, zonedDay(clock.now(), PARIS)), {
        to: found.to,
        about: { memberId: to, kind: "group.requested", topic: `group:${groupId}` },
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
    if (!found) return;
    const about = { memberId: found.memberId, kind: "group.answered" } as const;
    await sendOnce(keyOf("answer", requestId), { to: found.to, about, ...answerMail(found.told) });
  },
});

/** Somebody is invited: she is told, once in thirty days by each inviter for each group. */
export const tellInvited = defineJob({
  name: "groups.tell-invited",
  input: z.object({ groupId: z.string(), invitationId: z.string(), memberId: z.string() }),
  async run({ invitationId, memberId }) {
    const found = await read.findInvitationToTell(invitationId);
    const about = { memberId, kind: "group.invited" } as const;
    if (found) await sendOnce(keyOf(...found.key), { to: found.to, about, ...invitationToGroupMail(found.told) });
  },
});

export const groupEntryJobs = [writeRequests, tellRequests, recallRequests, tellAnswer, tellInvited] as const;

/** By the fact's name. */
export const groupEntryFactJobs = {
  "group.requested": [tellRequests],
  "group.request-answered": [tellAnswer],
  "group.invited": [tellInvited],
} as const;
