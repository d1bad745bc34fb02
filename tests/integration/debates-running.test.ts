import { createHosts, debateIn, listening, rowOf } from "@tests/support/debates-world.ts";
import {
  countRows,
  createPerson,
  outcomeOf,
  refusalOf,
  suspendInTheDatabase,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/core/actor.ts";
import * as debates from "@/features/debates/index.ts";
import { createLimits } from "@/platform/limits.ts";
import { singletons } from "@/platform/singletons.ts";

let world: Awaited<ReturnType<typeof createHosts>>;
let leader: Actor;
const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR);
const question = {
  question: "Faut-il piétonniser la place de Jaude ?",
  framing: "La mairie consulte jusqu’au printemps.",
  audience: "members" as const,
  scope: "national/63/63113",
  debateAt: null,
  voteAt: null,
};
const dates = () => ({ opensAt: inHours(1), debateAt: inHours(2), voteAt: inHours(3), closesAt: inHours(4) });

beforeAll(async () => {
  world = await createHosts();
  leader = world.actors.leader;
});
beforeEach(withoutLimits);

const open = (actor: Actor, changes: object = {}, key?: string) =>
  debates.openDebate(
    { actor, key: key ?? null },
    { ...question, opensAt: inHours(1), closesAt: inHours(2), ...changes },
  );

describe("opening a debate", () => {
  it("makes its author a host, and waits for its date or begins at once", async () => {
    const later = await open(leader);
    expect(await rowOf(later.id)).toMatchObject({
      phase: "upcoming",
      slug: "faut-il-pietonniser-la-place-de-jaude",
      openedById: leader.id,
      hosts: [{ memberId: leader.id }],
    });
    const now = await open(leader, { opensAt: inHours(-1) });
    expect((await rowOf(now.id)).phase).toBe("ideas");
  });

  it("opens one debate for a double click, and another for another key", async () => {
    const [one, twin] = await Promise.all([open(leader, {}, "clic"), open(leader, {}, "clic")]);
    expect(twin).toEqual(one);
    expect(await open(leader, {}, "autre")).not.toEqual(one);
  });

  it("says nothing of a members’ debate to visitors", async () => {
    const heard = listening();
    await open(leader);
    expect([heard.names(), heard.stale()]).toEqual([["debate.opened"], []]);
    const { id } = await open(leader, { audience: "open" });
    expect(heard.stale()).toEqual([`debate:${id}`, "debates"]);
  });

  it("is refused outside one’s territory, and to those who have none", async () => {
    const before = await countRows();
    for (const scope of ["national", "national/63", "national/63/63-autres", "national/03/03185"])
      expect(await outcomeOf(open(leader, { scope }))).toBe("forbidden");
    const { adherent, host, moderator, visitor, elsewhere } = world.actors;
    for (const actor of [adherent, host, moderator, visitor, elsewhere])
      expect(await outcomeOf(open(actor))).toBe("forbidden");
    expect(await outcomeOf(open(leader, { scope: "national/63/99999" }))).toBe("invalid");
    expect(await countRows()).toEqual(before);
    expect(await outcomeOf(open(world.actors.federation, { scope: "national/63" }))).toBe("ok");
  });

  it("names the field that is wrong", async () => {
    const wrongs: [string, object][] = [
      ["question", { question: "Bref ?" }],
      ["question", { question: "🌹🌹🌹🌹🌹" }],
      ["question", { question: "x".repeat(161) }],
      ["framing", { framing: "x".repeat(2001) }],
      ["audience", { audience: "everyone" }],
      ["closesAt", { closesAt: inHours(0.5) }],
      ["closesAt", { opensAt: inHours(-2), closesAt: inHours(-1) }],
      ["debateAt", { debateAt: inHours(3) }],
      ["voteAt", { debateAt: inHours(1.8), voteAt: inHours(1.5) }],
      ["opensAt", { opensAt: "demain" }],
    ];
    for (const [field, change] of wrongs)
      expect(await refusalOf(open(leader, change)), field).toMatchObject({ fields: { [field]: expect.any(String) } });
  });

  it("is counted: ten a day", async () => {
    singletons.limits = createLimits();
    const outcomes = [];
    for (let n = 0; n < 11; n++) outcomes.push(await outcomeOf(open(world.actors.federation)));
    expect(outcomes.filter((outcome) => outcome !== "ok")).toEqual(["rate_limited"]);
  });
});

