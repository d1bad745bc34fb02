import { cpuMs } from "@tests/support/cpu.ts";
import { fc } from "@tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { compareTexts, linesAdded } from "@/features/group-notes/compare.rules.ts";
import { changesBetween } from "@/features/group-notes/diff.rules.ts";
import { mergeTexts, mergeWhole } from "@/features/group-notes/merge.rules.ts";

const text = (...lines: string[]) => lines.join("\n");
/** Few different lines, so that they come again and again: where a diff goes wrong. */
const lines = fc.array(fc.constantFrom("", "a", "b", "- colle", "- affiches"), { maxLength: 30 });

describe("what changed between two lists", () => {
  it("makes the second of the first, whatever they are", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const made: string[] = [];
        let done = 0;
        for (const { at, gone, to, fresh } of changesBetween(before, after)) {
          made.push(...before.slice(done, at), ...after.slice(to, to + fresh));
          done = at + gone;
        }
        expect([...made, ...before.slice(done)]).toEqual(after);
      }),
    );
  });

  it("finds the least: one line put into 25,000 equal ones is one change, at once", () => {
    const before = Array.from({ length: 25_000 }, () => "x");
    expect(changesBetween(before, [...before, "x"])).toHaveLength(1);
    expect(changesBetween(["a", "b", "c"], ["a", "c"])).toEqual([{ at: 1, gone: 1, to: 1, fresh: 0 }]);
    expect(changesBetween(["a", "c"], ["a", "b", "c"])).toEqual([{ at: 1, gone: 0, to: 1, fresh: 1 }]);
  });

  it("takes two lists that have next to nothing in common for two lists, in a moment", () => {
    const list = (seed: number) => Array.from({ length: 25_000 }, (_, n) => String((n * seed) % 7919));
    const began = process.cpuUsage();
    expect(changesBetween(list(31), list(17)).length).toBeGreaterThan(0);
    expect(cpuMs(began)).toBeLessThan(2_000);
  });
});

describe("two edits of one text", () => {
  it("are brought together where they are apart", () => {
    const base = text("# Tractage", "Rendez-vous à 9 h", "Colle", "Affiches", "Thermos");
    const mine = text("# Tractage", "Rendez-vous à 10 h", "Colle", "Affiches", "Thermos");
    const theirs = text("# Tractage", "Rendez-vous à 9 h", "Colle", "Affiches", "Thermos", "Gobelets");
    const both = text("# Tractage", "Rendez-vous à 10 h", "Colle", "Affiches", "Thermos", "Gobelets");
    expect(mergeTexts(base, mine, theirs).merged).toBe(both);
    expect(mergeTexts(base, theirs, mine).merged).toBe(both);
  });

  it("are brought together on lines that follow one another", () => {
    expect(mergeTexts(text("a", "b"), text("A", "b"), text("a", "B")).merged).toBe(text("A", "B"));
  });

  it("stand against each other on the same lines: each keeps what is apart, and its own words there", () => {
    const base = text("titre", "milieu", "fin");
    const mine = text("Titre", "milieu à moi", "fin");
    const theirs = text("titre", "milieu à toi", "Fin");
    expect(mergeTexts(base, mine, theirs)).toEqual({
      merged: null,
      mine: text("Titre", "milieu à moi", "Fin"),
      theirs: text("Titre", "milieu à toi", "Fin"),
    });
  });

  it("stand against each other when both add in the same place, or one takes away what the other changed", () => {
    expect(mergeTexts("a", text("a", "b"), text("a", "c")).merged).toBeNull();
    expect(mergeTexts(text("a", "b", "c"), text("a", "c"), text("a", "B", "c")).merged).toBeNull();
    expect(mergeTexts(text("a", "b"), text("a", "x", "b"), text("A", "b")).merged).toBeNull();
  });

  it("are one when both said the same", () => {
    expect(mergeTexts("a", text("a", "b"), text("a", "b")).merged).toBe(text("a", "b"));
    expect(mergeWhole("Notes", "Courses", "Courses").merged).toBe("Courses");
    expect(mergeWhole("Notes", "Courses", "Notes").merged).toBe("Courses");
    expect(mergeWhole("Notes", "Notes", "Courses").merged).toBe("Courses");
    expect(mergeWhole("Notes", "Courses", "Achats").merged).toBeNull();
  });

  it("leave a text as the one who wrote left it when the other wrote nothing, whatever it is", () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const [base, edited] = [text(...a), text(...b)];
        expect(mergeTexts(base, edited, base)).toEqual({ merged: edited, mine: edited, theirs: edited });
        expect(mergeTexts(base, base, edited)).toEqual({ merged: edited, mine: edited, theirs: edited });
        expect(mergeTexts(base, edited, edited).merged).toBe(edited);
      }),
    );
  });

  it("come to the same whoever saves first, and each side’s answer holds its own words", () => {
    fc.assert(
      fc.property(lines, lines, lines, (a, b, c) => {
        const [base, one, other] = [text(...a), text(...b), text(...c)];
        const [first, second] = [mergeTexts(base, one, other), mergeTexts(base, other, one)];
        expect(first.merged).toBe(second.merged);
        expect(first.mine).toBe(second.theirs);
        expect(first.theirs).toBe(second.mine);
      }),
    );
  });

  it("are brought together whenever the lines of the two are disjoint, whatever the text", () => {
    const edit = fc.constantFrom("change" as const, "drop" as const, "keep" as const);
    const plan = fc.array(fc.record({ mine: edit, hers: fc.boolean() }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(plan, (edits) => {
        // Lines of their own, each touched by one of the two at most.
        const base = edits.map((_, n) => `ligne ${n}`);
        const write = (touches: (n: number) => boolean) =>
          edits.flatMap(({ mine: act }, n) => {
            if (!touches(n) || act === "keep") return [`ligne ${n}`];
            return act === "drop" ? [] : [`ligne ${n}, revue`];
          });
        const isHers = (n: number) => edits[n]?.hers === true;
        const mine = write((n) => !isHers(n));
        const theirs = write(isHers);
        const both = write(() => true);
        expect(mergeTexts(text(...base), text(...mine), text(...theirs)).merged).toBe(text(...both));
      }),
    );
  });
});

describe("a comparison", () => {
  it("shows the words that changed in a line, and leaves out what is far from any change", () => {
    const before = text(...Array.from({ length: 9 }, (_, n) => `ligne ${n}`), "Rendez-vous à 9 h");
    const after = text(...Array.from({ length: 9 }, (_, n) => `ligne ${n}`), "Rendez-vous à 10 h");
    const compared = compareTexts(before, after);
    expect(compared[0]).toEqual({ kind: "skipped", count: 7 });
    expect(compared.at(-2)).toMatchObject({ kind: "gone", pieces: [{}, { text: "9", changed: true }, {}] });
    expect(compared.at(-1)).toMatchObject({ kind: "fresh", pieces: [{}, { text: "10", changed: true }, {}] });
  });

  it("takes two lines with nothing in common for two lines", () => {
    expect(compareTexts("Colle et seaux", "Thermos")).toEqual([
      { kind: "gone", pieces: [{ text: "Colle et seaux", changed: false }] },
      { kind: "fresh", pieces: [{ text: "Thermos", changed: false }] },
    ]);
  });

  it("tells what somebody put in", () => {
    expect(linesAdded(text("a", "b"), text("a", "x", "b", "y"))).toBe(text("x", "y"));
  });
});
