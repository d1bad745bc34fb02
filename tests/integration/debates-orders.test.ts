import { randomUUID } from "node:crypto";
import { moderate, type Someone, someone } from "@tests/support/debate-checks.ts";
import { fc } from "@tests/support/properties.ts";
import { createDebate, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import type { ContributionView } from "@/features/debates/contribution.views.ts";
import { castVote, getDebatePage } from "@/features/debates/index.ts";
import { db } from "@/platform/db/client.ts";

let reader: Someone;
let author: Someone;
beforeAll(async () => {
  withoutLimits();
  reader = await someone("Lectrice", { publicName: false });
  author = await someone("Autrice", { publicName: false });
});

type Tally = { agree: number; disagree: number };
/** A debate whose contributions, all for, have these tallies, from number 1; without anybody's votes. */
async function debateOf(tallies: readonly Tally[], side: "pour" | "contre" = "pour") {
  const { id, contributionId } = await createDebate("open", "national", null, { side });
  await db.contribution.delete({ where: { id: contributionId } });
  const now = new Date();
  await db.contribution.createMany({
    data: tallies.map((tally, index) => ({
      id: newId(),
      debateId: id,
      seq: index + 1,
      side,
      body: "Un argument qui mérite d’être lu.",
      authorId: author.id,
      clientId: randomUUID(),
      createdAt: now,
      ...tally,
    })),
  });
  const voteCount = tallies.reduce((sum, { agree, disagree }) => sum + agree + disagree, 0);
  await db.debate.update({
    where: { id },
    data: { lastSeq: tallies.length, [`${side}Count`]: tallies.length, voteCount },
  });
  return id;
}

/** Walks a side of a debate from its first page to its last, as the links of the page do. */
async function walk(actor: Actor, id: string, ordre: string, side: "pour" | "contre" = "pour") {
  const found: ContributionView[] = [];
  for (let pages = 0; pages < 50; pages++) {
    const last = found.at(-1)?.seq;
    const page = await getDebatePage(actor, id, { ordre, ...(last && { [side]: String(last) }) });
    const { entries, more } = page.columns[side];
    found.push(...entries);
    if (!more) return found;
    expect(entries).toHaveLength(10);
  }
  throw new Error("pages without an end");
}
const seqs = (entries: readonly ContributionView[]) => entries.map(({ seq }) => seq);

/** Lower bound of Wilson's score interval at 95 %, as E. B. Wilson's article of 1927 writes it. */
function wilson({ agree, disagree }: Tally): number {
  const n = agree + disagree;
  if (n === 0) return 0;
  const [p, z] = [agree / n, 1.96];
  return (p + (z * z) / (2 * n) - z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
}
const division = ({ agree, disagree }: Tally) => Math.min(agree, disagree) / (agree + disagree);
const tally = fc.record({ agree: fc.nat({ max: 6 }), disagree: fc.nat({ max: 6 }) });
const tallies = fc.array(tally, { minLength: 1, maxLength: 45 });

describe("the orders of a debate", () => {
  it("newest: walks through everything once, from the last number to the first", async () => {
    const id = await debateOf(Array.from({ length: 37 }, () => ({ agree: 0, disagree: 0 })));
    expect(seqs(await walk(visitor, id, "recentes"))).toEqual(Array.from({ length: 37 }, (_, n) => 37 - n));
  });

  it("most agreed: by the lower bound of Wilson's interval, ties by the newest, everything once", async () => {
    await fc.assert(
      fc.asyncProperty(tallies, async (given) => {
        const id = await debateOf(given);
        const found = await walk(reader.actor, id, "partagees");
        expect([...seqs(found)].sort((a, b) => a - b)).toEqual(given.map((_, n) => n + 1));
        const scores = found.map((entry) => wilson(entry.tally));
        for (let n = 1; n < found.length; n++) {
          const [before = 0, after = 0] = [scores[n - 1], scores[n]];
          expect(before).toBeGreaterThanOrEqual(after - 1e-9);
          const [one, two] = [found[n - 1], found[n]];
          const tied = one?.tally.agree === two?.tally.agree && one?.tally.disagree === two?.tally.disagree;
          if (tied) expect(one?.seq).toBeGreaterThan(two?.seq ?? 0);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("puts many who agree before few who all agree, and those without a vote last", async () => {
    const id = await debateOf([
      { agree: 1, disagree: 0 },
      { agree: 80, disagree: 20 },
      { agree: 0, disagree: 0 },
      { agree: 5, disagree: 50 },
    ]);
    expect(seqs(await walk(visitor, id, "partagees"))).toEqual([2, 1, 4, 3]);
  });

  it("most divided: only those with five votes for or against, the most even first, everything once", async () => {
    await fc.assert(
      fc.asyncProperty(tallies, async (given) => {
        const id = await debateOf(given);
        const expected = given
          .map((one, n) => ({ ...one, seq: n + 1 }))
          .filter(({ agree, disagree }) => agree + disagree >= 5)
          .sort((a, b) => division(b) - division(a) || b.seq - a.seq);
        expect(seqs(await walk(visitor, id, "debattues"))).toEqual(expected.map(({ seq }) => seq));
      }),
      { numRuns: 25 },
    );
  });

  it("walks through ties alone, in every order", async () => {
    for (const [ordre, one] of [
      ["partagees", { agree: 3, disagree: 1 }],
      ["debattues", { agree: 4, disagree: 4 }],
      ["a-voter", { agree: 2, disagree: 2 }],
      ["recentes", { agree: 0, disagree: 0 }],
    ] as const) {
      const id = await debateOf(
        Array.from({ length: 33 }, () => one),
        "contre",
      );
      expect(seqs(await walk(reader.actor, id, ordre, "contre")), ordre).toEqual(
        Array.from({ length: 33 }, (_, n) => 33 - n),
      );
    }
  });

  it("counts who passes neither as agreeing nor as disagreeing", async () => {
    const id = await debateOf([
      { agree: 2, disagree: 2 },
      { agree: 3, disagree: 2 },
    ]);
    await db.contribution.updateMany({ where: { debateId: id, seq: 1 }, data: { pass: 40 } });
    expect(seqs(await walk(visitor, id, "debattues"))).toEqual([2]);
  });
});

describe("what awaits her vote", () => {
  it("is what others wrote and she has not voted on, the newest first; a pass is a vote", async () => {
    const id = await debateOf(Array.from({ length: 25 }, () => ({ agree: 0, disagree: 0 })));
    const rows = await db.contribution.findMany({ where: { debateId: id }, orderBy: { seq: "asc" } });
    await db.contribution.updateMany({ where: { debateId: id, seq: { in: [3, 25] } }, data: { authorId: reader.id } });
    for (const [seq, value] of [
      [24, "agree"],
      [12, "pass"],
      [1, "disagree"],
    ] as const)
      await castVote({ actor: reader.actor }, { contributionId: rows[seq - 1]?.id ?? "", value });
    await moderate(rows[19]?.id ?? "", true);
    await db.contribution.updateMany({ where: { debateId: id, seq: 7 }, data: { authorId: null } }); // she left
    const waiting = Array.from({ length: 25 }, (_, n) => 25 - n).filter((seq) => ![25, 24, 20, 12, 3, 1].includes(seq));
    expect(seqs(await walk(reader.actor, id, "a-voter"))).toEqual(waiting);
    // Another member's votes and words are not hers.
    expect(seqs(await walk(author.actor, id, "a-voter"))).toEqual([25, 7, 3]);
  });

  it("is everything to a visitor, who has no vote: the newest first", async () => {
    const id = await debateOf(Array.from({ length: 12 }, () => ({ agree: 1, disagree: 0 })));
    expect(seqs(await walk(visitor, id, "a-voter"))).toEqual(Array.from({ length: 12 }, (_, n) => 12 - n));
  });
});

describe("a page of an order", () => {
  it("holds twenty in all: ten on each of two sides, six on each of three", async () => {
    const id = await debateOf(Array.from({ length: 15 }, () => ({ agree: 0, disagree: 0 })));
    const two = await getDebatePage(visitor, id);
    expect(two.sides).toEqual(["pour", "contre"]);
    expect(two.columns.pour).toMatchObject({ more: true, entries: { length: 10 } });
    await db.debate.update({ where: { id }, data: { phase: "ideas" } });
    const three = await getDebatePage(visitor, id);
    expect(three.sides).toEqual(["pour", "contre", "neutre"]);
    expect(three.columns.pour).toMatchObject({ more: true, entries: { length: 6 } });
  });

  it("keeps what was neither for nor against on show, once the debate has begun", async () => {
    const { id } = await createDebate("open", "national", author.id, { side: "neutre", phase: "debate" });
    const page = await getDebatePage(visitor, id);
    expect(page.sides).toEqual(["pour", "contre", "neutre"]);
    expect(page.columns.neutre.entries).toHaveLength(1);
  });

  it("begins after the same place though that contribution was hidden meanwhile, in every order", async () => {
    for (const ordre of ["recentes", "partagees", "debattues", "a-voter"]) {
      const id = await debateOf(Array.from({ length: 15 }, (_, n) => ({ agree: n + 3, disagree: 3 })));
      const all = seqs(await walk(reader.actor, id, ordre));
      const tenth = all[9] ?? 0;
      const row = await db.contribution.findFirstOrThrow({ where: { debateId: id, seq: tenth } });
      await moderate(row.id, true);
      const next = await getDebatePage(reader.actor, id, { ordre, pour: String(tenth) });
      expect(seqs(next.columns.pour.entries), ordre).toEqual(all.slice(10));
      expect(seqs(await walk(reader.actor, id, ordre)), ordre).toEqual(all.filter((seq) => seq !== tenth));
    }
  });

  it("says in which order it is, and after what", async () => {
    const id = await debateOf([{ agree: 1, disagree: 0 }]);
    expect(await getDebatePage(visitor, id, { ordre: "partagees", contre: "4" })).toMatchObject({
      order: "agreed",
      after: { contre: 4 },
    });
  });
});