describe("wording and dating a debate", () => {
  it("changes its question and its address as long as it has not begun", async () => {
    const { id } = await open(leader);
    const heard = listening();
    const reworded = { debateId: id, question: "Faut-il fermer la place aux voitures ?", framing: "" };
    expect(await debates.reframeDebate({ actor: leader }, reworded)).toEqual({
      id,
      slug: "faut-il-fermer-la-place-aux-voitures",
    });
    expect(heard.names()).toEqual(["debate.reframed"]);
    await debates.movePhase({ actor: leader }, { debateId: id, to: "ideas" });
    expect(await refusalOf(debates.reframeDebate({ actor: leader }, reworded))).toMatchObject({
      reason: "too_late_to_reframe",
    });
  });

  it("moves the phases to come, and leaves those that have begun where they were", async () => {
    const { id } = await open(leader);
    await debates.rescheduleDebate({ actor: leader }, { debateId: id, ...dates() });
    await debates.movePhase({ actor: leader }, { debateId: id, to: "debate" });
    const begun = await rowOf(id);
    const closesAt = inHours(9);
    await debates.rescheduleDebate({ actor: leader }, { debateId: id, ...dates(), voteAt: null, closesAt });
    expect(await rowOf(id)).toMatchObject({
      opensAt: begun.opensAt,
      debateAt: begun.debateAt,
      voteAt: null,
      closesAt,
      phase: "debate",
    });
  });

  it("refuses a date that is past for a phase to come, at its field, and any once it is over", async () => {
    const { id } = await debateIn("ideas");
    const change = (changes: object) =>
      refusalOf(
        debates.rescheduleDebate({ actor: leader }, { debateId: id, ...dates(), opensAt: inHours(-9), ...changes }),
      );
    expect(await change({ debateAt: inHours(-1) })).toMatchObject({ fields: { debateAt: expect.any(String) } });
    expect(await change({ debateAt: null, voteAt: inHours(-1) })).toMatchObject({
      fields: { voteAt: expect.any(String) },
    });
    expect(await change({ debateAt: null, voteAt: null, closesAt: inHours(-1) })).toMatchObject({
      fields: { closesAt: expect.any(String) },
    });
    const over = { debateId: (await debateIn("synthesis")).id, ...dates() };
    expect(await outcomeOf(debates.rescheduleDebate({ actor: leader }, over))).toBe("conflict");
  });
});

describe("the hosts of a debate", () => {
  it("are verified adherents who can read it; added twice is once, and they may leave", async () => {
    const { id } = await debateIn("ideas");
    const memberId = world.people.host.id;
    const heard = listening();
    for (let twice = 0; twice < 2; twice++) await debates.addHost({ actor: leader }, { debateId: id, memberId });
    expect((await rowOf(id)).hosts).toHaveLength(1);
    expect(await debates.removeHost({ actor: world.actors.host }, { debateId: id, memberId })).toMatchObject({
      left: true,
    });
    expect(await debates.removeHost({ actor: leader }, { debateId: id, memberId })).toMatchObject({ left: false });
    expect((await rowOf(id)).hosts).toEqual([]);
    expect(heard.names()).toEqual(["debate.reframed", "debate.host-added", "debate.reframed"]);
  });

  it("are neither sympathisers, nor the suspended, nor people from elsewhere, nor nobody", async () => {
    const { id } = await debateIn("ideas");
    const suspended = await createPerson("Suzanne Suspendue", { adherent: true });
    await suspendInTheDatabase(suspended.id);
    const far = await createPerson("Fanny Loin", { section: "03185", adherent: true });
    for (const memberId of [world.people.sympathiser.id, suspended.id, far.id, "zzzzzzzzzzzz"])
      expect(await refusalOf(debates.addHost({ actor: leader }, { debateId: id, memberId }))).toMatchObject({
        reason: "cannot_host",
      });
  });

  it("are found by name, in the territory, by those who answer for it and nobody else", async () => {
    const { id } = await debateIn("ideas", { hosts: [world.people.host.id] });
    const search = async (actor: Actor, q: string) =>
      (await debates.listHostCandidates(actor, { id, q })).map(({ name }) => name);
    expect(await search(leader, "agnes")).toEqual(["Agnès Adhérente"]);
    expect(await search(leader, "helene")).toEqual([]);
    expect(await search(leader, "samia")).toEqual([]);
    expect(await search(leader, "élie")).toEqual([]);
    for (const q of ["%", "_", "%%", "a", ""]) expect(await search(leader, q)).toEqual([]);
    expect(await search(world.actors.host, "agnes")).toEqual([]);
    expect(await outcomeOf(search(world.actors.adherent, "agnes"))).toBe("not_found");
  });
});
