export type ConversationKind = "direct" | "several" | "inbox";

/** The longest message, in characters. */
export const BODY_MAX = 5000;
/** How long an author may edit what she sent, in ms. */
export const EDIT_MS = 15 * 60_000;
/** How many messages whoever judges one reads with it, on each side, and nothing else of the conversation. */
export const NEIGHBOURS = 3;
export const LINKS_MAX = 5;
/** How many messages and changes one page of a conversation holds. */
export const PAGE_SIZE = 50;
/** Numbers of the log that one catch-up brings at most; the screen asks again while there are more. */
export const CATCH_UP_SIZE = 200;
/** How much of a message stands above what answers it, in characters. */
export const EXCERPT_MAX = 140;

/** A text of at least so many characters, sent to more than so many conversations in a day, goes no further. */
export const HELD_LENGTH = 40;
export const HELD_CONVERSATIONS = 5;
export const HELD_MS = 24 * 3_600_000;

/** A text without its accents, in lower case: another spelling of the same words is the same text. */
export const foldedText = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether an author may still edit what she sent. */
export const isEditable = (sentAt: Date, now: Date): boolean => now.getTime() - sentAt.getTime() < EDIT_MS;

/** What is told of a conversation, as one topic. */
export const topicOf = (conversationId: string): string => `conversation:${conversationId}`;
