import { getMessagePhoto } from "@/features/messages/index.ts";
import { imageRoute } from "@/platform/next/image-route.ts";

/** A photo of a message, for those who read it: `?taille=petite|grande`. */
export const GET = imageRoute(getMessagePhoto);
