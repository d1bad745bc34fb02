import { closeSink, headerOf, mailsTo, sendToSink } from "@tests/support/outgoing.ts";
import { blockInTheDatabase, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { jobs, mailGate } from "@/composition.ts";
import { digestBatch, writeDigests } from "@/features/notifications/digest.jobs.ts";
import { claimDigest, draftDigest, findDue, listDueMembers } from "@/features/notifications/digest.queries.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { singletons } from "@/platform/singletons.ts";
import { prepare, type Somebody, somebody } from "./coopains-world.ts";
import { choose, mailOf, newCoopain } from "./notice-mails-world.ts";

const sink = await sendToSink();
// A Wednesday, and the Monday after it, at 8:00 in Paris.
const WEDNESDAY = new Date("2026-11-25T07:00:00Z");
const MONDAY = new Date("2026-11-30T07:00:00Z");
let ines: Somebody;
beforeAll(async () => {
  await prepare();
  singletons.mailGate = mailGate;
});
beforeEach(async () => {
  sink.received.length = 0;
  sink.next = {};
  await db.$executeRaw(sql`delete from pgboss.job`);
  await db.$executeRaw(sql`delete from notice`);
  await db.$executeRaw(sql`delete from digest`);
  itIs(WEDNESDAY);
  ines = await somebody("Inès Lectrice");
});
afterAll(() => closeSink(sink));

const itIs = (moment: Date) => vi.spyOn(clock, "now").mockReturnValue(moment);
const send = () => writeDigests("");
const hers = () => mailsTo(sink, ines.email);
const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, " ");

describe("the digest of a day", () => {
  it("gathers what is unread, the newest first, with a subject that says it, once", async () => {
    await newCoopain(ines, { name: "Bérénice Hier", hoursAgo: 30 });
    await newCoopain(ines, { name: "Camille Arrivée", hoursAgo: 9 });
    const read = await newCoopain(ines, { name: "Dounia Lue" });
    await db.notice.update({ where: { id: read.id }, data: { readAt: clock.now() } });
    await newCoopain(ines, { name: "Élie Aujourd’hui", hoursAgo: 1 });
    expect(await send()).toEqual({ next: null, sent: 1 });
    expect(await send()).toEqual({ next: null, sent: 0 });
    const [mail, ...none] = hers();
    expect(none).toEqual([]);
    expect(plain(mail?.subject)).toBe("3 nouveaux coopains");
    expect(mail?.text).toMatch(/Élie Aujourd’hui[\s\S]*Camille Arrivée[\s\S]*Bérénice Hier/);
    expect(mail?.text).not.toContain("Dounia");
    expect(headerOf(mail ?? { raw: "" }, "List-Unsubscribe")).toContain("/api/desabonnement/");
    expect(await db.digest.findMany()).toMatchObject([{ memberId: ines.id, pace: "daily", sentAt: WEDNESDAY }]);
  });

  it("has what came after the hour the next day", async () => {
    await newCoopain(ines, { name: "Camille Matin" });
    await send();
    itIs(new Date("2026-11-25T09:00:00Z"));
    const late = await newCoopain(ines, { name: "Dounia Tard", hoursAgo: 0 });
    await send();
    expect(hers()).toHaveLength(1);
    itIs(new Date("2026-11-26T06:40:00Z"));
    await send();
    expect(hers().map(({ text }) => text.includes("Dounia Tard"))).toEqual([false, true]);
    expect((await mailOf(late.id)).mailedAt).not.toBeNull();
  });

  it("does not leave before half past seven, nor in the afternoon", async () => {
    await newCoopain(ines);
    for (const hour of ["06:00", "13:00", "22:00"]) {
      itIs(new Date(`2026-11-25T${hour}:00Z`));
      await send();
    }
    expect(sink.received).toEqual([]);
  });

  it("is nothing, rather than empty: what she may not read any more is dropped", async () => {
    const ended = await newCoopain(ines);
    await db.coopain.deleteMany({ where: { OR: [{ memberId: ended.other.id }, { otherId: ended.other.id }] } });
    const blocked = await newCoopain(ines);
    await blockInTheDatabase(ines.id, blocked.other.id);
    expect((await send()).sent).toBe(0);
    expect(sink.received).toEqual([]);
    expect((await mailOf(ended.id)).mailedAt).not.toBeNull();
    expect(await db.digest.count()).toBe(0);
  });

  it("honours what she ended, muted or was suspended for before her turn", async () => {
    const [omar, paul] = [await somebody("Omar Fini"), await somebody("Paul Suspendu")];
    for (const who of [ines, omar, paul]) await newCoopain(who);
    await db.notice.updateMany({ where: { memberId: ines.id }, data: { topic: "debate:0123456789ab" } });
    await db.topicMute.create({ data: { memberId: ines.id, topic: "debate:0123456789ab", mutedAt: clock.now() } });
    await choose(omar.id, "coopain.accepted", "never");
    await suspendInTheDatabase(paul.id);
    expect((await send()).sent).toBe(0);
    expect(sink.received).toEqual([]);
  });
});

