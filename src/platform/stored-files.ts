import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import type { Reason } from "@/core/reasons.ts";
import { clock } from "./clock.ts";
import { pool, sql, type Tx } from "./db/client.ts";
import type { ByteRange } from "./http/byte-range.ts";

// Large files, in pieces in Postgres: written and read as streams, so that memory stays flat whatever is sent or watched.
// A file is written by its door (`storeFile`), then taken by the command that gives it a place (`keepStoredFile`, in its
// transaction). What no command took is nobody's, and is swept away after a day.

/** What is written and read at once. */
export const CHUNK_BYTES = 256 * 1024;

export type StoredFile = { id: string; mime: string; size: number };
/** What a query lets somebody have: how it is called when it is saved, and whether it is shown or saved at once. */
export type ServedFile = StoredFile & { name: string; as: "inline" | "attachment" };

/**
 * Writes what comes in. Its type is told by `typeOf` from its first bytes (256 KiB, or all of it), whatever its name
 * says. Throws `invalid` with the reason: too heavy, of another kind, nothing in it, cut off on its way; then nothing of
 * it is left.
 */
export async function storeFile(
  pieces: AsyncIterable<Uint8Array>,
  options: {
    uploadedById: string;
    maxBytes: number;
    tooHeavy: Reason;
    typeOf: (head: Uint8Array) => string | null;
    anotherKind: Reason;
    /** What must be blank in the end, asked once all of it was read: what told so may have come last. */
    blank?: () => readonly ByteRange[];
  },
): Promise<StoredFile> {
  const id = newId();
  let [mime, size, number] = [null as string | null, 0, 0];
  try {
    for await (const chunk of inChunks(untilCut(pieces))) {
      size += chunk.length;
      if (size > options.maxBytes) throw new AppError("invalid", options.tooHeavy);
      if (number === 0) {
        mime = options.typeOf(chunk);
        if (mime === null) throw new AppError("invalid", options.anotherKind);
        await pool().query(
          "insert into stored_file (id, mime, size, uploaded_by_id, uploaded_at) values ($1, $2, 0, $3, $4)",
          [id, mime, options.uploadedById, clock.now()],
        );
      }
      await pool().query("insert into stored_file_chunk (file_id, number, bytes) values ($1, $2, $3)", [
        id,
        number++,
        chunk,
      ]);
    }
    if (mime === null) throw new AppError("invalid", "file_missing");
    await makeBlank(id, options.blank?.() ?? []);
    await pool().query("update stored_file set size = $2 where id = $1", [id, size]);
    return { id, mime, size };
  } catch (error) {
    if (number > 0 || mime !== null) await dropStoredFile(id).catch(() => {});
    throw error;
  }
}

/** In the command that gives a file its place: from now on it stays. Throws `not_found` but for what its sender just sent. */
export async function keepStoredFile(tx: Tx, senderId: string | null, id: string): Promise<StoredFile> {
  const [file] = await tx.$queryRaw<StoredFile[]>(sql`
    update stored_file set completed_at = ${clock.now()}
    where id = ${id} and uploaded_by_id = ${senderId} and completed_at is null and size > 0 returning id, mime, size`);
  if (!file) throw new AppError("not_found", "absent");
  return file;
}

/** Takes a file away, with what hangs on it. */
export async function dropStoredFile(id: string): Promise<void> {
  await pool().query("delete from stored_file where id = $1", [id]);
}

/** Takes away what was sent before then and never got a place. Answers how many. */
export async function sweepStoredFiles(before: Date): Promise<number> {
  const { rowCount } = await pool().query("delete from stored_file where completed_at is null and uploaded_at < $1", [
    before,
  ]);
  return rowCount ?? 0;
}

/** A file, or a part of it, read as fast as it is taken. */
export function readStoredFile(
  file: Pick<StoredFile, "id" | "size">,
  { from, to }: ByteRange = { from: 0, to: file.size - 1 },
): ReadableStream<Uint8Array> {
  let next = from;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (next > to) return controller.close();
        const [number, skipped] = [Math.floor(next / CHUNK_BYTES), next % CHUNK_BYTES];
        const wanted = Math.min(to - next + 1, CHUNK_BYTES - skipped);
        const { rows } = await pool().query<{ bytes: Buffer }>({
          name: "stored-file-part",
          text: "select substring(bytes from $3 for $4) as bytes from stored_file_chunk where file_id = $1 and number = $2",
          values: [file.id, number, skipped + 1, wanted],
        });
        const bytes = rows[0]?.bytes;
        // Taken away while it was read: the reader sees that it was cut, not a shorter file.
        if (bytes?.length !== wanted) return controller.error(new Error("a stored file is gone"));
        next += wanted;
        controller.enqueue(new Uint8Array(bytes));
      },
    },
    { highWaterMark: 0 },
  );
}

/** All of a small file at once: for previews. */
export async function readWholeStoredFile(id: string): Promise<Buffer> {
  const { rows } = await pool().query<{ bytes: Buffer }>(
    "select bytes from stored_file_chunk where file_id = $1 order by number",
    [id],
  );
  return Buffer.concat(rows.map(({ bytes }) => bytes));
}

/** The same bytes, 256 KiB at a time but for the last. */
async function* inChunks(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let filled = 0;
  for await (const piece of pieces)
    for (let taken = 0; taken < piece.length; ) {
      const part = piece.subarray(taken, taken + CHUNK_BYTES - filled);
      chunk.set(part, filled);
      [taken, filled] = [taken + part.length, filled + part.length];
      if (filled < CHUNK_BYTES) continue;
      yield chunk;
      [chunk, filled] = [Buffer.allocUnsafe(CHUNK_BYTES), 0];
    }
  if (filled > 0) yield chunk.subarray(0, filled);
}

/** What a connection that broke says in its own words is said in ours. */
async function* untilCut(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
  } catch (error) {
    if ((error as { brand?: unknown })?.brand !== undefined) throw error;
    throw new AppError("invalid", "upload_broken", { cause: error });
  }
}

/** Writes zeros over parts of a file that stands already. */
async function makeBlank(id: string, ranges: readonly ByteRange[]): Promise<void> {
  const byChunk = new Map<number, ByteRange[]>();
  for (const { from, to } of ranges)
    for (let number = Math.floor(from / CHUNK_BYTES); number * CHUNK_BYTES <= to; number++) {
      const start = number * CHUNK_BYTES;
      const within = { from: Math.max(from - start, 0), to: Math.min(to - start, CHUNK_BYTES - 1) };
      byChunk.set(number, [...(byChunk.get(number) ?? []), within]);
    }
  for (const [number, parts] of byChunk) {
    const { rows } = await pool().query<{ bytes: Buffer }>(
      "select bytes from stored_file_chunk where file_id = $1 and number = $2",
      [id, number],
    );
    const bytes = rows[0]?.bytes;
    if (!bytes) continue;
    for (const { from, to } of parts) bytes.fill(0, from, to + 1);
    await pool().query("update stored_file_chunk set bytes = $3 where file_id = $1 and number = $2", [
      id,
      number,
      bytes,
    ]);
  }
}
