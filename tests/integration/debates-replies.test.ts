import {
  argument,
  crowd,
  expectExact,
  moderate,
  numbersOf,
  reply,
  type Someone,
  someone,
} from "@tests/support/debate-checks.ts";
import { createDebate, outcomeOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import { isAppError } from "@/core/app-error.ts";
import type { DebatePhase, Side } from "@/features/debates/debate.rules.ts";
import { castVote, contribute, getDebatePage, getThread, listEntriesAfter } from "@/features/debates/index.ts";
import { db } from "@/platform/db/client.ts";
import { singletons } from "@/platform/singletons.ts";

const facts: { name: string; ids: Record<string, unknown>; stale: string[] }[] = [];
let author: Someone;
let nadia: Someone;
let agnes: Someone;
let stranger: Someone;

beforeAll(async () => {
  withoutLimits();
  author = await someone("Auteur", { publicName: false });
  nadia = await someone("Nadia", { publicName: false });
  agnes = await someone("Agnès", { adherent: true, publicName: false });
  stranger = await someone("Paul d’ailleurs", { section: "03185", adherent: true, publicName: false });
});
beforeEach(() => {
  facts.length = 0;
  singletons.publisher = (published) => void facts.push(...(published as never[]));
});

const said = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (failure: unknown) => failure,
  );
  return error === null ? "ok" : isAppError(error) ? error.reason : String(error);
};

describe("what a debate takes, in each of its phases", () => {
  const sides: (Side | "reply")[] = ["pour", "contre", "neutre", "reply"];
  const taken: Record<DebatePhase, string[]> = {
    upcoming: Array(4).fill("debate_not_open_yet"),
    ideas: ["ok", "ok", "ok", "no_replies_yet"],
    debate: ["ok", "ok", "take_a_side", "ok"],
    vote: Array(4).fill("only_votes_now"),
    synthesis: Array(4).fill("debate_closed"),
    closed: Array(4).fill("debate_closed"),
  };
  it.each(["open", "members", "adherents"] as const)(
    "%s: by each side and by a reply, for each person",
    async (audience) => {
      for (const [phase, answers] of Object.entries(taken) as [DebatePhase, string[]][]) {
        const { id, contributionId } = await createDebate(audience, "national/63", author.id, { phase });
        const send = (actor: Actor, side: Side | "reply") =>
          contribute({ actor }, side === "reply" ? reply(id, contributionId) : argument(id, { side }));
        const asked = (actor: Actor) => Promise.all(sides.map((side) => said(send(actor, side))));
        const nothing = Array(4).fill("absent");
        const label = `${audience}, ${phase}`;
        expect(await asked(agnes.actor), label).toEqual(answers);
        expect(await asked(nadia.actor), label).toEqual(audience === "adherents" ? nothing : answers);
        expect(await asked(stranger.actor), label).toEqual(audience === "open" ? answers : nothing);
        expect(await asked(visitor), label).toEqual(Array(4).fill("sign_in_first"));
        await expectExact(id);
      }
    },
  );
});

