import { countUnread } from "@/features/messages/index.ts";
import { jsonQuery } from "@/platform/next/json-route.ts";

/** What waits for a member: conversations with something unread, requests. */
export const GET = jsonQuery(countUnread);
