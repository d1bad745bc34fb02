import { closeSink, headerOf, mailsTo, sendToSink } from "@tests/support/outgoing.ts";
import { blockInTheDatabase, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { jobs, mailGate } from "@/composition.ts";
import { type NoticeKindId, noticeKind } from "@/core/notice-kinds.ts";
import { MAILS_AN_HOUR, TIMELY_MAILS_AN_HOUR } from "@/features/notifications/mail.rules.ts";
import { writeNow } from "@/features/notifications/mail-now.jobs.ts";
import { listWaiting } from "@/features/notifications/mail-now.queries.ts";
import { clock } from "@/platform/clock.ts";
import { db, pool, sql } from "@/platform/db/client.ts";
import { jobRun } from "@/platform/job-run.ts";
import { createLimits } from "@/platform/limits.ts";
import { sendMail } from "@/platform/mail.ts";
import { singletons } from "@/platform/singletons.ts";
import { prepare, type Somebody, somebody } from "./coopains-world.ts";
import { choose, mailOf, newCoopain } from "./notice-mails-world.ts";

const sink = await sendToSink();
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
  ines = await somebody("Inès Lectrice");
});
afterEach(() => {
  singletons.limits = { consume: async () => {} };
  vi.restoreAllMocks();
});
afterAll(() => closeSink(sink));

/** A mail of a feature's own, of a kind that members choose. */
const own = (who: Somebody, kind: NoticeKindId = "event.announced") =>
  sendMail({ to: who.email, subject: "Changement", paragraphs: ["Rien."], about: { memberId: who.id, kind } });
const run = (who: Somebody) => writeNow.run({ memberId: who.id });
const chosen = (who: Somebody, mail: "now" | "daily" | "weekly" | "never") => choose(who.id, "coopain.accepted", mail);
const runJob = async (name: string) => jobs.find((job) => job.name === name)?.run({} as never);

