import { type Action, postedAs, probe } from "@tests/support/doors.ts";
import { columns, type RowName, reach, rows, who } from "@tests/support/matrix.ts";
import {
  actorOfColumn,
  blockInTheDatabase,
  countRows,
  createPerson,
  createWorld,
  formOf,
  outcomeOf,
  refusalOf,
  scopes,
  sessionOfColumn,
  type World,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { jobs } from "@/composition.ts";
import { newId } from "@/core/ids.ts";
import * as desk from "@/features/desk/desk.actions.ts";
import { getFederationDesk, getSectionDesk, getWelcome } from "@/features/desk/index.ts";
import { volunteerAction } from "@/features/sections/section.actions.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

const WORDS = "Bienvenue, on se retrouve au marché samedi.";
const sections = ["own section", "neighbour section", "other section"] as const;
type Section = (typeof sections)[number];
const idOf = (place: Section) => scopes[place].split("/")[2] ?? "";
type Fields = (id: string) => Record<string, string>;
let world: World;
beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  world = await createWorld();
});

describe.each(columns)("column %s", (column) => {
  const actorHere = () => actorOfColumn(world, column);
  const isVisitor = column === "V" || column === "U";
  const allows = (row: RowName, place: Section) => reach[rows[row].cells[column]].includes(place);
  const posted = (action: Action, fields: Record<string, string>) =>
    postedAs(sessionOfColumn(world, column), action, formOf(fields));
  /** A newcomer of a section, who says that she is an adherent. */
  const newcomer = (place: Section) => createPerson("Yanis Nouveau", { section: idOf(place) });

  const act = (label: string, row: RowName, place: Section, action: Action, fields: Fields, id: string) =>
    probe(sessionOfColumn(world, column), { action, fields, id, may: allows(row, place), label: `${label}, ${place}` });

  it(`opens the consoles of the matrix to ${who[column]}; the others are absent`, async () => {
    const actor = await actorHere();
    const absent = await refusalOf(getSectionDesk(actor, { federation: "63", section: "63-nulle-part" }));
    expect(absent).toMatchObject({ code: "not_found" });
    for (const place of sections) {
      const [, federation = "", section = ""] = scopes[place].split("/");
      const seen = await refusalOf(getSectionDesk(actor, { federation, section }));
      if (allows("desk", place)) expect(seen, place).toHaveProperty("answered");
      else expect(seen, place).toEqual(absent);
    }
    for (const place of ["own federation", "other federation"] as const) {
      const seen = await refusalOf(getFederationDesk(actor, scopes[place].split("/")[1] ?? ""));
      if (reach[rows.federationDesk.cells[column]].includes(place)) expect(seen, place).toHaveProperty("answered");
      else expect(seen, place).toEqual(absent);
    }
  });

  it(`welcomes newcomers where the matrix says, as ${who[column]}`, async () => {
    for (const place of sections) {
      const { id, email } = await newcomer(place);
      const actor = await actorHere();
      const seen = await refusalOf(getWelcome(actor, id));
      if (allows("welcome", place)) expect(seen, place).toHaveProperty("answered");
      else expect(seen, place).toEqual(await refusalOf(getWelcome(actor, newId())));
      expect(JSON.stringify(seen)).not.toContain(email);
      const pointPersonId = actor.id ?? world.named.id;
      const assigned = (memberId: string) => ({ memberId, pointPersonId, insteadOf: "" });
      const written = (memberId: string) => ({ memberId, words: WORDS });
      const marked = (memberId: string) => ({ memberId });
      await act("assigning", "desk", place, desk.assignPointPersonAction, assigned, id);
      await act("writing", "welcome", place, desk.writeWelcomeAction, written, id);
      await act("marking", "welcome", place, desk.markWelcomedAction, marked, id);
      await act("finishing", "welcome", place, desk.finishWelcomeAction, marked, (await newcomer(place)).id);
    }
  });

  it(`welcomes, as ${who[column]}, whom she was asked to look after, until one of them blocks the other`, async () => {
    const actor = await actorHere();
    if (!actor.id) return;
    const entrusted = async () => {
      const { id } = await newcomer("own section");
      const row = { memberId: id, sectionId: idOf("own section"), pointPersonId: actor.id, assignedAt: clock.now() };
      await db.welcome.create({ data: row });
      return id;
    };
    const expected = column === "suspended" ? "not_found" : "ok";
    const memberId = await entrusted();
    expect(await outcomeOf(getWelcome(actor, memberId))).toBe(expected);
    expect(await posted(desk.writeWelcomeAction, { memberId, words: WORDS })).toBe(expected);
    expect(await posted(desk.markWelcomedAction, { memberId })).toBe(expected);
    const blocker = await entrusted();
    await blockInTheDatabase(blocker, actor.id);
    const manages = allows("desk", "own section"); // a console is not closed by a block
    expect(await outcomeOf(getWelcome(actor, blocker))).toBe(manages ? "ok" : "not_found");
    const before = await countRows();
    if (!manages) {
      expect(await posted(desk.writeWelcomeAction, { memberId: blocker, words: WORDS })).toBe("not_found");
      expect(await posted(desk.markWelcomedAction, { memberId: blocker })).toBe("not_found");
      expect(await countRows()).toEqual(before);
    }
  });

  it(`proposes, verifies and declines adherents where the matrix says, as ${who[column]}`, async () => {
    const ofMember = (memberId: string) => ({ memberId });
    for (const place of sections) {
      const [one, two] = [await newcomer(place), await newcomer(place)];
      await act("proposing", "proposeAdherent", place, desk.proposeAdherentAction, ofMember, one.id);
      await act("verifying", "verify", place, desk.verifyAdherentAction, ofMember, one.id);
      await act("declining", "verify", place, desk.declineAdherentAction, ofMember, two.id);
      const { adherentSince } = await db.member.findUniqueOrThrow({ where: { id: one.id } });
      expect(adherentSince !== null, place).toBe(allows("verify", place));
    }
  });

  it(`offers to look after her own section alone, as ${who[column]}`, async () => {
    const may = rows.volunteer.cells[column] === "o";
    for (const place of sections) {
      const own = may && place === "own section";
      const before = await countRows();
      const outcome = await posted(volunteerAction, { sectionId: idOf(place), words: WORDS });
      expect(outcome, place).toBe(own ? "ok" : isVisitor ? "unauthenticated" : "forbidden");
      if (!own) expect(await countRows(), place).toEqual(before);
    }
    expect(await posted(volunteerAction, { sectionId: "63-nulle-part", words: WORDS })).toBe("not_found");
    await db.volunteer.deleteMany({ where: { answeredAt: null } });
  });

  it(`answers who offers where the matrix says, as ${who[column]}`, async () => {
    for (const place of sections) {
      const { id: memberId } = await newcomer(place);
      const offer = { id: newId(), memberId, sectionId: idOf(place), words: WORDS, offeredAt: clock.now() };
      await db.volunteer.create({ data: offer });
      const fields = (volunteerId: string) => ({ volunteerId, words: "Merci !" });
      await act("answering", "volunteerAnswer", place, desk.answerVolunteerAction, fields, offer.id);
    }
    await db.volunteer.deleteMany({ where: { answeredAt: null } });
  });

  it(`names and ends the leaders that the matrix says, as ${who[column]}`, async () => {
    for (const place of sections) {
      const { id: memberId } = await newcomer(place);
      const may = column === "F" && place === "other section";
      const before = await countRows();
      const named = await posted(desk.nameLeaderAction, { memberId, scope: scopes[place] });
      if (may) expect(named, place).toBe("ok");
      else expect(["not_found", "forbidden"], `${place}: ${named}`).toContain(named);
      if (!may) expect(await countRows(), place).toEqual(before);
      if (!may) await createLeader(memberId, scopes[place]);
      const mandate = await db.mandate.findFirstOrThrow({ where: { memberId } });
      const ended = await posted(desk.endLeaderAction, { mandateId: mandate.id, reason: "Elle déménage." });
      if (may) expect(ended, place).toBe("ok");
      else expect(["not_found", "forbidden"], `${place}: ${ended}`).toContain(ended);
      const { endsAt } = await db.mandate.findUniqueOrThrow({ where: { id: mandate.id } });
      expect(endsAt !== null, place).toBe(may);
      await db.mandate.deleteMany({ where: { memberId } });
    }
  });
});

async function createLeader(memberId: string, scope: string): Promise<void> {
  const now = clock.now();
  await db.mandate.create({
    data: { id: newId(), memberId, role: "section_leader", scope, beginsAt: now, givenAt: now },
  });
}
