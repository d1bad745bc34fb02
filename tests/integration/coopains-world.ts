import { createPerson, type Person, withoutLimits } from "@tests/support/worlds.ts";
import { jobs } from "@/composition.ts";
import type { Member } from "@/core/actor.ts";
import { acceptRequest, requestCoopain } from "@/features/coopains/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import type { Visibility } from "@/platform/db/generated/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import type { Mail } from "@/platform/mail.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";

export type Somebody = Person & { caller: { actor: Member } };
/** Everybody of the network's usual case shows her card to all members, unless a test says otherwise. */
export async function somebody(
  name: string,
  options: Parameters<typeof createPerson>[1] & { card?: Visibility; underAge?: boolean } = {},
): Promise<Somebody> {
  const person = await createPerson(name, { publicName: false, ...options });
  await db.profile.create({
    data: { memberId: person.id, cardFor: options.card ?? "members", updatedAt: clock.now() },
  });
  if (options.underAge)
    await db.member.update({ where: { id: person.id }, data: { adultOn: new Date(clock.now().getTime() + 9e10) } });
  return { ...person, caller: await acting(person.id) };
}

/** The actor as a request reads her. */
export async function acting(memberId: string): Promise<{ actor: Member }> {
  const actor = await actorOfMember(memberId);
  if (actor.kind !== "member") throw new Error(`${memberId} is a ${actor.kind}`);
  return { actor };
}

/** Queues without workers, no limits, jobs after facts as the server composes them. */
export async function prepare(factJobs: typeof singletons.factJobs = {}): Promise<void> {
  withoutLimits();
  singletons.factJobs = factJobs;
  await prepareJobs(jobs, { working: false });
}

export const ask = (from: Somebody, to: { id: string }, words = "") =>
  requestCoopain(from.caller, { memberId: to.id, words });

/** The request of one to another that waits. */
export const waiting = (from: { id: string }, to: { id: string }) =>
  db.coopainRequest.findFirst({
    where: { fromId: from.id, toId: to.id, acceptedAt: null, refusedAt: null, cancelledAt: null },
  });

export async function requestOf(from: { id: string }, to: { id: string }): Promise<{ requestId: string }> {
  const request = await db.coopainRequest.findFirstOrThrow({
    where: { fromId: from.id, toId: to.id },
    orderBy: { sentAt: "desc" },
  });
  return { requestId: request.id };
}

/** Makes two members coopains, as they would. */
export async function tied(one: Somebody, other: Somebody): Promise<void> {
  await ask(one, other);
  await acceptRequest(other.caller, await requestOf(one, other));
}

/** How many rows say that the two are coopains: none or two. */
export const rowsBetween = (one: { id: string }, other: { id: string }) =>
  db.coopain.count({
    where: {
      OR: [
        { memberId: one.id, otherId: other.id },
        { memberId: other.id, otherId: one.id },
      ],
    },
  });

/** The names and ids of facts published while something runs. */
export async function told(work: () => Promise<unknown>): Promise<{ name: string; ids: Record<string, unknown> }[]> {
  const heard: { name: string; ids: Record<string, unknown> }[] = [];
  singletons.publisher = (facts) => void heard.push(...facts.map(({ name, ids }) => ({ name, ids })));
  await work();
  singletons.publisher = undefined;
  return heard;
}

/** Runs the jobs that wait, as the queue would, and answers the mails that left; `sent` is what the mocked mail keeps. */
export async function deliver(sent: Mail[]): Promise<Mail[]> {
  sent.length = 0;
  const rows = await db.$queryRaw<{ name: string; data: never }[]>(sql`
    delete from pgboss.job where name like 'coopains.%' and state = 'created' returning name, data`);
  for (const { name, data } of rows) {
    const job = jobs.find((one) => one.name === name);
    await job?.run(job.input.parse(data));
  }
  return [...sent];
}
