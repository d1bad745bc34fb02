import { atTime, createHosts, debateIn, listening, rowOf, storyOf } from "@tests/support/debates-world.ts";
import { outcomeOf, refusalOf, withoutLimits } from "@tests/support/worlds.ts";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Actor, system } from "@/core/actor.ts";
import { beginPhase, keepSchedules } from "@/features/debates/debate.jobs.ts";
import type { DebatePhase } from "@/features/debates/debate.rules.ts";
import { debateJobs, followSchedule, movePhase, publishSynthesis, reopenPhase } from "@/features/debates/index.ts";
import { db, sql } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";

let world: Awaited<ReturnType<typeof createHosts>>;
let leader: Actor;
const HOUR = 3_600_000;

beforeAll(async () => {
  await prepareJobs(debateJobs, { working: false });
  world = await createHosts();
  leader = world.actors.leader;
});
beforeEach(withoutLimits);
afterEach(() => vi.restoreAllMocks());

const move = (actor: Actor, debateId: string, to: Exclude<DebatePhase, "upcoming">) =>
  movePhase({ actor }, { debateId, to });
const hosted = (phase: DebatePhase) => debateIn(phase, { hosts: [world.people.host.id] });

describe("moving a debate to a later phase", () => {
  it("goes forward, says who and when, and moves the dates that are no longer to come", async () => {
    const opensAt = new Date(Date.now() + HOUR);
    const { id } = await debateIn("upcoming", { opensAt, closesAt: new Date(Date.now() + 9 * HOUR) });
    await move(leader, id, "ideas");
    const { phase, opensAt: opened, closesAt, lastSeq } = await rowOf(id);
    expect({ phase, lastSeq }).toEqual({ phase: "ideas", lastSeq: 2 });
    expect(opened.getTime()).toBeLessThanOrEqual(Date.now());
    expect(closesAt.getTime()).toBeGreaterThan(Date.now());
    expect(await storyOf(id)).toMatchObject([
      { seq: 2, fromPhase: "upcoming", toPhase: "ideas", byId: leader.id, reason: null },
    ]);
  });

  it("may skip phases, but never goes back nor stays", async () => {
    const { id } = await hosted("ideas");
    await move(world.actors.host, id, "vote");
    for (const to of ["ideas", "debate", "vote"] as const)
      expect(await refusalOf(move(leader, id, to))).toMatchObject({ code: "conflict", reason: "not_the_next_phase" });
    expect(await storyOf(id)).toHaveLength(1);
  });

  it("has nothing to conclude before it opens, and nothing to close without a synthesis", async () => {
    const upcoming = await debateIn("upcoming");
    expect(await refusalOf(move(leader, upcoming.id, "synthesis"))).toMatchObject({ reason: "debate_not_open_yet" });
    const { id } = await hosted("vote");
    expect(await refusalOf(move(leader, id, "closed"))).toMatchObject({ reason: "not_the_next_phase" });
    await move(leader, id, "synthesis");
    expect(await refusalOf(move(leader, id, "closed"))).toMatchObject({ reason: "synthesis_missing" });
    await publishSynthesis({ actor: leader }, { debateId: id, body: "Les bus gratuits rassemblent, voir #1." });
    await move(leader, id, "closed");
    expect((await rowOf(id)).phase).toBe("closed");
  });

  it("tells its readers, and visitors only of what they may read", async () => {
    const heard = listening();
    const [members, open] = [await hosted("ideas"), await debateIn("ideas", { audience: "open" })];
    await move(leader, members.id, "debate");
    await move(leader, open.id, "debate");
    expect(heard.names()).toEqual(["debate.phase-moved", "debate.phase-moved"]);
    expect(heard.stale()).toEqual([`debate:${open.id}`, "debates"]);
    const frames = await heard.frames();
    expect(frames.map(({ room }) => room).sort()).toEqual(
      [`debate:${members.id}:members`, `debate:${open.id}:members`, `debate:${open.id}:public`].sort(),
    );
    for (const { data } of frames) expect(data).toMatchObject({ entries: [{ kind: "phase", phase: "debate" }] });
  });

  it("lets one of two hosts who move at once, and the job at the same moment, through", async () => {
    const { id } = await debateIn("ideas", { hosts: [world.people.host.id] });
    await db.debate.update({ where: { id }, data: { debateAt: new Date(Date.now() - 1000) } });
    const outcomes = await Promise.all([
      outcomeOf(move(leader, id, "debate")),
      outcomeOf(move(world.actors.host, id, "debate")),
      outcomeOf(followSchedule({ actor: system }, { debateId: id })),
    ]);
    // Whoever comes second finds it done: a host is told so, the job has nothing to do.
    expect(outcomes.slice(0, 2).filter((outcome) => outcome === "ok").length).toBeLessThan(2);
    expect(outcomes.filter((outcome) => outcome !== "ok" && outcome !== "conflict")).toEqual([]);
    expect(await storyOf(id)).toHaveLength(1);
  });
});

