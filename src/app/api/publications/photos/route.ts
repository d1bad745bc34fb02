import { paths } from "@/core/paths.ts";
import { requireSender, uploadPostPhoto } from "@/features/posts/index.ts";
import { uploadRoute } from "@/platform/next/image-route.ts";

/** Sends a photo for a post to come; a script is told its id. */
export const POST = uploadRoute({
  open: (actor) => requireSender(actor),
  save: (caller, _, image) => uploadPostPhoto(caller, { image }),
  tell: (saved) => saved,
  back: () => ({ path: paths.memberHome, fragment: "publier" }),
});
