/** What can be written with an invitation, in characters. */
export const INVITATION_WORDS_MAX = 300;

const DAY_MS = 24 * 3_600_000;

/** For how long who said no to a group is not invited there again, by anybody, days. */
export const INVITE_AGAIN_DAYS = 30;
export const inviteAgainCutoff = (now: Date) => new Date(now.getTime() - INVITE_AGAIN_DAYS * DAY_MS);

export type InvitationState = "waiting" | "accepted" | "declined" | "withdrawn";
