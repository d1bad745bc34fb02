import type { Caller } from "@/platform/command.ts";
import { cleanImage, type EncodedImage, encodeImage } from "@/platform/images.ts";
import { dropStoredFile, readWholeStoredFile, type StoredFile, storeFile } from "@/platform/stored-files.ts";
import { type FileMime, keptName, MAX_FILE_BYTES } from "../file.rules.ts";
import { inspectFile } from "../inspect.rules.ts";
import { addFile } from "./add-file.ts";

/**
 * What becomes of a file once all of it has come: it is looked into, a picture is made anew, and `addFile` gives it its
 * place. Throws `invalid` with the reason. The caller drops what came when this throws.
 */
export async function takeFile(
  caller: Caller,
  { id: groupId }: { id: string },
  sent: StoredFile & { name: string },
): Promise<{ id: string }> {
  const bytes = await readWholeStoredFile(sent.id);
  const inspected = inspectFile(bytes, sent.name);
  const add = (fileId: string, mime: FileMime, preview: EncodedImage | null) =>
    addFile(caller, { groupId, fileId, name: keptName(sent.name, mime), mime, preview });
  if (inspected.kind === "file") return add(sent.id, inspected.mime, null);
  const [clean, preview] = [await cleanImage(bytes), await encodeImage(bytes)];
  const made = await storeFile(whole(clean.bytes), {
    uploadedById: caller.actor.id ?? "",
    maxBytes: 2 * MAX_FILE_BYTES,
    tooHeavy: "file_too_heavy",
    typeOf: () => clean.mime,
    anotherKind: "file_of_another_kind",
  });
  try {
    const added = await add(made.id, clean.mime, preview);
    await dropStoredFile(sent.id);
    return added;
  } catch (error) {
    await dropStoredFile(made.id);
    throw error;
  }
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
