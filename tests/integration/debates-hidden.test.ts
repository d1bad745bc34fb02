import {
  argument,
  expectExact,
  inPhase,
  moderate,
  reply,
  type Someone,
  someone,
} from "@tests/support/debate-checks.ts";
import { createDebate, outcomeOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, system, visitor } from "@/core/actor.ts";
import type { Fact } from "@/core/fact.ts";
import {
  castVote,
  contribute,
  contributionsPublished,
  debateLiveFacts,
  editContribution,
  getDebatePage,
  getDebateToRun,
  getThread,
  listDebates,
  listEntriesAfter,
  publishSynthesis,
} from "@/features/debates/index.ts";

const CANARY = "Canari-jaune-7421";
let author: Someone;
let host: Someone;
let reader: Someone;
beforeAll(async () => {
  withoutLimits();
  author = await someone("Autrice Nommée", { publicName: true });
  reader = await someone("Lectrice", { publicName: false });
  host = await someone("Noé National", { adherent: true, mandates: [{ role: "national_admin", scope: "national" }] });
});

/** Everything that any query of debates answers to this person about a debate. */
async function everything(actor: Actor, id: string): Promise<string> {
  const told: unknown[] = [await listDebates(actor), await listEntriesAfter(actor, id, 0)];
  for (const ordre of ["recentes", "partagees", "debattues", "a-voter"])
    told.push(await getDebatePage(actor, id, { ordre }));
  for (let seq = 1; seq <= 12; seq++) {
    const thread = await getThread(actor, { id, seq }).catch(() => null);
    told.push(thread);
    if (thread) told.push(await getThread(actor, { id, seq, apres: "1" }));
  }
  if (actor === host.actor) told.push(await getDebateToRun(actor, id));
  return JSON.stringify(told);
}
/** The frames that a tick about these numbers of the log would send. */
async function framesOf(id: string, from: number, to: number): Promise<unknown[]> {
  const fact: Fact = contributionsPublished({ debateId: id, audience: "open", from, to });
  return (await debateLiveFacts.find((live) => live.fact === fact.name)?.frames([fact])) ?? [];
}