describe("those to whom something is due", () => {
  it("are not those who ended digests, nor the suspended or erased: nothing is read for them", async () => {
    const [omar, paul] = [await somebody("Omar Fini"), await somebody("Paul Suspendu")];
    const [rose, tom] = [await somebody("Rose Partie"), await somebody("Tom Voisin")];
    for (const who of [ines, omar, paul, rose, tom]) await newCoopain(who);
    const due = await findDue();
    const listed = async () => (await listDueMembers(due, "", 100)).map(({ id }) => id);
    expect(await listed()).toEqual([ines.id, omar.id, paul.id, rose.id, tom.id].sort());
    await choose(omar.id, "digest", "never");
    await suspendInTheDatabase(paul.id);
    await db.member.update({ where: { id: rose.id }, data: { erasedAt: clock.now() } });
    expect(await listed()).toEqual([ines.id, tom.id].sort());
    // Whoever takes them up again has what waited.
    await db.noticeChoice.deleteMany({ where: { memberId: omar.id, kind: "digest" } });
    expect(await listed()).toEqual([ines.id, omar.id, tom.id].sort());
  });
});

describe("the digest of a week", () => {
  it("leaves on Monday, with the day's in one mail", async () => {
    await newCoopain(ines, { name: "Camille Semaine", mail: "weekly" });
    await send();
    expect(sink.received).toEqual([]);
    itIs(MONDAY);
    await newCoopain(ines, { name: "Dounia Jour" });
    await send();
    const [mail, ...none] = hers();
    expect(none).toEqual([]);
    expect(plain(mail?.subject)).toBe("Ta semaine : 2 nouveaux coopains");
    expect(mail?.text).toContain("Camille Semaine");
    expect(await db.digest.count()).toBe(2);
  });
});

describe("nobody gets two", () => {
  const crowd = async (count: number) => {
    const people: Somebody[] = [];
    for (let n = 0; n < count; n++) people.push(await somebody(`Membre ${n}`));
    for (const person of people) await newCoopain(person);
    return people;
  };
  const counts = (people: readonly Somebody[]) => people.map(({ email }) => mailsTo(sink, email).length);

  it("from two processes at the same time", async () => {
    const people = await crowd(12);
    await Promise.all([send(), send(), send()]);
    expect(counts(people)).toEqual(people.map(() => 1));
  });

  it("after a kill midway: what had been claimed is not claimed again, and the others leave", async () => {
    const people = await crowd(6);
    const due = await findDue();
    const [dead] = people;
    const draft =
      dead &&
      (await draftDigest(
        dead.id,
        due.filter(({ federationId }) => federationId === "63"),
      ));
    if (!dead || !draft) throw new Error("nothing to claim");
    await claimDigest(dead.id, draft); // and no further
    await digestBatch.run({ after: "" });
    await digestBatch.run({ after: "" });
    expect(counts(people)).toEqual([0, 1, 1, 1, 1, 1]);
  });

  it("when the message may have arrived; when it surely did not, it leaves at the next round", async () => {
    await newCoopain(ines);
    sink.next = { RCPT: [{ line: "451 later" }] };
    await send();
    expect(sink.received).toEqual([]);
    expect(await db.digest.count()).toBe(0);
    sink.next = { end: ["hang"] };
    await send();
    await send();
    expect(hers()).toHaveLength(1);
  });

  it("and nobody is left out when the mail server is away for a while", async () => {
    const people = await crowd(12);
    sink.next = { RCPT: Array.from({ length: 40 }, () => ({ line: "451 later" })) };
    await expect(digestBatch.run({ after: "" })).rejects.toThrow("not delivered");
    // Those who write at the same time give up after it.
    await expect.poll(() => db.digest.count()).toBe(0);
    sink.next = {};
    await digestBatch.run({ after: "" });
    expect(counts(people)).toEqual(people.map(() => 1));
  });
});

describe("batches", () => {
  it("hand over when their time is up, each member once", async () => {
    const people = [ines, await somebody("Omar Autre"), await somebody("Paul Encore")];
    for (const person of people) await newCoopain(person);
    const steps: number[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const { next, sent } = await writeDigests(after, { forMs: 0, atOnce: 1 });
      steps.push(sent);
      after = next;
    }
    expect(steps).toEqual([1, 1, 1, 0]);
    expect(people.map(({ email }) => mailsTo(sink, email).length)).toEqual([1, 1, 1]);
  });

  it("begin once, where it is morning", async () => {
    await newCoopain(ines);
    const begin = jobs.find(({ name }) => name === "notifications.begin-digests");
    await begin?.run({} as never);
    await begin?.run({} as never);
    const waiting = await db.$queryRaw<object[]>(
      sql`select data from pgboss.job where name = 'notifications.digest-batch'`,
    );
    expect(waiting).toHaveLength(1);
    const due = await findDue();
    expect(due.filter(({ federationId }) => federationId === "972")).toEqual([]); // it is night there
    expect(due.length).toBeGreaterThan(150);
  });
});
