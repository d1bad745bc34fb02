import { createEvent } from "@tests/support/events-world.ts";
import { startLive } from "@tests/support/live-server.ts";
import { createDebate, createPerson, outcomeOf, type Person, refusalOf, withoutLimits } from "@tests/support/worlds.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { jobs, keptPages } from "@/composition.ts";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { listEventCards } from "@/features/agenda/index.ts";
import * as events from "@/features/events/index.ts";
import { decideCase, getCase, getReportPage, reportObject } from "@/features/moderation/index.ts";
import * as participation from "@/features/participation/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { callerOf, occurrencesOf, people, signUp } from "./events-series-world.ts";

// Where events meet the rest: consoles, debates, cards, moderation, live screens.

let cast: Awaited<ReturnType<typeof people>> & { moderator: Person; national: Person };
let live: Awaited<ReturnType<typeof startLive>>;
const as = (who: keyof typeof cast) => callerOf(cast[who]);
const organised = (options: Parameters<typeof createEvent>[0] = {}) =>
  createEvent({ organiserIds: [cast.organiser.id], ...options });

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  const holder = (role: "moderator" | "national_admin", name: string) =>
    createPerson(name, { adherent: true, mandates: [{ role, scope: "national" }] });
  cast = {
    ...(await people()),
    moderator: await holder("moderator", "Maud Modère"),
    national: await holder("national_admin", "Noé National"),
  };
  live = await startLive();
});
afterAll(() => live.close());
beforeEach(() => withoutLimits());

describe("a proposal that nobody nearer answers", () => {
  it("waits on the national console, until somebody answers for its section or federation; there for nobody else", async () => {
    const alone = await createEvent({ stage: "proposed", scope: "national/48/48-autres" });
    const led = await createEvent({ stage: "proposed", scope: "national/63/63113" });
    const listed = async (who: keyof typeof cast) =>
      (await events.listProposals((await as(who)).actor, "national", { alone: true })).map(({ id }) => id);
    expect(await listed("national")).toContain(alone.id);
    expect(await listed("national")).not.toContain(led.id);
    for (const who of ["leader", "organiser", "moderator"] as const) expect(await listed(who)).toEqual([]);
    await createPerson("Fanny Fédérale", {
      adherent: true,
      mandates: [{ role: "federation_admin", scope: "national/48" }],
    });
    expect(await listed("national")).not.toContain(alone.id);
  });
});

describe("a date that changes with its series", () => {
  it("moves on the screens that show it", async () => {
    const event = await organised({ audience: "everyone" });
    await events.repeatEvent(await as("organiser"), { eventId: event.id, repeat: "weekly", until: "" });
    const [, second] = await occurrencesOf(event.id);
    const screen = await live.open(null);
    await screen.ask("join", { room: "event", id: second?.id });
    await events.endSeries(await as("organiser"), { eventId: event.id, reason: "Le marché ferme." });
    await vi.waitFor(() => expect(screen.frames.some(({ kind }) => kind === "places")).toBe(true), 5_000);
  });
});

describe("the page of a debate", () => {
  it("leads to where one meets about it: what is to come and seen, the nearest first", async () => {
    const { id: debateId } = await createDebate("open", "national", null);
    const about = async (options: Parameters<typeof createEvent>[0]) => {
      const { id } = await organised({ kind: "debate", ...options });
      await db.event.update({ where: { id }, data: { debateId } });
      return id;
    };
    const later = await about({ audience: "everyone", inHours: 200 });
    const next = await about({ audience: "everyone", inHours: 50 });
    const own = await about({ audience: "section", inHours: 100 });
    for (const options of [{ stage: "draft" }, { stage: "cancelled" }, { inHours: -5 }] as const)
      await about({ audience: "everyone", ...options });
    const listed = async (actor: Parameters<typeof events.listEventsOfDebate>[0]) =>
      (await events.listEventsOfDebate(actor, debateId)).map(({ id }) => id);
    expect(await listed(visitor)).toEqual([next, later]);
    expect(await listed((await as("nadia")).actor)).toEqual([next, own, later]);
    const far = await createPerson("Paul Passant", { section: "03185" });
    expect(await listed((await callerOf(far)).actor)).toEqual([next, later]);
  });

  it("is not kept for visitors once an event about it is published, changed or called off", () => {
    const tags = keptPages.flatMap((page) => {
      const match = page.path.exec(`/debats/${newId()}-faut-il-des-bus`);
      return match ? page.tags(match) : [];
    });
    const ids = { eventId: newId(), changeId: newId() };
    for (const fact of [events.eventPublished, events.eventChanged, events.eventCancelled, events.occurrenceChanged])
      expect(
        fact(ids).stale.some((tag) => tags.includes(tag)),
        fact.factName,
      ).toBe(true);
  });
});

