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
import { jobs, liveFacts } from "@/composition.ts";
import { system } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { personRoom } from "@/core/person-room.ts";
import { carryBroadcasts, resumeBroadcasts } from "@/features/messages/broadcast.jobs.ts";
import { CARRIED_AT_ONCE } from "@/features/messages/broadcast.rules.ts";
import { broadcastCarried } from "@/features/messages/inbox.facts.ts";
import {
  broadcast,
  carryBroadcast,
  deleteMessage,
  getBroadcastDesk,
  getInbox,
  opposeBroadcasts,
  sendMessage,
} from "@/features/messages/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfMember } from "@/platform/session.ts";

const CLERMONT = "national/63/63113";
const WORDS = "Réunion de section jeudi à 19 h, au local. Venez nombreuses et nombreux !";

let leader: Person;
let second: Person;
let adherent: Person;
let sympathiser: Person;
let opposed: Person;
let suspended: Person;
let elsewhere: Person;
let federal: Person;
beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  const leading = { adherent: true, mandates: [{ role: "section_leader", scope: CLERMONT }] } as const;
  leader = await createPerson("Lucie Locale", leading);
  second = await createPerson("Léo Local", leading);
  adherent = await createPerson("Agnès Adhérente", { adherent: true });
  sympathiser = await createPerson("Samia Sympathisante");
  opposed = await createPerson("Omar Opposé");
  suspended = await createPerson("Suzanne Suspendue");
  await suspendInTheDatabase(suspended.id);
  elsewhere = await createPerson("Élie Ailleurs", { section: "03185" });
  federal = await createPerson("Farid Fédéral", {
    section: "63-autres",
    mandates: [{ role: "federation_admin", scope: "national/63" }],
  });
  await opposeBroadcasts(await as(opposed), { scope: CLERMONT, opposed: "oui" });
});
beforeEach(async () => {
  for (const table of ["broadcast", "conversation", "fact", "pgboss.job"])
    await db.$executeRawUnsafe(`delete from ${table}`);
});

async function as({ id }: { id: string }) {
  return { actor: await actorOfMember(id) };
}
const send = async (from: Person = leader, more: object = {}) =>
  broadcast(await as(from), { scope: CLERMONT, words: WORDS, confirmed: "oui", ...more });
const carryAll = (broadcastId: string) => carryBroadcasts.run({ broadcastId });
const receivers = async (broadcastId: string) =>
  (await db.message.findMany({ where: { broadcastId }, include: { conversation: true } }))
    .map(({ conversation }) => conversation.memberId ?? "")
    .sort();
const sorted = (people: readonly Person[]) => people.map(({ id }) => id).sort();

