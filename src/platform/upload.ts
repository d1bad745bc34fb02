import { AppError } from "@/core/app-error.ts";

/** What an uploaded picture may weigh. */
export const MAX_UPLOAD_BYTES = 5 * 1024 * 1024;
/** What may be sent all the same: beyond the limit it is read and thrown away, so that the browser gets to its answer. */
export const MAX_SENT_BYTES = 24 * 1024 * 1024;
/** The form around the file: its borders and the names of its fields. */
const FORM_BYTES = 8 * 1024;

/** Reads a body of at most `maxBytes`, and holds no more than that whatever is sent. Throws `image_too_heavy`. */
export async function readUpload(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const parts = body?.getReader();
  for (let part = await parts?.read(); part && !part.done; part = await parts?.read()) {
    size += part.value.byteLength;
    if (size <= maxBytes) chunks.push(part.value);
    else chunks.length = 0;
    if (size > MAX_SENT_BYTES) break;
  }
  if (size <= maxBytes) return Buffer.concat(chunks);
  await parts?.cancel().catch(() => {});
  throw new AppError("invalid", "image_too_heavy");
}

/** The one file, `image`, of a form with nothing else in it. Throws `invalid`. */
export async function readImageFile(request: Request): Promise<Uint8Array> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;.*\bboundary=\S+/i.test(type)) throw new AppError("invalid", "bad_input");
  const bytes = await readUpload(request.body, MAX_UPLOAD_BYTES + FORM_BYTES);
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData().catch(() => {
    throw new AppError("invalid", "bad_input");
  });
  const fields = [...form];
  const file = form.get("image");
  if (fields.some(([name]) => name !== "image") || fields.length > 1 || typeof file === "string")
    throw new AppError("invalid", "bad_input");
  if (!file || file.size === 0) throw new AppError("invalid", "image_missing");
  if (file.size > MAX_UPLOAD_BYTES) throw new AppError("invalid", "image_too_heavy");
  return new Uint8Array(await file.arrayBuffer());
}
