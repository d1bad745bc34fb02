import { AppError } from "@/core/app-error.ts";

/** The head of the one part: its border, its name, its file's name and type. */
const HEAD_BYTES = 8 * 1024;
const HEAD_END = Buffer.from("\r\n\r\n");

/** A file of a form: what its sender calls it, and its bytes as they come in. */
export type FormFile = { name: string; pieces: AsyncIterable<Uint8Array> };

/**
 * The one file, `field`, of a `multipart/form-data` body with nothing else in it, read as a stream: nothing is held but
 * the piece that just came. Throws `invalid`, later too: where the body ends otherwise than such a form does.
 */
export async function openFormFile(
  request: { headers: Headers; body: ReadableStream<Uint8Array> | null },
  field: string,
): Promise<FormFile> {
  const type = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))/i.exec(
    request.headers.get("content-type") ?? "",
  );
  const boundary = type?.[1] ?? type?.[2];
  if (boundary === undefined || !request.body) throw unreadable();
  const parts = request.body.getReader();
  let head = Buffer.alloc(0);
  let end = -1;
  while (end < 0) {
    const part = await parts.read();
    if (part.done || head.length > HEAD_BYTES) {
      await parts.cancel().catch(() => {});
      throw unreadable();
    }
    head = Buffer.concat([head, part.value]);
    end = head.indexOf(HEAD_END);
  }
  const name = fileName(head.subarray(0, end).toString("utf8"), boundary, field);
  if (name === null) {
    await parts.cancel().catch(() => {});
    throw unreadable();
  }
  return { name, pieces: contents(parts, head.subarray(end + HEAD_END.length), Buffer.from(`\r\n--${boundary}`)) };
}

const unreadable = () => new AppError("invalid", "bad_input");

/** The file's name without folders before it; null where the part is not that file. */
function fileName(head: string, boundary: string, field: string): string | null {
  const [border, ...lines] = head.split("\r\n");
  if (border !== `--${boundary}`) return null;
  const disposition = lines.find((line) => /^content-disposition:/i.test(line)) ?? "";
  const [, name, file] = /^[^:]*:\s*form-data;\s*name="([^"]*)";\s*filename="([^"]*)"\s*$/i.exec(disposition) ?? [];
  if (name !== field || file === undefined) return null;
  return (file.replace(/%22/g, '"').split(/[/\\]/).at(-1) ?? "").trim();
}

async function* contents(
  parts: ReadableStreamDefaultReader<Uint8Array>,
  begun: Buffer,
  border: Buffer,
): AsyncGenerator<Uint8Array> {
  let held: Buffer = begun;
  try {
    for (;;) {
      const end = held.indexOf(border);
      if (end >= 0) {
        if (end > 0) yield held.subarray(0, end);
        return await expectEnd(parts, held.subarray(end + border.length));
      }
      // The border may have begun in what is held.
      const sure = held.length - border.length + 1;
      if (sure > 0) {
        yield held.subarray(0, sure);
        held = held.subarray(sure);
      }
      const part = await parts.read();
      if (part.done) throw new AppError("invalid", "upload_broken");
      held = Buffer.concat([held, part.value]);
    }
  } finally {
    await parts.cancel().catch(() => {});
  }
}

/** Behind the last border stands "--", and nothing else. */
async function expectEnd(parts: ReadableStreamDefaultReader<Uint8Array>, begun: Buffer): Promise<void> {
  let rest: Buffer = begun;
  for (let part = await parts.read(); !part.done && rest.length <= 4; part = await parts.read())
    rest = Buffer.concat([rest, part.value]);
  if (!/^--(?:\r\n)?$/.test(rest.toString("latin1"))) throw unreadable();
}
