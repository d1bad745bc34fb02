import { catchUp } from "@/features/debates/index.ts";
import { jsonQuery } from "@/platform/next/json-route.ts";

/** A meeting behind one address catches up together. */
export const GET = jsonQuery(catchUp, { name: "debate.catch-up", points: 1_200, seconds: 60, store: "memory" });
