import type { Notices } from "@/platform/notices.ts";

/** What features offer to be told, listed: a kind that nobody offers yet is told to nobody. */
export const told: readonly Notices[] = [];
