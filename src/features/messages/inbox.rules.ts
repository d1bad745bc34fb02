/** Places that a member may begin to write to in a day. */
export const PLACES_A_DAY = 5;
export const DAY_MS = 24 * 3600_000;
/** Of a place's inbox, a page. */
export const INBOX_PAGE = 25;
/** Conversations that those in charge are told of in one transaction. */
export const INBOXES_AT_ONCE = 250;

/** The parts of a place's inbox: what waits for an answer, what somebody looks after, all. */
export const inboxTabs = ["attente", "moi", "toutes"] as const;
export type InboxTab = (typeof inboxTabs)[number];
