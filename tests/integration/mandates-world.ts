import { createPerson, type Person, withoutLimits } from "@tests/support/worlds.ts";
import type { Role } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { accountJobs } from "@/features/accounts/index.ts";
import {
  confirmHandover,
  mandateFactJobs,
  mandateJobs,
  proposeHandover,
  signHandover,
} from "@/features/mandates/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import type { Mail } from "@/platform/mail.ts";
import { actorOfMember, actorOfSession } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";

export const RIOM = "national/63/63300";
export const CLERMONT = "national/63/63113";
export const PUY_DE_DOME = "national/63";
export const REASON = "Elle part vivre à Lyon.";
const DAY_MS = 86_400_000;
export const inDays = (days: number) => new Date(clock.now().getTime() + days * DAY_MS);

/** Queues without workers, no limits, and the jobs that follow facts, as the process composes them. */
export async function prepare(): Promise<void> {
  withoutLimits();
  singletons.factJobs = mandateFactJobs;
  await prepareJobs([...accountJobs, ...mandateJobs], { working: false });
}

/** Nobody holds anything, and nothing waits to be told. */
export async function clearMandates(): Promise<void> {
  await db.$executeRaw(sql`delete from handover`);
  await db.$executeRaw(sql`delete from nomination`);
  await db.$executeRaw(sql`delete from mandate`);
  await db.$executeRaw(sql`delete from suspension`);
  await db.$executeRaw(sql`delete from contact_view`);
  await db.$executeRaw(sql`delete from pgboss.job where name like 'mandates.%'`);
}

/** By her session: her rights are awake, as its second factor was given. */
export const acting = async ({ session }: { session: string }) => ({ actor: await actorOfSession(session) });
export const actingAs = async ({ id }: { id: string }) => ({ actor: await actorOfMember(id) });

/** Somebody with a mandate: [role, scope]. */
export const aHolder = (name: string, role: Role, scope: string) =>
  createPerson(name, { adherent: true, mandates: [{ role, scope }] });
export const aLeader = (name = "Lucie Locale") => aHolder(name, "section_leader", CLERMONT);
export const anAdmin = (name = "Farid Fédéral", scope = PUY_DE_DOME) => aHolder(name, "federation_admin", scope);
export const aNational = (name = "Noé National") => aHolder(name, "national_admin", "national");
export const aModerator = (name = "Maud Modératrice") => aHolder(name, "moderator", "national");
export const anAdherent = (name = "Agnès Adhérente") => createPerson(name, { adherent: true });

/** Her session without the second factor: her mandates sleep in it. */
export const withoutFactor = (person: Person) =>
  db.session.update({ where: { id: person.session }, data: { secondFactorAt: null } });

export const mandateOf = (person: { id: string }) => db.mandate.findFirstOrThrow({ where: { memberId: person.id } });
export const mandatesInForce = async (scope: string) => {
  const now = clock.now();
  const rows = await db.mandate.findMany({
    where: { scope, beginsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
  });
  return rows.map(({ memberId }) => memberId);
};
export const grantsOf = async (person: Person) => (await actorOfSession(person.session)).grants;

/** Writes a mandate that began long ago. */
export async function mandateRow(
  person: { id: string },
  scope: string,
  endsAt: Date | null,
  role: Role = "section_leader",
) {
  const row = { id: newId(), memberId: person.id, role, scope, endsAt };
  await db.mandate.create({ data: { ...row, beginsAt: inDays(-400), givenAt: inDays(-400) } });
  return row.id;
}

export async function propose(
  holder: Person,
  successor: Person,
  effectiveAt: Date | string = clock.now(),
  endsAt?: Date,
) {
  const { id: mandateId } = await mandateOf(holder);
  const input = { mandateId, successorId: successor.id, effectiveAt, ...(endsAt && { endsAt }) };
  const { handoverId } = await proposeHandover(await acting(holder), input);
  return handoverId;
}

/** A leader, her federation, who comes after her, and a handover that the federation confirmed. */
export async function aConfirmedHandover(effectiveAt: Date | string = clock.now()) {
  const [leader, admin, next] = [await aLeader(), await anAdmin(), await anAdherent("Sacha Suivante")];
  const handoverId = await propose(leader, next, effectiveAt);
  await confirmHandover(await acting(admin), { handoverId });
  return { leader, admin, next, handoverId };
}

export const sign = async (person: Person, handoverId: string) => signHandover(await acting(person), { handoverId });
export const handoverRow = (id: string) => db.handover.findUniqueOrThrow({ where: { id } });

/** Runs the jobs that wait, as the queue would, until none is left; answers the mails that left. */
export async function deliver(sent: Mail[]): Promise<Mail[]> {
  sent.length = 0;
  for (let round = 0; round < 10; round++) {
    const rows = await db.$queryRaw<{ name: string; data: never }[]>(sql`
      delete from pgboss.job where name like 'mandates.%' and state = 'created' returning name, data`);
    if (rows.length === 0) break;
    for (const { name, data } of rows) {
      const job = mandateJobs.find((one) => one.name === name);
      await job?.run(job.input.parse(data) as never);
    }
  }
  return [...sent];
}

/** Forgets what waits to be told. */
export const hush = () => db.$executeRaw(sql`delete from pgboss.job where name like 'mandates.%'`);
export const toOf = (mails: readonly Mail[]) => mails.map(({ to }) => to).sort();
export const emails = (...people: { email: string }[]) => people.map(({ email }) => email).sort();
export const mailTo = (mails: readonly Mail[], person: { email: string }) => {
  const mail = mails.find(({ to }) => to === person.email);
  return `${mail?.subject}\n${mail?.paragraphs.join("\n")}\n${mail?.link?.path}`;
};
export const factsNamed = (name: string, ids: Record<string, string>) =>
  db.fact.count({
    where: { name, AND: Object.entries(ids).map(([key, equals]) => ({ ids: { path: [key], equals } })) },
  });