describe("a card of the agenda", () => {
  const cardFor = async (person: Person | null, id: string) => {
    const actor = person ? (await callerOf(person)).actor : visitor;
    return (await listEventCards(actor, [id]))[0]?.join;
  };
  const other = (event: { id: string; startsAt: Date; endsAt: Date }, hours = 0) => {
    const at = (date: Date) => new Date(date.getTime() + hours * 3_600_000);
    const times = { startsAt: at(event.startsAt), endsAt: at(event.endsAt) };
    return db.shift.create({ data: { id: newId(), eventId: event.id, ...times } });
  };

  it("takes a place in one click where there is one shift, and nothing else to know", async () => {
    const lise = await createPerson("Lise Libre");
    const event = await organised({ audience: "everyone" });
    expect(await cardFor(lise, event.id)).toEqual({ shiftId: event.shiftId });
    expect(await cardFor(null, event.id)).toBe("on its page");
    await participation.joinShift(await callerOf(lise), { shiftId: event.shiftId });
    expect(await cardFor(lise, event.id)).toBeNull();
    // At the same hours, she has something already.
    const same = await organised();
    expect(await cardFor(lise, same.id)).toBe("on its page");
    expect(await cardFor(await createPerson("Paul Libre"), same.id)).toEqual({ shiftId: same.shiftId });
  });

  it("leads to the page where she chooses between shifts, where it is full, and where she was taken off", async () => {
    const paul = await createPerson("Paul Prêt");
    const [two, full, off] = [await organised(), await organised({ maximum: 1 }), await organised()];
    await other(two);
    await signUp(full.id, cast.nadia.id);
    const { signUpId } = await participation.joinShift(await callerOf(paul), { shiftId: off.shiftId });
    await participation.removeSignUp(await as("organiser"), { signUpId, words: "Équipe formée seulement." });
    for (const { id } of [two, full, off]) expect(await cardFor(paul, id)).toBe("on its page");
  });

  it("counts what is over as no choice any more; of what is over, cancelled or not published nothing is asked", async () => {
    const lise = await createPerson("Lise Libre");
    const running = await organised({ inHours: 1 });
    await other(running, -6);
    await db.event.update({
      where: { id: running.id },
      data: { startsAt: new Date(clock.now().getTime() - 5 * 3_600_000) },
    });
    expect(await cardFor(lise, running.id)).toEqual({ shiftId: running.shiftId });
    for (const options of [{ stage: "cancelled" }, { inHours: -9 }] as const)
      expect(await cardFor(lise, (await organised({ audience: "everyone", ...options })).id)).toBeNull();
    expect(await cardFor(cast.organiser, (await organised({ stage: "draft" })).id)).toBeNull();
  });
});

describe("what is said between participants", () => {
  const RULE = { rule: "1", words: "Ces mots visent une personne." } as const;
  async function asked() {
    const event = await organised({ audience: "everyone" });
    for (const { id } of [cast.nadia, cast.jules]) await signUp(event.id, id);
    const { noteId } = await participation.askQuestion(await as("nadia"), {
      eventId: event.id,
      words: "Et lui, il vient ?",
    });
    return { event, noteId };
  }
  const reported = async (who: keyof typeof cast, objectId: string) =>
    reportObject(await as(who), { kind: "note", objectId, ...RULE });
  const caseOf = (objectId: string) => db.moderationCase.findFirstOrThrow({ where: { kind: "note", objectId } });
  const questions = async (who: keyof typeof cast, id: string) =>
    (await participation.findNotes((await as(who)).actor, id))?.questions.map(({ words }) => words);

  it("is reported by who reads it, hidden by a decision, and shown again when that is taken back", async () => {
    const { event, noteId } = await asked();
    const stranger = await createPerson("Samia Voisine");
    for (const actor of [visitor, (await callerOf(stranger)).actor])
      expect(await refusalOf(getReportPage(actor, "note", noteId))).toEqual(
        await refusalOf(getReportPage(actor, "note", newId())),
      );
    expect(await getReportPage((await as("jules")).actor, "note", noteId)).toMatchObject({
      title: "Signaler un message",
      text: "Et lui, il vient ?",
    });
    await reported("jules", noteId);
    const { id: caseId } = await caseOf(noteId);
    for (const who of ["nadia", "jules", "organiser"] as const)
      expect(await outcomeOf(getCase((await as(who)).actor, caseId))).toBe("not_found");
    expect((await getCase((await as("moderator")).actor, caseId)).object).toMatchObject({
      author: "Nadia Vient",
      text: "Et lui, il vient ?",
      hidden: false,
    });
    await decideCase(await as("moderator"), { caseId, outcome: "hide", ...RULE });
    for (const who of ["jules", "organiser"] as const) expect(await questions(who, event.id)).toEqual([]);
    const { setHidden } = participation.noteReports;
    const back = await db.$transaction((tx) => setHidden(tx as never, { objectId: noteId, hidden: false, byId: null }));
    expect(back?.name).toBe("note.shown");
    expect(await questions("jules", event.id)).toEqual(["Et lui, il vient ?"]);
  });

  it("by the team is not judged by those of the team, though they answer for the place", async () => {
    const event = await organised({ audience: "everyone", organiserIds: [cast.organiser.id, cast.leader.id] });
    await signUp(event.id, cast.jules.id);
    const { noteId } = await participation.announce(await as("organiser"), {
      eventId: event.id,
      words: "Venez sans lui.",
    });
    await reported("jules", noteId);
    const { id: caseId } = await caseOf(noteId);
    expect(await outcomeOf(getCase((await as("leader")).actor, caseId))).toBe("not_found");
    expect(await outcomeOf(getCase((await as("moderator")).actor, caseId))).toBe("ok");
  });
});
