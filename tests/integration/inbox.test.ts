import { randomUUID } from "node:crypto";
import { createInbox } from "@tests/support/inbox-world.ts";
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
import { factJobs, jobs, liveFacts } from "@/composition.ts";
import { system, visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import {
  assignConversation,
  countInbox,
  findFormerLetter,
  findInboxHeader,
  getInbox,
  getInboxPart,
  inboxRoom,
  releaseInboxes,
  sendMessage,
  writeToPlace,
} from "@/features/messages/index.ts";
import { getSection } from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfMember } from "@/platform/session.ts";

const CLERMONT = "national/63/63113";
const EMPTY = "national/63/63-autres"; // where nobody is in charge
const WORDS = "Bonjour, je voudrais aider au marché de samedi. À qui parler ?";

let author: Person;
let leader: Person;
let second: Person;
let federal: Person;
let national: Person;
beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  author = await createPerson("Aline Auteure");
  const holding = (name: string, role: "section_leader" | "federation_admin" | "national_admin", scope: string) =>
    createPerson(name, { adherent: true, mandates: [{ role, scope }] });
  leader = await holding("Lucie Locale", "section_leader", CLERMONT);
  second = await holding("Léo Local", "section_leader", CLERMONT);
  federal = await holding("Farid Fédéral", "federation_admin", "national/63");
  national = await holding("Noé National", "national_admin", "national");
});
beforeEach(async () => {
  await db.$executeRaw(sql`delete from conversation`);
  await db.$executeRaw(sql`delete from fact`);
});

const as = async ({ id }: { id: string }) => ({ actor: await actorOfMember(id) });
const write = async (scope = CLERMONT, body = WORDS, from: { id: string } = author, clientId = randomUUID()) =>
  writeToPlace(await as(from), { scope, body, clientId });
const answer = async (from: { id: string }, conversationId: string, body = "Viens à 9 h, place de Jaude.") =>
  sendMessage(await as(from), { conversationId, body, clientId: randomUUID() });
const assign = async (from: { id: string }, conversationId: string, assigneeId: string) =>
  assignConversation(await as(from), { conversationId, assigneeId });
const conversationOf = (id: string) => db.conversation.findUniqueOrThrow({ where: { id } });
const headerOf = async (person: { id: string }, id: string) => findInboxHeader(await actorOfMember(person.id), id);
const endMandate = (memberId: string, endsAt: Date | null) =>
  db.mandate.updateMany({ where: { memberId }, data: { endsAt } });

