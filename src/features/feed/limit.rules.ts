import type { LimitRule } from "@/platform/limits.ts";

const HOUR = 3_600;

/** Each screen marks its place once for each time that it shows the top. */
export const marks = { rule: { name: "feed-marks", points: 600, seconds: HOUR }, by: "account" } as const;

/** Each open screen asks once a minute, and when one comes back to it. */
export const newsReads: LimitRule = { name: "feed-news", points: 1_200, seconds: HOUR };
