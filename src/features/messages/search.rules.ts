/** A part of an excerpt; `hit` is what was looked for. */
export type Excerpt = { text: string; hit: boolean }[];

const WORDS_MAX = 4;
const BEFORE = 60;
const AFTER = 120;
const LIGATURES: Record<string, string> = { œ: "oe", æ: "ae", Œ: "oe", Æ: "ae", ß: "ss" };

/** Words to look for: letters and figures only, of two signs at least, four at most. Nothing in them means anything to LIKE. */
export function searchedWords(text: string): string[] {
  const words = text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => word.length >= 2).slice(0, WORDS_MAX);
}

/** One sign without its accents, in lower case: as `folded()` of the database does. */
const plain = (sign: string): string => LIGATURES[sign] ?? sign.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** What stands around the first of these words in a text, on one line, with each of them told apart. */
export function excerptAround(body: string, words: readonly string[]): Excerpt {
  const signs = [...body.replace(/\s+/g, " ").trim()];
  let folded = "";
  /** For each unit of the folded text, the sign that it comes from. */
  const from: number[] = [];
  for (const [index, sign] of signs.entries())
    for (const unit of plain(sign)) {
      folded += unit;
      for (let n = 0; n < unit.length; n++) from.push(index);
    }
  const marked = new Set<number>();
  let first = signs.length;
  for (const word of words.map((one) => [...one].map(plain).join(""))) {
    if (word === "") continue;
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      for (let unit = at; unit < at + word.length; unit++) marked.add(from[unit] ?? 0);
      first = Math.min(first, from[at] ?? 0);
    }
  }
  if (first === signs.length) first = 0;
  const [begin, end] = [Math.max(0, first - BEFORE), Math.min(signs.length, first + AFTER)];
  const parts: Excerpt = [];
  for (let index = begin; index < end; index++) {
    const [hit, last] = [marked.has(index), parts.at(-1)];
    if (last && last.hit === hit) last.text += signs[index];
    else parts.push({ text: signs[index] ?? "", hit });
  }
  const [head, tail] = [parts[0], parts.at(-1)];
  if (begin > 0 && head) head.text = `…${head.text}`;
  if (end < signs.length && tail) tail.text = `${tail.text}…`;
  return parts;
}
