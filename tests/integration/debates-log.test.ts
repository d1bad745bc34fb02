import {
  argument,
  crowd,
  expectExact,
  moderate,
  numbersOf,
  reply,
  type Someone,
  someone,
  upTo,
} from "@tests/support/debate-checks.ts";
import { fc } from "@tests/support/properties.ts";
import { createDebate, outcomeOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { jobs } from "@/composition.ts";
import { type Actor, visitor } from "@/core/actor.ts";
import { codeOf } from "@/features/accounts/code.rules.ts";
import type { ContributionView, ReplyView } from "@/features/debates/contribution.views.ts";
import { type Feed, feedOf, nextFeed } from "@/features/debates/debate.feed.ts";
import type { DebatePageView } from "@/features/debates/debate.views.ts";
import {
  castVote,
  contribute,
  editContribution,
  getDebatePage,
  getThread,
  listEntriesAfter,
  movePhase,
  reopenPhase,
} from "@/features/debates/index.ts";
import { eraseAccount, requestErasureCode } from "@/features/personal-data/index.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfMember } from "@/platform/session.ts";

let writers: Someone[];
let host: Someone;
const sides = ["pour", "contre"] as const;
const values = ["agree", "disagree", "pass"] as const;
const hold = { pour: false, contre: false, neutre: false };

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  writers = await crowd(8);
  host = await someone("Noé National", { adherent: true, mandates: [{ role: "national_admin", scope: "national" }] });
});

const at = <Item>(list: readonly Item[], n: number): Item => list[n % list.length] as Item;
async function erase(person: Someone): Promise<void> {
  const actor = await actorOfMember(person.id);
  const asked = await requestErasureCode({ actor }, {});
  await eraseAccount({ actor }, { ...asked, code: codeOf(asked.codeId) });
}

describe("a debate's log, written from everywhere at once", () => {
  it("has no gap and no number twice, whatever is written: contributions, replies, edits, hidings, phases, votes", async () => {
    const { id, contributionId } = await createDebate("members", "national", null);
    vi.resetModules();
    const other = (await import("@/features/debates/index.ts")).contribute;
    const published = await Promise.all(
      upTo(10).map((n) => contribute({ actor: at(writers, n).actor }, argument(id, { side: at(sides, n) }))),
    );
    const acts = (n: number) => {
      const { actor } = at(writers, n);
      const mine = at(published, n - 1);
      return [
        outcomeOf((n % 2 ? contribute : other)({ actor }, argument(id, { side: at(sides, n) }))),
        outcomeOf((n % 2 ? other : contribute)({ actor }, reply(id, n % 3 ? mine.id : contributionId))),
        outcomeOf(castVote({ actor }, { contributionId: at(published, n * 7).id, value: at(values, n) })),
        ...(n % 4 === 0
          ? [outcomeOf(editContribution({ actor }, { contributionId: mine.id, body: `La version ${n} de ces mots.` }))]
          : []),
        ...(n % 5 === 0 ? [outcomeOf(moderate(at(published, n / 5).id, n % 2 === 0))] : []),
      ];
    };
    const early = await Promise.all(upTo(40).flatMap(acts));
    const late = upTo(60).slice(40).flatMap(acts);
    const moved = outcomeOf(movePhase({ actor: host.actor }, { debateId: id, to: "vote" }));
    const outcomes = new Set([...early, ...(await Promise.all(late)), await moved]);
    expect([...outcomes].filter((one) => !["ok", "conflict", "not_found", "forbidden"].includes(one))).toEqual([]);
    await expectExact(id);
    expect((await numbersOf(id)).length).toBeGreaterThan(80);
    const changes = await db.debateChange.groupBy({ by: ["kind"], where: { debateId: id } });
    expect(changes.map(({ kind }) => kind).sort()).toEqual(expect.arrayContaining(["edited", "hidden", "phase"]));
  });

  it("takes nothing once the phase has moved, and everything again once it has moved back", async () => {
    const { id } = await createDebate("members", "national", null);
    const send = () => Promise.all(writers.map(({ actor }) => outcomeOf(contribute({ actor }, argument(id)))));
    const [before, , during] = await Promise.all([
      send(),
      movePhase({ actor: host.actor }, { debateId: id, to: "vote" }),
      send(),
    ]);
    expect(new Set(await send())).toEqual(new Set(["conflict"]));
    const accepted = [...before, ...during].filter((outcome) => outcome === "ok").length;
    expect(await db.contribution.count({ where: { debateId: id } })).toBe(1 + accepted);
    // Nothing was written after the number of the phase.
    const moved = await db.debateChange.findFirstOrThrow({ where: { debateId: id, kind: "phase" } });
    expect(moved.seq).toBe(2 + accepted);
    await reopenPhase({ actor: host.actor }, { debateId: id, reason: "Il reste à dire.", until: null });
    expect(new Set(await send())).toEqual(new Set(["ok"]));
    await expectExact(id);
  });

  it("is read in pieces of 200, each where the one before ended", async () => {
    const { id } = await createDebate("members", "national", null);
    await Promise.all(upTo(450).map((n) => contribute({ actor: at(writers, n).actor }, argument(id))));
    const read: number[] = [];
    for (let after = 0, sizes = 0; sizes < 9; sizes++) {
      const view = await listEntriesAfter(at(writers, 0).actor, id, after);
      expect(view.lastSeq).toBe(451);
      read.push(...view.entries.map(({ seq }) => seq));
      if (view.entries.length === 0) break;
      expect(view.entries.length).toBeLessThanOrEqual(200);
      after = view.entries.at(-1)?.seq ?? after;
    }
    expect(read).toEqual(upTo(451));
  });
});

