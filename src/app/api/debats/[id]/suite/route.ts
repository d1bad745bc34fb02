import { catchUp } from "@/features/debates/index.ts";
import { jsonQuery } from "@/platform/next/json-route.ts";

export const GET = jsonQuery(catchUp);
