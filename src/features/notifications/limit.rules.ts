import type { LimitRule } from "@/platform/limits.ts";

const HOUR = 3_600;

/** Each page that is about something marks it once. */
export const readings = { rule: { name: "notice-read", points: 1_200, seconds: HOUR }, by: "account" } as const;
export const choices = { rule: { name: "notice-choice", points: 300, seconds: HOUR }, by: "account" } as const;
/** Mail programs of many readers come from few addresses. */
export const unsubscriptions = { rule: { name: "unsubscribe", points: 2_000, seconds: HOUR }, by: "address" } as const;

/** Each open screen asks when it is told to, and when its line is back. */
export const noticeReads: LimitRule = { name: "notice-latest", points: 3_600, seconds: HOUR };
