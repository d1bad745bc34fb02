import type { LimitRule } from "@/platform/limits.ts";

/** Against copying the directory out: names typed and pages turned count alike, by account. */
export const searchesAMinute: LimitRule = { name: "directory-minute", points: 60, seconds: 60 };
export const searchesADay: LimitRule = { name: "directory-day", points: 600, seconds: 86_400 };