describe("a mail of a kind that is chosen", () => {
  it("says why it comes and how to end it, by a page and in one click", async () => {
    await own(ines);
    const [mail] = mailsTo(sink, ines.email);
    const link = await db.unsubscribeLink.findFirstOrThrow({ where: { memberId: ines.id, kind: "event.announced" } });
    expect(mail?.text).toContain("Pourquoi tu reçois ceci");
    expect(mail?.text).toContain(noticeKind("event.announced").why);
    expect(mail?.text).toContain(`${process.env.APP_ORIGIN}/desabonnement/${link.id}`);
    expect(headerOf(mail ?? { raw: "" }, "List-Unsubscribe")).toMatch(
      new RegExp(`^<${process.env.APP_ORIGIN}/api/desabonnement/${link.id}[0-9a-z]{26}>$`),
    );
    expect(headerOf(mail ?? { raw: "" }, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    await own(ines);
    expect(await db.unsubscribeLink.count({ where: { memberId: ines.id } })).toBe(1);
  });

  it.each(["daily", "weekly", "never"] as const)("does not leave to her who chose %s", async (pace) => {
    await choose(ines.id, "event.announced", pace);
    expect(await own(ines)).toBe(false);
    expect(sink.received).toEqual([]);
  });

  it("does not leave about what she muted, and leaves about the rest", async () => {
    const topic = "event:0123456789ab";
    await db.topicMute.create({ data: { memberId: ines.id, topic, mutedAt: clock.now() } });
    const about = (topic: string, kind: NoticeKindId = "event.announced") =>
      sendMail({
        to: ines.email,
        subject: "Changement",
        paragraphs: ["Rien."],
        about: { memberId: ines.id, kind, topic },
      });
    expect(await about(topic)).toBe(false);
    expect(await about("event:0123456789ac")).toBe(true);
    expect(await about(topic, "mandate.changed")).toBe(true);
  });

  it("does not leave to who is suspended or erased; what is told by right does, and cannot be ended", async () => {
    await choose(ines.id, "mandate.changed", "never");
    await suspendInTheDatabase(ines.id);
    expect(await own(ines)).toBe(false);
    expect(await own(ines, "mandate.changed")).toBe(true);
    const [mail] = mailsTo(sink, ines.email);
    expect(mail?.text).toContain("Cela concerne une de tes responsabilités.");
    expect(mail?.text).not.toContain("desabonnement");
    expect(headerOf(mail ?? { raw: "" }, "List-Unsubscribe")).toBeNull();
    const gone = await somebody("Omar Parti");
    await db.member.update({ where: { id: gone.id }, data: { erasedAt: clock.now() } });
    expect(await own(gone)).toBe(false);
    expect(await own(gone, "mandate.changed")).toBe(false);
  });
});

describe("too many mails in an hour", () => {
  beforeEach(() => {
    singletons.limits = createLimits();
  });

  it("are ten and no more: what they say waits for the digest, and others are not held", async () => {
    for (let n = 0; n < MAILS_AN_HOUR.points; n++) expect(await own(ines)).toBe(true);
    const line = await newCoopain(ines, { mail: "own", hoursAgo: 0 });
    await db.notice.update({ where: { id: line.id }, data: { kind: "event.announced" } });
    expect(await own(ines)).toBe(false);
    expect(sink.received).toHaveLength(MAILS_AN_HOUR.points);
    expect(await mailOf(line.id)).toEqual({ mail: "daily", mailedAt: null });
    expect(await own(await somebody("Omar Voisin"))).toBe(true);
    expect(await own(ines, "mandate.changed")).toBe(true);
  });

  it("are held without those that left before: what a mail said, no digest says again", async () => {
    const line = async () => {
      const { id } = await newCoopain(ines, { mail: "own", hoursAgo: 0 });
      await db.notice.update({ where: { id }, data: { kind: "event.announced" } });
      return id;
    };
    const said = [await line(), await line()];
    for (let n = 0; n < MAILS_AN_HOUR.points; n++) await own(ines);
    const held = await line();
    expect(await own(ines)).toBe(false);
    for (const id of said) expect(await mailOf(id)).toMatchObject({ mail: "own" });
    expect(await mailOf(held)).toEqual({ mail: "daily", mailedAt: null });
  });

  it("are held line by line: the last that may leave does not take the words of the next one with it", async () => {
    for (let n = 1; n < MAILS_AN_HOUR.points; n++) await own(ines);
    const lines = [
      await newCoopain(ines, { mail: "own", hoursAgo: 0 }),
      await newCoopain(ines, { mail: "own", hoursAgo: 0 }),
    ];
    for (const [n, { id }] of lines.entries())
      await db.notice.update({
        where: { id },
        data: { kind: "event.announced", at: new Date(Date.now() - 9_000 + n) },
      });
    expect([await own(ines), await own(ines)]).toEqual([true, false]);
    expect(await Promise.all(lines.map(({ id }) => mailOf(id)))).toEqual([
      { mail: "own", mailedAt: expect.any(Date) },
      { mail: "daily", mailedAt: null },
    ]);
  });

  it("count what surely did not leave as not said", async () => {
    const { id } = await newCoopain(ines, { mail: "own", hoursAgo: 0 });
    await db.notice.update({ where: { id }, data: { kind: "event.announced" } });
    sink.next = { RCPT: [{ line: "451 later" }] };
    await expect(own(ines)).rejects.toThrow();
    expect(await mailOf(id)).toEqual({ mail: "own", mailedAt: null });
    await own(ines);
    expect((await mailOf(id)).mailedAt).not.toBeNull();
  });

  it("are held with the line that is told only afterwards", async () => {
    for (let n = 0; n <= MAILS_AN_HOUR.points; n++) await own(ines);
    const line = await newCoopain(ines, { mail: "own", hoursAgo: 0 });
    await db.notice.update({ where: { id: line.id }, data: { kind: "event.announced" } });
    const [waiting] = await db.$queryRaw<{ data: object }[]>(sql`
      select data from pgboss.job where name = 'notifications.fall-to-digest' and start_after > now() + interval '1 minute'`);
    await jobs.find(({ name }) => name === "notifications.fall-to-digest")?.run(waiting?.data as never);
    expect(await mailOf(line.id)).toEqual({ mail: "daily", mailedAt: null });
  });

  it("are three of one kind, where the mail is not about a thing of its own", async () => {
    const mention = () =>
      sendMail({
        to: ines.email,
        subject: "Mention",
        paragraphs: ["Rien."],
        about: { memberId: ines.id, kind: "post.mentioned" },
      });
    expect([await mention(), await mention(), await mention(), await mention()]).toEqual([true, true, true, false]);
    expect(await own(ines)).toBe(true);
  });

  it("do not count those that surely did not leave", async () => {
    for (let n = 0; n < 30; n++) {
      sink.next = { RCPT: [{ line: "451 later" }] };
      await expect(own(ines)).rejects.toThrow();
    }
    expect(await own(ines)).toBe(true);
  });

  it("do not hold what would be too late tomorrow, a change, a place, a reminder: thirty of those leave by themselves", async () => {
    for (let n = 0; n <= MAILS_AN_HOUR.points; n++) await own(ines);
    sink.received.length = 0;
    const kinds = ["event.changed", "event.place", "event.reminder"] as const;
    for (let n = 0; n < TIMELY_MAILS_AN_HOUR.points; n++) expect(await own(ines, kinds[n % 3])).toBe(true);
    for (const kind of kinds) {
      const line = await newCoopain(ines, { mail: "own", hoursAgo: 0 });
      await db.notice.update({ where: { id: line.id }, data: { kind } });
      expect(await own(ines, kind)).toBe(false);
      expect(await mailOf(line.id)).toEqual({ mail: "daily", mailedAt: null });
    }
    expect(sink.received).toHaveLength(TIMELY_MAILS_AN_HOUR.points);
    const other = await somebody("Omar Voisin");
    for (let n = 0; n < TIMELY_MAILS_AN_HOUR.points; n++) await own(other, "event.changed");
    expect(await own(other)).toBe(true);
  });

  it("go by the week where she chose the week", async () => {
    await choose(ines.id, "coopain.accepted", "weekly");
    for (let n = 0; n < MAILS_AN_HOUR.points; n++) await own(ines);
    const line = await newCoopain(ines, { mail: "now" });
    await run(ines);
    expect(await mailOf(line.id)).toEqual({ mail: "weekly", mailedAt: null });
  });

  it("hold what was to be told at once, too", async () => {
    await chosen(ines, "now");
    for (let n = 0; n < MAILS_AN_HOUR.points; n++) await own(ines);
    const line = await newCoopain(ines, { mail: "now" });
    await run(ines);
    expect(await mailOf(line.id)).toEqual({ mail: "daily", mailedAt: null });
  });
});

describe("what is told at once", () => {
  beforeEach(() => chosen(ines, "now"));

  it("is one mail for what gathered, in the words of the centre, and once", async () => {
    const { other } = await newCoopain(ines, { name: "Camille Arrivée", mail: "now" });
    await run(ines);
    await run(ines);
    const [first, ...none] = mailsTo(sink, ines.email);
    expect(none).toEqual([]);
    expect(first?.subject).toContain("Camille Arrivée a accepté");
    expect(first?.text).toContain(`/membres/${other.id}`);
    await newCoopain(ines, { name: "Dounia Suivante", mail: "now" });
    await newCoopain(ines, { name: "Élie Suivant", mail: "now" });
    await run(ines);
    const second = mailsTo(sink, ines.email).at(-1);
    expect(second?.subject).toMatch(/^Coopains\s: 2\snouveaux coopains$/);
    expect(second?.text).toMatch(/Dounia Suivante[\s\S]*Élie Suivant|Élie Suivant[\s\S]*Dounia Suivante/);
    expect(sink.received).toHaveLength(2);
  });

  it("takes a kind when its mail is about to leave: killed there, the others still wait", async () => {
    const first = await newCoopain(ines, { mail: "now", hoursAgo: 3 });
    const second = await newCoopain(ines, { mail: "now", hoursAgo: 2 });
    await db.notice.update({ where: { id: second.id }, data: { kind: "coopain.joined" } });
    await choose(ines.id, "coopain.joined", "now");
    sink.next = { end: [{ afterMs: 2_000 }] };
    const running = run(ines);
    await expect.poll(() => sink.received.length).toBe(1);
    expect([(await mailOf(first.id)).mailedAt, (await mailOf(second.id)).mailedAt]).toEqual([expect.any(Date), null]);
    await running;
    expect((await mailOf(second.id)).mailedAt).not.toBeNull();
    expect(sink.received).toHaveLength(2);
  });

  it("loses one mail at most to a kill: those whose turn had not come leave by the next one, and nobody gets two", async () => {
    const kinds: NoticeKindId[] = ["coopain.accepted", "coopain.requested", "coopain.joined"];
    for (const [n, kind] of kinds.entries()) {
      await choose(ines.id, kind, "now");
      const { id } = await newCoopain(ines, { name: `Personne ${n}`, mail: "now", hoursAgo: 20 - n });
      await db.notice.update({ where: { id }, data: { kind } });
    }
    // Its process dies at the door of the second mail: what it waits for there never comes.
    const reached = Promise.withResolvers<void>();
    singletons.mailGate = (about) => {
      if (about.kind !== "coopain.requested") return mailGate(about);
      reached.resolve();
      return new Promise(() => {});
    };
    try {
      void run(ines);
      await reached.promise;
    } finally {
      singletons.mailGate = mailGate;
    }
    await run(ines);
    await run(ines);
    const told = mailsTo(sink, ines.email).map(({ subject }) => /Personne \d/.exec(subject)?.[0]);
    expect(told).toEqual(["Personne 0", "Personne 2"]);
  });

  it("is still to be told when the database fails while it is read and worded", async () => {
    const { id } = await newCoopain(ines, { mail: "now" });
    const query = pool().query.bind(pool());
    let read = false;
    const failing = vi.spyOn(pool(), "query").mockImplementation((async (asked: { text: string }) => {
      if (read) throw new Error("connection terminated");
      read = asked.text.includes("as wanted");
      return query(asked);
    }) as never);
    await expect(run(ines)).rejects.toThrow("connection terminated");
    failing.mockRestore();
    expect(await mailOf(id)).toEqual({ mail: "now", mailedAt: null });
    await run(ines);
    expect(sink.received).toHaveLength(1);
  });

  it("serves first who waits longest", async () => {
    const [late, long] = [await somebody("Omar Récent"), await somebody("Paul Patient")];
    await newCoopain(late, { mail: "now", hoursAgo: 1 });
    await newCoopain(ines, { mail: "now", hoursAgo: 2 });
    await newCoopain(long, { mail: "now", hoursAgo: 3 });
    expect(await listWaiting()).toEqual([long.id, ines.id, late.id]);
  });

  it("gathers for a minute", async () => {
    await newCoopain(ines, { mail: "now", hoursAgo: 0 });
    await run(ines);
    await runJob("notifications.write-waiting");
    expect(sink.received).toEqual([]);
    const later = Date.now() + 61_000;
    vi.spyOn(clock, "now").mockReturnValue(new Date(later));
    await runJob("notifications.write-waiting");
    await runJob("notifications.write-waiting");
    const waiting = await db.$queryRaw<object[]>(
      sql`select data from pgboss.job where name = 'notifications.write-now'`,
    );
    expect(waiting).toEqual([{ data: { memberId: ines.id } }]);
    await run(ines);
    expect(sink.received).toHaveLength(1);
  });

  it("is nothing when she read it meanwhile, or may not read it any more", async () => {
    const read = await newCoopain(ines, { mail: "now" });
    await db.notice.update({ where: { id: read.id }, data: { readAt: clock.now() } });
    const ended = await newCoopain(ines, { mail: "now" });
    await db.coopain.deleteMany({ where: { OR: [{ memberId: ended.other.id }, { otherId: ended.other.id }] } });
    const blocked = await newCoopain(ines, { mail: "now" });
    await blockInTheDatabase(blocked.other.id, ines.id);
    const gone = await newCoopain(ines, { mail: "now" });
    await db.member.update({ where: { id: gone.other.id }, data: { erasedAt: clock.now() } });
    await run(ines);
    expect(sink.received).toEqual([]);
  });

  it("is nothing to who is suspended", async () => {
    await newCoopain(ines, { mail: "now" });
    await suspendInTheDatabase(ines.id);
    await run(ines);
    expect(sink.received).toEqual([]);
  });

  it("waits for the digest when she chose another pace in between", async () => {
    const line = await newCoopain(ines, { mail: "now" });
    await chosen(ines, "weekly");
    await run(ines);
    expect(sink.received).toEqual([]);
    expect(await mailOf(line.id)).toEqual({ mail: "weekly", mailedAt: null });
  });

  it("leaves once when several write at once", async () => {
    await newCoopain(ines, { mail: "now" });
    await Promise.all([run(ines), run(ines), run(ines)]);
    expect(sink.received).toHaveLength(1);
  });

  it("is tried again when the server was away, and not when it may have arrived", async () => {
    const line = await newCoopain(ines, { mail: "now" });
    sink.next = { RCPT: [{ line: "451 later" }] };
    await expect(run(ines)).rejects.toThrow("not delivered");
    expect(await mailOf(line.id)).toEqual({ mail: "now", mailedAt: null });
    await run(ines);
    expect(sink.received).toHaveLength(1);
  });

  it.each([
    ["hangs after the words", { end: ["hang"] }],
    ["dies after the words", { end: ["die"] }],
    ["refuses the address for good", { RCPT: [{ line: "550 no such user" }] }],
  ])("is not tried again when the server %s", async (_, next) => {
    const line = await newCoopain(ines, { mail: "now" });
    sink.next = next as never;
    await jobRun.run({ id: "22222222-2222-4222-8222-222222222222" }, () => run(ines));
    expect((await mailOf(line.id)).mailedAt).not.toBeNull();
    const received = sink.received.length;
    await run(ines);
    expect(sink.received).toHaveLength(received);
  });

  it("is another mail when it comes again in the same words, though the same job is tried again", async () => {
    const { id } = await newCoopain(ines, { mail: "now" });
    await jobRun.run({ id: "11111111-1111-4111-8111-111111111111" }, async () => {
      await run(ines);
      await db.notice.update({ where: { id }, data: { mailedAt: null } });
      await run(ines);
    });
    expect(sink.received).toHaveLength(2);
  });

  it("is not asked for who is suspended, minute after minute", async () => {
    await newCoopain(ines, { mail: "now" });
    expect(await listWaiting()).toContain(ines.id);
    await suspendInTheDatabase(ines.id);
    expect(await listWaiting()).not.toContain(ines.id);
  });
});
