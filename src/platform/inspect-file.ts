import { AppError } from "@/core/app-error.ts";
import type { FileMime } from "@/core/file-kinds.ts";
import { imageFormat } from "./images.ts";
import { officeOf } from "./office-file.ts";

/** What a file is, once all of it was read: a picture is still to be made anew. */
export type Inspected = { kind: "image" } | { kind: "file"; mime: FileMime };

const CONTAINER = "application/zip";
const PICTURE = "image/*";
/** Pages, drawings, feeds: what begins with a mark, browsers may run under whatever name. */
const MARKUP = /^\s*<[a-z!?]/i;

/** What a file seems to be by its first bytes, before the rest has come; null for what is not taken. */
export function seemsToBe(head: Uint8Array): string | null {
  if (imageFormat(head)) return PICTURE;
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 8)).toString("latin1");
  if (start.startsWith("%PDF-")) return "application/pdf";
  if (start.startsWith("PK\x03\x04")) return CONTAINER;
  return isText(head) ? "text/plain" : null;
}

/** What a file is. `name` only tells a table from a text. Throws `invalid` with the reason. */
export function inspectFile(bytes: Buffer, name: string): Inspected {
  switch (seemsToBe(bytes)) {
    case PICTURE:
      return { kind: "image" };
    case "application/pdf":
      return { kind: "file", mime: "application/pdf" };
    case CONTAINER: {
      const office = officeOf(bytes);
      if (office === "macros") throw new AppError("invalid", "file_with_macros");
      if (office === null) throw new AppError("invalid", "file_of_another_kind");
      return { kind: "file", mime: office.mime };
    }
    case "text/plain":
      return { kind: "file", mime: /\.csv$/i.test(name.trim()) ? "text/csv" : "text/plain" };
    default:
      throw new AppError("invalid", "file_of_another_kind");
  }
}

/** Words alone: no control sign, nothing that a browser takes for a page. Any of the encodings that tables are saved in. */
function isText(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte === 127 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return false;
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString("latin1");
  return !MARKUP.test(start.replace(/^\u00ef\u00bb\u00bf/, ""));
}
