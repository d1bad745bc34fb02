import { randomUUID } from "node:crypto";
import { expectExact, argument as input, numbersOf as logOf, upTo } from "@tests/support/debate-checks.ts";
import { createDebate, createPerson, outcomeOf, suspendInTheDatabase, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import { contribute, getDebatePage, listEntriesAfter } from "@/features/debates/index.ts";
import { db, sql } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";

const CLERMONT = "national/63/63113";
let authors: Actor[];
let speaker: Actor;
let unasked: Actor;
const stale: string[] = [];
const facts: string[] = [];

beforeAll(async () => {
  const people = await Promise.all(
    Array.from({ length: 10 }, (_, n) => createPerson(`Membre ${n}`, { publicName: n % 2 === 0 })),
  );
  authors = await Promise.all(people.map(({ id }) => actorOfMember(id)));
  speaker = authors[0] ?? visitor;
  unasked = await actorOfMember((await createPerson("Yanis Neuf")).id);
});
beforeEach(() => {
  withoutLimits();
  stale.length = 0;
  facts.length = 0;
  singletons.publisher = (published) => {
    stale.push(...published.flatMap((fact) => fact.stale));
    facts.push(...published.map(({ name, ids }) => `${name} ${ids.debateId} ${ids.from}-${ids.to}`));
  };
});

/** The command as another process holds it: its own queue, the same database. */
async function otherProcess(): Promise<typeof contribute> {
  vi.resetModules();
  return (await import("@/features/debates/commands/contribute.ts")).contribute;
}

describe("contributing to a debate", () => {
  it("takes the next number of the log and counts its side", async () => {
    const { id } = await createDebate("open", "national/63", null);
    const first = await contribute({ actor: speaker }, input(id, { side: "contre" }));
    expect(first).toMatchObject({ seq: 2 });
    const { debate, columns } = await getDebatePage(speaker, id);
    expect(debate).toMatchObject({ lastSeq: 2, counts: { pour: 1, contre: 1, version: 1 } });
    expect(columns.contre.entries[0]).toMatchObject({
      id: first.id,
      seq: 2,
      author: { label: "Membre 0", named: true },
    });
  });

  it("tells its room and what visitors have kept, with ids only", async () => {
    const { id } = await createDebate("open", "national/63", null);
    const { seq } = await contribute({ actor: speaker }, input(id));
    expect(facts).toEqual([`debate.contributions-published ${id} ${seq}-${seq}`]);
    expect(stale).toEqual([`debate:${id}`, "debates"]);
    const [fact] = await db.fact.findMany({
      where: { name: "debate.contributions-published" },
      orderBy: { id: "desc" },
      take: 1,
    });
    expect(JSON.stringify(fact?.ids)).not.toMatch(/argument|Membre/);
  });

  it("makes nothing of visitors' stale in a debate that they cannot see", async () => {
    const { id } = await createDebate("members", CLERMONT, null);
    await contribute({ actor: speaker }, input(id));
    expect(stale).toEqual([]);
  });

  it("gives 100 that come together, from two processes, the numbers 2 to 101 without a gap", async () => {
    const { id } = await createDebate("open", "national/63", null);
    const other = await otherProcess();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        (n % 2 ? contribute : other)({ actor: authors[n % 10] ?? speaker }, input(id)),
      ),
    );
    expect(answers.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(upTo(101).slice(1));
    expect(await logOf(id)).toEqual(upTo(101));
    const log = await listEntriesAfter(speaker, id, 0);
    expect(log.entries.map(({ seq }) => seq)).toEqual(upTo(101));
    expect(log.counts.pour).toBe(101);
    await expectExact(id);
    // One fact a batch, not one a contribution; together they tell every number once.
    const told = facts.flatMap((fact) => {
      const [from = 0, to = 0] = fact.split(" ").at(-1)?.split("-").map(Number) ?? [];
      return upTo(to).slice(from - 1);
    });
    expect(told.sort((a, b) => a - b)).toEqual(upTo(101).slice(1));
    expect(facts.length).toBeLessThan(50);
  });

  it("does not mix the logs of two debates written at once", async () => {
    const [one, two] = [await createDebate("open", "national", null), await createDebate("open", "national", null)];
    const other = await otherProcess();
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        (n % 3 ? contribute : other)({ actor: authors[n % 10] ?? speaker }, input(n % 2 ? one.id : two.id)),
      ),
    );
    expect(await logOf(one.id)).toEqual(upTo(21));
    expect(await logOf(two.id)).toEqual(upTo(21));
  });
});

