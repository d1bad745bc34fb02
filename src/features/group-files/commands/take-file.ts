import type { Caller } from "@/platform/command.ts";
import { encodeImage } from "@/platform/images.ts";
import type { StoredFile } from "@/platform/stored-files.ts";
import { takeFileOf } from "@/platform/take-file.ts";
import { addFile } from "./add-file.ts";

/** A file that has come is looked into, and given to its group with a preview when it is a picture. Throws as `takeFileOf`. */
export const takeFile = (
  caller: Caller,
  { id: groupId }: { id: string },
  sent: StoredFile & { name: string },
): Promise<{ id: string }> =>
  takeFileOf(caller.actor.id, sent, async ({ picture, ...file }) =>
    addFile(caller, { groupId, ...file, preview: picture && (await encodeImage(picture)) }),
  );
