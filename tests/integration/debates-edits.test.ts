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
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import { isAppError } from "@/core/app-error.ts";
import type { Fact } from "@/core/fact.ts";
import { EDIT_MS } from "@/features/debates/debate.rules.ts";
import {
  contribute,
  debateLiveFacts,
  editContribution,
  getDebatePage,
  getThread,
  listEntriesAfter,
} from "@/features/debates/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { singletons } from "@/platform/singletons.ts";

const facts: Fact[] = [];
let nadia: Someone;
let paul: Someone;
let host: Someone;
const realNow = clock.now;
const WORDS = "Un argument qui mérite d’être lu.";

beforeAll(async () => {
  withoutLimits();
  nadia = await someone("Nadia Ordinaire", { publicName: false });
  paul = await someone("Paul Autre", { publicName: false });
  host = await someone("Noé National", { adherent: true, mandates: [{ role: "national_admin", scope: "national" }] });
});
beforeEach(() => {
  facts.length = 0;
  singletons.publisher = (published) => void facts.push(...published);
});
afterEach(() => {
  clock.now = realNow;
});

/** A debate where Nadia has just published. */
async function published(changes: Parameters<typeof createDebate>[3] = {}) {
  const { id, contributionId: first } = await createDebate("open", "national/63", paul.id, changes);
  const mine = await contribute({ actor: nadia.actor }, argument(id, { body: WORDS }));
  return { id, first, contributionId: mine.id, seq: mine.seq };
}
const edit = (actor: Actor, contributionId: string, body: string) =>
  editContribution({ actor }, { contributionId, body });
const said = (work: Promise<unknown>) =>
  work.then(
    () => "ok",
    (error: unknown) => (isAppError(error) ? error.reason : String(error)),
  );
const entryOf = async (actor: Actor, id: string, seq: number) =>
  (await getDebatePage(actor, id)).columns.pour.entries.find((entry) => entry.seq === seq);

