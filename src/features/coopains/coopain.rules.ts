/** What can be written with a request, in characters. */
export const WORDS_MAX = 280;
const DAY_MS = 24 * 3600 * 1000;

/** For how long a refusal keeps the same person from asking again, and both from being suggested to each other. */
export const REFUSAL_DAYS = 90;

/** Refusals after this moment still count. */
export const refusalCutoff = (now: Date) => new Date(now.getTime() - REFUSAL_DAYS * DAY_MS);

/** "Inès" of "Inès Mercier": what a bearer of a link learns of who invites her. */
export const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name;
