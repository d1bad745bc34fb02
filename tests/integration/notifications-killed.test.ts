import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { closeSink, mailsTo, sendToSink } from "@tests/support/outgoing.ts";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { mailGate } from "@/composition.ts";
import { writeDigests } from "@/features/notifications/digest.jobs.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { singletons } from "@/platform/singletons.ts";
import { prepare, type Somebody, somebody } from "./coopains-world.ts";
import { newCoopain } from "./notice-mails-world.ts";

const sink = await sendToSink(5_000);
const NOW = new Date("2026-11-25T07:00:00Z");
/** How many digests are under way at once in one process. */
const UNDER_WAY = 8;
const people: Somebody[] = [];
beforeAll(async () => {
  await prepare();
  singletons.mailGate = mailGate;
  vi.spyOn(clock, "now").mockReturnValue(NOW);
  for (let n = 0; n < 40; n++) people.push(await somebody(`Membre ${n}`));
  for (const person of people) await newCoopain(person);
});
afterAll(() => closeSink(sink));

const counts = () => people.map(({ email }) => mailsTo(sink, email).length);
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe("digests whose process is killed midway", () => {
  it("leave nobody with two; only those under way at that moment may be missing, and their lines stay", {
    timeout: 150_000,
  }, async () => {
    // Ten are answered, the others never: it is killed while as many as it writes at once wait for their answer.
    sink.next = { end: Array.from({ length: 40 }, (_, n) => (n < 10 ? { afterMs: 60 } : "hang")) };
    const script = join(import.meta.dirname, "../support/digest-writer.ts");
    const child = fork(script, [NOW.toISOString()], { execArgv: ["--import", "tsx"] });
    await vi.waitFor(() => expect(sink.received.length).toBeGreaterThan(9), { timeout: 75_000, interval: 5 });
    child.kill("SIGKILL");
    await once(child, "exit");
    const before = sum(counts());
    expect(before).toBeLessThan(40);
    sink.next = {};
    await writeDigests("");
    await writeDigests("");
    expect(Math.max(...counts())).toBe(1);
    const missing = people.filter((_, n) => counts()[n] === 0);
    expect(missing.length).toBeLessThanOrEqual(UNDER_WAY);
    expect(sum(counts())).toBeGreaterThan(before);
    for (const { id } of missing)
      expect(
        await db.notice.findFirst({ where: { memberId: id, readAt: null } }),
        "unread in the centre",
      ).not.toBeNull();
  });
});