describe("reopening a phase", () => {
  const reopen = (actor: Actor, debateId: string, until: Date | null = null, reason = "Un quartier manquait.") =>
    reopenPhase({ actor }, { debateId, reason, until });

  it("goes back one step with a reason, once, until the debate has gone forward again", async () => {
    const { id } = await hosted("vote");
    await reopen(world.actors.host, id);
    expect(await rowOf(id)).toMatchObject({ phase: "debate", voteAt: null });
    expect(await storyOf(id)).toMatchObject([
      { fromPhase: "vote", toPhase: "debate", reason: "Un quartier manquait.", byId: world.actors.host.id },
    ]);
    expect(await refusalOf(reopen(leader, id))).toMatchObject({ reason: "reopened_already" });
    await move(leader, id, "vote");
    await reopen(leader, id);
    expect((await rowOf(id)).phase).toBe("debate");
  });

  it("needs a new end where people take part again, and ends there by itself", async () => {
    const { id } = await debateIn("synthesis", { closesAt: new Date(Date.now() - HOUR), opensAt: new Date(0) });
    expect(await refusalOf(reopen(leader, id))).toMatchObject({ fields: { until: expect.any(String) } });
    expect(await refusalOf(reopen(leader, id, new Date(Date.now() - 1)))).toMatchObject({
      fields: { until: expect.any(String) },
    });
    const until = new Date(Date.now() + HOUR);
    await reopen(leader, id, until);
    expect(await rowOf(id)).toMatchObject({ phase: "vote", closesAt: until });
    atTime(until);
    await beginPhase.run({ debateId: id });
    expect((await rowOf(id)).phase).toBe("synthesis");
  });

  it("does not begin again after the debate's end", async () => {
    const { id } = await hosted("vote");
    expect(await refusalOf(reopen(leader, id, new Date(Date.now() + 9 * HOUR)))).toMatchObject({
      fields: { until: expect.any(String) },
    });
  });

  it("gives a closed debate its synthesis back, and nothing before the ideas", async () => {
    const closed = await debateIn("closed", { closesAt: new Date(Date.now() - HOUR), opensAt: new Date(0) });
    await reopen(leader, closed.id);
    expect((await rowOf(closed.id)).phase).toBe("synthesis");
    for (const phase of ["upcoming", "ideas"] as const)
      expect(await refusalOf(reopen(leader, (await debateIn(phase)).id))).toMatchObject({
        reason: "nothing_to_reopen",
      });
  });

  it.each([undefined, "", "non", "   ", "x".repeat(501)])("is refused for the reason %o", async (reason) => {
    const { id } = await hosted("vote");
    expect(await outcomeOf(reopenPhase({ actor: leader }, { debateId: id, reason: reason as never }))).toBe("invalid");
    expect(await storyOf(id)).toEqual([]);
  });
});

describe("a debate's schedule", () => {
  it("moves it at its date, by itself, once, however often and however many ask", async () => {
    const heard = listening();
    const closesAt = new Date(Date.now() + 4 * HOUR);
    const { id } = await debateIn("upcoming", { opensAt: new Date(Date.now() + HOUR), closesAt });
    await beginPhase.run({ debateId: id });
    expect((await rowOf(id)).phase).toBe("upcoming");
    atTime(new Date(Date.now() + HOUR));
    await Promise.all([beginPhase.run({ debateId: id }), beginPhase.run({ debateId: id })]);
    await beginPhase.run({ debateId: id });
    expect(await storyOf(id)).toMatchObject([{ fromPhase: "upcoming", toPhase: "ideas", byId: null }]);
    expect(heard.names()).toEqual(["debate.phase-moved"]);
    atTime(closesAt);
    await beginPhase.run({ debateId: id });
    expect((await storyOf(id)).at(-1)).toMatchObject({ fromPhase: "ideas", toPhase: "synthesis" });
    expect((await rowOf(id)).closesAt).toEqual(closesAt);
  });

  it("sets the clock of the phases that begin in the next minute, and of no other", async () => {
    const soon = await debateIn("upcoming", { opensAt: new Date(Date.now() + 30_000) });
    const late = await debateIn("vote", { opensAt: new Date(0), closesAt: new Date(Date.now() - HOUR) });
    const next = await debateIn("ideas");
    await db.debate.update({ where: { id: next.id }, data: { voteAt: new Date(Date.now() + 20_000) } });
    const others = [await debateIn("upcoming", { opensAt: new Date(Date.now() + 120_000) }), await debateIn("debate")];
    await keepSchedules.run({});
    const waiting = await db.$queryRaw<{ id: string; seconds: number }[]>(sql`
      select data->>'debateId' as id, extract(epoch from start_after - now())::float8 as seconds
      from pgboss.job where name = ${beginPhase.name}`);
    const secondsOf = (id: string) => waiting.find((job) => job.id === id)?.seconds ?? Number.NaN;
    expect(secondsOf(soon.id)).toBeGreaterThan(25);
    expect(secondsOf(soon.id)).toBeLessThanOrEqual(31);
    expect(secondsOf(next.id)).toBeGreaterThan(15);
    expect(secondsOf(late.id)).toBeLessThanOrEqual(0);
    expect(waiting.filter(({ id }) => others.some((other) => other.id === id))).toEqual([]);
  });

  it("is not for a person to follow", async () => {
    const { id } = await debateIn("upcoming", { opensAt: new Date(0) });
    expect(await outcomeOf(followSchedule({ actor: leader }, { debateId: id }))).toBe("forbidden");
  });
});