describe("a hidden contribution", () => {
  let id: string;
  let first: string;
  let silenced: { id: string; seq: number };
  let answer: { id: string; seq: number };
  beforeEach(async () => {
    ({ id, contributionId: first } = await createDebate("open", "national", author.id));
    silenced = await contribute({ actor: author.actor }, argument(id, { body: `${CANARY} premier jet` }));
    await editContribution(
      { actor: author.actor },
      { contributionId: silenced.id, body: `${CANARY} second jet **fort**` },
    );
    answer = await contribute({ actor: author.actor }, reply(id, silenced.id, { body: `${CANARY} en réponse` }));
    for (const { actor } of [reader, host]) await castVote({ actor }, { contributionId: silenced.id, value: "agree" });
  });

  it("is served nowhere, with its former words and its replies, and keeps its numbers", async () => {
    for (const actor of [visitor, reader.actor, author.actor, host.actor])
      expect(await everything(actor, id)).toContain(CANARY);
    await moderate(silenced.id, true);
    for (const phase of ["debate", "vote", "synthesis", "closed"] as const) {
      await inPhase(id, phase);
      for (const actor of [visitor, reader.actor, author.actor, host.actor, system])
        expect(await everything(actor, id)).not.toContain(CANARY);
    }
    const { entries } = await listEntriesAfter(reader.actor, id, 0);
    expect(entries.slice(1)).toEqual([
      { kind: "gone", seq: silenced.seq },
      { kind: "gone", seq: 3 },
      { kind: "gone", seq: answer.seq },
      { kind: "hidden", seq: 5, of: silenced.seq },
    ]);
    expect(JSON.stringify(await framesOf(id, 1, 5))).not.toContain(CANARY);
    await expectExact(id);
  });

  it("says nothing in a tombstone of who wrote it, what for, or how it was voted on", async () => {
    await moderate(silenced.id, true);
    for (const actor of [visitor, reader.actor]) {
      const { entries, tallies, mine } = await listEntriesAfter(actor, id, 1);
      expect(JSON.stringify(entries)).not.toContain("Autrice");
      expect(Object.keys(tallies)).toEqual([first]);
      expect(mine).toEqual({});
    }
  });

  it("is counted no more, with its votes, and counted again once shown", async () => {
    await moderate(silenced.id, true);
    const { debate } = await getDebatePage(reader.actor, id);
    expect(debate.counts).toMatchObject({ pour: 1, votes: 0 });
    expect(
      (await listDebates(reader.actor)).groups.flatMap(({ debates }) => debates).find((one) => one.id === id)?.counts,
    ).toEqual(debate.counts);
    await moderate(silenced.id, false);
    const back = await getDebatePage(reader.actor, id);
    expect(back.debate.counts).toMatchObject({ pour: 2, votes: 2 });
    expect(back.debate.counts.version).toBeGreaterThan(debate.counts.version);
    expect(await everything(visitor, id)).toContain(`${CANARY} en réponse`);
    await expectExact(id);
  });

  it("is absent to whoever votes on it, replies to it, edits it or opens its page", async () => {
    await moderate(silenced.id, true);
    const acts = [
      castVote({ actor: reader.actor }, { contributionId: silenced.id, value: "pass" }),
      contribute({ actor: reader.actor }, reply(id, silenced.id)),
      editContribution({ actor: author.actor }, { contributionId: silenced.id, body: "D’autres mots pour le dire." }),
      editContribution({ actor: author.actor }, { contributionId: answer.id, body: "D’autres mots pour le dire." }),
      getThread(author.actor, { id, seq: silenced.seq }),
      getThread(host.actor, { id, seq: silenced.seq }),
    ];
    expect(await Promise.all(acts.map(outcomeOf))).toEqual(Array(6).fill("not_found"));
    await expectExact(id);
  });

  it("cannot be cited by a synthesis, and leaves the one that cited it", async () => {
    await inPhase(id, "synthesis");
    const cite = (body: string) => publishSynthesis({ actor: host.actor }, { debateId: id, body });
    await cite(`On retient #${silenced.seq}, #${answer.seq} et #1.`);
    const cited = async (actor: Actor) =>
      Object.keys((await getDebatePage(actor, id)).synthesis?.cited ?? {}).map(Number);
    expect(await cited(visitor)).toEqual([1, silenced.seq, answer.seq]);
    await moderate(silenced.id, true);
    for (const actor of [visitor, reader.actor, host.actor]) {
      expect(await cited(actor)).toEqual([1]);
      expect(JSON.stringify((await getDebatePage(actor, id)).synthesis)).not.toContain(CANARY);
    }
    for (const seq of [silenced.seq, answer.seq])
      await expect(cite(`On retient encore #${seq}.`)).rejects.toMatchObject({
        code: "invalid",
        fields: { body: expect.stringContaining(`n° ${seq}`) },
      });
  });
});

describe("a hidden reply", () => {
  it("leaves its contribution, which is counted without it, and comes back in its place", async () => {
    const { id, contributionId } = await createDebate("open", "national", author.id);
    const replies = [];
    for (const body of [`${CANARY} un`, "La deuxième réponse.", "La troisième réponse."])
      replies.push(await contribute({ actor: author.actor }, reply(id, contributionId, { body })));
    await moderate(replies[0]?.id ?? "", true);
    for (const actor of [visitor, reader.actor, author.actor])
      expect(await everything(actor, id)).not.toContain(CANARY);
    const { contribution } = await getThread(visitor, { id, seq: 1 });
    expect(contribution).toMatchObject({ replyCount: 2, replies: [{ seq: 3 }, { seq: 4 }] });
    const { entries } = await listEntriesAfter(visitor, id, 1);
    expect(entries[0]).toEqual({ kind: "gone", seq: 2 });
    expect(entries.at(-1)).toEqual({ kind: "hidden", seq: 5, of: 2, parentSeq: 1, replyCount: 2 });
    await expectExact(id);
    await moderate(replies[0]?.id ?? "", false);
    expect((await listEntriesAfter(visitor, id, 5)).entries).toMatchObject([
      { kind: "shown", seq: 6, parentSeq: 1, replyCount: 3, entry: { kind: "reply", seq: 2 } },
    ]);
    expect((await getThread(visitor, { id, seq: 1 })).contribution.replies.map(({ seq }) => seq)).toEqual([2, 3, 4]);
    await expectExact(id);
  });

  it("stays hidden when what it answers is hidden and shown again", async () => {
    const { id, contributionId } = await createDebate("open", "national", author.id);
    const answer = await contribute({ actor: author.actor }, reply(id, contributionId, { body: `${CANARY} encore` }));
    await moderate(answer.id, true);
    await moderate(contributionId, true);
    await moderate(contributionId, false);
    expect(await everything(reader.actor, id)).not.toContain(CANARY);
    await expectExact(id);
  });
});
