import type { z } from "zod";
import { db, type Tx } from "@/platform/db/client.ts";
import { enqueue, type Job, wake } from "@/platform/jobs.ts";

/** From a job: the same work for each of several people, all of it or none; each then fails and is tried again alone. */
export async function enqueueEach<Input extends z.ZodType>(
  job: Job<Input>,
  items: readonly z.input<Input>[],
  options: { startAfterSeconds?: number } = {},
): Promise<void> {
  if (items.length === 0) return;
  await db.$transaction(async (transaction) => {
    for (const item of items) await enqueue(transaction as unknown as Tx, job, item, options);
  });
  if (options.startAfterSeconds === undefined) wake([job.name]);
}
