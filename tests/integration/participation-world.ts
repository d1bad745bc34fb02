import type { Person } from "@tests/support/worlds.ts";
import { z } from "zod";
import { factJobs } from "@/composition.ts";
import { system } from "@/core/actor.ts";
import { allow } from "@/core/decision.ts";
import type { Fact } from "@/core/fact.ts";
import { participationJobs } from "@/features/participation/index.ts";
import { leavePlace, takePlace } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import type { Mail } from "@/platform/mail.ts";
import { singletons } from "@/platform/singletons.ts";

/** The queues of participation, and its jobs that follow facts, as the process is composed. */
export async function composeParticipation(): Promise<void> {
  await prepareJobs(participationJobs, { working: false });
  const known = new Set(participationJobs.map(({ name }) => name));
  const ours = Object.entries(factJobs).map(([fact, jobs]) => [fact, jobs.filter(({ name }) => known.has(name))]);
  singletons.factJobs = Object.fromEntries(ours);
}

type Recording = { tx: Tx; record: (...facts: Fact[]) => void };

/** Runs a part of the engine as a command would: its facts are recorded, and what follows them enqueued. */
export async function recorded<Result>(work: (context: Recording) => Promise<Result>): Promise<Result> {
  let answer: Result | undefined;
  const run = command({
    name: "test.recorded",
    input: z.strictObject({}),
    subject: async () => null,
    policy: () => allow,
    async execute({ tx, record }) {
      answer = await work({ tx, record });
    },
  });
  await run({ actor: system }, {});
  return answer as Result;
}

/** A member takes a place on a shift. */
export const signUp = (person: Pick<Person, "id">, shiftId: string, size = 1) =>
  recorded(({ tx, record }) =>
    takePlace(tx, { shiftId, who: { memberId: person.id }, size, now: clock.now(), record }),
  );

export const leave = (signUpId: string, because: Parameters<typeof leavePlace>[1]["because"] = "cancelled") =>
  recorded(({ tx, record }) => leavePlace(tx, { signUpId, because, now: clock.now(), record }));

export const sent: Mail[] = [];

/** Runs the jobs that wait, and those that they enqueue; answers the mails that left. A job that throws waits again. */
export async function deliver(): Promise<Mail[]> {
  sent.length = 0;
  for (let round = 0; round < 5; round++) {
    const rows = await db.$queryRaw<{ name: string; data: unknown }[]>(sql`
      delete from pgboss.job where name like 'participation.%' and state = 'created' returning name, data`);
    if (rows.length === 0) break;
    for (const { name, data } of rows) await runJob(name, data);
  }
  return [...sent];
}

export async function runJob(name: string, data: unknown = {}): Promise<void> {
  const job = participationJobs.find((one) => one.name === name);
  if (!job) throw new Error(`no job ${name}`);
  await job.run(job.input.parse(data) as never);
}

export const textOf = (mail: Mail) =>
  [mail.subject, ...mail.paragraphs, mail.link?.path, mail.smallLink?.path].filter(Boolean).join("\n");
export const addressesOf = (mails: readonly Mail[]) => mails.map(({ to }) => to).sort();
/** The token at the end of a mail's link. */
export const tokenOf = (mail: Mail | undefined) => mail?.link?.path.split("/").at(-1) ?? "";
