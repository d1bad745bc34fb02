import { check } from "@tests/chaos/checker.ts";
import type { Cast, History, Page, Sent, StoredContribution } from "@tests/chaos/history.ts";
import { describe, expect, it } from "vitest";

const counters = { agree: 0, disagree: 0, pass: 0 };
const row = (seq: number, votes: Partial<typeof counters> = {}): StoredContribution => ({
  ...counters,
  ...votes,
  id: `id-${seq}`,
  seq,
  side: seq % 2 ? "pour" : "contre",
  authorId: "amel",
  clientId: `client-${seq}`,
});
const acknowledged = (seq: number): Sent => ({
  memberId: "amel",
  clientId: `client-${seq}`,
  ack: { seq, id: `id-${seq}` },
});
const cast = (order: number, value: Cast["value"], acked: boolean): Cast => ({
  memberId: "bruno",
  contributionId: "id-1",
  value,
  order,
  acked,
});
const counts = { pour: 2, contre: 1, votes: 1 };
const tally = (agree: number, version: number) => ({ ...counters, agree, version });

function page(name: string, changes: Partial<Page> = {}): Page {
  return {
    name,
    reader: "members",
    final: true,
    lines: [1, 2, 3].map((seq) => ({ seq, id: `id-${seq}` })),
    shown: ["id-3", "id-2", "id-1"],
    tallies: { "id-1": tally(1, 1), "id-2": tally(0, 0), "id-3": tally(0, 0) },
    counts,
    readings: [],
    ...changes,
  };
}

/** Three contributions, one vote, two members and a visitor who saw it all. */
function faultless(changes: Partial<History> = {}): History {
  return {
    sent: [1, 2, 3].map(acknowledged),
    casts: [cast(1, "disagree", true), cast(2, "agree", true)],
    pages: [page("Amel"), page("Bruno"), page("a visitor", { reader: "public" })],
    stored: {
      lastSeq: 3,
      counts,
      contributions: [row(1, { agree: 1 }), row(2), row(3)],
      votes: [{ contributionId: "id-1", memberId: "bruno", value: "agree" }],
    },
    hidden: new Map(),
    named: new Set(["amel"]),
    ...changes,
  };
}
const stored = (changes: Partial<History["stored"]>) => ({ stored: { ...faultless().stored, ...changes } });
const lines = (...ids: (string | null)[]) => ids.map((id, index) => ({ seq: index + 1, id }));

describe("the history checker", () => {
  it("finds nothing in a faultless history", () => {
    expect(check(faultless())).toEqual({
      lost: 0,
      duplicated: 0,
      diverged: 0,
      gaps: 0,
      tallyExact: true,
      hiddenServed: 0,
      nameLeaks: 0,
      breaches: [],
    });
  });

  it("allows what was never acknowledged to be there or not", () => {
    const unanswered = { memberId: "amel", clientId: "client-9", ack: null };
    expect(check(faultless({ sent: [acknowledged(1), acknowledged(2), unanswered] })).breaches).toEqual([]);
  });

  it("allows a page that was closed to have seen only the beginning", () => {
    const closed = page("Amel, before her reload", { final: false, lines: lines("id-1"), shown: ["id-1"] });
    expect(check(faultless({ pages: [closed, page("Amel")] })).breaches).toEqual([]);
  });

  it("sees an acknowledged contribution that the database does not have", () => {
    expect(check(faultless({ sent: [...faultless().sent, acknowledged(4)] }))).toMatchObject({ lost: 1 });
  });

  it("sees an acknowledged contribution that is stored under another number", () => {
    const moved = { ...acknowledged(3), ack: { seq: 2, id: "id-3" } };
    expect(check(faultless({ sent: [moved] }))).toMatchObject({ lost: 1 });
  });

  it("sees an acknowledged contribution that a later read does not have", () => {
    const late = page("Bruno", { lines: lines("id-1", "id-2"), shown: ["id-2", "id-1"] });
    expect(check(faultless({ pages: [page("Amel"), late] }))).toMatchObject({ lost: 1, gaps: 1, diverged: 0 });
  });

  it("sees a contribution that was written twice", () => {
    const twice = { ...row(4), clientId: "client-3" };
    const verdict = check(
      faultless(stored({ lastSeq: 4, contributions: [...faultless().stored.contributions, twice] })),
    );
    expect(verdict.duplicated).toBe(1);
  });

  it("sees a contribution that a page shows twice", () => {
    const doubled = page("Bruno", { shown: ["id-3", "id-3", "id-2", "id-1"] });
    expect(check(faultless({ pages: [doubled] }))).toMatchObject({ duplicated: 1, gaps: 0 });
  });

  it("sees a number that is missing in the log", () => {
    const { contributions } = faultless().stored;
    const holed = contributions.filter(({ seq }) => seq !== 2);
    expect(check(faultless({ sent: [], ...stored({ contributions: holed }) })).gaps).toBeGreaterThan(0);
  });

  it("sees a page that skipped a number, even one that was closed since", () => {
    const skipping = page("Bruno", { final: false, lines: lines("id-1", "id-2", "id-3").toSpliced(1, 1) });
    expect(check(faultless({ pages: [skipping] }))).toMatchObject({ gaps: 1 });
  });

  it("sees a page that shows two contributions in the other order", () => {
    const crossed = page("Bruno", { lines: lines("id-2", "id-1", "id-3") });
    expect(check(faultless({ pages: [page("Amel"), crossed] }))).toMatchObject({ diverged: 1, gaps: 0, lost: 0 });
  });

  it("sees a page that shows what was never committed", () => {
    const early = page("Bruno", { lines: lines("id-1", "id-2", "id-3", "phantom") });
    expect(check(faultless({ pages: [early] }))).toMatchObject({ diverged: 1 });
  });
});

