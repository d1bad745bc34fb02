/** Characters of a report, a decision or an answer. */
export const WORDS_MIN = 10;
export const WORDS_MAX = 2000;

/** How long who reported is known after the decision, in months: as long as it may be contested (DSA, art. 20). */
export const REPORTER_MONTHS = 6;
