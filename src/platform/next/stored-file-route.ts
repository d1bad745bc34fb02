import "server-only";
import type { NextRequest } from "next/server";
import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import type { Reason } from "@/core/reasons.ts";
import type { Caller } from "../command.ts";
import { type FormFile, openFormFile } from "../form-file.ts";
import { type ByteRange, readRange } from "../http/byte-range.ts";
import { dropStoredFile, readStoredFile, type ServedFile, type StoredFile, storeFile } from "../stored-files.ts";
import { countBytes, giveBytesBack } from "../upload-limits.ts";
import { currentActor } from "./current-actor.ts";
import { known, refusal } from "./door-answers.ts";
import { uploadDoor } from "./upload-door.ts";

type Route<Params> = { params: Promise<Params> };
/** The form around the file: its borders and the names of its fields. */
const FORM_BYTES = 8 * 1024;

/** A file as it stands in pieces, not yet anybody's, and what its sender calls it. */
export type SentFile = StoredFile & { name: string };

/**
 * The door for a large file, as `multipart/form-data` with one file, `fichier`, and its size announced; see `uploadDoor`.
 * It is written while it comes in; `save` gives it its place, by a command that calls `keepStoredFile`. What is refused
 * leaves nothing. Its address stands in `platform/http/refusals.ts`, with what may be sent to it.
 */
export function storedUploadRoute<Params extends Record<string, string>, Place>(options: {
  open: (actor: Actor, params: Params) => Promise<Place>;
  maxBytes: number;
  tooHeavy: Reason;
  /** What it is by its first bytes; null: not taken. */
  typeOf: (head: Uint8Array) => string | null;
  anotherKind: Reason;
  /** What is made of its bytes on their way, and what has to be blank in the end. */
  through?: (pieces: AsyncIterable<Uint8Array>) => { pieces: AsyncIterable<Uint8Array>; blank: () => ByteRange[] };
  save: (caller: Caller, place: Place, file: SentFile) => Promise<unknown>;
  back: (place: Place) => { path: string; fragment: string };
}) {
  return uploadDoor({
    open: options.open,
    async take(request, caller, place: Place) {
      const senderId = caller.actor.id;
      const announced = Number(request.headers.get("content-length") ?? Number.NaN);
      if (senderId === null || !Number.isSafeInteger(announced)) throw new AppError("invalid", "bad_input");
      if (announced > options.maxBytes + FORM_BYTES) throw new AppError("invalid", options.tooHeavy);
      await countBytes(senderId, announced);
      let came = 0;
      try {
        const { name, pieces } = await openFormFile(request, "fichier");
        const sent = counted(pieces, (bytes) => {
          came += bytes;
        });
        const { through } = options;
        const made = through ? through(sent) : { pieces: sent, blank: () => [] };
        const file = await storeFile(made.pieces, { ...options, ...made, uploadedById: senderId });
        return await saved(options.save(caller, place, { ...file, name }), file.id);
      } finally {
        // What never came, because it was refused or given up, was not sent.
        if (announced - came > FORM_BYTES) await giveBytesBack(senderId, announced - came);
      }
    },
    back: options.back,
    refusedAs: "fichier",
  });
}

async function* counted(pieces: FormFile["pieces"], count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    count(piece.length);
    yield piece;
  }
}

/** What the command refused, nobody has. */
async function saved<Result>(work: Promise<Result>, fileId: string): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    await dropStoredFile(fileId).catch(() => {});
    throw error;
  }
}

/**
 * Serves a stored file, or the part of it that is asked for, to those whom the query lets have it: asked again each time,
 * kept by her browser alone. For GET and HEAD. `server.ts` adds `nosniff` and the sandbox to all that stands under /api.
 */
export function storedFileRoute<Params extends Record<string, string>>(
  query: (actor: Actor, input: Record<string, string>) => Promise<ServedFile>,
) {
  return async (request: NextRequest, route: Route<Params>): Promise<Response> => {
    try {
      const search = Object.fromEntries(request.nextUrl.searchParams);
      const file = await query(await currentActor(), { ...search, ...(await route.params) });
      return serve(request, file);
    } catch (error) {
      return refusal(known(error, request));
    }
  };
}

function serve(request: NextRequest, file: ServedFile): Response {
  const etag = `"${file.id}"`;
  const headers: Record<string, string> = {
    "content-type": file.mime,
    "content-disposition": `${file.as}; filename="${asciiName(file.name)}"; filename*=UTF-8''${encoded(file.name)}`,
    "cache-control": "private, no-cache",
    "accept-ranges": "bytes",
    etag,
    vary: "Cookie",
  };
  const asked = request.headers;
  if (asked.get("if-none-match")?.replace(/^W\//, "") === etag) return new Response(null, { status: 304, headers });
  const ifRange = asked.get("if-range");
  const part = ifRange === null || ifRange === etag ? readRange(asked.get("range"), file.size) : null;
  if (part === "unsatisfiable")
    return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${file.size}` } });
  const { from, to } = part ?? { from: 0, to: file.size - 1 };
  headers["content-length"] = String(to - from + 1);
  if (part) headers["content-range"] = `bytes ${from}-${to}/${file.size}`;
  const body = request.method === "HEAD" ? null : readStoredFile(file, { from, to });
  return new Response(body, { status: part ? 206 : 200, headers });
}

/** For browsers that read no other name. */
const asciiName = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "_");
const encoded = (name: string) =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
