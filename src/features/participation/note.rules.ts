/** How long an announcement, a question, an answer may be. */
export const NOTE_MAX = 2_000;
