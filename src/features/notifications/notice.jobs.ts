import { z } from "zod";
import type { FactIds } from "@/core/fact.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";
import { publish } from "@/platform/facts.ts";
import { defineJob, type Job } from "@/platform/jobs.ts";
import type { NoticeSource, NoticeSweep, Telling } from "@/platform/notices.ts";
import { forgetNotices } from "./keeping.queries.ts";
import { noticesMoved } from "./notice.live.ts";
import { claimFact, closeRead, type Told, tellSource, tellTellings } from "./tell.queries.ts";
import { told } from "./told.rules.ts";

const sources = new Map<string, NoticeSource[]>();
for (const source of told.flatMap((one) => one.sources))
  sources.set(source.fact, [...(sources.get(source.fact) ?? []), source]);

const concerned = (fact: string, ids: FactIds) =>
  (sources.get(fact) ?? []).filter((source) => source.concerns?.(ids) !== false);

/** Rows of a sweep that one statement writes. */
const AT_ONCE = 2_000;

/** How long a telling may take, in ms: a debate of the country concerns everybody in it. */
const TELLING_MS = 60_000;

/** Writes in one transaction, then moves the screens of those who were told. */
async function telling(work: (tx: Tx) => Promise<readonly Told[]>): Promise<void> {
  const all = await db.$transaction((transaction) => work(transaction as unknown as Tx), { timeout: TELLING_MS });
  const screens = all.flatMap((one) => one.screens);
  if (screens.length > 0) publish([], [noticesMoved(screens)]);
}

/** After a fact: a line for everybody whom it concerns. Run again, it tells nobody twice. */
export const tellFact = defineJob({
  name: "notifications.tell",
  input: z.object({
    factId: z.string(),
    fact: z.string(),
    ids: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  concerns: (ids, fact) => concerned(fact, ids).length > 0,
  ofFact: ({ id, name, ids }) => ({ factId: id, fact: name, ids }),
  async run({ factId, fact, ids }) {
    const now = clock.now();
    await telling(async (tx) => {
      if (!(await claimFact(tx, factId, now))) return [];
      const all: Told[] = [];
      for (const source of concerned(fact, ids)) all.push(await tellSource(tx, source, ids, now));
      return all;
    });
  },
});

/** Answers whether there was anything to tell. */
async function sweepOnce(sweep: NoticeSweep, now: Date): Promise<boolean> {
  let taken: readonly Telling[] = [];
  await telling(async (tx) => {
    await tx.$executeRaw(sql`select pg_advisory_xact_lock(hashtextextended(${`notices ${sweep.name}`}, 0))`);
    taken = await sweep.take(tx, now);
    // Of all at once: what is told under a topic is not ended by what the next statement tells under it.
    await closeRead(tx, taken, now);
    const all: Told[] = [];
    for (let from = 0; from < taken.length; from += AT_ONCE)
      all.push(await tellTellings(tx, taken.slice(from, from + AT_ONCE), now));
    return all;
  });
  return taken.length > 0;
}

/** Every minute: what bursts left to tell. Each sweep takes and tells in one transaction, one process at a time. */
export const sweepNotices = defineJob({
  name: "notifications.sweep",
  input: z.object({}),
  cron: "* * * * *",
  retries: 0,
  async run() {
    const now = clock.now();
    for (const sweep of told.flatMap((one) => one.sweeps ?? []))
      while ((await sweepOnce(sweep, now)) && sweep.untilNone);
  },
});

/** Every night: what was read long ago, and what nobody will read any more. */
const forgetOldNotices = defineJob({
  name: "notifications.forget",
  input: z.object({}),
  cron: "23 4 * * *",
  run: () => forgetNotices(clock.now()),
});

export const noticeJobs: readonly Job[] = [tellFact, sweepNotices, forgetOldNotices];

/** The one job that follows every fact that somebody is told of. */
export const noticeFactJobs: Readonly<Record<string, readonly Job[]>> = Object.fromEntries(
  [...sources.keys()].map((fact) => [fact, [tellFact]]),
);