describe("replying to a contribution", () => {
  it("takes a number of the same log, counts under it and not among the sides", async () => {
    const { id, contributionId } = await createDebate("open", "national/63", author.id);
    const answers = [
      await contribute({ actor: nadia.actor }, reply(id, contributionId)),
      await contribute({ actor: agnes.actor }, reply(id, contributionId, { body: "Une autre réponse." })),
    ];
    expect(answers.map(({ seq }) => seq)).toEqual([2, 3]);
    const { debate, columns } = await getDebatePage(nadia.actor, id);
    expect(debate).toMatchObject({ lastSeq: 3, counts: { pour: 1, contre: 0, neutre: 0 } });
    expect(columns.pour.entries).toMatchObject([
      { seq: 1, replyCount: 2, replies: [{ kind: "reply", seq: 2, parentSeq: 1, own: true }, { seq: 3 }] },
    ]);
    expect(columns.pour.entries[0]?.replies?.[1]).not.toHaveProperty("own");
    expect(columns.pour.entries[0]?.replies?.[0]).not.toHaveProperty("tally");
    await expectExact(id);
  });

  it("tells its room, with ids alone, and makes the page of visitors stale", async () => {
    const { id, contributionId } = await createDebate("open", "national/63", author.id);
    await contribute({ actor: nadia.actor }, reply(id, contributionId));
    expect(facts).toMatchObject([
      {
        name: "debate.contributions-published",
        ids: { debateId: id, audience: "open", from: 2, to: 2 },
        stale: [`debate:${id}`, "debates"],
      },
    ]);
  });

  it("shows the last two of many on the board, all of them on its own page", async () => {
    const { id, contributionId } = await createDebate("members", "national/63", author.id);
    for (const { actor } of await crowd(5)) await contribute({ actor }, reply(id, contributionId));
    const board = await getDebatePage(nadia.actor, id);
    expect(board.columns.pour.entries[0]).toMatchObject({ replyCount: 5, replies: [{ seq: 5 }, { seq: 6 }] });
    const { contribution } = await getThread(nadia.actor, { id, seq: 1 });
    expect(contribution.replies.map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6]);
  });

  it("is not for a reply, a hidden contribution, another debate’s, or nothing: absent, all alike", async () => {
    const { id, contributionId } = await createDebate("open", "national/63", author.id);
    const other = await createDebate("open", "national/63", author.id);
    const unseen = await createDebate("members", "national/03", author.id);
    const silenced = await contribute({ actor: author.actor }, argument(id));
    await moderate(silenced.id, true);
    const first = await contribute({ actor: author.actor }, reply(id, contributionId));
    const parents = [first.id, silenced.id, other.contributionId, unseen.contributionId, "zzzzzzzzzzzz"];
    const before = await numbersOf(id);
    for (const parentId of parents)
      await expect(contribute({ actor: nadia.actor }, reply(id, parentId))).rejects.toMatchObject({
        code: "not_found",
        reason: "absent",
      });
    expect(await numbersOf(id)).toEqual(before);
    await expectExact(id);
  });

  it("says that it is absent before it says that it is too late", async () => {
    const { id } = await createDebate("open", "national/63", author.id, { phase: "closed" });
    const other = await createDebate("open", "national/63", author.id);
    expect(await said(contribute({ actor: nadia.actor }, reply(id, other.contributionId)))).toBe("absent");
  });

  it("is written once when it is sent twice, to whatever parent the second time", async () => {
    const { id, contributionId } = await createDebate("open", "national/63", author.id);
    const same = reply(id, contributionId);
    const [one, two] = await Promise.all([1, 2].map(() => contribute({ actor: nadia.actor }, same)));
    const second = await contribute({ actor: nadia.actor }, argument(id, { clientId: same.clientId }));
    await moderate(contributionId, true);
    const third = await contribute({ actor: nadia.actor }, same);
    expect(new Set([one, two, second, third].map((answer) => answer?.id)).size).toBe(1);
    expect(await db.contribution.count({ where: { debateId: id } })).toBe(2);
    await expectExact(id);
  });

  it("asks first whether her name may stand beside it", async () => {
    const unasked = await someone("Yanis Neuf");
    const { id, contributionId } = await createDebate("open", "national/63", author.id);
    expect(await said(contribute({ actor: unasked.actor }, reply(id, contributionId)))).toBe("public_name_unanswered");
  });

  it("is not voted on", async () => {
    const { id, contributionId } = await createDebate("open", "national/63", author.id);
    const { id: replyId } = await contribute({ actor: nadia.actor }, reply(id, contributionId));
    expect(await outcomeOf(castVote({ actor: agnes.actor }, { contributionId: replyId, value: "agree" }))).toBe(
      "not_found",
    );
    expect(await db.vote.count({ where: { contributionId: replyId } })).toBe(0);
  });
});

describe("replies in one batch with the rest", () => {
  it("are refused and written one by one", async () => {
    const { id, contributionId } = await createDebate("members", "national/63", author.id);
    const other = await createDebate("members", "national/63", author.id);
    const asked = [
      argument(id, { side: "contre" }),
      reply(id, contributionId),
      argument(id, { side: "neutre" }),
      reply(id, other.contributionId),
      reply(other.id, other.contributionId),
      argument("zzzzzzzzzzzz"),
      reply(id, contributionId),
    ];
    const outcomes = await Promise.all(asked.map((input) => said(contribute({ actor: nadia.actor }, input))));
    expect(outcomes).toEqual(["ok", "ok", "take_a_side", "absent", "ok", "absent", "ok"]);
    await expectExact(id);
    await expectExact(other.id);
    const log = await listEntriesAfter(nadia.actor, id, 0);
    expect(log.entries.map(({ kind }) => kind)).toEqual(["contribution", "contribution", "reply", "reply"]);
  });
});