describe("writing to those in charge of a place", () => {
  it("opens one conversation with it, which waits for an answer; more words go on in it", async () => {
    const { conversationId, seq } = await write();
    expect(seq).toBe(1);
    const again = await write(CLERMONT, "J’oubliais : je viens à deux.");
    expect(again).toMatchObject({ conversationId, seq: 2 });
    const row = await conversationOf(conversationId);
    expect(row).toMatchObject({ kind: "inbox", scope: CLERMONT, memberId: author.id, lastSeq: 2, assigneeId: null });
    expect(row.waitingSince).not.toBeNull();
    expect(row.askedAt).not.toBeNull();
    expect(await db.participant.findMany({ where: { conversationId } })).toMatchObject([
      { memberId: author.id, fromSeq: 0 },
    ]);
    const facts = await db.fact.findMany({
      where: { name: { in: ["inbox.opened", "message.sent"] } },
      orderBy: { id: "asc" },
    });
    expect(facts.map(({ name }) => name)).toEqual(["inbox.opened", "message.sent", "message.sent"]);
    expect(JSON.stringify(facts.map(({ ids }) => ids))).not.toContain("marché");
  });

  it("is written once when it is sent twice, at once or later", async () => {
    const clientId = randomUUID();
    const twice = await Promise.all([
      write(CLERMONT, WORDS, author, clientId),
      write(CLERMONT, WORDS, author, clientId),
    ]);
    expect(twice[0]).toEqual(twice[1]);
    expect(await write(CLERMONT, WORDS, author, clientId)).toEqual(twice[0]);
    expect(await db.message.count()).toBe(1);
    expect(await db.fact.count({ where: { name: "inbox.opened" } })).toBe(1);
  });

  it("opens one conversation when two tabs write at once", async () => {
    const both = await Promise.all([write(CLERMONT, "Un."), write(CLERMONT, "Deux.")]);
    expect(both[0].conversationId).toBe(both[1].conversationId);
    expect(both.map(({ seq }) => seq).sort()).toEqual([1, 2]);
  });

  it("stops at five new places a day; those that she wrote to stay open", async () => {
    const federations = ["national/01", "national/02", "national/03", "national/04", "national/05"];
    for (const scope of federations) await write(scope);
    expect(await refusalOf(write("national/06"))).toMatchObject({ reason: "enough_places" });
    expect(await outcomeOf(write("national/05", "Encore un mot."))).toBe("ok");
    vi.spyOn(clock, "now").mockReturnValue(new Date(Date.now() + 25 * 3_600_000));
    expect(await outcomeOf(write("national/06"))).toBe("ok");
    vi.restoreAllMocks();
  });

  it("refuses visitors, suspended members, the one in charge, unknown places and empty words, and writes nothing", async () => {
    const suspended = await createPerson("Suzanne Suspendue");
    await suspendInTheDatabase(suspended.id);
    const gone = await createPerson("Paula Partie");
    const gonesActor = await as(gone);
    await db.member.update({ where: { id: gone.id }, data: { erasedAt: clock.now() } });
    const before = await countRows();
    const clientId = randomUUID();
    expect(await outcomeOf(writeToPlace(gonesActor, { scope: CLERMONT, body: WORDS, clientId }))).toBe(
      "unauthenticated",
    );
    expect(await outcomeOf(writeToPlace({ actor: visitor }, { scope: CLERMONT, body: WORDS, clientId }))).toBe(
      "unauthenticated",
    );
    expect(await outcomeOf(write(CLERMONT, WORDS, suspended))).toBe("forbidden");
    expect(await refusalOf(write(CLERMONT, WORDS, leader))).toMatchObject({ reason: "own_place" });
    for (const scope of ["national/63/99999", "national/zz", "national/63113"])
      expect(await outcomeOf(write(scope))).toBe("not_found");
    for (const scope of ["national/63/63113/x", "national/63/%", "nationale"])
      expect(await outcomeOf(write(scope))).toBe("invalid");
    expect(await outcomeOf(write(CLERMONT, " \u200b "))).toBe("invalid");
    expect(await countRows()).toEqual(before);
  });

  it("says beforehand who reads it, as far up as somebody is in charge", async () => {
    const view = await getSection(await actorOfMember(author.id), {
      federation: "puy-de-dome",
      section: "puy-de-dome-autres-communes",
    });
    expect(view.desk).toMatchObject({ level: "federation", can: { write: true }, conversation: null });
    const { conversationId } = await write(EMPTY);
    const after = await getSection(await actorOfMember(author.id), {
      federation: "puy-de-dome",
      section: "puy-de-dome-autres-communes",
    });
    expect(after.desk.conversation).toEqual({ href: `/messages/${conversationId}`, answered: false });
  });
});

describe("answering in a place’s name", () => {
  it("ends the wait, is the answerer’s from then on, and names her to the member", async () => {
    const { conversationId } = await write();
    await answer(leader, conversationId);
    expect(await conversationOf(conversationId)).toMatchObject({ waitingSince: null, assigneeId: leader.id });
    const last = await db.message.findFirstOrThrow({ where: { conversationId, seq: 2 } });
    expect(last).toMatchObject({ fromPlace: true, authorId: leader.id });
    expect(await headerOf(author, conversationId)).toMatchObject({
      ...{
        mine: true,
        place: "Section Clermont-Ferrand",
        answeredBy: "Lucie Locale",
        assignable: null,
        inboxHref: null,
      },
      waitingSince: null,
    });
  });

  it("may be done by a second one: it stays with who took it, and both read all of it", async () => {
    const { conversationId } = await write();
    await answer(leader, conversationId);
    await answer(author, conversationId, "Et pour dimanche ?");
    expect((await conversationOf(conversationId)).waitingSince).not.toBeNull();
    await answer(second, conversationId, "Dimanche aussi.");
    expect(await conversationOf(conversationId)).toMatchObject({ waitingSince: null, assigneeId: leader.id });
    for (const person of [leader, second, federal, national])
      expect(await headerOf(person, conversationId)).toMatchObject({ mine: false, answeredBy: "Léo Local" });
  });

  it("signals the place’s inbox and those above it, with nothing in it", async () => {
    const { conversationId } = await write();
    await assign(leader, conversationId, second.id);
    for (const name of ["message.sent", "message.conversation-changed"]) {
      const ids = (await db.fact.findMany({ where: { name } })).map((fact) => fact.ids as never);
      const live = liveFacts.find(({ fact }) => fact === name);
      const frames = (await live?.frames(ids.map((one) => ({ name, ids: one, stale: [], cut: [], regate: [] })))) ?? [];
      const signals = frames.filter(({ room }) => room.startsWith("inbox:"));
      expect(signals).toEqual(
        ["national", "national/63", CLERMONT].map((scope) => ({
          ...{ room: inboxRoom.of(scope, "in"), kind: "moved", data: {} },
        })),
      );
    }
  });

  it("is open to those who answer for the place, and absent for anybody else", async () => {
    const { conversationId } = await write();
    const elsewhere = await createPerson("Élie Ailleurs", {
      adherent: true,
      mandates: [{ role: "section_leader", scope: "national/03/03185" }],
    });
    const moderator = await createPerson("Maud Modératrice", { mandates: [{ role: "moderator", scope: "national" }] });
    const stranger = await createPerson("Paul Passant");
    for (const person of [stranger, elsewhere, moderator]) {
      expect(await outcomeOf(answer(person, conversationId))).toBe("not_found");
      expect(await headerOf(person, conversationId)).toBeNull();
    }
    expect(await findInboxHeader(visitor, conversationId)).toBeNull();
    expect(await db.message.count()).toBe(1);
  });

  it("closes at once with the mandate", async () => {
    const { conversationId } = await write();
    await endMandate(second.id, clock.now());
    expect(await outcomeOf(answer(second, conversationId))).toBe("not_found");
    expect(await headerOf(second, conversationId)).toBeNull();
    await endMandate(second.id, null);
  });
});