describe("writing to all members of a place", () => {
  it("reaches each of them in her own conversation with it, and nobody else", async () => {
    const { broadcastId } = await send();
    expect(await db.message.count()).toBe(0); // nothing leaves within the request
    await carryAll(broadcastId);
    expect(await receivers(broadcastId)).toEqual(sorted([second, adherent, sympathiser]));
    const rows = await db.message.findMany({ where: { broadcastId } });
    for (const row of rows) expect(row).toMatchObject({ seq: 1, fromPlace: true, authorId: leader.id, body: WORDS });
    expect(await db.broadcast.findUniqueOrThrow({ where: { id: broadcastId } })).toMatchObject({ carriedCount: 3 });
    const conversations = await db.conversation.findMany({ include: { participants: true } });
    for (const row of conversations)
      expect(row).toMatchObject({ scope: CLERMONT, lastSeq: 1, waitingSince: null, askedAt: null, assigneeId: null });
    expect(conversations.every(({ memberId, participants }) => participants[0]?.memberId === memberId)).toBe(true);
  });

  it("says beforehand how many will get it, and how many do not want it", async () => {
    const desk = await getBroadcastDesk(await actorOfMember(leader.id), CLERMONT);
    expect(desk).toMatchObject({ reach: { members: 3, adherents: 2 }, opposed: 1, can: { send: true }, past: [] });
    const { broadcastId } = await send(leader, { adherentsOnly: "oui" });
    await carryAll(broadcastId);
    expect(await receivers(broadcastId)).toEqual(sorted([second, adherent]));
    const after = await getBroadcastDesk(await actorOfMember(second.id), CLERMONT);
    expect(after.can.send).toBe(false);
    expect(after.past).toMatchObject([
      { author: "Lucie Locale", words: WORDS, carried: 2, done: true, adherentsOnly: true },
    ]);
  });

  it("goes by a federation to its sections, and by the country to everybody", async () => {
    const federation = await send(federal, { scope: "national/63" });
    await carryAll(federation.broadcastId);
    expect(await receivers(federation.broadcastId)).toEqual(
      sorted([leader, second, adherent, sympathiser, opposed]), // opposed to her section alone
    );
    const national = await createPerson("Noé National", { mandates: [{ role: "national_admin", scope: "national" }] });
    const country = await send(national, { scope: "national" });
    await carryAll(country.broadcastId);
    expect(await receivers(country.broadcastId)).toEqual(
      sorted([leader, second, adherent, sympathiser, opposed, elsewhere, federal]),
    );
    await db.member.delete({ where: { id: national.id } });
  });

  it("is one message a day for a place, whoever sends it, at once or later; another place is free", async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, n) => outcomeOf(send(n % 2 ? leader : second))));
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "conflict")).toHaveLength(9);
    expect(await refusalOf(send(second))).toMatchObject({ reason: "broadcast_today" });
    expect(await outcomeOf(send(federal, { scope: "national/63" }))).toBe("ok");
    vi.spyOn(clock, "now").mockReturnValue(new Date(Date.now() + 25 * 3_600_000));
    expect(await outcomeOf(send())).toBe("ok");
    vi.restoreAllMocks();
  });

  it("asks that it was read again, for words, and for a place of hers; and writes nothing otherwise", async () => {
    const before = await countRows();
    expect(await outcomeOf(send(leader, { confirmed: "" }))).toBe("invalid");
    expect(await outcomeOf(send(leader, { words: "Court." }))).toBe("invalid");
    expect(await outcomeOf(send(leader, { authorId: second.id }))).toBe("invalid");
    for (const scope of ["national/63", "national", "national/03/03185", "national/63/99999"])
      expect(await outcomeOf(send(leader, { scope })), scope).toBe("not_found");
    expect(await outcomeOf(send(adherent))).toBe("not_found");
    expect(await countRows()).toEqual(before);
    expect(await outcomeOf(carryBroadcast(await as(leader), { broadcastId: newId() }))).toBe("not_found");
  });

  it("goes on in a conversation that is there, without ending the wait of who asked something", async () => {
    const inbox = await createInbox(CLERMONT, adherent.id);
    const { broadcastId } = await send();
    await carryAll(broadcastId);
    const row = await db.conversation.findUniqueOrThrow({ where: { id: inbox.id } });
    expect(row).toMatchObject({ lastSeq: 2, assigneeId: null });
    expect(row.waitingSince).not.toBeNull();
  });

  it("fills no inbox; what a member answers does, and waits there", async () => {
    const { broadcastId } = await send();
    await carryAll(broadcastId);
    const list = async (voir: string) => (await getInbox(await actorOfMember(leader.id), CLERMONT, { voir })).rows;
    expect(await list("toutes")).toEqual([]);
    const { id: conversationId } = await db.conversation.findFirstOrThrow({ where: { memberId: adherent.id } });
    await sendMessage(await as(adherent), { conversationId, body: "J’y serai !", clientId: randomUUID() });
    for (const tab of ["attente", "toutes"]) expect((await list(tab)).map(({ id }) => id)).toEqual([conversationId]);
  });

  it("opens no way to write first to somebody alone: those in charge answer, and write again no more", async () => {
    const { broadcastId } = await send();
    await carryAll(broadcastId);
    const { id: conversationId } = await db.conversation.findFirstOrThrow({ where: { memberId: adherent.id } });
    const write = async (from: Person) =>
      outcomeOf(sendMessage(await as(from), { conversationId, body: "Salut toi", clientId: randomUUID() }));
    expect([await write(leader), await write(second)]).toEqual(["conflict", "conflict"]);
    const asked = await sendMessage(await as(adherent), { conversationId, body: "Quand ?", clientId: randomUUID() });
    const [{ id: messageId }] = [await db.message.findFirstOrThrow({ where: { conversationId, seq: asked.seq } })];
    // Taken back, it waits no more, and is nothing to answer.
    await deleteMessage(await as(adherent), { messageId });
    const left = await db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    expect(left).toMatchObject({ waitingSince: null, askedAt: null });
    expect(await write(leader)).toBe("conflict");
    expect([await write(adherent), await write(leader)]).toEqual(["ok", "ok"]);
  });
});

