import { z } from "zod";
import { zoneOfFederation } from "@/core/zoned-time.ts";
import { clock } from "@/platform/clock.ts";
import { surelyNotDelivered } from "@/platform/delivery.ts";
import { jobRun } from "@/platform/job-run.ts";
import { defineJob, enqueueEach, type Job } from "@/platform/jobs.ts";
import { sendMail } from "@/platform/mail.ts";
import { sayFate } from "@/platform/mail-claims.ts";
import * as read from "./digest.queries.ts";
import { digestMail } from "./digest.rules.ts";

/** Writes a member's digest, if anything is due to her that she may read. Throws when it surely did not leave. */
async function writeDigest(member: read.DueMember, allDue: readonly read.FederationDue[]): Promise<boolean> {
  const { id: memberId, federationId } = member;
  const due = allDue.filter((one) => one.federationId === federationId);
  const draft = await read.draftDigest(memberId, due);
  if (!draft) return false;
  if (draft.told.length === 0) {
    await read.dropLines(draft.ids);
    return false; // never an empty one
  }
  const pace = draft.dues.some((one) => one.pace === "weekly") ? "weekly" : "daily";
  const mail = {
    to: draft.to,
    ...digestMail(draft.told, pace, zoneOfFederation(federationId)),
    about: { memberId, kind: "digest" as const },
  };
  if (!(await read.claimDigest(memberId, draft))) return false;
  try {
    // The digest's own row is its claim.
    return await jobRun.run(undefined, () => sendMail(mail));
  } catch (error) {
    if (!surelyNotDelivered(error)) {
      sayFate("a digest of unknown fate, or refused", error);
      return false;
    }
    await read.giveBackDigest(memberId, draft);
    throw error;
  }
}

const MEMBERS_AT_ONCE = 200;
/** At the same time: a mail server's connections, and some whose lines are read meanwhile. */
const WRITERS = 8;
/** A batch hands over to the next one before its own time is up, in ms. */
const BATCH_MS = 60_000;
/** So many that surely did not leave, one after the other: the mail server is away, and the queue waits. */
const AWAY = 5;

/**
 * Writes digests to members from one on, for a minute, then hands over. Begun again after a kill it skips those that left.
 * A single one that fails is tried at the next round, ten minutes later.
 */
export async function writeDigests(
  after: string,
  options: { forMs?: number; atOnce?: number } = {},
): Promise<{ next: string | null; sent: number }> {
  const due = await read.findDue();
  const { forMs = BATCH_MS, atOnce = MEMBERS_AT_ONCE } = options;
  const until = performance.now() + forMs;
  let [cursor, sent, failures] = [after, 0, 0];
  for (;;) {
    if (due.length === 0) return { next: null, sent };
    const members = await read.listDueMembers(due, cursor, atOnce);
    const [waiting, left, since] = [[...members], [] as string[], clock.now()];
    /** In order: whoever comes before the last one taken has been written to. At least one, whatever the time. */
    const take = () => (waiting.length < members.length && performance.now() > until ? undefined : waiting.shift());
    const write = async () => {
      for (let member = take(); member; member = take()) {
        cursor = member.id;
        try {
          if (await writeDigest(member, due)) left.push(member.id);
          failures = 0;
        } catch (error) {
          if (++failures >= AWAY) throw error;
        }
      }
    };
    try {
      await Promise.all(Array.from({ length: WRITERS }, write));
    } finally {
      if (left.length > 0) await read.noteSent(left, since);
      sent += left.length;
    }
    if (waiting.length === 0 && members.length < atOnce) return { next: null, sent };
    if (performance.now() > until) return { next: cursor, sent };
  }
}

export const digestBatch = defineJob({
  name: "notifications.digest-batch",
  input: z.object({ after: z.string().default("") }),
  async run({ after }) {
    const { next } = await writeDigests(after);
    if (next !== null) await enqueueEach(digestBatch, [{ after: next }]);
  },
});

/** Every ten minutes: somewhere it is half past seven, or what could not leave then is tried again. */
const beginDigests = defineJob({
  name: "notifications.begin-digests",
  input: z.object({}),
  cron: "*/10 * * * *",
  retries: 0,
  async run() {
    if (!(await read.isBatchRunning())) await enqueueEach(digestBatch, [{}]);
  },
});

/** Every night: forgets which digests left. */
const forgetOldDigests = defineJob({
  name: "notifications.forget-digests",
  input: z.object({}),
  cron: "47 4 * * *",
  run: read.forgetDigests,
});

export const digestJobs: readonly Job[] = [digestBatch, beginDigests, forgetOldDigests];
