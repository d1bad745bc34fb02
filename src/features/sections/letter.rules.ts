/** Letters and answers, in characters. */
export const LETTER_MIN = 20;
export const LETTER_MAX = 5000;
export const ANSWER_MIN = 2;
/** Letters of one member in a day. */
export const LETTERS_A_DAY = 5;
/** The same words to the same people within this time are one letter, sent twice by mistake. */
export const SAME_LETTER_MS = 24 * 3600_000;

/** The beginning of a letter, on one line. */
export function beginning(words: string, most = 140): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length <= most ? line : `${line.slice(0, most).replace(/\s+\S*$/, "")}…`;
}
