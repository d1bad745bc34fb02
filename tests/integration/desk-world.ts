import { createPerson, type Person, withoutLimits } from "@tests/support/worlds.ts";
import type { Role } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { accountJobs } from "@/features/accounts/index.ts";
import { deskFactJobs, deskJobs } from "@/features/desk/index.ts";
import { mandateJobs } from "@/features/mandates/index.ts";
import { sectionsFactJobs, sectionsJobs } from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import type { Caller } from "@/platform/command.ts";
import { db, sql } from "@/platform/db/client.ts";
import { type Job, prepareJobs } from "@/platform/jobs.ts";
import type { Mail } from "@/platform/mail.ts";
import { actorOfSession } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";

const DAY_MS = 24 * 3_600_000;
export const daysAgo = (days: number) => new Date(clock.now().getTime() - days * DAY_MS);
export const inDays = (days: number) => daysAgo(-days);

/** Queues without workers, the desk's jobs hung on facts, and no limits. */
export async function prepare(): Promise<void> {
  withoutLimits();
  await prepareJobs([...accountJobs, ...mandateJobs, ...sectionsJobs, ...deskJobs], { working: false });
  singletons.factJobs = { ...deskFactJobs, ...sectionsFactJobs };
}

/** A session as a request reads it: asleep mandates stay asleep. */
export const acting = async (person: Person): Promise<Caller> => ({ actor: await actorOfSession(person.session) });
export const actorOf = async (person: Person) => actorOfSession(person.session);

/** A section of its own for each test: nobody else's newcomers are in its lists. */
export async function freshSection(
  federationId = "63",
): Promise<{ id: string; scope: string; place: { federation: string; section: string } }> {
  const id = `${federationId}-t${newId().slice(0, 6)}`;
  const scope = `national/${federationId}/${id}`;
  await db.section.create({ data: { id, federationId, name: `Essai ${id}`, slug: id, scope } });
  return { id, scope, place: { federation: federationId, section: id } };
}

type Options = {
  section: string;
  joinedAt?: Date;
  adherent?: boolean;
  claim?: "sympathiser" | "adherent";
  name?: string;
  mandates?: { role: Role; scope: string }[];
  minor?: boolean;
};

/** A member of a section, settled there long ago unless said otherwise. */
export async function aMember({
  section,
  joinedAt = daysAgo(400),
  claim,
  name = "Mila Membre",
  minor,
  ...options
}: Options): Promise<Person> {
  const person = await createPerson(name, { section: "63113", ...options });
  await db.member.update({
    where: { id: person.id },
    data: { sectionId: section, joinedAt, ...(claim && { claim }), ...(minor && { adultOn: inDays(300) }) },
  });
  return person;
}

export const aNewcomer = (section: string, days = 2, options: Partial<Options> = {}) =>
  aMember({ section, joinedAt: daysAgo(days), claim: "sympathiser", name: "Yanis Nouveau", ...options });
export const aLeader = (section: { id: string; scope: string }, options: Partial<Options> = {}) =>
  aMember({
    section: section.id,
    adherent: true,
    name: "Lucie Locale",
    mandates: [{ role: "section_leader", scope: section.scope }],
    ...options,
  });
export const aFederation = (scope = "national/63", section = "63113") =>
  aMember({ section, adherent: true, name: "Farid Fédéral", mandates: [{ role: "federation_admin", scope }] });
export const anAdmin = () =>
  aMember({
    section: "63113",
    adherent: true,
    name: "Noé National",
    mandates: [{ role: "national_admin", scope: "national" }],
  });

/** Her mandates sleep: the second factor was not given in this session. */
export const putToSleep = (person: Person) =>
  db.session.update({ where: { id: person.session }, data: { secondFactorAt: null } });

/** Takes away who else could be told of a federation's or the country's news. */
export async function nobodyAbove(): Promise<void> {
  await db.mandate.deleteMany({ where: { role: { in: ["federation_admin", "national_admin"] } } });
}

/** Runs the desk's jobs that wait, and those that they make, as the queue would; answers the mails that left. */
export async function deliver(sent: Mail[], { late = false } = {}): Promise<Mail[]> {
  sent.length = 0;
  for (let round = 0; round < 10; round++) {
    const rows = await db.$queryRaw<{ name: string; data: never }[]>(sql`
      delete from pgboss.job where name ~ '^(desk|volunteers)[.]' and state = 'created' and (${late} or start_after <= now() + interval '1 minute')
      returning name, data`);
    if (rows.length === 0) break;
    for (const { name, data } of rows) {
      const job = ([...sectionsJobs, ...deskJobs] as readonly Job[]).find((one) => one.name === name);
      await job?.run(job.input.parse(data));
    }
  }
  return [...sent];
}

export const textOf = (mail: Mail | undefined) =>
  `${mail?.subject}\n${mail?.paragraphs.join("\n")}\n${mail?.link?.path}`;
export const toWhom = (mails: readonly Mail[]) => mails.map(({ to }) => to).sort();
export const factsOf = (name: string, memberId: string) =>
  db.fact.count({ where: { name, ids: { path: ["memberId"], equals: memberId } } });
export const block = (blockerId: string, blockedId: string) =>
  db.block.create({ data: { blockerId, blockedId, blockedAt: clock.now() } });
export const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
