/** Characters of a report, a decision or an answer. */
export const WORDS_MIN = 10;
export const WORDS_MAX = 2000;
