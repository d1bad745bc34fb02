import { fromPrisma, type JobResult, PgBoss } from "pg-boss";
import type { z } from "zod";
import type { FactIds } from "@/core/fact.ts";
import { db, pool, sql, type Tx } from "./db/client.ts";
import type { StoredFact } from "./facts.ts";
import { jobRun } from "./job-run.ts";
import { log } from "./log.ts";
import { singletons } from "./singletons.ts";

/** Work done after a commit, or at a time: durable, retried with backoff. */
export type Job<Input extends z.ZodType = z.ZodType> = {
  name: string;
  input: Input;
  /** Cron line in Europe/Paris, for recurring work. */
  cron?: string;
  retries?: number;
  /** How many of them at once in one process: one when nothing is said. Each is retried alone. */
  atOnce?: number;
  /** For a job that follows facts: which of them concern it, by their ids; all when nothing is said. */
  concerns?: (ids: FactIds, fact: string) => boolean;
  /** For a job that follows facts: what it takes of one; its ids when nothing is said. */
  ofFact?: (fact: StoredFact) => z.input<Input>;
  run: (input: z.output<Input>) => Promise<void>;
};

/** Declares a job. */
export function defineJob<Input extends z.ZodType>(job: Job<Input>): Job<Input> {
  return job;
}

/** How long a job that is done stays, in seconds: addresses and words are in some. */
const KEPT_SECONDS = 3600;
const TIDIED_EVERY_SECONDS = 600;
/** With waits that double from five seconds: a mail server, or the database, may be away for an hour and a half. */
const RETRIES = 10;

async function query(text: string, values?: unknown[]) {
  const result = await pool().query(text, values);
  return { rows: Array.isArray(result) ? result.flatMap((one) => one.rows) : result.rows };
}

async function boss(working: boolean): Promise<PgBoss> {
  if (singletons.boss) return singletons.boss;
  const opened = new PgBoss({
    db: { executeSql: query },
    supervise: working,
    schedule: working,
    migrate: true,
    maintenanceIntervalSeconds: TIDIED_EVERY_SECONDS,
  });
  opened.on("error", (error) => log.warn({ err: error }, "jobs"));
  await opened.start();
  singletons.boss = opened;
  return opened;
}

/** Creates the queues of these jobs and their schedules: once per database and version. */
export async function prepareJobs(jobs: readonly Job[], options: { working: boolean }): Promise<PgBoss> {
  const opened = await boss(options.working);
  const known = new Map((await opened.getQueues()).map((queue) => [queue.name, queue]));
  for (const job of jobs) {
    const settings = {
      retryLimit: job.retries ?? RETRIES,
      retryBackoff: true,
      retryDelay: 5,
      expireInSeconds: 120,
      deleteAfterSeconds: KEPT_SECONDS,
    };
    const queue = known.get(job.name);
    if (!queue) await opened.createQueue(job.name, settings);
    else if (queue.deleteAfterSeconds !== KEPT_SECONDS || queue.retryLimit !== settings.retryLimit)
      await opened.updateQueue(job.name, settings); // made by an earlier version
    if (options.working && job.cron) await opened.schedule(job.name, job.cron, {}, { tz: "Europe/Paris" });
  }
  return opened;
}

/** Starts working on these jobs in this process. */
export async function startJobs(jobs: readonly Job[]): Promise<void> {
  const opened = await prepareJobs(jobs, { working: true });
  // A recurring job of an earlier version would be asked for for ever, and done by nobody.
  for (const { name } of await opened.getSchedules())
    if (!jobs.some((job) => job.name === name && job.cron)) await opened.unschedule(name);
  for (const job of jobs) {
    const options = { pollingIntervalSeconds: 1, batchSize: job.atOnce ?? 1, perJobResults: true } as const;
    const worked = opened.work(job.name, options, (taken) =>
      // What else waits is taken at once: left alone, the queue gives one a second.
      Promise.all(taken.map((one) => runJob(job, one))).finally(() => wake([job.name])),
    );
    singletons.workers.set(job.name, await worked);
  }
}

/** Runs one job and says how it went: one that fails is tried again, without those that were taken with it. */
async function runJob(job: Job, { id, data }: { id: string; data: unknown }): Promise<JobResult> {
  try {
    await jobRun.run({ id }, async () => job.run(job.input.parse(data)));
    return { id, status: "completed" };
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    log.warn({ job: job.name, code: (error as { code?: unknown } | null)?.code }, "a job failed");
    return { id, status: "failed", output: { message, stack } };
  }
}

/** Enqueues a job inside the command's transaction: it exists if and only if the command did. */
export async function enqueue<Input extends z.ZodType>(
  tx: Tx,
  job: Job<Input>,
  data: z.input<Input>,
  options: { startAfterSeconds?: number } = {},
): Promise<void> {
  const opened = await boss(false);
  const startAfter = options.startAfterSeconds;
  await opened.send(job.name, data as object, { db: fromPrisma(tx), ...(startAfter !== undefined && { startAfter }) });
}

/** In a transaction: the same work for each of several people, in one statement; each then fails and is tried again alone. */
export async function enqueueAll<Input extends z.ZodType>(
  tx: Tx,
  job: Job<Input>,
  items: readonly z.input<Input>[],
  options: { startAfterSeconds?: number } = {},
): Promise<void> {
  if (items.length === 0) return;
  const opened = await boss(false);
  const { startAfterSeconds: startAfter } = options;
  const jobs = items.map((data) => ({ data: data as object, ...(startAfter !== undefined && { startAfter }) }));
  await opened.insert(job.name, jobs, { db: fromPrisma(tx) });
}

/** From a job: the same work for each of several people, all of it or none. */
export async function enqueueEach<Input extends z.ZodType>(
  job: Job<Input>,
  items: readonly z.input<Input>[],
  options: { startAfterSeconds?: number } = {},
): Promise<void> {
  if (items.length === 0) return;
  await enqueueAll(db, job, items, options);
  if (options.startAfterSeconds === undefined) wake([job.name]);
}

/** Takes away the jobs that write to an address, done or waiting: whoever it was is erased. */
export async function forgetAddress(tx: Tx, email: string): Promise<void> {
  const [queue] = await tx.$queryRaw<{ there: boolean }[]>(sql`select to_regclass('pgboss.job') is not null as there`);
  if (!queue?.there) return; // nothing was ever enqueued
  await tx.$executeRaw(sql`
    delete from pgboss.job where state <> 'active' and (data->>'to' = ${email} or data->>'email' = ${email})`);
}

/** After the commit: wakes this process's worker, so that a mail leaves now and not at the next poll. */
export function wake(names: Iterable<string>): void {
  for (const name of names) {
    const worker = singletons.workers.get(name);
    if (worker) singletons.boss?.notifyWorker(worker);
  }
}

/** Lets running jobs end (5 s), then stops. */
export async function stopJobs(): Promise<void> {
  const opened = singletons.boss;
  singletons.boss = undefined;
  singletons.workers.clear();
  await opened?.stop({ graceful: true, timeout: 5_000, close: false });
}
