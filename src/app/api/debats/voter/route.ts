import { castVote } from "@/features/debates/index.ts";
import { jsonRoute } from "@/platform/next/json-route.ts";

export const POST = jsonRoute(castVote);
