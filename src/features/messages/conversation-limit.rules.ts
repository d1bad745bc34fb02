import type { LimitRule } from "@/platform/limits.ts";

const DAY = 24 * 3600;

/** Conversations begun, counted with what is written. */
export const conversationsADay: LimitRule = { name: "conversations", points: 20, seconds: DAY };
/** First messages to people whom one does not know. */
export const requestsADay: LimitRule = { name: "message-requests", points: 5, seconds: DAY };
/** The same, of an account of less than a week. */
export const requestsOfNewcomer: LimitRule = { name: "message-requests-new", points: 2, seconds: DAY };
/** An account is new for so long, milliseconds. */
export const NEW_MS = 7 * 24 * 3_600_000;

/** Tries to begin one, those that are refused too. */
export const startsOfAccount = {
  rule: { name: "conversation-starts", points: 60, seconds: 3600 },
  by: "account",
} as const;
/** Names, people, answers, mutes. */
export const changesOfAccount = {
  rule: { name: "conversation-changes", points: 120, seconds: 3600 },
  by: "account",
} as const;
/** Looking for words: TRUST.md 6. */
export const searchesAMinute: LimitRule = { name: "message-search", points: 60, seconds: 60, store: "memory" };
