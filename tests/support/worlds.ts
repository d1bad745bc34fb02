import { randomUUID } from "node:crypto";
import type { Actor, Role } from "@/core/actor.ts";
import { visitor } from "@/core/actor.ts";
import { isAppError, publicError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import type { DebatePhase, Side } from "@/features/debates/debate.rules.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { actorOfSession, sessionCookie, sessionToken } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import type { Audience, Column, Place } from "./matrix.ts";

/** Where the world's debates are held and its members live. Everybody of the cast lives in Clermont-Ferrand. */
export const scopes: Record<Place, string> = {
  national: "national",
  "own federation": "national/63",
  "own section": "national/63/63113",
  "neighbour section": "national/63/63-autres",
  "other federation": "national/03",
  "other section": "national/03/03185",
};

export type Person = { id: string; name: string; email: string; session: string };
type Mandate = { role: Role; scope: string };

/** A member with a session, written straight into the database. */
export async function createPerson(
  name: string,
  options: { section?: string; adherent?: boolean; mandates?: readonly Mandate[]; publicName?: boolean } = {},
): Promise<Person> {
  const [id, session, now] = [newId(), newId(), clock.now()];
  const sectionId = options.section ?? "63113";
  const commune = await db.commune.findFirstOrThrow({ where: { sectionId }, orderBy: { code: "asc" } });
  const email = `${id}@example.org`;
  const adherentSince = options.adherent ? now : null;
  await db.member.create({
    data: { id, name, email, claim: "adherent", communeCode: commune.code, sectionId, joinedAt: now, adherentSince },
  });
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await db.session.create({
    data: {
      id: session,
      memberId: id,
      userAgent: "test",
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
      secondFactorAt: now,
    },
  });
  for (const { role, scope } of options.mandates ?? [])
    await db.mandate.create({ data: { id: newId(), memberId: id, role, scope, beginsAt: now, givenAt: now } });
  if (options.publicName !== undefined) await answerForHer(id, options.publicName);
  return { id, name, email, session };
}

/** Her answer about her public name, as `answerPublicName` writes it. */
async function answerForHer(memberId: string, agreed: boolean): Promise<void> {
  const now = clock.now();
  await db.consent.create({
    data: {
      id: newId(),
      memberId,
      kind: "public_name",
      textVersion: "test",
      givenAt: now,
      withdrawnAt: agreed ? null : now,
    },
  });
}

/** Her account is suspended, from now and without an end. */
export async function suspendInTheDatabase(memberId: string): Promise<void> {
  await db.suspension.create({ data: { id: newId(), memberId, reason: "Règle 2.", beginsAt: clock.now() } });
}

/** One member blocks another, without what the command ends between them. */
export async function blockInTheDatabase(blockerId: string, blockedId: string): Promise<void> {
  await db.block.create({ data: { blockerId, blockedId, blockedAt: clock.now() } });
}

export type DebateOfWorld = { id: string; audience: Audience; place: Place; contributionId: string };

/** A running debate with one contribution, written straight into the database. */
export async function createDebate(
  audience: Audience,
  scope: string,
  authorId: string | null,
  options: { opensAt?: Date; closesAt?: Date; phase?: DebatePhase; side?: Side } = {},
): Promise<{ id: string; contributionId: string }> {
  const [id, contributionId, now] = [newId(), newId(), clock.now()];
  const opensAt = options.opensAt ?? new Date(now.getTime() - 60_000);
  const closesAt = options.closesAt ?? new Date(now.getTime() + 3_600_000);
  const side = options.side ?? "pour";
  await db.debate.create({
    data: {
      id,
      slug: "faut-il-des-bus-gratuits",
      question: "Faut-il des bus gratuits ?",
      framing: "",
      scope,
      audience,
      phase: options.phase ?? "debate",
      opensAt,
      closesAt,
      createdAt: now,
      lastSeq: 1,
      [`${side}Count`]: 1,
    },
  });
  const body = "Le plein coûte trop cher à Gerzat.";
  await db.contribution.create({
    data: {
      id: contributionId,
      debateId: id,
      seq: 1,
      side,
      body,
      authorId,
      clientId: randomUUID(),
      createdAt: now,
    },
  });
  return { id, contributionId };
}

/**
 * Two federations, three sections, one member for each column of the matrix and a debate of each audience in each
 * place. All live in Clermont-Ferrand; mandates are held elsewhere, so that a right of residence and one of mandate
 * are told apart: L leads the rest of the Puy-de-Dôme, F administers the Allier.
 */
export async function createWorld() {
  const neverNamed = await createPerson("Solène Discrète", { publicName: false });
  const named = await createPerson("Basile Public", { publicName: true });
  const cast: Record<Exclude<Column, "V" | "U">, Person> = {
    S: await createPerson("Samia Sympathisante", { publicName: false }),
    A: await createPerson("Agnès Adhérente", { adherent: true, publicName: false }),
    L: await createPerson("Lucie Locale", {
      adherent: true,
      publicName: false,
      mandates: [{ role: "section_leader", scope: scopes["neighbour section"] }],
    }),
    F: await createPerson("Farid Fédéral", {
      adherent: true,
      publicName: false,
      mandates: [{ role: "federation_admin", scope: scopes["other federation"] }],
    }),
    M: await createPerson("Maud Modératrice", {
      adherent: true,
      publicName: false,
      mandates: [{ role: "moderator", scope: "national" }],
    }),
    N: await createPerson("Noé National", {
      adherent: true,
      publicName: false,
      mandates: [{ role: "national_admin", scope: "national" }],
    }),
    B: await createPerson("Bérénice Bloquée", { adherent: true, publicName: false }),
    suspended: await createPerson("Suzanne Suspendue", { adherent: true, publicName: false }),
  };
  await suspendInTheDatabase(cast.suspended.id);
  await blockInTheDatabase(neverNamed.id, cast.B.id); // by the author of every debate's words
  const debates: DebateOfWorld[] = [];
  for (const audience of ["open", "members", "adherents"] as const)
    for (const [place, scope] of Object.entries(scopes) as [Place, string][])
      debates.push({ audience, place, ...(await createDebate(audience, scope, neverNamed.id)) });
  return { cast, neverNamed, named, debates };
}

export type World = Awaited<ReturnType<typeof createWorld>>;

/** The session of a column's person; a visitor and somebody whose code is pending have none. */
export const sessionOfColumn = (world: World, column: Column): string | null =>
  column === "V" || column === "U" ? null : world.cast[column].session;

/** The actor of a column, read in the database as a request reads it. */
export const actorOfColumn = (world: World, column: Column): Promise<Actor> => {
  const session = sessionOfColumn(world, column);
  return session ? actorOfSession(session) : Promise.resolve(visitor);
};

/** What came of something: "ok", or the code of its error. Anything but an AppError is a fault. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "ok";
  } catch (error) {
    return isAppError(error) ? error.code : `fault: ${String(error)}`;
  }
}

/** The error as a person would read it, to compare what is hidden with what does not exist. */
export async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return { answered: await work };
  } catch (error) {
    return isAppError(error) ? publicError(error) : { fault: String(error) };
  }
}

