import { getFilePreview } from "@/features/group-files/index.ts";
import { imageRoute } from "@/platform/next/image-route.ts";

/** A picture of a file, for those who have the file: `?taille=petite|grande`. */
export const GET = imageRoute<{ id: string; fichier: string }>(getFilePreview);
