import { createDebate, createPerson, outcomeOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import { talliesLive } from "@/features/debates/debate.live.ts";
import { castVote, getDebatePage } from "@/features/debates/index.ts";
import { db, sql } from "@/platform/db/client.ts";
import type { Announcement } from "@/platform/facts.ts";
import { createLimits } from "@/platform/limits.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";

let voters: Actor[];
let voter: Actor;
const told: Announcement[] = [];

beforeAll(async () => {
  const people = await Promise.all(Array.from({ length: 12 }, (_, n) => createPerson(`Votant ${n}`)));
  voters = await Promise.all(people.map(({ id }) => actorOfMember(id)));
  voter = voters[0] ?? visitor;
});
beforeEach(() => {
  withoutLimits();
  told.length = 0;
  singletons.publisher = (_, announcements) => void told.push(...announcements);
});

const values = ["agree", "disagree", "pass"] as const;
const vote = (actor: Actor, contributionId: string, value: (typeof values)[number]) =>
  castVote({ actor }, { contributionId, value });
async function otherProcess(): Promise<typeof castVote> {
  vi.resetModules();
  return (await import("@/features/debates/commands/cast-vote.ts")).castVote;
}
/** Contributions whose tally, and debates whose number of votes, are not the count of their votes. */
const wrongTallies = () =>
  db.$queryRaw<unknown[]>(sql`
    select c.id from contribution c left join vote v on v.contribution_id = c.id group by c.id
    having c.agree <> count(*) filter (where v.value = 'agree') or c.disagree <> count(*) filter (where v.value = 'disagree')
      or c.pass <> count(*) filter (where v.value = 'pass')
    union all
    select d.id from debate d left join contribution c on c.debate_id = d.id left join vote v on v.contribution_id = c.id
    group by d.id having d.vote_count <> count(v.*)`);

describe("voting on a contribution", () => {
  it("counts once, moves when she changes her mind, and stays when she says the same", async () => {
    const { id, contributionId } = await createDebate("open", "national/63", null);
    expect(await vote(voter, contributionId, "agree")).toEqual({
      tally: { agree: 1, disagree: 0, pass: 0, version: 1 },
      mine: "agree",
    });
    expect((await vote(voter, contributionId, "disagree")).tally).toEqual({
      agree: 0,
      disagree: 1,
      pass: 0,
      version: 2,
    });
    expect((await vote(voter, contributionId, "disagree")).tally.version).toBe(2);
    const { debate, columns } = await getDebatePage(voter, id);
    expect(debate.counts).toMatchObject({ votes: 1, version: 2 });
    expect(columns.pour.entries[0]).toMatchObject({ mine: "disagree", tally: { disagree: 1 } });
  });

  it("keeps the last of those that she sent together", async () => {
    const { contributionId } = await createDebate("open", "national/63", null);
    // The first flushes alone; the others wait for it and are written as one batch.
    const answers = await Promise.all(
      (["pass", "agree", "disagree", "agree"] as const).map((value) => vote(voter, contributionId, value)),
    );
    expect(answers.at(-1)).toMatchObject({ mine: "agree", tally: { agree: 1, disagree: 0, pass: 0, version: 2 } });
  });

  it("has exact tallies after 300 votes and changes of mind at once, from two processes, on three contributions", async () => {
    const debates = await Promise.all(Array.from({ length: 3 }, () => createDebate("open", "national", null)));
    const other = await otherProcess();
    const casts = Array.from({ length: 300 }, (_, n) => ({
      actor: voters[n % voters.length] ?? voter,
      contributionId: debates[(n * 7) % 3]?.contributionId ?? "",
      value: values[(n * 5 + Math.floor(n / 12)) % 3] ?? "pass",
    }));
    await Promise.all(casts.map(({ actor, ...input }, n) => (n % 2 ? castVote : other)({ actor }, input)));
    expect(await wrongTallies()).toEqual([]);
    const votes = await db.vote.count({
      where: { contributionId: { in: debates.map((debate) => debate.contributionId) } },
    });
    expect(votes).toBeLessThanOrEqual(36);
  });

  it("announces the new state of the tallies and nothing about who voted", async () => {
    const { id, contributionId } = await createDebate("open", "national/63", null);
    await vote(voter, contributionId, "agree");
    expect(told).toEqual([
      {
        name: "debate.tallies",
        ids: { debateId: id, audience: "open" },
        stale: [`debate:${id}`, "debates"],
        data: {
          counts: { pour: 1, contre: 0, neutre: 0, votes: 1, version: 1 },
          tallies: { [contributionId]: { agree: 1, disagree: 0, pass: 0, version: 1 } },
        },
      },
    ]);
    expect(await db.fact.count({ where: { ids: { path: ["contributionId"], equals: contributionId } } })).toBe(0);
    await vote(voter, contributionId, "agree");
    expect(told).toHaveLength(1);
  });

  it("tells members alone about a debate among members", async () => {
    const { id, contributionId } = await createDebate("members", "national/63", null);
    await vote(voter, contributionId, "pass");
    const [news] = told;
    expect(news?.stale).toEqual([]);
    expect(talliesLive.frames(news?.ids ?? {}, news?.data).map(({ room }) => room)).toEqual([`debate:${id}:members`]);
  });

  it("merges announcements by contribution, the newest version of each", () => {
    const tally = (agree: number, version: number) => ({ agree, disagree: 0, pass: 0, version });
    const counts = (votes: number, version: number) => ({ pour: 1, contre: 0, neutre: 0, votes, version });
    const one = { counts: counts(3, 7), tallies: { a: tally(3, 9), b: tally(1, 1) } };
    const two = { counts: counts(4, 8), tallies: { a: tally(2, 8), c: tally(1, 1) } };
    const newest = { counts: counts(4, 8), tallies: { a: tally(3, 9), b: tally(1, 1), c: tally(1, 1) } };
    expect(talliesLive.merge(one, two)).toEqual(newest);
    expect(talliesLive.merge(two, one)).toEqual(newest);
  });
});

describe("a vote that is refused", () => {
  it("leaves the others of its batch alone, and changes nothing", async () => {
    const open = await createDebate("open", "national/63", null);
    const hidden = await createDebate("members", "national/75", null);
    const closed = await createDebate("open", "national", null, { phase: "closed" });
    const silenced = await createDebate("open", "national", null);
    await db.contribution.update({ where: { id: silenced.contributionId }, data: { hiddenAt: new Date() } });
    const asked = [open, hidden, closed, silenced].map((debate) => debate.contributionId);
    const outcomes = await Promise.all([...asked, "zzzzzzzzzzzz"].map((id) => outcomeOf(vote(voter, id, "agree"))));
    expect(outcomes).toEqual(["ok", "not_found", "conflict", "not_found", "not_found"]);
    expect(await db.vote.count({ where: { contributionId: { in: asked } } })).toBe(1);
    expect(await wrongTallies()).toEqual([]);
  });

  it("is refused to visitors", async () => {
    const { contributionId } = await createDebate("open", "national/63", null);
    expect(await outcomeOf(vote(visitor, contributionId, "agree"))).toBe("unauthenticated");
  });

  it("lets 20 through at once, and then says to wait", async () => {
    singletons.limits = createLimits();
    const { contributionId } = await createDebate("open", "national/63", null);
    const outcomes = await Promise.all(
      Array.from({ length: 22 }, (_, n) => outcomeOf(vote(voter, contributionId, values[n % 3] ?? "pass"))),
    );
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(20);
    expect(outcomes.filter((outcome) => outcome === "rate_limited")).toHaveLength(2);
  });
});
