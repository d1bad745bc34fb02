import { getLatestNotices, noticeReads } from "@/features/notifications/index.ts";
import { jsonQuery } from "@/platform/next/json-route.ts";

/** How many notices the reader has not read, and the latest of them: `?nombre=8`. */
export const GET = jsonQuery(getLatestNotices, noticeReads);
