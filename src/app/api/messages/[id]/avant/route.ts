import { messageHistory } from "@/features/messages/index.ts";
import { jsonQuery } from "@/platform/next/json-route.ts";

export const GET = jsonQuery(messageHistory, { name: "message.history", points: 240, seconds: 60, store: "memory" });