describe("sending the same contribution again", () => {
  it("gets the first answer and writes once: in one batch, later, and from another process", async () => {
    const { id } = await createDebate("open", "national/63", null);
    const same = input(id);
    const other = await otherProcess();
    const together = await Promise.all(
      [contribute, contribute, other, other].map((send) => send({ actor: speaker }, same)),
    );
    const later = await contribute({ actor: speaker }, { ...same, body: "D’autres mots, la même clé." });
    expect(new Set([...together, later].map(({ seq }) => seq))).toEqual(new Set([2]));
    expect(await logOf(id)).toEqual([1, 2]);
    expect(facts).toHaveLength(1);
  });

  it("writes once even when two processes are told different debates", async () => {
    const [one, two] = [await createDebate("open", "national", null), await createDebate("open", "national", null)];
    const other = await otherProcess();
    const same = input(one.id);
    const answers = await Promise.all([
      contribute({ actor: speaker }, same),
      other({ actor: speaker }, { ...same, debateId: two.id }),
    ]);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect([...(await logOf(one.id)), ...(await logOf(two.id))].sort()).toEqual([1, 1, 2]);
  });

  it("gets the first answer after the debate has moved on", async () => {
    const { id } = await createDebate("open", "national/63", null);
    const same = input(id);
    const first = await contribute({ actor: speaker }, same);
    await db.debate.update({ where: { id }, data: { phase: "vote" } });
    expect(await contribute({ actor: speaker }, same)).toEqual(first);
    expect(await outcomeOf(contribute({ actor: speaker }, input(id)))).toBe("conflict");
  });

  it("is another contribution when another member chose the same key", async () => {
    const { id } = await createDebate("open", "national/63", null);
    const same = input(id);
    const answers = await Promise.all(authors.slice(0, 2).map((actor) => contribute({ actor }, same)));
    expect(answers.map(({ seq }) => seq).sort()).toEqual([2, 3]);
  });
});

describe("a contribution that is refused", () => {
  it("leaves the others of its batch alone", async () => {
    const open = await createDebate("open", "national/63", null);
    const hidden = await createDebate("members", "national/75", null);
    const closed = await createDebate("open", "national", null, { phase: "closed" });
    const coming = await createDebate("open", "national", null, { phase: "upcoming" });
    const send = (debateId: string) => contribute({ actor: speaker }, input(debateId));
    const outcomes = await Promise.all(
      [open.id, hidden.id, closed.id, coming.id, "zzzzzzzzzzzz", open.id].map((id) => outcomeOf(send(id))),
    );
    expect(outcomes).toEqual(["ok", "not_found", "conflict", "conflict", "not_found", "ok"]);
    expect(await logOf(open.id)).toEqual([1, 2, 3]);
    expect([await logOf(hidden.id), await logOf(closed.id), await logOf(coming.id)]).toEqual([[1], [1], [1]]);
  });

  it("asks first whether her name may stand beside it, in open debates only", async () => {
    const [open, members] = [
      await createDebate("open", "national/63", null),
      await createDebate("members", CLERMONT, null),
    ];
    await expect(contribute({ actor: unasked }, input(open.id))).rejects.toMatchObject({
      reason: "public_name_unanswered",
    });
    expect((await getDebatePage(unasked, open.id)).asksPublicName).toBe(true);
    expect((await getDebatePage(unasked, members.id)).asksPublicName).toBe(false);
    expect(await outcomeOf(contribute({ actor: unasked }, input(members.id)))).toBe("ok");
  });

  it("is refused to visitors and to the suspended", async () => {
    const { id } = await createDebate("open", "national/63", null);
    const person = await createPerson("Suzanne", { publicName: true });
    await suspendInTheDatabase(person.id);
    expect(await outcomeOf(contribute({ actor: visitor }, input(id)))).toBe("unauthenticated");
    expect(await outcomeOf(contribute({ actor: await actorOfMember(person.id) }, input(id)))).toBe("forbidden");
    expect(await logOf(id)).toEqual([1]);
  });

  it("says to wait when it comes less than 3 seconds after the last one", async () => {
    singletons.limits = createLimits();
    const { id } = await createDebate("open", "national/63", null);
    const hurried = await actorOfMember((await createPerson("Pressée", { publicName: true })).id);
    await contribute({ actor: hurried }, input(id));
    await expect(contribute({ actor: hurried }, input(id))).rejects.toMatchObject({
      code: "rate_limited",
      retryAfter: 3,
    });
  });
});

describe("a contribution's row", () => {
  it("cannot take a number twice nor go without its ten characters, whatever the code says", async () => {
    const { id, contributionId } = await createDebate("open", "national", null);
    const row = await db.contribution.findUniqueOrThrow({ where: { id: contributionId } });
    await expect(
      db.contribution.create({ data: { ...row, id: "zzzzzzzzzzz0", clientId: randomUUID() } }),
    ).rejects.toMatchObject({ code: "P2002" });
    await expect(db.$executeRaw(sql`update contribution set body = 'court' where debate_id = ${id}`)).rejects.toThrow();
  });
});
