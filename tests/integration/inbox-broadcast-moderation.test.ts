import { randomUUID } from "node:crypto";
import { createPerson, outcomeOf, type Person, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { jobs, liveFacts } from "@/composition.ts";
import { system } from "@/core/actor.ts";
import type { Fact } from "@/core/fact.ts";
import { newId } from "@/core/ids.ts";
import { personRoom } from "@/core/person-room.ts";
import { carryBroadcasts, followBroadcasts, resumeBroadcasts } from "@/features/messages/broadcast.jobs.ts";
import { CARRIED_AT_ONCE } from "@/features/messages/broadcast.rules.ts";
import { broadcastModerated } from "@/features/messages/inbox.facts.ts";
import {
  broadcast,
  carryBroadcast,
  catchUpMessages,
  conversationRoom,
  editMessage,
  followBroadcast,
  getBroadcastDesk,
  listConversations,
  sendMessage,
} from "@/features/messages/index.ts";
import { appealDecision, getCase, getReportPage, settleAppeal } from "@/features/moderation/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { singletons } from "@/platform/singletons.ts";
import { acting, aDecider, decide, prepare, report } from "./moderation-world.ts";

const CLERMONT = "national/63/63113";
const AROUND = "national/63/63-autres";
const WORDS = "Réunion de section jeudi à 19 h, au local. Venez nombreuses et nombreux !";

let leader: Person;
let adherent: Person;
let sympathiser: Person;
let third: Person;
let moderator: Person;
let facts: Fact[] = [];
beforeAll(async () => {
  await prepare();
  await prepareJobs(jobs, { working: false });
  adherent = await createPerson("Agnès Adhérente", { adherent: true });
  sympathiser = await createPerson("Samia Sympathisante");
  third = await createPerson("Théo Troisième");
  moderator = await createPerson("Maud Modératrice", {
    section: "03185",
    adherent: true,
    mandates: [{ role: "moderator", scope: "national" }],
  });
});
beforeEach(async () => {
  for (const table of ["broadcast", "conversation", "fact", "pgboss.job"])
    await db.$executeRawUnsafe(`delete from ${table}`);
  leader = await createPerson("Lucie Locale", {
    section: "03185",
    adherent: true,
    mandates: [
      { role: "section_leader", scope: CLERMONT },
      { role: "section_leader", scope: AROUND },
    ],
  });
  facts = [];
  singletons.publisher = (published) => void facts.push(...published);
});

const actorOf = async (person: Person) => (await acting(person)).actor;
const send = async (scope = CLERMONT) =>
  (await broadcast(await acting(leader), { scope, words: WORDS, confirmed: "oui" })).broadcastId;
async function sendToAll(scope = CLERMONT): Promise<string> {
  const broadcastId = await send(scope);
  await carryBroadcasts.run({ broadcastId });
  facts = [];
  return broadcastId;
}
/** The copy that a member has, as she would report it. */
async function copyOf(broadcastId: string, memberId: string) {
  const row = await db.message.findFirstOrThrow({ where: { broadcastId, conversation: { memberId } } });
  return { kind: "message", objectId: row.id, conversationId: row.conversationId };
}
const hiddenOf = (broadcastId: string) => db.message.count({ where: { broadcastId, hiddenAt: { not: null } } });
const logOf = async (conversationId: string) =>
  (await db.conversationChange.findMany({ where: { conversationId }, orderBy: { seq: "asc" } })).map((one) => [
    one.kind,
    one.seq,
    one.byId,
  ]);
const jobsOf = (name: string) =>
  db.$queryRaw<object[]>(sql`select 1 from pgboss.job where name = ${name} and state = 'created'`);
const framesOf = async (of: readonly Fact[]) => {
  const live = liveFacts.find(({ fact }) => fact === broadcastModerated.factName);
  return (await live?.frames(of.filter(({ name }) => name === broadcastModerated.factName))) ?? [];
};

async function crowd(many: number): Promise<void> {
  const commune = await db.commune.findFirstOrThrow({ where: { sectionId: "63-autres" } });
  await db.member.deleteMany({ where: { sectionId: "63-autres" } });
  await db.member.createMany({
    data: Array.from({ length: many }, (_, n) => ({
      ...{ id: newId(), name: `Membre ${n}`, email: `${randomUUID()}@example.org`, claim: "sympathiser" as const },
      ...{ communeCode: commune.code, sectionId: "63-autres", joinedAt: clock.now() },
    })),
  });
}

describe("a broadcast that moderation judges", () => {
  it("is hidden in every copy, each log and open screen says so, and its words are nowhere any more", async () => {
    const broadcastId = await sendToAll();
    const people = [adherent, sympathiser, third];
    const copies = await Promise.all(people.map(({ id }) => copyOf(broadcastId, id)));
    const [reported] = copies;
    if (!reported) throw new Error("nobody got it");
    await report(adherent, reported);
    facts = [];
    await decide(moderator, reported, "hide");
    expect(await hiddenOf(broadcastId)).toBe(3);
    for (const { conversationId } of copies) expect(await logOf(conversationId)).toEqual([["hidden", 2, null]]);
    for (const [index, person] of people.entries()) {
      const id = copies[index]?.conversationId ?? "";
      const { entries } = await catchUpMessages(await actorOf(person), { id, apres: 0 });
      expect(entries.at(-1)).toMatchObject({ kind: "hidden", seq: 2, message: { hidden: true, body: "" } });
      expect(JSON.stringify([entries, await listConversations(await actorOf(person))])).not.toContain("Réunion");
    }
    expect(facts.map(({ name }) => name).sort()).toEqual(["broadcast.moderated", "moderation.case-decided"]);
    const frames = await framesOf(facts);
    const rooms = [
      ...copies.map(({ conversationId }) => conversationRoom.of(conversationId, "in")),
      ...people.map(({ id }) => personRoom.of(id, "self")),
    ];
    const touched = frames.filter(({ kind }) => kind !== "moved");
    expect(touched.map(({ room }) => room).sort()).toEqual(rooms.sort());
    expect(touched.filter(({ kind }) => kind === "entries").map(({ data }) => data)).toEqual(
      copies.map(() => ({ upTo: 2 })),
    );
    expect(frames.filter(({ kind }) => kind === "moved")).toHaveLength(3); // the inboxes of the section and above
    const { past } = await getBroadcastDesk(await actorOf(leader), CLERMONT);
    expect(past).toMatchObject([{ hidden: true, stopped: false, done: true, words: "", carried: 3 }]);
  });

  it("says the same in every copy: none of them is edited, by its author either", async () => {
    const broadcastId = await sendToAll();
    const { objectId, conversationId } = await copyOf(broadcastId, adherent.id);
    const answer = { conversationId, body: "Je viendrai.", clientId: randomUUID() };
    await sendMessage(await acting(adherent), answer);
    const edit = editMessage(await acting(leader), { messageId: objectId, body: "Sans toi, de préférence." });
    expect(await outcomeOf(edit)).toBe("conflict");
    const { entries } = await catchUpMessages(await actorOf(leader), { id: conversationId, apres: 0 });
    expect(entries[0]).toMatchObject({ message: { body: WORDS, toAll: true } });
  });

  it("is shown again in every copy when another moderator takes the decision back", async () => {
    const broadcastId = await sendToAll();
    const reported = await copyOf(broadcastId, sympathiser.id);
    await report(sympathiser, reported);
    const { id: decisionId } = await decide(moderator, reported, "hide");
    await appealDecision(await acting(leader), { decisionId, words: "Une invitation ne blesse personne." });
    const { id: appealId } = await db.appeal.findUniqueOrThrow({ where: { decisionId } });
    facts = [];
    await settleAppeal(await acting(await aDecider("moderator")), {
      appealId,
      outcome: "show",
      words: "Rien n’y blesse personne.",
    });
    expect(await hiddenOf(broadcastId)).toBe(0);
    for (const { id } of [adherent, sympathiser, third])
      expect(await logOf((await copyOf(broadcastId, id)).conversationId)).toEqual([
        ["hidden", 2, null],
        ["shown", 3, null],
      ]);
    expect((await framesOf(facts)).filter(({ kind }) => kind === "entries")).toHaveLength(3);
    const { past } = await getBroadcastDesk(await actorOf(leader), CLERMONT);
    expect(past).toMatchObject([{ hidden: false, words: WORDS }]);
  });

  it("is one case, whoever of its readers reports it, at once or later; no other conversation is read for it", async () => {
    const broadcastId = await sendToAll();
    const people = [adherent, sympathiser, third];
    const copies = await Promise.all(people.map(({ id }) => copyOf(broadcastId, id)));
    const ids = copies.map(({ objectId }) => objectId);
    await Promise.all(people.slice(0, 2).map((person, n) => report(person, copies[n] as (typeof copies)[number])));
    const [found, ...others] = await db.moderationCase.findMany({ where: { objectId: { in: ids } } });
    expect(others).toEqual([]);
    expect(await db.report.count({ where: { caseId: found?.id ?? "" } })).toBe(2);
    // Each is told that hers waits, whichever copy the case is about; whoever reported nothing is not.
    const already = async (n: number) =>
      (await getReportPage(await actorOf(people[n] as Person), "message", ids[n] ?? "")).already;
    expect([await already(0), await already(1), await already(2)]).toEqual([true, true, false]);
    expect(await report(sympathiser, copies[1] as (typeof copies)[number])).toEqual({ already: true });
    await getCase(await actorOf(moderator), found?.id ?? "");
    const read = await db.messageAccess.findMany({ where: { messageId: { in: ids } } });
    expect(read.map(({ messageId }) => messageId)).toEqual([found?.objectId]);
    await decide(moderator, { kind: "message", objectId: found?.objectId ?? "" }, "hide");
    expect(await db.report.count({ where: { caseId: found?.id ?? "", decisionId: null } })).toBe(0);
    expect(await outcomeOf(report(third, copies[2] as (typeof copies)[number]))).toBe("not_found");
  });

  it("follows the decision in more copies than one transaction takes, by a job that begins again where it stopped", async () => {
    await crowd(2 * CARRIED_AT_ONCE + 7);
    const broadcastId = await sendToAll(AROUND);
    const last = await db.member.findFirstOrThrow({ where: { sectionId: "63-autres" }, orderBy: { id: "desc" } });
    const reported = await copyOf(broadcastId, last.id);
    await report(last as never, reported);
    facts = [];
    await decide(moderator, reported, "hide");
    expect(await hiddenOf(broadcastId)).toBe(CARRIED_AT_ONCE + 1); // the reported one at once, wherever it is
    expect((await framesOf(facts)).filter(({ kind }) => kind === "entries")).toHaveLength(CARRIED_AT_ONCE + 1);
    expect(await jobsOf("broadcasts.follow")).toHaveLength(1);
    // Hidden already for whoever would report it, where the job has not come yet.
    const [far] = await db.message.findMany({
      where: { broadcastId, hiddenAt: null },
      include: { conversation: true },
      take: 1,
    });
    const reader = { id: far?.conversation?.memberId ?? "" } as Person;
    expect(await outcomeOf(report(reader, { kind: "message", objectId: far?.id ?? "" }))).toBe("not_found");
    // Its job was lost: the clock asks for it again. Several who run at once, and again, move each log once.
    await resumeBroadcasts.run({});
    expect(await jobsOf("broadcasts.follow")).toHaveLength(2);
    await Promise.all([followBroadcasts.run({ broadcastId }), followBroadcasts.run({ broadcastId })]);
    await followBroadcasts.run({ broadcastId });
    expect(await hiddenOf(broadcastId)).toBe(2 * CARRIED_AT_ONCE + 7);
    const odd = await db.$queryRaw<object[]>(sql`
      select v.id from conversation v where v.scope = ${AROUND} and (v.last_seq <> 2
        or (select count(*) from conversation_change c where c.conversation_id = v.id and c.seq = 2 and c.kind = 'hidden') <> 1)`);
    expect(odd).toEqual([]);
    facts = [];
    await db.$executeRaw(sql`delete from pgboss.job`);
    await resumeBroadcasts.run({});
    expect(await jobsOf("broadcasts.follow")).toEqual([]);
    expect(await outcomeOf(followBroadcast(await acting(leader), { broadcastId }))).toBe("not_found");
  });
});

describe("a broadcast on its way", () => {
  const under = async (broadcastId: string) => db.broadcast.findUniqueOrThrow({ where: { id: broadcastId } });
  /** Carried to the first five hundred of a few more. */
  async function half(): Promise<string> {
    await crowd(CARRIED_AT_ONCE + 7);
    const broadcastId = await send(AROUND);
    await carryBroadcast({ actor: system }, { broadcastId });
    return broadcastId;
  }
  async function isStopped(broadcastId: string) {
    await carryBroadcasts.run({ broadcastId });
    await resumeBroadcasts.run({});
    expect(await db.message.count({ where: { broadcastId } })).toBe(CARRIED_AT_ONCE);
    expect(await under(broadcastId)).toMatchObject({ carriedCount: CARRIED_AT_ONCE });
    expect((await under(broadcastId)).stoppedAt).not.toBeNull();
  }

  it("reaches nobody more once it is hidden, nor when it is shown again", async () => {
    const broadcastId = await half();
    const { memberId } = await db.conversation.findFirstOrThrow({ where: { scope: AROUND } });
    const reported = await copyOf(broadcastId, memberId ?? "");
    await report({ id: memberId } as Person, reported);
    const { id: decisionId } = await decide(moderator, reported, "hide");
    await isStopped(broadcastId);
    expect(await hiddenOf(broadcastId)).toBe(CARRIED_AT_ONCE);
    await appealDecision(await acting(leader), { decisionId, words: "Une invitation ne blesse personne." });
    const { id: appealId } = await db.appeal.findUniqueOrThrow({ where: { decisionId } });
    await settleAppeal(await acting(await aDecider("moderator")), {
      appealId,
      outcome: "show",
      words: "Rien n’y blesse personne.",
    });
    await followBroadcasts.run({ broadcastId });
    await isStopped(broadcastId);
    expect(await hiddenOf(broadcastId)).toBe(0);
  });

  it("ends when its author is suspended; what has arrived stays", async () => {
    const broadcastId = await half();
    await suspendInTheDatabase(leader.id);
    await isStopped(broadcastId);
    expect(await hiddenOf(broadcastId)).toBe(0);
  });

  it("ends with the last mandate that allows it", async () => {
    const other = { memberId: leader.id, scope: CLERMONT };
    await db.mandate.updateMany({ where: other, data: { role: "federation_admin", scope: "national/63" } });
    const broadcastId = await half();
    const end = (scope: string) =>
      db.mandate.updateMany({ where: { memberId: leader.id, scope }, data: { endsAt: new Date(Date.now() - 1) } });
    await end(AROUND);
    expect(await carryBroadcast({ actor: system }, { broadcastId })).toEqual({ done: true, carried: 7 });
    expect((await under(broadcastId)).stoppedAt).toBeNull();
    await db.broadcast.deleteMany({ where: { id: broadcastId } });
    await db.conversation.deleteMany({ where: { scope: AROUND } });
    const again = await half();
    await end("national/63");
    await isStopped(again);
  });

  it("ends with its author’s account", async () => {
    const broadcastId = await half();
    await db.broadcast.update({ where: { id: broadcastId }, data: { authorId: null } });
    await isStopped(broadcastId);
  });
});
