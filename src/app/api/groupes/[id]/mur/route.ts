import { getWall } from "@/features/posts/index.ts";
import { jsonQuery } from "@/platform/next/json-route.ts";

export const GET = jsonQuery(getWall);
