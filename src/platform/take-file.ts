import { type FileMime, keptName, MAX_FILE_BYTES } from "@/core/file-kinds.ts";
import { cleanImage } from "./images.ts";
import { inspectFile, seemsToBe } from "./inspect-file.ts";
import { dropStoredFile, readWholeStoredFile, type StoredFile, storeFile } from "./stored-files.ts";

/** What the doors of documents and pictures take, and how they refuse the rest. */
export const documents = {
  maxBytes: MAX_FILE_BYTES,
  tooHeavy: "file_too_heavy",
  typeOf: seemsToBe,
  anotherKind: "file_of_another_kind",
} as const;

/** A file that was looked into. `picture`: its bytes, when it is one. */
export type TakenFile = { fileId: string; name: string; mime: FileMime; picture: Uint8Array | null };

/**
 * What becomes of a file once all of it has come: it is looked into, a picture is made anew, and `give` gives it its
 * place, by a command that calls `keepStoredFile`. Throws `invalid` with the reason. The caller drops what came when this
 * throws.
 */
export async function takeFileOf<Given>(
  senderId: string | null,
  sent: StoredFile & { name: string },
  give: (file: TakenFile) => Promise<Given>,
): Promise<Given> {
  const bytes = await readWholeStoredFile(sent.id);
  const inspected = inspectFile(bytes, sent.name);
  const taken = (fileId: string, mime: FileMime, picture: Uint8Array | null) =>
    give({ fileId, name: keptName(sent.name, mime), mime, picture });
  if (inspected.kind === "file") return taken(sent.id, inspected.mime, null);
  const clean = await cleanImage(bytes);
  const made = await storeFile(whole(clean.bytes), {
    ...documents,
    uploadedById: senderId ?? "",
    maxBytes: 2 * MAX_FILE_BYTES,
    typeOf: () => clean.mime,
  });
  try {
    const given = await taken(made.id, clean.mime, bytes);
    await dropStoredFile(sent.id);
    return given;
  } catch (error) {
    await dropStoredFile(made.id);
    throw error;
  }
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
