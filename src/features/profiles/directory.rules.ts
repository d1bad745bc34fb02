import { labelKey } from "./label.rules.ts";

/** Words of a name that is looked for: letters and figures only, four at most. What is not a letter means nothing here. */
export function nameWords(text: string): string[] {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.slice(0, 4);
}

const LETTERS: Record<string, string> = { œ: "oe", æ: "ae", ø: "o", ł: "l", đ: "d", ß: "ss", ı: "i" };
const SLIP_FROM = 4;

/** So many words are taken for what was typed, the nearest in length. */
const RESEMBLING_MAX = 30;

/**
 * Of these words, those that begin as this one does after one slip of the hand: a letter too many, too few, another, or two
 * changed over (F. J. Damerau, 1964). The first letter stands but for a change over. A short word is only itself.
 */
export function resembling(words: readonly string[], typed: string): string[] {
  const plain = typed
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[œæøłđßı]/g, (letter) => LETTERS[letter] ?? letter);
  const letters = [...plain];
  const variants = new Set([plain]);
  if (letters.length >= SLIP_FROM) {
    const without = (from: number, to: number, between = "") =>
      letters.slice(0, from).join("") + between + letters.slice(to).join("");
    for (let at = 0; at < letters.length; at++) {
      variants.add(without(at, at + 2, `${letters[at + 1] ?? ""}${letters[at]}`));
      if (at === 0) continue;
      variants.add(without(at, at + 1));
      variants.add(without(at, at + 1, "."));
      variants.add(without(at, at, "."));
    }
  }
  const slips = new RegExp(`^(?:${[...variants].join("|")})`);
  return words
    .filter((word) => (word[0] === letters[0] || word[0] === letters[1]) && slips.test(word))
    .sort((a, b) => Math.abs(a.length - plain.length) - Math.abs(b.length - plain.length) || (a < b ? -1 : 1))
    .slice(0, RESEMBLING_MAX);
}

const SPELLINGS_MAX = 60;

/** Of the labels that members wrote, those that what is asked for is, or begins a word of. */
export function spellingsOf(labels: readonly string[], asked: string): string[] {
  const key = labelKey(asked);
  if (key.length < 2) return [];
  return labels.filter((label) => ` ${labelKey(label)}`.includes(` ${key}`)).slice(0, SPELLINGS_MAX);
}
