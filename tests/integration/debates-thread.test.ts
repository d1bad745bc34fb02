import { argument, inPhase, reply, type Someone, someone, upTo } from "@tests/support/debate-checks.ts";
import { createDebate, outcomeOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import { castVote, contribute, getThread } from "@/features/debates/index.ts";
import { db } from "@/platform/db/client.ts";

let author: Someone;
let reader: Someone;
beforeAll(async () => {
  withoutLimits();
  author = await someone("Autrice", { publicName: false });
  reader = await someone("Lectrice");
});

/** A debate with this many replies to its only contribution. */
async function threadOf(replies: number) {
  const { id, contributionId } = await createDebate("open", "national/63", author.id);
  await Promise.all(upTo(replies).map(() => contribute({ actor: author.actor }, reply(id, contributionId))));
  return { id, contributionId };
}

describe("the page of one contribution", () => {
  it("shows it with its replies from the oldest, its tally and her own vote", async () => {
    const { id, contributionId } = await threadOf(3);
    await castVote({ actor: reader.actor }, { contributionId, value: "agree" });
    const thread = await getThread(reader.actor, { id, seq: "1" });
    expect(thread).toMatchObject({
      first: true,
      more: false,
      revisions: [],
      debate: { id, phase: "debate" },
      contribution: {
        seq: 1,
        replyCount: 3,
        mine: "agree",
        tally: { agree: 1 },
        replies: [{ seq: 2 }, { seq: 3 }, { seq: 4 }],
      },
      can: { takePart: true, run: false },
      asksPublicName: true,
    });
    expect(JSON.stringify(thread)).not.toContain("clientId");
    expect((await getThread(visitor, { id, seq: 1 })).contribution).not.toHaveProperty("mine");
  });

  it("walks through many replies once, fifty at a time", async () => {
    const { id } = await threadOf(123);
    const found: number[] = [];
    const sizes: number[] = [];
    for (let pages = 0; pages < 9; pages++) {
      const apres = found.at(-1);
      const { contribution, more, first } = await getThread(reader.actor, {
        id,
        seq: 1,
        ...(apres && { apres: String(apres) }),
      });
      expect(first).toBe(apres === undefined);
      found.push(...contribution.replies.map(({ seq }) => seq));
      sizes.push(contribution.replies.length);
      if (!more) break;
    }
    expect(found).toEqual(upTo(124).slice(1));
    expect(sizes).toEqual([50, 50, 23]);
  });

  it("ends where fifty replies are all there is", async () => {
    const { id } = await threadOf(50);
    expect(await getThread(reader.actor, { id, seq: 1 })).toMatchObject({ more: false });
    expect((await getThread(reader.actor, { id, seq: 1, apres: 51 })).contribution.replies).toEqual([]);
  });

  it("is absent for a reply, a change of the log, another debate’s number, and what she cannot see", async () => {
    const { id, contributionId } = await threadOf(1);
    await contribute({ actor: author.actor }, argument(id));
    const other = await createDebate("open", "national/63", author.id);
    const unseen = await createDebate("members", "national/03", author.id);
    const asked: [Actor, object][] = [
      [reader.actor, { id, seq: 2 }],
      [reader.actor, { id, seq: 4 }],
      [reader.actor, { id: other.id, seq: 3 }],
      [reader.actor, { id: unseen.id, seq: 1 }],
      [visitor, { id: unseen.id, seq: 1 }],
      [reader.actor, { id: "zzzzzzzzzzzz", seq: 1 }],
      [reader.actor, { id: contributionId, seq: 1 }],
    ];
    for (const [actor, input] of asked)
      await expect(getThread(actor, input)).rejects.toMatchObject({ code: "not_found", reason: "absent" });
    expect(await outcomeOf(getThread(reader.actor, { id, seq: 3 }))).toBe("ok");
  });

  it("is absent for an address that is none: never a fault", async () => {
    const { id } = await threadOf(0);
    const strange = [
      undefined,
      null,
      [],
      "x",
      3,
      {},
      { id },
      { seq: 1 },
      { id: [id], seq: 1 },
      { id, seq: ["1", "2"] },
    ];
    const numbers = ["0", "-1", "1.5", "NaN", "1e99", "9007199254740993", "\u0000", "1;drop", 2 ** 53 + 1, Number.NaN];
    for (const input of [...strange, ...numbers.map((seq) => ({ id, seq }))])
      expect(await outcomeOf(getThread(reader.actor, input)), JSON.stringify(input)).toBe("not_found");
    for (const apres of ["x", "-1", ["1"], {}, "9".repeat(400)])
      expect(await outcomeOf(getThread(reader.actor, { id, seq: 1, apres }))).toBe("ok");
  });

  it("stays to be read in every phase that follows", async () => {
    const { id } = await threadOf(1);
    for (const phase of ["vote", "synthesis", "closed"] as const) {
      await inPhase(id, phase);
      expect((await getThread(visitor, { id, seq: 1 })).contribution.replies).toHaveLength(1);
    }
    expect(await db.contribution.count({ where: { debateId: id } })).toBe(2);
  });
});
