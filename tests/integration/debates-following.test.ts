import { argument, crowd, inPhase, type Someone, someone } from "@tests/support/debate-checks.ts";
import { createDebate, outcomeOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import {
  castVote,
  contribute,
  followDebate,
  getDebatePage,
  listDebates,
  openDebate,
  unfollowDebate,
} from "@/features/debates/index.ts";
import { db } from "@/platform/db/client.ts";
import { singletons } from "@/platform/singletons.ts";

const CLERMONT = "national/63/63113";
let nadia: Someone;
let leader: Someone;
const facts: string[] = [];

beforeAll(async () => {
  withoutLimits();
  nadia = await someone("Nadia", { adherent: true, publicName: false });
  leader = await someone("Lucie", { adherent: true, mandates: [{ role: "section_leader", scope: CLERMONT }] });
});
beforeEach(async () => {
  await db.contribution.deleteMany({ where: { debateId: { not: "" } } });
  await db.debate.deleteMany({ where: { id: { not: "" } } });
  facts.length = 0;
  singletons.publisher = (published) => void facts.push(...published.map(({ name }) => name));
});

const idsOf = async (actor: Actor, input: object) =>
  (await listDebates(actor, input)).groups.flatMap(({ debates }) => debates.map(({ id }) => id));
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

describe("her debates", () => {
  it("are those that she opened, follows, wrote or voted in", async () => {
    const dates = { opensAt: inDays(-1), closesAt: inDays(2) };
    const question = "Faut-il ouvrir ce débat ?";
    const opened = await openDebate(
      { actor: leader.actor },
      { question, framing: "", scope: CLERMONT, audience: "members", ...dates },
    );
    expect(await idsOf(leader.actor, { voir: "miens" })).toEqual([opened.id]);
    const made = await Promise.all([1, 2, 3, 4].map(() => createDebate("members", CLERMONT, null)));
    const [followed = "", written = ""] = made.map(({ id }) => id);
    await followDebate({ actor: nadia.actor }, { debateId: followed });
    await contribute({ actor: nadia.actor }, argument(written));
    await castVote({ actor: nadia.actor }, { contributionId: made[2]?.contributionId ?? "", value: "pass" });
    expect((await idsOf(nadia.actor, { voir: "miens" })).sort()).toEqual(
      made
        .slice(0, 3)
        .map(({ id }) => id)
        .sort(),
    );
    expect(await idsOf(visitor, { voir: "miens" })).toEqual([]);
  });

  it("carry in a list the counts of their page", async () => {
    const { id } = await createDebate("members", CLERMONT, null);
    const [one] = await crowd(1);
    const { id: contributionId } = await contribute({ actor: nadia.actor }, argument(id, { side: "contre" }));
    await castVote({ actor: one?.actor ?? visitor }, { contributionId, value: "pass" });
    const [card] = (await listDebates(nadia.actor)).groups[0]?.debates ?? [];
    expect(card?.counts).toMatchObject({ pour: 1, contre: 1, neutre: 0, votes: 1 });
    expect(card).toEqual((await getDebatePage(nadia.actor, id)).debate);
  });
});

describe("a list whose debates end at the same moment", () => {
  it("is walked through once, in every status", async () => {
    const closesAt = inDays(3);
    const made = await Promise.all(
      Array.from({ length: 47 }, () => createDebate("open", "national", null, { closesAt })),
    );
    const all = made.map(({ id }) => id).sort();
    for (const [statut, phase] of [
      ["en-cours", "debate"],
      ["clos", "closed"],
      ["a-venir", "upcoming"],
    ] as const) {
      await db.debate.updateMany({ where: { id: { in: all } }, data: { phase, opensAt: inDays(-1) } });
      const found: string[] = [];
      for (let pages = 0; pages < 9; pages++) {
        const apres = found.at(-1);
        const { groups } = await listDebates(visitor, { statut, ...(apres && { apres }) });
        found.push(...(groups[0]?.debates.map(({ id }) => id) ?? []));
        if (!groups[0]?.more) break;
      }
      expect(found, statut).toHaveLength(47);
      expect([...found].sort()).toEqual(all);
    }
  });
});

describe("following a debate", () => {
  it("keeps it among hers until she leaves it, once however often she asks, and tells nobody", async () => {
    const { id } = await createDebate("open", "national", null);
    await Promise.all([1, 2, 3, 4].map(() => followDebate({ actor: nadia.actor }, { debateId: id })));
    expect(await db.debateFollow.count({ where: { debateId: id } })).toBe(1);
    expect((await getDebatePage(nadia.actor, id)).follows).toBe(true);
    expect((await getDebatePage(leader.actor, id)).follows).toBe(false);
    await Promise.all([1, 2].map(() => unfollowDebate({ actor: nadia.actor }, { debateId: id })));
    expect((await getDebatePage(nadia.actor, id)).follows).toBe(false);
    expect(facts).toEqual([]);
    expect((await getDebatePage(visitor, id)).debate.lastSeq).toBe(1);
  });

  it("is for members, in the debates that they see, whatever the phase", async () => {
    const open = await createDebate("open", "national", null);
    const unseen = await createDebate("members", "national/03", null);
    for (const act of [followDebate, unfollowDebate]) {
      expect(await outcomeOf(act({ actor: visitor }, { debateId: open.id }))).toBe("unauthenticated");
      for (const actor of [nadia.actor, visitor])
        for (const debateId of [unseen.id, "zzzzzzzzzzzz"])
          expect(await outcomeOf(act({ actor }, { debateId }))).toBe("not_found");
      for (const phase of ["upcoming", "ideas", "vote", "synthesis", "closed"] as const) {
        await inPhase(open.id, phase);
        expect(await outcomeOf(act({ actor: nadia.actor }, { debateId: open.id }))).toBe("ok");
      }
    }
    expect(await db.debateFollow.count()).toBe(0);
  });
});
