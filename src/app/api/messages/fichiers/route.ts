import { backToMessages, requireMessageSender, takeMessageFile } from "@/features/messages/index.ts";
import { storedUploadRoute } from "@/platform/next/stored-file-route.ts";
import { documents } from "@/platform/take-file.ts";

/** Sends a file for a message to come: through `takeMessageFile`, which looks into it and hands it to `addMessageFile`. */
export const POST = storedUploadRoute<Record<string, string>, null>({
  ...documents,
  open: (actor) => requireMessageSender(actor),
  save: takeMessageFile,
  back: backToMessages,
});