describe("the history checker on votes", () => {
  const answers = (...casts: Cast[]) => check(faultless({ casts })).tallyExact;

  it("takes the last acknowledged answer, or a later one whose acknowledgement was lost", () => {
    expect(answers(cast(1, "agree", true))).toBe(true);
    expect(answers(cast(1, "pass", true), cast(2, "agree", false), cast(3, "disagree", false))).toBe(true);
    expect(answers(cast(1, "agree", false))).toBe(true);
  });

  it("sees an acknowledged answer that was lost, or overtaken by an earlier one", () => {
    expect(answers(cast(1, "agree", true), cast(2, "pass", true))).toBe(false);
    expect(answers(cast(1, "agree", false), cast(2, "pass", true))).toBe(false);
  });

  it("sees a vote that nobody cast", () => {
    expect(answers()).toBe(false);
  });

  it("sees counters that are not the count of the votes", () => {
    const contributions = [row(1, { agree: 2 }), row(2), row(3)];
    expect(check(faultless(stored({ contributions }))).tallyExact).toBe(false);
    expect(check(faultless(stored({ counts: { ...counts, votes: 2 } }))).tallyExact).toBe(false);
    expect(check(faultless(stored({ counts: { ...counts, pour: 3 } }))).tallyExact).toBe(false);
  });

  it("sees a screen whose tallies stood still", () => {
    const stale = page("Bruno", { tallies: { ...page("Bruno").tallies, "id-1": tally(0, 0) } });
    expect(check(faultless({ pages: [stale] })).tallyExact).toBe(false);
    expect(check(faultless({ pages: [page("Bruno", { counts: { ...counts, votes: 0 } })] })).tallyExact).toBe(false);
  });
});

describe("the history checker on what may be read", () => {
  const visitor = (via: "frame" | "pull", at: number, ids: string[], names: string[] = []) =>
    page("a visitor", { reader: "public", readings: [{ via, at, ids, names }] });

  it("sees words that were served after they were hidden", () => {
    const hidden = new Map([["id-2", 10_000]]);
    const served = (via: "frame" | "pull", at: number) =>
      check(faultless({ hidden, pages: [visitor(via, at, ["id-2"])] })).hiddenServed;
    expect(served("pull", 9_999)).toBe(0);
    expect(served("pull", 10_001)).toBe(1);
    expect(served("frame", 10_001)).toBe(0); // it was on its way
    expect(served("frame", 12_000)).toBe(1);
  });

  it("sees a number that is empty though nobody hid its words", () => {
    const emptied = page("Bruno", { lines: lines("id-1", null, "id-3") });
    expect(check(faultless({ pages: [emptied] })).gaps).toBe(1);
    expect(check(faultless({ pages: [emptied], hidden: new Map([["id-2", 1]]) })).gaps).toBe(0);
  });

  it("sees a public frame with the name of a member who did not agree to it", () => {
    const leaks = (names: string[]) => check(faultless({ pages: [visitor("frame", 1, ["id-1"], names)] })).nameLeaks;
    expect(leaks(["amel"])).toBe(0);
    expect(leaks(["bruno"])).toBe(1);
  });

  it("lets members read names", () => {
    const readings = [{ via: "frame" as const, at: 1, ids: ["id-1"], names: ["bruno"] }];
    expect(check(faultless({ pages: [page("Amel", { readings })] })).nameLeaks).toBe(0);
  });
});