describe("hiding the same contribution twice", () => {
  it("counts it once, and takes one number", async () => {
    const { id, contributionId } = await createDebate("members", "national", null);
    await castVote({ actor: at(writers, 0).actor }, { contributionId, value: "agree" });
    const facts = await Promise.all(upTo(10).map(() => moderate(contributionId, true)));
    expect(facts.filter(Boolean)).toHaveLength(1);
    expect((await getDebatePage(host.actor, id)).debate.counts).toMatchObject({ pour: 0, votes: 0 });
    const back = await Promise.all(upTo(10).map(() => moderate(contributionId, false)));
    expect(back.filter(Boolean)).toHaveLength(1);
    expect((await getDebatePage(host.actor, id)).debate.counts).toMatchObject({ pour: 1, votes: 1 });
    expect(await numbersOf(id)).toEqual([1, 2, 3]);
    await expectExact(id);
  });
});

type Step =
  | { act: "contribute"; by: number; side: number }
  | { act: "reply" | "vote" | "edit" | "moderate"; by: number; to: number; value: number }
  | { act: "erase"; by: number };
const person = fc.nat({ max: 7 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant("contribute" as const), by: person, side: fc.nat({ max: 1 }) }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      act: fc.constantFrom("reply" as const, "vote" as const, "edit" as const, "moderate" as const),
      by: person,
      to: fc.nat({ max: 12 }),
      value: fc.nat({ max: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("erase" as const), by: person }) },
);

/** What a screen holds of a debate, beside what a page read now shows: words, tallies, replies, own votes. */
const held = (entry: ContributionView) => {
  const { replies: _, own: __, clientId: ___, ...rest } = entry;
  return rest;
};
const heldBy = (feed: Feed) =>
  Object.values(feed.columns).map((column) =>
    [...column.waiting, ...column.shown]
      .filter(({ seq }) => !feed.hidden.includes(seq))
      .sort((a, b) => b.seq - a.seq)
      .map(held),
  );
const shownBy = (page: DebatePageView) =>
  (["pour", "contre", "neutre"] as const).map((side) => page.columns[side].entries.map(held));
const newestPage = (page: DebatePageView) => feedOf({ ...page, newest: true, threaded: false });

async function caughtUp(actor: Actor, id: string, feed: Feed): Promise<Feed> {
  const view = await listEntriesAfter(actor, id, feed.lastSeq);
  const next = nextFeed(feed, { type: "pulled", view, hold });
  expect(next.behind).toBe(false);
  return next;
}

