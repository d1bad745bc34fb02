import {
  countRows,
  createPerson,
  outcomeOf,
  type Person,
  refusalOf,
  suspendInTheDatabase,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import {
  answerLetter,
  getLetter,
  getSection,
  listLetters,
  sectionsJobs,
  sectionsPersonalData,
  writeLetter,
} from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import type { Mail } from "@/platform/mail.ts";
import { actorOfMember } from "@/platform/session.ts";

const sent: Mail[] = [];
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

const CLERMONT = "national/63/63113";
const EMPTY = "national/63/63-autres"; // where nobody is in charge
const WORDS = "Bonjour, je voudrais aider au marché de samedi. À qui parler ?";

let author: Person;
let leader: Person;
let second: Person;
let federal: Person;
let national: Person;
let stranger: Person;
beforeAll(async () => {
  withoutLimits();
  await prepareJobs(sectionsJobs, { working: false });
  author = await createPerson("Aline Auteure");
  stranger = await createPerson("Paul Passant");
  const holding = (name: string, role: "section_leader" | "federation_admin" | "national_admin", scope: string) =>
    createPerson(name, { adherent: true, mandates: [{ role, scope }] });
  leader = await holding("Lucie Locale", "section_leader", CLERMONT);
  second = await holding("Léo Local", "section_leader", CLERMONT);
  federal = await holding("Farid Fédéral", "federation_admin", "national/63");
  national = await holding("Noé National", "national_admin", "national");
});
beforeEach(async () => {
  await db.$executeRaw(sql`delete from letter`);
  await db.$executeRaw(sql`delete from pgboss.job`);
});

const as = async ({ id }: { id: string }) => ({ actor: await actorOfMember(id) });
const write = async (scope = CLERMONT, words = WORDS, from: Person = author) =>
  writeLetter(await as(from), { scope, words });
const answer = async (from: Person, letterId: string, words = "Viens à 9 h, place de Jaude.") =>
  answerLetter(await as(from), { letterId, words });

/** Runs the jobs that wait, as the queue would; answers the mails that left. */
async function deliver(): Promise<Mail[]> {
  sent.length = 0;
  const rows = await db.$queryRaw<{ name: string; data: never }[]>(sql`
    delete from pgboss.job where name like 'letters.%' and state = 'created' returning name, data`);
  for (const { name, data } of rows) await sectionsJobs.find((job) => job.name === name)?.run(data);
  return [...sent];
}
const textOf = (mail: Mail) => `${mail.subject}\n${mail.paragraphs.join("\n")}\n${mail.link?.path}`;
const addressesOf = (mails: readonly Mail[]) => mails.map(({ to }) => to).sort();

describe("writing to those in charge", () => {
  it("reaches each leader of the section by a mail of her own, with the words, and no address in it", async () => {
    const { letterId } = await write();
    const mails = await deliver();
    expect(addressesOf(mails)).toEqual([leader.email, second.email].sort());
    for (const mail of mails) {
      expect(textOf(mail)).toContain("Aline Auteure");
      expect(textOf(mail)).toContain(WORDS);
      expect(mail.link?.path).toBe(`/lettres/${letterId}`);
      for (const { email } of [author, leader, second, federal]) expect(textOf(mail)).not.toContain(email);
    }
  });

  it("goes up to the federation where nobody leads, and says so before", async () => {
    const view = await getSection(await actorOfMember(author.id), {
      federation: "puy-de-dome",
      section: "puy-de-dome-autres-communes",
    });
    expect(view.desk).toMatchObject({ level: "federation", can: { write: true } });
    await write(EMPTY);
    expect(addressesOf(await deliver())).toEqual([federal.email]);
  });

  it("goes up to the national level where the federation has nobody either", async () => {
    await write("national/03");
    expect(addressesOf(await deliver())).toEqual([national.email]);
  });

  it("tells nobody who is no longer in charge when the mail leaves", async () => {
    await write();
    const now = clock.now();
    await db.mandate.updateMany({ where: { memberId: second.id }, data: { endsAt: now } });
    expect(addressesOf(await deliver())).toEqual([leader.email]);
    await db.mandate.updateMany({ where: { memberId: second.id }, data: { endsAt: null } });
  });

  it("tells nobody once its author was suspended", async () => {
    const troubled = await createPerson("Tom Trouble");
    await write(CLERMONT, WORDS, troubled);
    await suspendInTheDatabase(troubled.id);
    expect(await deliver()).toEqual([]);
  });

  it("is one letter when it is sent twice, at once or later", async () => {
    const twice = await Promise.all([write(), write()]);
    expect(twice[0]).toEqual(twice[1]);
    expect(await write()).toEqual(twice[0]);
    expect(await db.letter.count()).toBe(1);
    expect(await deliver()).toHaveLength(2);
  });

  it("stops at five letters a day", async () => {
    for (let number = 1; number <= 5; number++) await write(CLERMONT, `${WORDS} Lettre ${number}.`);
    expect(await refusalOf(write(CLERMONT, `${WORDS} Une de trop.`))).toMatchObject({ reason: "enough_letters" });
    expect(await write(CLERMONT, `${WORDS} Lettre 5.`)).toHaveProperty("letterId"); // her own twin
    vi.spyOn(clock, "now").mockReturnValue(new Date(Date.now() + 25 * 3_600_000));
    expect(await outcomeOf(write(CLERMONT, `${WORDS} Le lendemain.`))).toBe("ok");
    vi.restoreAllMocks();
  });

  it("refuses visitors, suspended members, the one in charge, unknown places and empty words, and writes nothing", async () => {
    const suspended = await createPerson("Suzanne Suspendue");
    await suspendInTheDatabase(suspended.id);
    const before = await countRows();
    expect(await outcomeOf(writeLetter({ actor: visitor }, { scope: CLERMONT, words: WORDS }))).toBe("unauthenticated");
    expect(await outcomeOf(write(CLERMONT, WORDS, suspended))).toBe("forbidden");
    expect(await refusalOf(write(CLERMONT, WORDS, leader))).toMatchObject({ reason: "own_desk" });
    for (const scope of ["national/63/99999", "national/zz", "national/63113"])
      expect(await outcomeOf(write(scope))).toBe("not_found");
    for (const scope of ["national", "national/63/63113/x", "national/63/%"])
      expect(await outcomeOf(write(scope))).toBe("invalid");
    expect(await outcomeOf(write(CLERMONT, "Court."))).toBe("invalid");
    expect(await countRows()).toEqual(before);
  });
});

describe("answering a letter", () => {
  it("mails the answer to its author alone, with the name of who answers and no address", async () => {
    const { letterId } = await write();
    await deliver();
    await answer(leader, letterId);
    const mails = await deliver();
    expect(addressesOf(mails)).toEqual([author.email]);
    expect(textOf(mails[0] as Mail)).toContain("Lucie Locale");
    expect(textOf(mails[0] as Mail)).toContain("place de Jaude");
    expect(textOf(mails[0] as Mail)).not.toContain(leader.email);
  });

  it("is once when sent twice, and open to the section, its federation and the national level", async () => {
    const { letterId } = await write();
    await Promise.all([answer(leader, letterId), answer(leader, letterId)]);
    await answer(federal, letterId);
    await answer(national, letterId);
    expect(await db.letterAnswer.count({ where: { letterId } })).toBe(3);
  });

  it("is absent for anybody else, and refused to the author", async () => {
    const { letterId } = await write();
    const elsewhere = await createPerson("Élie Ailleurs", {
      adherent: true,
      mandates: [{ role: "section_leader", scope: "national/03/03185" }],
    });
    const moderator = await createPerson("Maud Modératrice", { mandates: [{ role: "moderator", scope: "national" }] });
    for (const person of [stranger, elsewhere, moderator])
      expect(await outcomeOf(answer(person, letterId))).toBe("not_found");
    expect(await outcomeOf(answerLetter({ actor: visitor }, { letterId, words: "Voilà." }))).toBe("not_found");
    expect(await outcomeOf(answer(author, letterId))).toBe("forbidden");
    expect(await outcomeOf(answer(leader, newId()))).toBe("not_found");
    expect(await db.letterAnswer.count()).toBe(0);
  });

  it("tells nobody once the author has left, and is refused then", async () => {
    const leaving = await createPerson("Lola Partante");
    const { letterId } = await write(CLERMONT, WORDS, leaving);
    await answer(leader, letterId);
    await db.member.update({ where: { id: leaving.id }, data: { erasedAt: clock.now() } });
    await db.$executeRaw(sql`delete from pgboss.job where name = 'letters.carry-letter'`);
    expect(await deliver()).toEqual([]);
    expect(await refusalOf(answer(leader, letterId, "Encore un mot."))).toMatchObject({ reason: "author_gone" });
  });
});

describe("reading a letter", () => {
  it("is for its author and those in charge; for others it does not exist", async () => {
    const { letterId } = await write();
    await answer(leader, letterId);
    const read = async (person: { id: string }) => getLetter(await actorOfMember(person.id), letterId);
    expect(await read(author)).toMatchObject({
      mine: true,
      can: { answer: false },
      place: { name: "Section Clermont-Ferrand", href: "/sections/puy-de-dome/clermont-ferrand" },
      from: { name: "Aline Auteure" },
      answers: [{ from: { name: "Lucie Locale" } }],
    });
    for (const person of [leader, second, federal, national])
      expect(await read(person)).toMatchObject({ mine: false, can: { answer: true } });
    const absent = await refusalOf(getLetter(await actorOfMember(stranger.id), newId()));
    expect(await refusalOf(read(stranger))).toEqual(absent);
    expect(await refusalOf(getLetter(visitor, letterId))).toEqual(absent);
  });

  it("closes at once with the mandate", async () => {
    const { letterId } = await write();
    await db.mandate.updateMany({ where: { memberId: second.id }, data: { endsAt: clock.now() } });
    expect(await outcomeOf(getLetter(await actorOfMember(second.id), letterId))).toBe("not_found");
    await db.mandate.updateMany({ where: { memberId: second.id }, data: { endsAt: null } });
  });

  it("lists to each console the letters in its care, unanswered first; every one of them opens, and to nobody else", async () => {
    const { letterId: toSection } = await write();
    const { letterId: answered } = await write(CLERMONT, `${WORDS} Bis.`);
    await answer(leader, answered);
    const { letterId: toEmpty } = await write(EMPTY);
    const { letterId: toFederation } = await write("national/63");
    const { letterId: farAway } = await write("national/03");
    const list = async (person: Person, scope: string) =>
      (await listLetters(await actorOfMember(person.id), scope)).map(({ id }) => id);
    expect(await list(leader, CLERMONT)).toEqual([toSection, answered]);
    expect((await list(federal, "national/63")).sort()).toEqual([toEmpty, toFederation].sort());
    expect((await list(federal, CLERMONT)).sort()).toEqual([toSection, answered].sort());
    expect(await list(national, "national")).toEqual([farAway]);
    expect(await list(leader, "national/63")).toEqual([]);
    expect(await list(stranger, CLERMONT)).toEqual([]);
    expect(await list(author, CLERMONT)).toEqual([]);
    for (const person of [leader, federal, national])
      for (const scope of [CLERMONT, EMPTY, "national/63", "national/03", "national"])
        for (const id of await list(person, scope))
          expect((await getLetter(await actorOfMember(person.id), id)).id).toBe(id);
  });

  it("shows a member her own letters on the section’s page, and nobody else’s", async () => {
    const { letterId } = await write();
    const page = async (person: Person) =>
      (await getSection(await actorOfMember(person.id), { federation: "puy-de-dome", section: "clermont-ferrand" }))
        .desk.mine;
    expect((await page(author)).map(({ id }) => id)).toEqual([letterId]);
    expect(await page(stranger)).toEqual([]);
    expect(await page(leader)).toEqual([]);
  });
});

describe("letters as personal data", () => {
  it("gives a member what she wrote and nobody else’s words; erasing takes her letters and leaves her answers nameless", async () => {
    const { letterId } = await write();
    await answer(leader, letterId);
    const hers = JSON.stringify(await sectionsPersonalData.read(author.id));
    expect(hers).toContain(WORDS);
    expect(hers).not.toContain("Jaude");
    const leaders = JSON.stringify(await sectionsPersonalData.read(leader.id));
    expect(leaders).toContain("Jaude");
    expect(leaders).not.toContain(WORDS);
    await db.$transaction((tx) => sectionsPersonalData.erase(tx as never, leader));
    expect(await db.letterAnswer.findMany({ select: { authorId: true } })).toEqual([{ authorId: null }]);
    await db.$transaction((tx) => sectionsPersonalData.erase(tx as never, author));
    expect([await db.letter.count(), await db.letterAnswer.count()]).toEqual([0, 0]);
  });
});
