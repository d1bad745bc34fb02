import { backToMessages, requireMessageSender, uploadMessagePhoto } from "@/features/messages/index.ts";
import { uploadRoute } from "@/platform/next/image-route.ts";

/** Sends a photo for a message to come; a script is told its id. */
export const POST = uploadRoute({
  open: (actor) => requireMessageSender(actor),
  save: (caller, _, image) => uploadMessagePhoto(caller, { image }),
  tell: (saved) => saved,
  back: backToMessages,
});