describe("saying who looks after it", () => {
  it("is one of those who answer for the place, told in the conversation’s own log", async () => {
    const { conversationId } = await write();
    await assign(leader, conversationId, second.id);
    expect(await conversationOf(conversationId)).toMatchObject({ assigneeId: second.id, lastSeq: 2 });
    expect(await db.conversationChange.findMany({ where: { conversationId } })).toMatchObject([
      { seq: 2, kind: "assigned", byId: leader.id, memberId: second.id },
    ]);
    const names = (await db.fact.findMany({ orderBy: { id: "asc" } })).map(({ name }) => name);
    expect(names.slice(-2)).toEqual(["message.conversation-changed", "inbox.assigned"]);
    await assign(leader, conversationId, second.id); // again: nothing new
    expect(await db.conversationChange.count({ where: { conversationId } })).toBe(1);
    await assign(federal, conversationId, "");
    expect(await conversationOf(conversationId)).toMatchObject({ assigneeId: null, lastSeq: 3 });
  });

  it("is nobody who does not answer there, nor the member herself", async () => {
    const { conversationId } = await write();
    const stranger = await createPerson("Paul Passant");
    const suspended = await createPerson("Sami Suspendu", { mandates: [{ role: "section_leader", scope: CLERMONT }] });
    await suspendInTheDatabase(suspended.id);
    for (const { id } of [stranger, suspended, author])
      expect(await refusalOf(assign(leader, conversationId, id))).toMatchObject({ reason: "cannot_be_assigned" });
    expect(await refusalOf(assign(author, conversationId, leader.id))).toMatchObject({ reason: "not_yours" });
    expect(await outcomeOf(assign(leader, newId(), leader.id))).toBe("not_found");
    const { assignable } = (await headerOf(leader, conversationId)) ?? {};
    expect(
      assignable
        ?.map(({ id }) => id)
        .slice(0, 2)
        .sort(),
    ).toEqual([leader.id, second.id].sort());
    expect(assignable?.map(({ id }) => id)).not.toContain(suspended.id);
    expect(assignable?.map(({ id }) => id)).toContain(federal.id);
  });

  it("ends with her mandate, and with her suspension: somebody else may take it", async () => {
    const names = Object.keys(factJobs).filter((name) => factJobs[name]?.some((job) => job.name === "inbox.release"));
    expect(names.sort()).toEqual(["mandate.ended", "member.suspended"]);
    const { conversationId } = await write();
    await assign(leader, conversationId, second.id);
    expect(await releaseInboxes({ actor: system }, { memberId: second.id })).toEqual({ released: 0 });
    await endMandate(second.id, clock.now());
    expect(await releaseInboxes({ actor: system }, { memberId: second.id })).toEqual({ released: 1 });
    expect(await conversationOf(conversationId)).toMatchObject({ assigneeId: null, lastSeq: 3 });
    await endMandate(second.id, null);
    expect(await outcomeOf(releaseInboxes(await as(national), { memberId: second.id }))).toBe("not_found");
  });
});

