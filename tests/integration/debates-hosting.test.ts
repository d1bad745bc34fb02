import { createHosts, debateIn } from "@tests/support/debates-world.ts";
import { countRows, createDebate, outcomeOf, refusalOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import * as debates from "@/features/debates/index.ts";
import type { Command } from "@/platform/command.ts";
import { db } from "@/platform/db/client.ts";

let world: Awaited<ReturnType<typeof createHosts>>;
const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);
const dates = () => ({ opensAt: later(-1), debateAt: null, voteAt: later(2), closesAt: later(4) });

beforeAll(async () => {
  world = await createHosts();
});
beforeEach(withoutLimits);

/** Each command of running a debate: a phase where it can be done, and what it is asked. */
const acts: Record<string, { phase: Parameters<typeof debateIn>[0]; input: () => object }> = {
  reframeDebate: { phase: "upcoming", input: () => ({ question: "Une question bien posée ?", framing: "" }) },
  rescheduleDebate: { phase: "debate", input: dates },
  movePhase: { phase: "ideas", input: () => ({ to: "debate" }) },
  reopenPhase: { phase: "vote", input: () => ({ reason: "Un quartier manquait." }) },
  addHost: { phase: "ideas", input: () => ({ memberId: world.people.adherent.id }) },
  removeHost: { phase: "ideas", input: () => ({ memberId: world.people.host.id }) },
  publishSynthesis: { phase: "synthesis", input: () => ({ body: "Une synthèse assez longue." }) },
};
const commandOf = (name: string) => debates.debateCommands[name as keyof typeof debates.debateCommands] as Command;

describe.each(Object.entries(acts))("running a debate: %s", (name, { phase, input }) => {
  const act = (actor: Actor, debateId: string, extra: object = {}) =>
    commandOf(name)({ actor }, { debateId, ...input(), ...extra });
  const fresh = () => debateIn(phase, { hosts: [world.people.host.id] });

  it("is done by its hosts, the leader of its section, its federation", async () => {
    for (const who of ["host", "leader", "federation"] as const)
      expect(await outcomeOf(act(world.actors[who], (await fresh()).id)), who).toBe("ok");
  });

  it("is refused to whoever reads it without running it, and changes nothing", async () => {
    const { id } = await fresh();
    const open = await createDebate("open", "national/63/63113", null, { phase });
    const before = await countRows();
    for (const who of ["adherent", "sympathiser"] as const)
      expect(await outcomeOf(act(world.actors[who], id)), who).toBe("forbidden");
    // A moderator who is no host; a leader of another section; a host of another debate; a visitor.
    for (const who of ["moderator", "elsewhere", "host", "visitor"] as const)
      expect(await outcomeOf(act(world.actors[who], open.id)), who).toBe("forbidden");
    expect(await countRows()).toEqual(before);
  });

  it("is as absent as nothing to whoever does not see it", async () => {
    const { id } = await fresh();
    const absent = await refusalOf(act(world.actors.leader, newId()));
    expect(absent).toMatchObject({ code: "not_found" });
    for (const who of ["elsewhere", "visitor"] as const)
      expect(await refusalOf(act(world.actors[who], id))).toEqual(absent);
  });

  it("is refused to a host who is no longer a verified adherent", async () => {
    const { id } = await debateIn(phase, { hosts: [world.people.sympathiser.id] });
    expect(await outcomeOf(act(world.actors.sympathiser, id))).toBe("forbidden");
  });

  it("is refused with fields that it does not know, or an id that is none", async () => {
    const { id } = await fresh();
    for (const extra of [{ phase: "closed" }, { openedById: "0123456789ab" }, { coverId: null }])
      expect(await outcomeOf(act(world.actors.leader, id, extra))).toBe("invalid");
    for (const debateId of ["", { not: "" }, [id], null, `${id}' or 1=1`])
      expect(await outcomeOf(act(world.actors.leader, debateId as never))).toBe("invalid");
  });
});

describe("the host console", () => {
  it("is absent for whoever does not run the debate", async () => {
    const { id } = await debateIn("ideas", { hosts: [world.people.host.id] });
    for (const who of ["host", "leader", "federation"] as const)
      expect((await debates.getDebateToRun(world.actors[who], id)).hosts).toMatchObject([
        { name: "Hélène Hôte", section: expect.any(String) },
      ]);
    for (const who of ["adherent", "sympathiser", "moderator", "elsewhere", "visitor"] as const)
      expect(await outcomeOf(debates.getDebateToRun(world.actors[who], id)), who).toBe("not_found");
  });

  it("offers what most agree on to the synthesis, and never what is hidden", async () => {
    const { id, contributionId } = await debateIn("synthesis");
    const before = await debates.getDebateToRun(world.actors.leader, id);
    expect(before.citable.map(({ seq }) => seq)).toEqual([1]);
    await db.contribution.update({ where: { id: contributionId }, data: { hiddenAt: new Date() } });
    expect((await debates.getDebateToRun(world.actors.leader, id)).citable).toEqual([]);
  });

  it("says whether a phase has just been reopened", async () => {
    const { id } = await debateIn("vote");
    await debates.reopenPhase({ actor: world.actors.leader }, { debateId: id, reason: "Un quartier manquait." });
    expect((await debates.getDebateToRun(world.actors.leader, id)).reopened).toBe(true);
    await debates.movePhase({ actor: world.actors.leader }, { debateId: id, to: "vote" });
    expect((await debates.getDebateToRun(world.actors.leader, id)).reopened).toBe(false);
  });

  it("says where one may open a debate, from the widest", async () => {
    const places = async (who: keyof typeof world.actors) =>
      (await debates.listOpenableScopes(world.actors[who])).map(({ scope }) => scope);
    expect(await places("leader")).toEqual(["national/63/63113"]);
    expect((await places("federation")).slice(0, 1)).toEqual(["national/63"]);
    expect(await places("federation")).toContain("national/63/63113");
    for (const who of ["host", "moderator", "visitor"] as const) expect(await places(who)).toEqual([]);
  });
});

describe("following a debate", () => {
  const mine = async (actor: Actor) => {
    const { groups } = await debates.listDebates(actor, { voir: "miens" });
    return groups.flatMap((group) => group.debates.map(({ id }) => id));
  };

  it("puts it among hers until she no longer does; twice is once, and nobody is told", async () => {
    const { id } = await debateIn("ideas");
    const actor = world.actors.sympathiser;
    const facts = await db.fact.count();
    for (let twice = 0; twice < 2; twice++) await debates.followDebate({ actor }, { debateId: id });
    expect(await mine(actor)).toContain(id);
    expect(await mine(world.actors.adherent)).not.toContain(id);
    for (let twice = 0; twice < 2; twice++) await debates.unfollowDebate({ actor }, { debateId: id });
    expect(await mine(actor)).not.toContain(id);
    expect(await db.fact.count()).toBe(facts);
  });

  it("is for members, and of what they may read", async () => {
    const open = await debateIn("ideas", { audience: "open" });
    const closed = await debateIn("ideas", { audience: "adherents" });
    const follow = (actor: Actor, debateId: string, extra = {}) =>
      outcomeOf(debates.followDebate({ actor }, { debateId, ...extra }));
    expect(await follow(world.actors.visitor, open.id)).toBe("unauthenticated");
    expect(await follow(world.actors.sympathiser, closed.id)).toBe("not_found");
    expect(await follow(world.actors.elsewhere, closed.id)).toBe("not_found");
    expect(await follow(world.actors.sympathiser, open.id, { memberId: world.people.host.id })).toBe("invalid");
    expect(await db.debateFollow.count()).toBe(0);
  });
});
