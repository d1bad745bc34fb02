import { commentPost } from "@/features/posts/index.ts";
import { jsonRoute } from "@/platform/next/json-route.ts";

export const POST = jsonRoute(commentPost);
