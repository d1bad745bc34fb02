import { createEvent } from "@tests/support/events-world.ts";
import { createPerson, outcomeOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { jobs } from "@/composition.ts";
import type { Actor } from "@/core/actor.ts";
import { isAppError } from "@/core/app-error.ts";
import { joinShift, leaveShift } from "@/features/participation/index.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfSession } from "@/platform/session.ts";

const crowd = (size: number): Promise<Actor[]> =>
  Promise.all(
    Array.from({ length: size }, async (_, n) => actorOfSession((await createPerson(`Membre ${n}`)).session)),
  );

/** Joins as a screen does: told that the line is busy (503), it sends again. */
async function join(actor: Actor, shiftId: string): Promise<{ signUpId: string; state: string }> {
  for (;;) {
    try {
      return await joinShift({ actor }, { shiftId });
    } catch (error) {
      if (!isAppError(error) || error.code !== "unavailable") throw error;
    }
  }
}

const rowsOf = (shiftId: string) =>
  db.signUp.findMany({ where: { shiftId, state: { not: "left" } }, orderBy: { arrival: "asc" } });

/** Places held are those of the rows, and whoever waits came after whoever is in. */
async function expectExact(shiftId: string, maximum: number): Promise<void> {
  const [shift, rows] = [await db.shift.findUniqueOrThrow({ where: { id: shiftId } }), await rowsOf(shiftId)];
  const held = rows.filter(({ state }) => state !== "waiting").reduce((sum, { size }) => sum + size, 0);
  expect(shift.taken).toBe(held);
  expect(held).toBeLessThanOrEqual(maximum);
  const firstWaiting = rows.findIndex(({ state }) => state === "waiting");
  if (firstWaiting >= 0) expect(rows.slice(firstWaiting).every(({ state }) => state === "waiting")).toBe(true);
}

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
});

describe("a hundred members who want ten places at once", () => {
  it("are ten in and ninety waiting, in the order of their arrival", { timeout: 120_000 }, async () => {
    const actors = await crowd(100);
    const { shiftId } = await createEvent({ maximum: 10, needed: 10 });
    const answers = await Promise.all(actors.map((actor) => join(actor, shiftId)));
    expect(answers.filter(({ state }) => state === "in")).toHaveLength(10);
    expect(answers.filter(({ state }) => state === "waiting")).toHaveLength(90);
    const rows = await rowsOf(shiftId);
    expect(rows.map(({ arrival }) => arrival)).toEqual(actors.map((_, n) => n + 1));
    await expectExact(shiftId, 10);
  });

  it("come and go together, and the places follow", { timeout: 120_000 }, async () => {
    const actors = await crowd(40);
    const { shiftId } = await createEvent({ maximum: 10, inHours: 12 });
    const joined = await Promise.all(actors.slice(0, 20).map((actor) => joinShift({ actor }, { shiftId })));
    const outcomes = await Promise.all([
      ...joined.map(({ signUpId }, n) => outcomeOf(leaveShift({ actor: actors[n] as Actor }, { signUpId }))),
      ...actors.slice(20).map((actor) => outcomeOf(joinShift({ actor }, { shiftId, size: 2 }))),
    ]);
    expect(new Set(outcomes)).toEqual(new Set(["ok"]));
    const rows = await rowsOf(shiftId);
    expect(rows).toHaveLength(20);
    expect(rows.filter(({ state }) => state === "in")).toHaveLength(5); // five pairs on ten places
    await expectExact(shiftId, 10);
  });
});

describe("one member in many tabs", () => {
  it("has one place, whatever she presses", async () => {
    const [actor] = (await crowd(1)) as [Actor];
    const { shiftId } = await createEvent({ maximum: 3 });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => outcomeOf(joinShift({ actor }, { shiftId }))));
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "conflict")).toHaveLength(19);
    expect(await rowsOf(shiftId)).toHaveLength(1);
    await expectExact(shiftId, 3);
  });
});