describe("carrying it", () => {
  const crowd = CARRIED_AT_ONCE + 7;
  async function people(): Promise<void> {
    const commune = await db.commune.findFirstOrThrow({ where: { sectionId: "63-autres" } });
    const now = clock.now();
    await db.member.createMany({
      data: Array.from({ length: crowd }, (_, n) => ({
        ...{ id: newId(), name: `Membre ${n}`, email: `${randomUUID()}@example.org`, claim: "sympathiser" as const },
        ...{ communeCode: commune.code, sectionId: "63-autres", joinedAt: now },
      })),
    });
  }
  const AROUND = "national/63/63-autres";

  it("goes on where it was stopped, whatever stopped it, and reaches nobody twice", async () => {
    await people();
    const { broadcastId } = await send(federal, { scope: AROUND });
    expect(await carryBroadcast({ actor: system }, { broadcastId })).toEqual({ done: false, carried: CARRIED_AT_ONCE });
    // Stopped in the middle of a transaction: nothing of it is there.
    await expect(
      db.$transaction(async (tx) => {
        await tx.$executeRaw(sql`update broadcast set carried_count = carried_count + 7 where id = ${broadcastId}`);
        throw new Error("killed");
      }),
    ).rejects.toThrow("killed");
    // Several who begin again at once, and one who believes that nothing was done.
    await Promise.all([carryAll(broadcastId), carryAll(broadcastId), carryAll(broadcastId)]);
    expect(await db.message.count({ where: { broadcastId } })).toBe(crowd);
    await db.broadcast.update({ where: { id: broadcastId }, data: { carriedTo: "", doneAt: null } });
    await carryAll(broadcastId);
    const got = await receivers(broadcastId);
    expect(got).toHaveLength(crowd);
    expect(new Set(got).size).toBe(crowd);
    const holes = await db.$queryRaw<object[]>(sql`
      select v.id from conversation v where v.last_seq <> (select count(*) from message x where x.conversation_id = v.id)`);
    expect(holes).toEqual([]);
    expect(await db.broadcast.findUniqueOrThrow({ where: { id: broadcastId } })).toMatchObject({ carriedCount: crowd });
  });

  it("is taken up again by the clock when it stands still, and left alone when it does not", async () => {
    const { broadcastId } = await send(federal, { scope: AROUND });
    const waiting = () =>
      db.$queryRaw<object[]>(
        sql`select 1 from pgboss.job where name = 'broadcasts.carry' and data->>'broadcastId' = ${broadcastId}`,
      );
    expect(await waiting()).toHaveLength(1);
    await resumeBroadcasts.run({});
    expect(await waiting()).toHaveLength(1);
    await db.broadcast.update({ where: { id: broadcastId }, data: { sentAt: new Date(Date.now() - 6 * 60_000) } });
    await resumeBroadcasts.run({});
    expect(await waiting()).toHaveLength(2);
  });

  it("signals the screens of those whom it just reached, a few hundred at a time", async () => {
    const { broadcastId } = await send(leader);
    await carryAll(broadcastId);
    const facts = await db.fact.findMany({ where: { name: broadcastCarried.factName } });
    const live = liveFacts.find(({ fact }) => fact === broadcastCarried.factName);
    const frames = (await live?.frames(facts.map(({ ids }) => broadcastCarried.revive(ids as never)))) ?? [];
    expect(frames.map(({ room }) => room).sort()).toEqual(
      [second, adherent, sympathiser].map(({ id }) => personRoom.of(id, "self")).sort(),
    );
    expect(frames[0]).toMatchObject({ kind: "messages", data: { lastSeq: 1 } });
    expect(JSON.stringify(frames)).not.toContain("Réunion");
  });
});

describe("asking a place not to write to all with her", () => {
  it("is heeded before the next one, and taken back as simply; twice is once", async () => {
    const say = async (opposedNow: "oui" | "non") =>
      opposeBroadcasts(await as(sympathiser), { scope: CLERMONT, opposed: opposedNow });
    await say("oui");
    await say("oui");
    expect(await db.fact.count({ where: { name: "broadcast.opposed" } })).toBe(1);
    const { broadcastId } = await send();
    await carryAll(broadcastId);
    expect(await receivers(broadcastId)).toEqual(sorted([second, adherent]));
    await say("non");
    await db.broadcast.deleteMany({ where: { scope: CLERMONT } });
    const again = await send();
    await carryAll(again.broadcastId);
    expect(await receivers(again.broadcastId)).toEqual(sorted([second, adherent, sympathiser]));
  });

  it("counts when it comes after it was sent and before it reached her", async () => {
    const { broadcastId } = await send();
    await opposeBroadcasts(await as(sympathiser), { scope: CLERMONT, opposed: "oui" });
    await carryAll(broadcastId);
    expect(await receivers(broadcastId)).toEqual(sorted([second, adherent]));
    await opposeBroadcasts(await as(sympathiser), { scope: CLERMONT, opposed: "non" });
  });

  it("is for places that exist, and for members", async () => {
    expect(await outcomeOf(opposeBroadcasts(await as(adherent), { scope: "national/63/99999", opposed: "oui" }))).toBe(
      "not_found",
    );
    expect(await outcomeOf(opposeBroadcasts(await as(suspended), { scope: CLERMONT, opposed: "oui" }))).toBe(
      "forbidden",
    );
  });
});
