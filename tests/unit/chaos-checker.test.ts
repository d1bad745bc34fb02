import { check } from "@tests/chaos/checker.ts";
import type {
  Card,
  Cast,
  Edit,
  History,
  Line,
  Page,
  Sent,
  StoredContribution,
  TalkHistory,
} from "@tests/chaos/history.ts";
import { describe, expect, it } from "vitest";

const counters = { agree: 0, disagree: 0, pass: 0 };
const row = (seq: number, votes: Partial<typeof counters> = {}): StoredContribution => ({
  ...counters,
  ...votes,
  id: `id-${seq}`,
  seq,
  side: seq % 2 ? "pour" : "contre",
  parentId: null,
  authorId: "amel",
  clientId: `client-${seq}`,
  hidden: false,
  replies: 0,
  mark: `mark-${seq}`,
});
const acknowledged = (seq: number): Sent => ({
  memberId: "amel",
  clientId: `client-${seq}`,
  mark: `mark-${seq}`,
  ack: { seq, id: `id-${seq}` },
});
const cast = (order: number, value: Cast["value"], acked: boolean): Cast => ({
  memberId: "bruno",
  contributionId: "id-1",
  value,
  order,
  acked,
});
const counts = { pour: 2, contre: 1, neutre: 0, votes: 1, version: 4 };
const tally = (agree: number, version: number) => ({ ...counters, agree, version });
const card = (seq: number, changes: Partial<Card> = {}): Card => ({
  id: `id-${seq}`,
  mark: `mark-${seq}`,
  tally: seq === 1 ? tally(1, 1) : tally(0, 0),
  replies: 0,
  ...changes,
});
const cards = (...seqs: number[]) => seqs.map((seq) => card(seq));
const line = (seq: number, id: string | null): Line => ({ seq, kind: id === null ? "gone" : "contribution", id });
const lines = (...ids: (string | null)[]) => ids.map((id, index) => line(index + 1, id));

function page(name: string, changes: Partial<Page> = {}): Page {
  return {
    name,
    reader: "members",
    memberId: null,
    final: true,
    lines: lines("id-1", "id-2", "id-3"),
    cards: cards(3, 2, 1),
    counts,
    readings: [],
    ...changes,
  };
}

/** Three contributions, one vote, two members and a visitor who saw it all. */
function faultless(changes: Partial<History> = {}): History {
  return {
    sent: [1, 2, 3].map(acknowledged),
    edits: [],
    casts: [cast(1, "disagree", true), cast(2, "agree", true)],
    pages: [page("Amel"), page("Bruno"), page("a visitor", { reader: "public" })],
    stored: {
      lastSeq: 3,
      counts,
      contributions: [row(1, { agree: 1 }), row(2), row(3)],
      changes: [],
      votes: [{ contributionId: "id-1", memberId: "bruno", value: "agree" }],
    },
    talks: [],
    hidden: new Map(),
    named: new Set(["amel"]),
    suspended: new Map(),
    onItsWay: { frame: 1_000, pull: 0, page: 0 },
    ...changes,
  };
}
const stored = (changes: Partial<History["stored"]>) => ({ stored: { ...faultless().stored, ...changes } });

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
      afterSuspension: 0,
      breaches: [],
    });
  });

  it("allows what was never acknowledged to be there or not", () => {
    const unanswered = { memberId: "amel", clientId: "client-9", mark: "mark-9", ack: null };
    expect(check(faultless({ sent: [acknowledged(1), acknowledged(2), unanswered] })).breaches).toEqual([]);
  });

  it("allows a page that was closed to have seen only the beginning", () => {
    const closed = page("Amel, before her reload", { final: false, lines: lines("id-1"), cards: cards(1) });
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
    const late = page("Bruno", { lines: lines("id-1", "id-2"), cards: cards(2, 1) });
    expect(check(faultless({ pages: [page("Amel"), late] }))).toMatchObject({ lost: 1, gaps: 1, diverged: 1 });
  });

  it("sees a contribution that was written twice", () => {
    const twice = { ...row(4), clientId: "client-3" };
    const verdict = check(
      faultless(stored({ lastSeq: 4, contributions: [...faultless().stored.contributions, twice] })),
    );
    expect(verdict.duplicated).toBe(1);
  });

  it("sees a contribution that a page shows twice", () => {
    const doubled = page("Bruno", { cards: cards(3, 3, 2, 1) });
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
    const early = page("Bruno", { lines: [...lines("id-1", "id-2", "id-3"), line(4, "phantom")] });
    expect(check(faultless({ pages: [early] }))).toMatchObject({ diverged: 1 });
  });
});

