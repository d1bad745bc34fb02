import type { Person } from "@tests/support/worlds.ts";
import { factJobs, jobs } from "@/composition.ts";
import type { Member } from "@/core/actor.ts";
import { termsOf } from "@/features/groups/request-terms.rules.ts";
import { db, sql } from "@/platform/db/client.ts";
import type { Mail } from "@/platform/mail.ts";
import { acting, prepare, type Somebody, somebody } from "./coopains-world.ts";

/** Commands with their mails and other consequences, as the server composes them; nothing is limited. */
export const prepareEntry = () => prepare(factJobs);

/** An adherent who shows her card to all members. */
export const adherent = (name: string, options: Parameters<typeof somebody>[1] = {}): Promise<Somebody> =>
  somebody(name, { adherent: true, ...options });

/** What the form of a group shows now: its questions and rules, by their short name. */
export const termsOfGroup = async (groupId: string): Promise<string> =>
  termsOf(await db.group.findUniqueOrThrow({ where: { id: groupId }, select: { questions: true, rules: true } }));

/** A request to come in, as its form sends it. */
export const requestFor = async (groupId: string, more: Record<string, string> = {}) => ({
  groupId,
  terms: await termsOfGroup(groupId),
  ...more,
});

/** What somebody is in a group. */
export const roleOf = async (groupId: string, { id: memberId }: { id: string }): Promise<string | null> =>
  (await db.groupMembership.findUnique({ where: { groupId_memberId: { groupId, memberId } } }))?.role ?? null;

/** Two members are coopains, without the request that made them so. */
export async function tie(one: { id: string }, other: { id: string }): Promise<void> {
  const since = new Date();
  await db.$executeRaw(sql`insert into coopain (member_id, other_id, since)
    values (${one.id}, ${other.id}, ${since}), (${other.id}, ${one.id}, ${since})`);
}

export const actorNow = async ({ id }: Pick<Person, "id">): Promise<Member> => (await acting(id)).actor;

/** Runs the jobs of groups that wait, and those that they enqueue, as the queue would; answers the mails that left. */
export async function deliverGroups(sent: Mail[]): Promise<Mail[]> {
  sent.length = 0;
  for (;;) {
    const rows = await db.$queryRaw<{ name: string; data: never }[]>(sql`
      delete from pgboss.job where name like 'groups.%' and state = 'created' returning name, data`);
    if (rows.length === 0) return [...sent];
    for (const { name, data } of rows) {
      const job = jobs.find((one) => one.name === name);
      await job?.run(job.input.parse(data));
    }
  }
}

/** Runs one job of groups, as its hour would. */
export async function runGroupJob(name: string): Promise<void> {
  const job = jobs.find((one) => one.name === name);
  if (!job) throw new Error(`${name} is no job`);
  await job.run(job.input.parse({}));
}
