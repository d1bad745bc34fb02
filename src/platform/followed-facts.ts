import type { z } from "zod";
import type { Fact } from "@/core/fact.ts";
import { db, type Tx } from "./db/client.ts";
import { type Announcement, publish, type StoredFact, writeFacts } from "./facts.ts";
import { enqueue, enqueueAll, type Job, wake } from "./jobs.ts";
import { singletons } from "./singletons.ts";

/** Facts that were written, and the jobs that follow them. */
export type FollowedFacts = { stored: readonly StoredFact[]; jobs: ReadonlySet<string> };

/** Writes facts, with the jobs that follow them, in the transaction that makes them true: a command's, or a job's. */
export async function writeFollowed(tx: Tx, actorId: string | null, facts: readonly Fact[]): Promise<FollowedFacts> {
  const stored = await writeFacts(tx, actorId, facts);
  const jobs = new Set<string>();
  for (const fact of stored) {
    for (const job of singletons.factJobs?.[fact.name] ?? []) {
      if (job.concerns?.(fact.ids, fact.name) === false) continue;
      jobs.add(job.name);
      await enqueue(tx, job, job.ofFact?.(fact) ?? fact.ids);
    }
  }
  return { stored, jobs };
}

/** After the commit: screens are told, and this process's workers begin. */
export function publishFollowed({ stored, jobs }: FollowedFacts, announcements: readonly Announcement[] = []): void {
  publish(stored, announcements);
  wake(jobs);
}

/** From a job: the same work for each of several people, with the facts that say so, all of it or none. */
export async function enqueueEachTold<Input extends z.ZodType>(
  job: Job<Input>,
  items: readonly z.input<Input>[],
  factOf: (item: z.input<Input>) => Fact,
): Promise<void> {
  if (items.length === 0) return;
  const followed = await db.$transaction(async (transaction) => {
    const tx = transaction as unknown as Tx;
    await enqueueAll(tx, job, items);
    return writeFollowed(tx, null, items.map(factOf));
  });
  publishFollowed({ ...followed, jobs: new Set([...followed.jobs, job.name]) });
}