describe("the inbox of a place", () => {
  const idsOf = async (person: Person, scope: string, search: object = {}) =>
    (await getInbox(await actorOfMember(person.id), scope, search)).rows.map(({ id }) => id);

  it("holds what waits first, the longest first, then what is hers, then all", async () => {
    const others = await Promise.all(["Bea", "Cyril", "Dina"].map((name) => createPerson(`${name} Membre`)));
    const inboxes = [];
    for (const { id } of others) inboxes.push((await write(CLERMONT, WORDS, { id })).conversationId);
    const [first = "", answered = "", third = ""] = inboxes;
    await db.$executeRaw(sql`update conversation set waiting_since = now() - interval '1 day' where id = ${third}`);
    await answer(leader, answered);
    expect(await idsOf(leader, CLERMONT)).toEqual([third, first]);
    expect(await idsOf(leader, CLERMONT, { voir: "moi" })).toEqual([answered]);
    expect(await idsOf(second, CLERMONT, { voir: "moi" })).toEqual([]);
    expect((await idsOf(leader, CLERMONT, { voir: "toutes" })).sort()).toEqual([...inboxes].sort());
    expect(await countInbox(await actorOfMember(leader.id), CLERMONT)).toEqual({ waiting: 2, mine: 1 });
    const rows = (await getInbox(await actorOfMember(leader.id), CLERMONT, { voir: "moi" })).rows;
    expect(rows).toMatchObject([
      { answeredBy: "Lucie Locale", assignee: { id: leader.id }, waitingSince: null, place: null },
    ]);
  });

  it("holds for a federation what nobody nearer answers, and for the country what neither does", async () => {
    const { conversationId: toSection } = await write(CLERMONT);
    const { conversationId: toEmpty } = await write(EMPTY);
    const { conversationId: toFederation } = await write("national/63");
    const { conversationId: farAway } = await write("national/02");
    expect(await idsOf(leader, CLERMONT)).toEqual([toSection]);
    expect((await idsOf(federal, "national/63")).sort()).toEqual([toEmpty, toFederation].sort());
    expect(await idsOf(federal, CLERMONT)).toEqual([toSection]);
    expect(await idsOf(national, "national")).toEqual([farAway]);
    const { rows } = await getInbox(await actorOfMember(federal.id), "national/63");
    expect(rows.find(({ id }) => id === toEmpty)?.place).toBe("Section Puy-de-Dôme, autres communes");
    expect((await getInboxPart(await actorOfMember(national.id), "national")).waiting).toBe(1);
  });

  it("turns its pages without losing or repeating one", async () => {
    const people = await Promise.all(Array.from({ length: 30 }, (_, n) => createPerson(`Membre ${n}`)));
    const all = [];
    for (const { id } of people) all.push((await createInbox(CLERMONT, id)).id);
    for (const voir of ["attente", "toutes"]) {
      const actor = await actorOfMember(leader.id);
      const one = await getInbox(actor, CLERMONT, { voir });
      const two = await getInbox(actor, CLERMONT, { voir, apres: one.next ?? "" });
      expect(two.next).toBeNull();
      expect([...one.rows, ...two.rows].map(({ id }) => id).sort()).toEqual([...all].sort());
    }
  });

  it("does not hold one’s own question to a place above which one answers", async () => {
    const { conversationId } = await write(CLERMONT, WORDS, federal);
    expect(await idsOf(federal, CLERMONT)).toEqual([]);
    expect(await idsOf(leader, CLERMONT)).toEqual([conversationId]);
    expect(await headerOf(federal, conversationId)).toMatchObject({ mine: true });
  });

  it("takes strange searches for its first page", async () => {
    await write();
    for (const search of [
      { voir: "x" },
      { apres: "x" },
      { apres: "99999999999999999999.aaaaaaaaaaaa" },
      { voir: ["moi"] },
    ])
      expect(await idsOf(leader, CLERMONT, search)).toHaveLength(1);
    for (const scope of [null, 3, "national/63/63113/x", ["national"], { not: "" }, "national/63/99999"])
      expect(await outcomeOf(getInbox(await actorOfMember(national.id), scope))).toBe("not_found");
  });
});

describe("a letter of before", () => {
  it("leads its author and those in charge to the message that it is, and nobody else", async () => {
    const { id, messageIds } = await createInbox(CLERMONT, author.id);
    const letter = messageIds[0] ?? "";
    for (const person of [author, leader, federal])
      expect(await findFormerLetter(await actorOfMember(person.id), letter)).toEqual({ conversationId: id, seq: 1 });
    const stranger = await actorOfMember((await createPerson("Paul Passant")).id);
    const absent = await refusalOf(findFormerLetter(stranger, newId()));
    expect(await refusalOf(findFormerLetter(stranger, letter))).toEqual(absent);
    expect(await refusalOf(findFormerLetter(visitor, letter))).toEqual(absent);
  });
});
