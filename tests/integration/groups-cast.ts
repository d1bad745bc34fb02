import { createPerson, type Person } from "@tests/support/worlds.ts";
import { factJobs } from "@/composition.ts";
import { groupJobs } from "@/features/groups/index.ts";
import { db, sql } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import type { Mail } from "@/platform/mail.ts";
import { actorOfSession } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";

export const CLERMONT = "national/63/63113";
export const as = async ({ session }: Person) => ({ actor: await actorOfSession(session) });

/** The people of the tests of groups. */
export async function groupCast() {
  const adherent = { adherent: true };
  return {
    samia: await createPerson("Samia Sympathisante"),
    agnes: await createPerson("Agnès Adhérente", adherent),
    basile: await createPerson("Basile Berger", adherent),
    carla: await createPerson("Carla Costa", adherent),
    lucie: await createPerson("Lucie Locale", {
      ...adherent,
      section: "63-autres",
      mandates: [{ role: "section_leader" as const, scope: CLERMONT }],
    }),
    noe: await createPerson("Noé National", {
      ...adherent,
      mandates: [{ role: "national_admin" as const, scope: "national" }],
    }),
  };
}

/** The queues of groups, and their jobs that follow facts, as the process is composed. */
export async function composeGroups(): Promise<void> {
  await prepareJobs(groupJobs, { working: false });
  const known = new Set<string>(groupJobs.map(({ name }) => name));
  singletons.factJobs = Object.fromEntries(
    Object.entries(factJobs).map(([fact, jobs]) => [fact, jobs.filter(({ name }) => known.has(name))]),
  );
}

/** What left, where a test file mocks `sendMail` with it. */
export const sent: Mail[] = [];

/** Runs the jobs that wait, and those that they enqueue; answers the mails that left. */
export async function deliver(): Promise<Mail[]> {
  sent.length = 0;
  for (let round = 0; round < 5; round++) {
    const rows = await db.$queryRaw<{ name: string; data: unknown }[]>(sql`
      delete from pgboss.job where name like 'groups.%' and state = 'created' returning name, data`);
    if (rows.length === 0) break;
    for (const { name, data } of rows) {
      const job = groupJobs.find((one) => one.name === name);
      await job?.run(job.input.parse(data) as never);
    }
  }
  return [...sent];
}
