import { type Action, postedAs } from "@tests/support/doors.ts";
import { createEvent } from "@tests/support/events-world.ts";
import { type Column, columns, reach, rows, who } from "@tests/support/matrix.ts";
import {
  actorOfColumn,
  countRows,
  createPerson,
  createWorld,
  formOf,
  outcomeOf,
  type Person,
  refusalOf,
  scopes,
  sessionOfColumn,
  suspendInTheDatabase,
  type World,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import {
  announceAction,
  answerQuestionAction,
  askQuestionAction,
  hideNoteAction,
} from "@/features/participation/guest.actions.ts";
import {
  announce,
  answerQuestion,
  askQuestion,
  findNotes,
  hideNote,
  notesPersonalData,
} from "@/features/participation/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import type { Mail } from "@/platform/mail.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import {
  addressesOf,
  composeParticipation,
  deliver,
  leave,
  runJob,
  sent,
  signUp,
  textOf,
} from "./participation-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

const WORDS = "Rendez-vous dix minutes plus tôt, devant la halle.";
let people: Record<"organiser" | "nadia" | "jules" | "waiting" | "stranger", Person>;
let event: Awaited<ReturnType<typeof createEvent>>;
const as = async ({ id }: { id: string }) => ({ actor: await actorOfMember(id) });
const notesOf = async (person: { id: string }, id = event.id) => findNotes(await actorOfMember(person.id), id);

beforeAll(async () => {
  withoutLimits();
  await composeParticipation();
  people = {
    organiser: await createPerson("Odile Organise", { adherent: true }),
    nadia: await createPerson("Nadia Présente"),
    jules: await createPerson("Jules Présent"),
    waiting: await createPerson("Wanda Attend"),
    stranger: await createPerson("Samia Voisine"),
  };
});
beforeEach(async () => {
  event = await createEvent({ audience: "everyone", maximum: 3, organiserIds: [people.organiser.id] });
  for (const person of [people.nadia, people.jules, people.organiser]) await signUp(person, event.shiftId);
  await signUp(people.waiting, event.shiftId);
  await db.$executeRaw(sql`delete from pgboss.job`);
});

describe("an announcement", () => {
  it("stands on the page and goes by mail to each who comes, once; not to who wrote it, waits, left or is suspended", async () => {
    const [gone, suspended] = [await createPerson("Gaël Parti"), await createPerson("Sylvie Suspendue")];
    const other = newId();
    await db.shift.create({ data: { id: other, eventId: event.id, startsAt: event.startsAt, endsAt: event.endsAt } });
    const { signUpId } = await signUp(gone, other);
    await signUp(suspended, other);
    await signUp(people.nadia, other); // on both shifts: one mail
    await leave(signUpId);
    await suspendInTheDatabase(suspended.id);
    await deliver();
    const { noteId } = await announce(await as(people.organiser), { eventId: event.id, words: WORDS });
    const mails = await deliver();
    expect(addressesOf(mails)).toEqual([people.nadia.email, people.jules.email].sort());
    for (const mail of mails) expect(textOf(mail)).toContain(WORDS);
    await runJob("participation.tell-announced", { eventId: event.id, noteId });
    expect(await deliver()).toEqual([]);
    expect((await notesOf(people.waiting))?.announcements).toMatchObject([{ words: WORDS, by: "Odile Organise" }]);
  });

  it("is not carried by mails that leave after it was hidden", async () => {
    const { noteId } = await announce(await as(people.organiser), { eventId: event.id, words: WORDS });
    await hideNote(await as(people.organiser), { noteId });
    expect(await deliver()).toEqual([]);
  });

  it("is five a day for an event", async () => {
    singletons.limits = createLimits();
    for (let time = 0; time < 5; time++)
      await announce(await as(people.organiser), { eventId: event.id, words: WORDS });
    expect(await outcomeOf(announce(await as(people.organiser), { eventId: event.id, words: WORDS }))).toBe(
      "rate_limited",
    );
    withoutLimits();
  });

  it("is for an event that takes place", async () => {
    await db.event.update({ where: { id: event.id }, data: { stage: "cancelled" } });
    const refused = await refusalOf(announce(await as(people.organiser), { eventId: event.id, words: WORDS }));
    expect(refused).toMatchObject({ reason: "event_cancelled" });
  });
});

describe("a question", () => {
  it("is asked by who takes part, waits or is offered a place, and mailed to nobody", async () => {
    for (const person of [people.nadia, people.waiting])
      expect(await outcomeOf(askQuestion(await as(person), { eventId: event.id, words: "Où se garer ?" }))).toBe("ok");
    expect(await deliver()).toEqual([]);
    const refused = await refusalOf(askQuestion(await as(people.stranger), { eventId: event.id, words: "Où ?" }));
    expect(refused).toMatchObject({ reason: "not_signed_up" });
    expect((await notesOf(people.jules))?.questions).toHaveLength(2);
  });

  it("is answered by organisers: who asked is told by mail, and nobody else", async () => {
    const { noteId } = await askQuestion(await as(people.nadia), { eventId: event.id, words: "Où se garer ?" });
    await answerQuestion(await as(people.organiser), { noteId, words: "Place de Jaude." });
    const mails = await deliver();
    expect(addressesOf(mails)).toEqual([people.nadia.email]);
    expect(textOf(mails[0] as Mail)).toContain("Place de Jaude.");
    expect((await notesOf(people.jules))?.questions).toMatchObject([{ answers: [{ words: "Place de Jaude." }] }]);
    const [answer] = (await notesOf(people.nadia))?.questions[0]?.answers ?? [];
    const toAnswer = answerQuestion(await as(people.organiser), { noteId: answer?.id ?? "", words: "Encore." });
    expect(await outcomeOf(toAnswer)).toBe("not_found");
  });

  it("goes with its answers when it is hidden, and no mail tells of it", async () => {
    const { noteId } = await askQuestion(await as(people.nadia), { eventId: event.id, words: "Où se garer ?" });
    await answerQuestion(await as(people.organiser), { noteId, words: "Place de Jaude." });
    await hideNote(await as(people.organiser), { noteId });
    expect(await deliver()).toEqual([]);
    for (const person of Object.values(people)) expect((await notesOf(person))?.questions ?? []).toEqual([]);
    expect(await outcomeOf(hideNote(await as(people.organiser), { noteId }))).toBe("not_found");
  });
});

describe("reading notes", () => {
  it("is for who takes part and who organises; it ends with the place", async () => {
    await announce(await as(people.organiser), { eventId: event.id, words: WORDS });
    expect(await notesOf(people.nadia)).toMatchObject({ can: { announce: false, ask: true, keep: false } });
    expect(await notesOf(people.organiser)).toMatchObject({ can: { announce: true, keep: true } });
    expect(await notesOf(people.stranger)).toBeNull();
    expect(await findNotes(visitor, event.id)).toBeNull();
    const { id } = await db.signUp.findFirstOrThrow({ where: { shiftId: event.shiftId, memberId: people.nadia.id } });
    await leave(id);
    expect(await notesOf(people.nadia)).toBeNull();
  });

  it("shows whose words they were after the account is gone as nobody’s", async () => {
    const leaving = await createPerson("Lola Partante");
    await db.shift.update({ where: { id: event.shiftId }, data: { maximum: null } });
    await signUp(leaving, event.shiftId);
    await db.eventOrganiser.create({ data: { eventId: event.id, memberId: leaving.id, addedAt: clock.now() } });
    await askQuestion(await as(leaving), { eventId: event.id, words: "Une question à effacer." });
    await announce(await as(leaving), { eventId: event.id, words: "Une annonce qui reste." });
    const hers = JSON.stringify(await notesPersonalData.read(leaving.id));
    expect(hers).toContain("Une question à effacer.");
    expect(hers).toContain("Une annonce qui reste.");
    expect(JSON.stringify(await notesPersonalData.read(people.nadia.id))).not.toContain("Une annonce");
    await db.$transaction((tx) => notesPersonalData.erase(tx as never, leaving));
    expect(await notesOf(people.jules)).toMatchObject({
      announcements: [{ words: "Une annonce qui reste.", by: null }],
      questions: [],
    });
  });
});

describe.each(columns)("notes of events, column %s", (column) => {
  let world: World;
  let author: Person;
  beforeAll(async () => {
    world = await createWorld();
    author = await createPerson("Aline Auteure");
  });
  const posted = (action: Action, fields: Record<string, string>) =>
    postedAs(sessionOfColumn(world, column as Column), action, formOf(fields));

  /** An event of a place with a question on it, asked by somebody who takes part. */
  async function asked(scope: string) {
    const held = await createEvent({ audience: "members", scope });
    await signUp(author, held.shiftId);
    const note = { id: newId(), eventId: held.id, kind: "question", authorId: author.id, words: "Où ?" } as const;
    await db.eventNote.create({ data: { ...note, writtenAt: clock.now() } });
    return { ...held, noteId: note.id };
  }

  it(`are kept, and read, by ${who[column]} where she answers for the place`, async () => {
    for (const [place, scope] of Object.entries(scopes) as [keyof typeof scopes, string][]) {
      const cell = rows.eventNotesKeep.cells[column];
      const may = reach[cell].includes(place);
      const held = await asked(scope);
      const label = `${column}, ${place}`;
      const seen = await findNotes(await actorOfColumn(world, column), held.id);
      expect(seen === null, label).toBe(!may);
      const before = await countRows();
      const answers = [
        await posted(answerQuestionAction as Action, { noteId: held.noteId, words: "Là." }),
        await posted(hideNoteAction as Action, { noteId: held.noteId }),
      ];
      expect(answers, label).toEqual(may ? ["ok", "ok"] : ["not_found", "not_found"]);
      const said = await posted(announceAction as Action, { eventId: held.id, words: WORDS });
      if (may) expect(said, label).toBe("ok");
      else {
        expect(["not_found", "forbidden"], label).toContain(said);
        expect(await countRows(), label).toEqual(before);
      }
    }
  });

  it(`are read and asked by ${who[column]} once she takes part, and kept by no participant`, async () => {
    const held = await asked(scopes["own section"]);
    const session = sessionOfColumn(world, column as Column);
    const actor = await actorOfColumn(world, column);
    if (!session || actor.kind !== "member") {
      expect(await findNotes(actor, held.id)).toBeNull();
      expect(await posted(askQuestionAction as Action, { eventId: held.id, words: "Où ?" })).not.toBe("ok");
      return;
    }
    await signUp({ id: actor.id }, held.shiftId);
    expect(await findNotes(actor, held.id)).toMatchObject({ questions: [{ words: "Où ?" }] });
    expect(await posted(askQuestionAction as Action, { eventId: held.id, words: "Et avec quoi ?" })).toBe("ok");
    const keeps = reach[rows.eventNotesKeep.cells[column]].includes("own section");
    expect(await posted(hideNoteAction as Action, { noteId: held.noteId })).toBe(keeps ? "ok" : "forbidden");
  });
});
