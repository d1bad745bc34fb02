import { type Change, changesBetween } from "./diff.rules.ts";

/**
 * What became of two edits of one text. `merged` is null where both changed the same lines otherwise; then each of the
 * two others holds all that is apart, and of the same lines one side's.
 */
export type Merge = { merged: string | null; mine: string; theirs: string };

type Side = { lines: readonly string[]; changes: readonly Change[] };

/** Brings together two edits of one text, line by line: lines that one side alone touched are that side's. */
export function mergeTexts(base: string, mine: string, theirs: string): Merge {
  const [baseLines, left, right] = [base.split("\n"), sideOf(base, mine), sideOf(base, theirs)];
  const [ofMine, ofTheirs]: [string[], string[]] = [[], []];
  let [disputed, done] = [false, 0];
  const both = (lines: readonly string[]) => {
    ofMine.push(...lines);
    ofTheirs.push(...lines);
  };
  for (const { from, to, left: mineHere, right: theirsHere } of stretches(left.changes, right.changes)) {
    both(baseLines.slice(done, from));
    const here = { base: baseLines, from, to };
    const [m, t] = [replaced(here, left, mineHere), replaced(here, right, theirsHere)];
    if (theirsHere.length === 0 || isSame(m, t)) both(m);
    else if (mineHere.length === 0) both(t);
    else {
      disputed = true;
      ofMine.push(...m);
      ofTheirs.push(...t);
    }
    done = to;
  }
  both(baseLines.slice(done));
  const text = ofMine.join("\n");
  return { merged: disputed ? null : text, mine: text, theirs: ofTheirs.join("\n") };
}

/** Not as texts: no line at all and one empty line are two things. */
const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((line, index) => line === b[index]);

/** The same for one line that is a whole: a title. */
export function mergeWhole(base: string, mine: string, theirs: string): Merge {
  if (mine === theirs || theirs === base) return { merged: mine, mine, theirs: mine };
  if (mine === base) return { merged: theirs, mine: theirs, theirs };
  return { merged: null, mine, theirs };
}

function sideOf(base: string, text: string): Side {
  const lines = text.split("\n");
  return { lines, changes: changesBetween(base.split("\n"), lines).flatMap(lineByLine) };
}

/** As many lines in the place of as many: each is a change of its own, so that what stands against it is narrow. */
const lineByLine = (change: Change): Change[] =>
  change.gone === change.fresh
    ? Array.from({ length: change.gone }, (_, n) => ({ at: change.at + n, gone: 1, to: change.to + n, fresh: 1 }))
    : [change];

type Stretch = { from: number; to: number; left: Change[]; right: Change[] };

/** The stretches of the base that one side or both changed; changes of the two that meet stand in one stretch. */
function stretches(left: readonly Change[], right: readonly Change[]): Stretch[] {
  const all = [
    ...left.map((change) => ({ change, of: "left" as const })),
    ...right.map((change) => ({ change, of: "right" as const })),
  ].sort((a, b) => a.change.at - b.change.at || a.change.gone - b.change.gone);
  const found: Stretch[] = [];
  for (const { change, of } of all) {
    const end = change.at + change.gone;
    const last = found.at(-1);
    if (last && meets(last, change)) {
      last.to = Math.max(last.to, end);
      last[of].push(change);
    } else found.push({ from: change.at, to: end, left: [], right: [], [of]: [change] });
  }
  return found;
}

/** Lines in common, or one of the two puts lines in where the other begins or ends: in which order is not ours to say. */
function meets(stretch: Stretch, { at, gone }: Change): boolean {
  return at < stretch.to || (at === stretch.to && (gone === 0 || stretch.from === stretch.to));
}

/** What a side says in a stretch of the base. */
function replaced(
  { base, from, to }: { base: readonly string[]; from: number; to: number },
  side: Side,
  changes: readonly Change[],
): string[] {
  const lines: string[] = [];
  let done = from;
  for (const { at, gone, to: start, fresh } of changes) {
    lines.push(...base.slice(done, at), ...side.lines.slice(start, start + fresh));
    done = at + gone;
  }
  return [...lines, ...base.slice(done, to)];
}
