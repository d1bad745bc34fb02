import { getPostVideo } from "@/features/posts/index.ts";
import { storedFileRoute } from "@/platform/next/stored-file-route.ts";

/** The video of a post, or a part of it, for members whom the post reaches. */
export const GET = storedFileRoute(getPostVideo);
export const HEAD = storedFileRoute(getPostVideo);