describe("the history checker on edits", () => {
  const edit = (order: number, mark: string, acked: boolean): Edit => ({ contributionId: "id-2", mark, order, acked });
  const saying = (mark: string, ...edits: Edit[]) => {
    const contributions = [row(1, { agree: 1 }), { ...row(2), mark }, row(3)];
    const reader = page("Bruno", { cards: [card(3), card(2, { mark }), card(1)] });
    return check(faultless({ edits, pages: [reader], ...stored({ contributions }) }));
  };

  it("takes the last acknowledged words, or later ones whose acknowledgement was lost", () => {
    expect(saying("b", edit(1, "a", true), edit(2, "b", true)).breaches).toEqual([]);
    expect(saying("b", edit(1, "a", true), edit(2, "b", false)).breaches).toEqual([]);
    expect(saying("mark-2", edit(1, "a", false)).breaches).toEqual([]);
  });

  it("sees acknowledged words that were lost, and a page that shows older ones", () => {
    expect(saying("mark-2", edit(1, "a", true)).lost).toBe(1);
    expect(saying("a", edit(1, "a", true), edit(2, "b", true)).lost).toBe(1);
    const contributions = [row(1, { agree: 1 }), { ...row(2), mark: "b" }, row(3)];
    expect(check(faultless({ edits: [edit(1, "b", true)], ...stored({ contributions }) })).diverged).toBe(3);
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
    const stale = page("Bruno", { cards: [card(3), card(2), card(1, { tally: tally(0, 0) })] });
    expect(check(faultless({ pages: [stale] })).tallyExact).toBe(false);
    expect(check(faultless({ pages: [page("Bruno", { counts: { ...counts, votes: 0 } })] })).tallyExact).toBe(false);
  });
});

describe("the history checker on what may be read", () => {
  type Via = "frame" | "pull" | "page";
  const visitor = (via: Via, at: number, marks: string[], names: string[] = []) =>
    page("a visitor", { reader: "public", readings: [{ via, at, marks, names }] });
  const hiddenRow = { ...row(2), hidden: true };
  const afterHiding = stored({
    lastSeq: 4,
    counts: { ...counts, contre: 0 },
    contributions: [row(1, { agree: 1 }), hiddenRow, row(3)],
    changes: [{ seq: 4, kind: "hidden", contributionId: "id-2" }],
  });
  const hideLine: Line = { seq: 4, kind: "hidden", id: null };
  const withoutIt = (changes: Partial<Page> = {}) =>
    page("Bruno", {
      lines: [...lines("id-1", "id-2", "id-3"), hideLine],
      cards: cards(3, 1),
      counts: { ...counts, contre: 0 },
      ...changes,
    });

  it("sees words that were served after they were hidden", () => {
    const hidden = new Map([["id-2", 10_000]]);
    const served = (via: Via, at: number, mark = "mark-2") =>
      check(faultless({ hidden, pages: [visitor(via, at, [mark])] })).hiddenServed;
    expect(served("pull", 9_999)).toBe(0);
    expect(served("pull", 10_001)).toBe(1);
    expect(served("frame", 10_001)).toBe(0); // it was on its way
    expect(served("frame", 12_000)).toBe(1);
    expect(served("page", 10_001)).toBe(1);
    expect(served("page", 10_001, "mark-1")).toBe(0);
  });

  it("sees the words of an edit, and of a reply to what was hidden", () => {
    const hidden = new Map([["id-2", 10_000]]);
    const edits: Edit[] = [{ contributionId: "id-2", mark: "mark-2b", order: 1, acked: true }];
    const reply = { ...row(4), side: null, parentId: "id-2" };
    const history = faultless({
      hidden,
      edits,
      sent: [...faultless().sent, acknowledged(4)],
      ...stored({ contributions: [...faultless().stored.contributions, reply] }),
      pages: [visitor("pull", 10_001, ["mark-2b", "mark-4"])],
    });
    expect(check(history).hiddenServed).toBe(2);
  });

  it("is satisfied with a page from which the hidden one vanished, and sees one that still shows or counts it", () => {
    const judge = (changes: Partial<Page>) =>
      check(faultless({ hidden: new Map([["id-2", 1]]), ...afterHiding, pages: [withoutIt(changes)] }));
    expect(judge({}).breaches).toEqual([]);
    expect(judge({ cards: cards(3, 2, 1) }).diverged).toBe(1);
    expect(judge({ counts }).tallyExact).toBe(false);
    expect(judge({ lines: [...lines("id-1", null, "id-3"), hideLine] }).breaches).toEqual([]);
  });

  it("sees whatever reaches a member more than five seconds after she lost her access", () => {
    const suspended = new Map([["bruno", 10_000]]);
    const reached = (at: number, memberId: string) => {
      const own = page("Bruno", { memberId, final: false, readings: [{ via: "frame", at, marks: [], names: [] }] });
      return check(faultless({ suspended, pages: [page("Amel"), own] })).afterSuspension;
    };
    expect(reached(14_900, "bruno")).toBe(0);
    expect(reached(15_100, "bruno")).toBe(1);
    expect(reached(15_100, "amel")).toBe(0);
  });

  it("sees a number that is empty though nobody hid its words", () => {
    const emptied = page("Bruno", { lines: lines("id-1", null, "id-3") });
    expect(check(faultless({ pages: [emptied] })).gaps).toBe(1);
    expect(check(faultless({ pages: [emptied], ...afterHiding })).gaps).toBe(1); // n° 4 alone
  });

  it("sees a public frame with the name of a member who did not agree to it", () => {
    const leaks = (names: string[]) => check(faultless({ pages: [visitor("frame", 1, ["mark-1"], names)] })).nameLeaks;
    expect(leaks(["amel"])).toBe(0);
    expect(leaks(["bruno"])).toBe(1);
  });

  it("lets members read names", () => {
    const readings = [{ via: "frame" as const, at: 1, marks: ["mark-1"], names: ["bruno"] }];
    expect(check(faultless({ pages: [page("Amel", { readings })] })).nameLeaks).toBe(0);
  });
});

