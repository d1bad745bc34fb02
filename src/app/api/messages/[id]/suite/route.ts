import { catchUpMessages } from "@/features/messages/index.ts";
import { jsonQuery } from "@/platform/next/json-route.ts";

export const GET = jsonQuery(catchUpMessages, { name: "message.catch-up", points: 600, seconds: 60, store: "memory" });
