/** What can be written with a request, in each answer to the group's questions, and with the group's answer, in characters. */
export const WORDS_MAX = 500;
export const ANSWER_MAX = 500;

const DAY_MS = 24 * 3_600_000;

/** For how long a group that said no is not asked again by the same person, days. */
export const REASK_DAYS = 30;
export const reaskCutoff = (now: Date) => new Date(now.getTime() - REASK_DAYS * DAY_MS);
export const reaskAt = (refusedAt: Date) => new Date(refusedAt.getTime() + REASK_DAYS * DAY_MS);

export type RequestState = "waiting" | "accepted" | "refused" | "cancelled";
