import { getPostPhoto } from "@/features/posts/index.ts";
import { imageRoute } from "@/platform/next/image-route.ts";

/** A photo of a post, for members whom the post reaches: `?taille=petite|grande`. */
export const GET = imageRoute(getPostPhoto);
