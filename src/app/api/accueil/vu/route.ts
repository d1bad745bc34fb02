import { markRead } from "@/features/feed/index.ts";
import { jsonRoute } from "@/platform/next/json-route.ts";

export const POST = jsonRoute(markRead);