/** How many rows each table holds, job queue included: a refusal must change none. */
export async function countRows(): Promise<Record<string, number>> {
  const tables = await db.$queryRaw<{ name: string; rows: bigint }[]>(sql`
    select c.oid::regclass::text as name,
      (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || c.oid::regclass, false, true, '')))[1]::text::bigint as rows
    from pg_class c join pg_namespace s on s.oid = c.relnamespace
    where c.relkind = 'r' and (s.nspname = 'public' or c.relname = 'job_common')
      and c.relname not in ('commune', 'section', 'federation', '_prisma_migrations')`);
  return Object.fromEntries(tables.map(({ name, rows }) => [name, Number(rows)]));
}

/** Nothing is limited here: limits have tests of their own. */
export function withoutLimits(): void {
  singletons.limits = { consume: async () => {}, forgive: async () => {} };
}

/** The browser of the moment, as Next shows it to a page or an action: who it is signed in as. */
let jar = new Map<string, string>();

/** Runs something as a browser with this session (null: nobody's) would make it run on the server. */
export async function inBrowser<Result>(session: string | null, work: () => Promise<Result>): Promise<Result> {
  jar = new Map(session ? [[sessionCookie(), await sessionToken(session)]] : []);
  return work();
}

/** Stands for `next/headers` in tests of the doors: `vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders)`. */
export const nextHeaders = {
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    has: (name: string) => jar.has(name),
    set: (name: string, value: string) => void jar.set(name, value),
  }),
  headers: async () => new Headers({ "x-coopol-address": "203.0.113.1", "user-agent": "Test" }),
};

/** A form's fields as a browser posts them. */
export function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
