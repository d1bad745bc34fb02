import { editMessage } from "@/features/messages/index.ts";
import { jsonRoute } from "@/platform/next/json-route.ts";

export const POST = jsonRoute(editMessage);
