/** How long an announcement, a question, an answer may be. */
export const NOTE_MAX = 2_000;
/** How long after the end those who came are still written to. */
export const ANNOUNCED_MS = 7 * 24 * 3_600_000;