describe("random histories", () => {
  it("leave every counter exact, the log whole, and every screen that catches up as a page read afresh", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const people = await crowd(8);
        const { id, contributionId } = await createDebate("open", "national", at(people, 0).id);
        const ids = [contributionId];
        const reader = await actorOfMember(at(writers, 0).id);
        const first = {
          member: newestPage(await getDebatePage(reader, id)),
          visitor: newestPage(await getDebatePage(visitor, id)),
        };
        const screens: { actor: Actor; feed: Feed }[] = [
          { actor: reader, feed: first.member },
          { actor: visitor, feed: first.visitor },
        ];
        for (const [n, move] of steps.entries()) {
          const { actor } = at(people, move.by);
          const target = "to" in move ? at(ids, move.to) : "";
          if (move.act === "contribute") {
            const side = at(sides, move.side);
            const made = await contribute({ actor }, argument(id, { side })).catch(() => null);
            if (made) ids.push(made.id);
          } else if (move.act === "reply") {
            const made = await contribute({ actor }, reply(id, target)).catch(() => null);
            if (made) ids.push(made.id);
          } else if (move.act === "vote")
            await outcomeOf(castVote({ actor }, { contributionId: target, value: at(values, move.value) }));
          else if (move.act === "edit")
            await outcomeOf(
              editContribution({ actor }, { contributionId: target, body: `La version *${n}* de ces mots.` }),
            );
          else if (move.act === "moderate") await moderate(target, move.value < 3);
          else if (move.by > 0) await outcomeOf(erase(at(people, move.by)));
          // A screen is opened on the way; others catch up now and then.
          if (n % 7 === 3)
            for (const who of [reader, visitor])
              screens.push({ actor: who, feed: newestPage(await getDebatePage(who, id)) });
          if (n % 5 === 4) for (const screen of screens) screen.feed = await caughtUp(screen.actor, id, screen.feed);
        }
        await expectExact(id);
        for (const { actor, feed } of screens) {
          const page = await getDebatePage(actor, id);
          const now = await caughtUp(actor, id, feed);
          expect(now.counts).toEqual(page.debate.counts);
          expect(now.lastSeq).toBe(page.debate.lastSeq);
          const authorless = (entries: ReturnType<typeof held>[][], other: ReturnType<typeof held>[][]) =>
            // Who signs what was published before is the page's to say: a withdrawn name is not in the log.
            entries.map((column, c) =>
              column.map((entry) => ({ ...entry, author: other[c]?.find(({ seq }) => seq === entry.seq)?.author })),
            );
          const seen = heldBy(now).map((column) => column.slice(0, 10));
          expect(authorless(seen, shownBy(page))).toEqual(shownBy(page));
        }
        // From any number, the log alone tells what is there now, and nothing of what is hidden.
        const hidden = await db.contribution.findMany({ where: { debateId: id, hiddenAt: { not: null } } });
        for (const after of [0, 1, Math.floor(steps.length / 2)]) {
          const { entries } = await listEntriesAfter(visitor, id, after);
          expect(entries.map(({ seq }) => seq)).toEqual((await numbersOf(id)).filter((seq) => seq > after));
          const told = JSON.stringify(entries);
          expect(hidden.filter((one) => told.includes(one.id))).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("leave the page of one contribution, caught up, as one read afresh", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ act: fc.constantFrom("reply", "edit", "moderate", "elsewhere"), to: fc.nat({ max: 9 }) }),
          {
            minLength: 3,
            maxLength: 20,
          },
        ),
        fc.nat({ max: 19 }),
        async (steps, opened) => {
          const { id, contributionId } = await createDebate("open", "national", null);
          const { actor } = at(writers, 1);
          const reader = at(writers, 2).actor;
          const replies: string[] = [];
          const thread = async () => {
            const { debate, contribution } = await getThread(reader, { id, seq: 1 });
            const none = { entries: [], more: false };
            const columns = { pour: { entries: [contribution], more: false }, contre: none, neutre: none };
            return feedOf({ debate, columns, newest: false, threaded: true });
          };
          let screen = await thread();
          for (const [n, { act, to }] of steps.entries()) {
            const target = replies.length > 0 ? at(replies, to) : "";
            if (act === "reply") replies.push((await contribute({ actor }, reply(id, contributionId))).id);
            else if (act === "elsewhere") await contribute({ actor }, argument(id));
            else if (target && act === "edit")
              await outcomeOf(
                editContribution({ actor }, { contributionId: target, body: `La version ${n} de ces mots.` }),
              );
            else if (target) await moderate(target, to % 3 !== 0);
            if (n === opened) screen = await thread();
            if (n % 4 === 3) screen = await caughtUp(reader, id, screen);
          }
          const clean = (feed: Feed) =>
            feed.columns.pour.shown.map(({ replies: list, ...entry }) => ({
              ...held(entry),
              replies: (list ?? []).map(
                ({ clientId: _, replyCount: __, ...one }: ReplyView & { replyCount?: number }) => one,
              ),
            }));
          expect(clean(await caughtUp(reader, id, screen))).toEqual(clean(await thread()));
          await expectExact(id);
        },
      ),
      { numRuns: 25 },
    );
  });
});
