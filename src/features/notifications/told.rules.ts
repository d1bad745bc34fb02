import type { Notices } from "@/platform/notices.ts";
import { coopainNotices } from "../coopains/index.ts";

/** What features offer to be told, listed: a kind that nobody offers yet is told to nobody. */
export const told: readonly Notices[] = [coopainNotices];
