import { readNotices } from "@/features/notifications/index.ts";
import { jsonRoute } from "@/platform/next/json-route.ts";

export const POST = jsonRoute(readNotices);