describe("editing what one has just published", () => {
  it("shows the new words, « modifié », and takes the next number of the log", async () => {
    const { id, contributionId, seq } = await published();
    const done = await edit(nadia.actor, contributionId, "Un argument mieux dit, **vraiment**.");
    expect(done).toMatchObject({ debateId: id, slug: "faut-il-des-bus-gratuits", seq });
    for (const actor of [nadia.actor, paul.actor, visitor])
      expect(await entryOf(actor, id, seq)).toMatchObject({
        body: "Un argument mieux dit, **vraiment**.",
        edited: true,
      });
    const log = await listEntriesAfter(paul.actor, id, seq);
    expect(log.entries).toMatchObject([
      {
        kind: "edited",
        seq: seq + 1,
        entry: { id: contributionId, seq, body: "Un argument mieux dit, **vraiment**." },
      },
    ]);
    expect(log.lastSeq).toBe(seq + 1);
    await expectExact(id);
  });

  it("keeps what was said before, in order, on the contribution’s page", async () => {
    const { id, contributionId, seq } = await published();
    await edit(nadia.actor, contributionId, "La deuxième version de ces mots.");
    await edit(nadia.actor, contributionId, "La troisième version de ces mots.");
    const { contribution, revisions } = await getThread(visitor, { id, seq });
    expect(contribution.body).toBe("La troisième version de ces mots.");
    expect(revisions.map(({ body }) => body)).toEqual([WORDS, "La deuxième version de ces mots."]);
  });

  it("keeps what a reply said too, as long as the reply is shown", async () => {
    const { id, contributionId, seq } = await published();
    const answer = await contribute({ actor: paul.actor }, reply(id, contributionId));
    const before = (await getThread(visitor, { id, seq })).contribution.replies[0]?.body;
    await edit(paul.actor, answer.id, "Une réponse dite autrement, et mieux.");
    expect((await getThread(visitor, { id, seq })).revisions).toMatchObject([{ seq: answer.seq, body: before }]);
    await moderate(answer.id, true);
    expect((await getThread(visitor, { id, seq })).revisions).toEqual([]);
  });

  it("tells the room what they have become, never what they were, and tells nobody else", async () => {
    const { id, contributionId, seq } = await published();
    facts.length = 0;
    await edit(nadia.actor, contributionId, "Un argument mieux dit.");
    expect(facts).toMatchObject([
      {
        name: "debate.contribution-edited",
        ids: { debateId: id, audience: "open", from: seq + 1, to: seq + 1, contributionId },
        stale: [`debate:${id}`, "debates"],
      },
    ]);
    const live = debateLiveFacts.find(({ fact }) => fact === "debate.contribution-edited");
    const frames = (await live?.frames(facts)) ?? [];
    expect(frames.map(({ room }) => room)).toEqual([`debate:${id}:members`, `debate:${id}:public`]);
    expect(JSON.stringify(frames)).toContain("mieux dit");
    expect(JSON.stringify(frames)).not.toContain(WORDS);
    expect(JSON.stringify(frames.filter(({ room }) => room.endsWith("public")))).not.toMatch(/Nadia|clientId/);
  });

  it("is nothing when the words are the same, once cleaned", async () => {
    const { id, contributionId } = await published();
    facts.length = 0;
    await edit(nadia.actor, contributionId, `  ${WORDS}\u200b `);
    expect(facts).toEqual([]);
    expect(await db.contributionRevision.count({ where: { contributionId } })).toBe(0);
    expect(await db.debateChange.count({ where: { debateId: id } })).toBe(0);
    expect((await db.contribution.findUniqueOrThrow({ where: { id: contributionId } })).editedAt).toBeNull();
  });

  it("leads back to the page of the contribution that a reply answers", async () => {
    const { id, first } = await published();
    const answer = await contribute({ actor: nadia.actor }, reply(id, first));
    expect(await edit(nadia.actor, answer.id, "Une réponse mieux dite.")).toMatchObject({ seq: 1 });
    expect((await getThread(paul.actor, { id, seq: 1 })).contribution.replies).toMatchObject([
      { body: "Une réponse mieux dite.", edited: true },
    ]);
  });

  it("is for ten minutes from its publication, however often it was edited", async () => {
    const { contributionId } = await published();
    const { createdAt } = await db.contribution.findUniqueOrThrow({ where: { id: contributionId } });
    clock.now = () => new Date(createdAt.getTime() + EDIT_MS - 1);
    expect(await said(edit(nadia.actor, contributionId, "Au tout dernier moment."))).toBe("ok");
    clock.now = () => new Date(createdAt.getTime() + EDIT_MS);
    expect(await said(edit(nadia.actor, contributionId, "Un moment trop tard."))).toBe("too_late_to_edit");
    clock.now = () => new Date(createdAt.getTime() - 3_600_000); // the clock was set back
    expect(await said(edit(nadia.actor, contributionId, "Une heure avant, dit l’horloge."))).toBe("ok");
  });

  it("is not for others: not another member, not who runs the debate, not a visitor", async () => {
    const { id, contributionId, seq } = await published();
    const unseen = await createDebate("members", "national/03", paul.id);
    expect(await said(edit(paul.actor, contributionId, "D’autres mots que les siens."))).toBe("not_yours");
    expect(await said(edit(host.actor, contributionId, "D’autres mots que les siens."))).toBe("not_yours");
    expect(await outcomeOf(edit(visitor, contributionId, "D’autres mots que les siens."))).toBe("unauthenticated");
    expect(await outcomeOf(edit(nadia.actor, unseen.contributionId, "D’autres mots que les siens."))).toBe("not_found");
    expect(await outcomeOf(edit(visitor, unseen.contributionId, "D’autres mots que les siens."))).toBe("not_found");
    expect(await outcomeOf(edit(nadia.actor, "zzzzzzzzzzzz", "D’autres mots que les siens."))).toBe("not_found");
    expect((await entryOf(paul.actor, id, seq))?.body).toBe(WORDS);
    expect(await db.contributionRevision.count({ where: { contributionId } })).toBe(0);
  });

  it("is for the phases that take contributions", async () => {
    const { id, contributionId } = await published();
    const outcomes: string[] = [];
    for (const phase of ["ideas", "debate", "vote", "synthesis", "closed", "upcoming"] as const) {
      await inPhase(id, phase);
      outcomes.push(await said(edit(nadia.actor, contributionId, `Pendant l’étape ${phase}.`)));
    }
    expect(outcomes).toEqual(["ok", "ok", ...Array(4).fill("debate_closed")]);
    await expectExact(id);
  });

  it("is absent once it is hidden, or what it answers is, and possible again once shown", async () => {
    const { id, first, contributionId } = await published();
    const answer = await contribute({ actor: nadia.actor }, reply(id, first));
    const trials = (word: string) =>
      Promise.all([contributionId, answer.id].map((one) => said(edit(nadia.actor, one, `Des mots ${word}, encore.`))));
    await moderate(contributionId, true);
    await moderate(first, true);
    expect(await trials("cachés")).toEqual(["absent", "absent"]);
    await moderate(contributionId, false);
    await moderate(first, false);
    expect(await trials("montrés")).toEqual(["ok", "ok"]);
    await expectExact(id);
  });

  it("leaves its votes and the number of its replies as they are", async () => {
    const { id, contributionId, seq } = await published();
    await contribute({ actor: paul.actor }, reply(id, contributionId));
    await edit(nadia.actor, contributionId, "Un argument mieux dit.");
    expect(await entryOf(paul.actor, id, seq)).toMatchObject({ replyCount: 1, replies: [{ seq: seq + 1 }] });
    await expectExact(id);
  });

  it("makes no markup of what is none: what a page draws is a small tree of known kinds", async () => {
    const { id, contributionId, seq } = await published();
    const nasty = [
      '<img src=x onerror="alert(1)"> et des mots',
      "[cliquez](javascript:alert(1)) et des mots",
      "[cliquez](data:text/html;base64,PHNjcmlwdD4=) et des mots",
      "<script>alert(1)</script> **et** des mots",
      "![image](https://ailleurs.example/x.png) et des mots",
      "`<svg onload=alert(1)>` et des mots",
    ];
    for (const body of nasty) {
      await edit(nadia.actor, contributionId, body);
      const entry = await entryOf(visitor, id, seq);
      expect(entry?.body).toBe(body);
      const rich = JSON.stringify(entry?.rich ?? null);
      expect(rich).not.toMatch(/"href":"(?!https?:|mailto:)/);
      expect(rich).not.toMatch(/"type":"(?!paragraph|heading|list|quote|code|strong|em|link|break|citation)/);
    }
  });

  it("made twenty times at once is twenty numbers of the log and twenty former versions, in one order", async () => {
    const { id, contributionId } = await published();
    const words = Array.from({ length: 20 }, (_, n) => `La version numéro ${n} de ces mots.`);
    await Promise.all(words.map((body) => edit(nadia.actor, contributionId, body)));
    const revisions = await db.contributionRevision.findMany({ where: { contributionId }, orderBy: { number: "asc" } });
    const { body } = await db.contribution.findUniqueOrThrow({ where: { id: contributionId } });
    expect(revisions.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect([...revisions.map((one) => one.body), body].sort()).toEqual([WORDS, ...words].sort());
    await expectExact(id);
  });
});
