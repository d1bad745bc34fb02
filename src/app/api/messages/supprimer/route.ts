import { deleteMessage } from "@/features/messages/index.ts";
import { jsonRoute } from "@/platform/next/json-route.ts";

export const POST = jsonRoute(deleteMessage);
