import { changesBetween } from "./diff.rules.ts";

export type Piece = { text: string; changed: boolean };
/** A line of a comparison. `skipped`: so many lines that are the same in both, not shown. */
export type ComparedLine = { kind: "same" | "gone" | "fresh"; pieces: Piece[] } | { kind: "skipped"; count: number };

/** Lines shown around what changed, so that one sees where one is. */
const AROUND = 2;
/** Under this share of words in common, two lines are two lines, not one line changed. */
const ALIKE = 0.35;
/** Longer lines are not compared word by word. */
const WORDS_MAX = 400;

const plain = (text: string): Piece[] => [{ text, changed: false }];

/** What changed from one text to another, line by line, with the words that changed in lines that are alike. */
export function compareTexts(before: string, after: string): ComparedLine[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  const compared: ComparedLine[] = [];
  let done = 0;
  for (const { at, gone, to, fresh } of changesBetween(a, b)) {
    for (const line of a.slice(done, at)) compared.push({ kind: "same", pieces: plain(line) });
    compared.push(...compareLines(a.slice(at, at + gone), b.slice(to, to + fresh)));
    done = at + gone;
  }
  for (const line of a.slice(done)) compared.push({ kind: "same", pieces: plain(line) });
  return fold(compared);
}

/** Lines that were replaced by others: each beside the one that came in its place, as far as there are. */
function compareLines(gone: readonly string[], fresh: readonly string[]): ComparedLine[] {
  const pairs = gone.map((line, index) => [line, fresh[index]] as const);
  const lines = pairs.map(([line, other]) => (other === undefined ? null : compareWords(line, other)));
  return [
    ...gone.map((line, index): ComparedLine => ({ kind: "gone", pieces: lines[index]?.before ?? plain(line) })),
    ...fresh.map((line, index): ComparedLine => ({ kind: "fresh", pieces: lines[index]?.after ?? plain(line) })),
  ];
}

/** The words that changed in a line; null when the two have too little in common. */
function compareWords(before: string, after: string): { before: Piece[]; after: Piece[] } | null {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length > WORDS_MAX || b.length > WORDS_MAX) return null;
  const changes = changesBetween(a, b);
  const weight = (words: readonly string[]) => words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const goneWords = changes.reduce((sum, { at, gone }) => sum + weight(a.slice(at, at + gone)), 0);
  const all = weight(a);
  if (all === 0 || (all - goneWords) / Math.max(all, weight(b)) < ALIKE) return null;
  return {
    before: piecesOf(
      a,
      changes.map(({ at, gone }) => [at, gone]),
    ),
    after: piecesOf(
      b,
      changes.map(({ to, fresh }) => [to, fresh]),
    ),
  };
}

const wordsOf = (line: string): string[] => line.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];

function piecesOf(words: readonly string[], ranges: readonly (readonly [number, number])[]): Piece[] {
  const pieces: Piece[] = [];
  const push = (from: number, to: number, changed: boolean) => {
    if (to > from) pieces.push({ text: words.slice(from, to).join(""), changed });
  };
  let done = 0;
  for (const [from, count] of ranges) {
    push(done, from, false);
    push(from, from + count, true);
    done = from + count;
  }
  push(done, words.length, false);
  return pieces;
}

/** Leaves out long stretches of lines that are the same. */
function fold(lines: readonly ComparedLine[]): ComparedLine[] {
  const near = new Set<number>();
  for (const [index, line] of lines.entries())
    if (line.kind !== "same") for (let around = -AROUND; around <= AROUND; around++) near.add(index + around);
  const folded: ComparedLine[] = [];
  for (const [index, line] of lines.entries()) {
    const last = folded.at(-1);
    if (line.kind !== "same" || near.has(index)) folded.push(line);
    else if (last?.kind === "skipped") last.count++;
    else folded.push({ kind: "skipped", count: 1 });
  }
  return folded;
}

/** The lines that a text has and an earlier one had not: what its author put in. */
export function linesAdded(before: string, after: string): string {
  const lines = after.split("\n");
  return changesBetween(before.split("\n"), lines)
    .flatMap(({ to, fresh }) => lines.slice(to, to + fresh))
    .join("\n");
}
