import type { LimitRule } from "@/platform/limits.ts";

/** Mails that one member receives at most in an hour, digests and what is told by right not counted. */
export const MAILS_AN_HOUR: LimitRule = { name: "mails-an-hour", points: 10, seconds: 3_600 };

/** And of what would be too late by the digest (changes, places and reminders of events), counted by itself. */
export const TIMELY_MAILS_AN_HOUR: LimitRule = { name: "timely-mails-an-hour", points: 30, seconds: 3_600 };

/** And of one kind: not of those whose own mail each is about another thing (a place, a change, a role). */
export const MAILS_OF_A_KIND: LimitRule = { name: "mails-of-a-kind", points: 3, seconds: 3_600 };

/** What gathers within this time is one mail, in ms. */
export const GATHERING_MS = 60_000;

export const DIGEST_WHY =
  "C’est le résumé de ce que tu suis et de ce qui te concerne, au rythme que tu as choisi. Rien d’autre n’y est ajouté.";