/** A conversation of three messages that two people saw whole. */
function talk(changes: Partial<TalkHistory> = {}): TalkHistory {
  const { lastSeq, contributions, changes: log } = faultless().stored;
  return {
    name: "conversation 0",
    sent: [1, 2, 3].map(acknowledged),
    edits: [],
    hidden: new Map(),
    pages: [page("Amel"), page("Bruno")],
    stored: { lastSeq, contributions: contributions.map((one) => ({ ...one, side: "pour" as const })), changes: log },
    reads: [{ memberId: "bruno", acked: 3, stored: 3 }],
    ...changes,
  };
}
const judged = (changes: Partial<TalkHistory>) => check(faultless({ talks: [talk(), talk(changes)] }));

describe("the history checker, on conversations", () => {
  it("finds nothing in faultless ones", () => {
    expect(judged({}).breaches).toEqual([]);
  });

  it("sees in them what it sees in a debate: lost, doubled, out of order, missing", () => {
    expect(judged({ sent: [...talk().sent, acknowledged(4)] }).lost).toBe(1);
    expect(judged({ pages: [page("Amel", { cards: cards(3, 3, 2, 1) })] }).duplicated).toBe(1);
    expect(judged({ pages: [page("Amel", { lines: lines("id-2", "id-1", "id-3") })] }).diverged).toBe(1);
    expect(judged({ pages: [page("Amel", { lines: lines("id-1", "id-2"), cards: cards(2, 1) })] }).gaps).toBe(1);
  });

  it("sees what one wrote off line and that arrived in another order", () => {
    const [first, second] = [acknowledged(2), acknowledged(1)];
    expect(judged({ sent: [first, second, acknowledged(3)] }).breaches).toEqual([
      expect.stringMatching(/came after what she wrote later/),
    ]);
  });

  it("sees a marker that went back", () => {
    expect(judged({ reads: [{ memberId: "bruno", acked: 3, stored: 2 }] }).lost).toBe(1);
  });

  it("sees words of a deleted message, in the database or on a screen", () => {
    const contributions = talk().stored.contributions.map((one) => (one.seq === 2 ? { ...one, hidden: true } : one));
    const stored = { ...talk().stored, contributions };
    const gone = { pages: [page("Amel", { lines: lines("id-1", null, "id-3"), cards: cards(3, 1) })] };
    expect(judged({ stored, ...gone }).breaches).toEqual([expect.stringMatching(/was deleted and still says/)]);
    const silent = contributions.map((one) => (one.seq === 2 ? { ...one, mark: null } : one));
    const emptied = { stored: { ...stored, contributions: silent }, hidden: new Map([["id-2", 1_000]]) };
    expect(judged({ ...emptied, ...gone }).breaches).toEqual([]);
    const late = [{ via: "pull" as const, at: 2_000, marks: ["mark-2"], names: [] }];
    const served = page("Bruno", { lines: lines("id-1", null, "id-3"), cards: cards(3, 1), readings: late });
    expect(judged({ ...emptied, pages: [served] }).hiddenServed).toBe(1);
  });

  it("sees what reaches somebody who lost her access", () => {
    const own = page("Bruno", {
      memberId: "bruno",
      final: false,
      readings: [{ via: "frame", at: 9_000, marks: [], names: [] }],
    });
    const verdict = check(
      faultless({ suspended: new Map([["bruno", 1]]), talks: [talk({ pages: [page("Amel"), own] })] }),
    );
    expect(verdict.afterSuspension).toBe(1);
  });
});
