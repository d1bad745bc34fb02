import { paths } from "@/core/paths.ts";
import { getOwnPhotoPlace, getPhoto, setPhoto } from "@/features/profiles/index.ts";
import { encodeSquare } from "@/platform/images.ts";
import { imageRoute, uploadRoute } from "@/platform/next/image-route.ts";

/** A member's photo, for those whom it reaches: `?taille=petite|grande`. */
export const GET = imageRoute(getPhoto);

/** Gives oneself a photo, and nobody else. */
export const POST = uploadRoute({
  open: (actor, { id }: { id: string }) => getOwnPhotoPlace(actor, id),
  encode: encodeSquare,
  save: (caller, _, image) => setPhoto(caller, { image }),
  back: () => ({ path: paths.editProfile, fragment: "photo" }),
});
