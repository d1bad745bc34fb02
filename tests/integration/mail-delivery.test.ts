import { randomUUID } from "node:crypto";
import { closeSink, headerOf, mailsTo, sendToSink } from "@tests/support/outgoing.ts";
import type { Answer, SmtpSink } from "@tests/support/smtp-sink.ts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { db, pool, sql } from "@/platform/db/client.ts";
import { jobRun } from "@/platform/job-run.ts";
import { defineJob, enqueue, startJobs, stopJobs, wake } from "@/platform/jobs.ts";
import { log } from "@/platform/log.ts";
import { type Mail, sendMail } from "@/platform/mail.ts";
import { sendOnce } from "@/platform/mail-once.ts";

const sink = await sendToSink();
const mail = (more: Partial<Mail> = {}): Mail => ({
  to: `${randomUUID()}@example.org`,
  subject: "Une réunion, à 18 h 30",
  paragraphs: ["Premier paragraphe.", "Second <paragraphe> & fin."],
  link: { label: "Ouvrir", path: "/agenda" },
  ...more,
});
/** As the queue runs a job, as often as it likes. */
const inJob = (id: string, one: Mail) => jobRun.run({ id }, () => sendMail(one));

beforeEach(() => {
  sink.received.length = 0;
  sink.next = {};
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => closeSink(sink));

describe("a mail", () => {
  it("says the same as text and as a page, with links of our origin and nothing to load", async () => {
    const one = mail();
    await sendMail(one);
    const [arrived] = mailsTo(sink, one.to);
    expect(arrived).toMatchObject({ subject: one.subject, to: one.to });
    expect(arrived?.text).toContain("Second <paragraphe> & fin.");
    expect(arrived?.text).toContain(`${process.env.APP_ORIGIN}/agenda`);
    expect(headerOf(arrived ?? { raw: "" }, "Auto-Submitted")).toBe("auto-generated");
    expect(headerOf(arrived ?? { raw: "" }, "List-Unsubscribe")).toBeNull();
    expect(arrived?.raw).not.toMatch(/<img|src=3D|@import|url\(/i);
  });

  it("goes by connections that are kept from one to the next", async () => {
    await sendMail(mail());
    const before = sink.connections();
    for (let n = 0; n < 6; n++) await sendMail(mail());
    expect(sink.connections()).toBe(before);
    expect(sink.received).toHaveLength(7);
  });
});

describe("a mail server that fails", () => {
  it("is waited for when it is slow", async () => {
    sink.next = { RCPT: [{ afterMs: 120 }], end: [{ afterMs: 120 }] };
    const one = mail();
    await sendMail(one);
    expect(mailsTo(sink, one.to)).toHaveLength(1);
  });

  /** Twice: the first time on a connection that was kept, which is opened anew at once, the message not having left. */
  const twice = (answer: Answer): Answer[] => [answer, structuredClone(answer)];
  const later: [string, SmtpSink["next"]][] = [
    ["says later, before the message", { RCPT: [{ line: "451 later" }] }],
    ["says later, after the message", { end: [{ line: "451 later" }] }],
    ["does not want our sender, for now set up wrong", { MAIL: [{ line: "530 sign in first" }] }],
    ["says that it is too busy", { MAIL: twice({ line: "421 busy" }) }],
    ["ends the connection before the message", { MAIL: twice("die") }],
    ["is silent before the message", { RCPT: twice("hang") }],
  ];
  it.each(later)("and %s: the job fails, and its next run delivers once", async (_, next) => {
    const [id, one] = [randomUUID(), mail()];
    await sendMail(mail());
    sink.next = next;
    await expect(inJob(id, one)).rejects.toThrow("not delivered");
    sink.received.length = 0; // what it said "later" of is not kept
    await inJob(id, one);
    await inJob(id, one);
    expect(mailsTo(sink, one.to)).toHaveLength(1);
  });

  it("and dropped the kept connection is reached by another, at once", async () => {
    await sendMail(mail());
    const before = sink.connections();
    sink.next = { MAIL: ["die"] };
    const one = mail();
    await sendMail(one);
    expect(mailsTo(sink, one.to)).toHaveLength(1);
    expect(sink.connections()).toBe(before + 1);
  });

  const maybe: [string, () => SmtpSink["next"]][] = [
    ["is silent after the message", () => ({ end: ["hang"] })],
    ["ends the connection after the message", () => ({ end: ["die"] })],
  ];
  it.each(maybe)("and %s: it may have arrived, and nobody gets two", async (_, next) => {
    const [id, one] = [randomUUID(), mail()];
    sink.next = next();
    await inJob(id, one);
    await inJob(id, one);
    await sendOnce(["key", id], one);
    sink.next = next();
    await sendOnce(["other", id], mail({ to: one.to }));
    await sendOnce(["other", id], mail({ to: one.to }));
    expect(mailsTo(sink, one.to)).toHaveLength(3); // three mails: a job's, and two of keys of their own
  });

  const never: [string, SmtpSink["next"]][] = [
    ["knows nobody of that name", { RCPT: [{ line: "550 no such user" }] }],
    ["does not want the message", { end: [{ line: "554 not here" }] }],
  ];
  it.each(never)("and %s: it is not asked again", async (_, next) => {
    const [id, one] = [randomUUID(), mail()];
    sink.next = next;
    await inJob(id, one);
    const commands = sink.received.length;
    await inJob(id, one);
    expect(sink.received).toHaveLength(commands);
  });

  it("is not told of in the log by addresses or words", async () => {
    const warned = vi.spyOn(log, "warn").mockImplementation(() => {});
    const one = mail();
    sink.next = { RCPT: [{ line: `550 no such user ${one.to}` }] };
    await inJob(randomUUID(), one);
    expect(warned).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(warned.mock.calls)).not.toContain(one.to);
    sink.next = { RCPT: [{ line: `451 later ${one.to}` }] };
    const failure: Error = await inJob(randomUUID(), one).then(
      () => new Error("it left"),
      (error) => error,
    );
    expect(`${failure.message} ${failure.stack} ${JSON.stringify(failure)}`).not.toContain(one.to);
  });

  it("is not even spoken to by a second run of a job that is under way", async () => {
    const [id, one] = [randomUUID(), mail()];
    sink.next = { end: [{ afterMs: 150 }] };
    await Promise.all([inJob(id, one), inJob(id, one), inJob(id, one)]);
    expect(mailsTo(sink, one.to)).toHaveLength(1);
  });
});

describe("the queue", () => {
  const writing = defineJob({
    name: "test.writing",
    input: z.object({ to: z.string() }),
    atOnce: 5,
    run: async ({ to }) => {
      await sendMail(mail({ to }));
    },
  });
  const stateOf = async (to: string) => {
    const rows = await db.$queryRaw<{ state: string; retries: number; wait: number; output: unknown }[]>(sql`
      select state::text, retry_count::int as retries, extract(epoch from start_after - now())::float8 as wait, output
      from pgboss.job where name = 'test.writing' and data->>'to' = ${to}`);
    return rows[0];
  };
  const reaches = (to: string, state: object) =>
    vi.waitFor(async () => expect(await stateOf(to)).toMatchObject(state), { timeout: 5_000 });
  beforeAll(() => startJobs([writing]));
  afterAll(stopJobs);

  it("waits longer each time while the server is away, then delivers once", async () => {
    const to = mail().to;
    sink.next = { RCPT: [{ line: "451 later" }, { line: "451 later" }] };
    await enqueue(db, writing, { to });
    wake([writing.name]);
    const waits: number[] = [];
    for (let round = 0; round < 2; round++) {
      await reaches(to, { state: "retry", retries: round });
      const found = await stateOf(to);
      waits.push(found?.wait ?? 0);
      expect(JSON.stringify(found?.output)).not.toContain(to);
      await pool().query("update pgboss.job set start_after = now() where name = 'test.writing' and state = 'retry'");
      wake([writing.name]);
    }
    await reaches(to, { state: "completed" });
    expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
    expect(mailsTo(sink, to)).toHaveLength(1);
  });

  it("goes on to the next without waiting", async () => {
    const all = Array.from({ length: 60 }, () => mail().to);
    for (const to of all) await enqueue(db, writing, { to });
    wake([writing.name]);
    // Twelve times five: one take a second would need eleven.
    await vi.waitFor(() => expect(sink.received).toHaveLength(60), { timeout: 8_000 });
  });

  it("tries again the one that failed, and not those that were taken with it", async () => {
    const all = Array.from({ length: 5 }, () => mail().to);
    sink.next = { RCPT: [{ line: "451 later" }] };
    for (const to of all) await enqueue(db, writing, { to });
    wake([writing.name]);
    await vi.waitFor(
      async () => {
        const states = await Promise.all(all.map(async (to) => (await stateOf(to))?.state));
        expect(states.sort()).toEqual(["completed", "completed", "completed", "completed", "retry"]);
      },
      { timeout: 8_000 },
    );
    expect(sink.received).toHaveLength(4);
  });
});
