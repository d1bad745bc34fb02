import { createHash, randomBytes } from "node:crypto";

/** Feeds of one member at a time: one for each calendar that she has. */
export const FEEDS_MAX = 10;
/** What she left is shown as cancelled for so long, so that calendars that keep what vanishes take it away. */
export const LEFT_SHOWN_MS = 30 * 24 * 3_600_000;
/** How far back a feed goes, and how many events it holds at most. */
export const FEED_PAST_MS = 60 * 24 * 3_600_000;
export const FEED_SIZE = 300;

/** A new secret address: 128 bits, as 22 letters. */
export const newFeedToken = (): string => randomBytes(16).toString("base64url");
/** What the database holds of it; null for what is no token. */
export const hashOfFeedToken = (token: string): Uint8Array<ArrayBuffer> | null =>
  /^[\w-]{22}$/.test(token) ? new Uint8Array(createHash("sha256").update(token).digest()) : null;
