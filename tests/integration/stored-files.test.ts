import { randomBytes } from "node:crypto";
import { createPerson, outcomeOf, type Person } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { isAppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import { openFormFile } from "@/platform/form-file.ts";
import {
  CHUNK_BYTES,
  dropStoredFile,
  keepStoredFile,
  readStoredFile,
  readWholeStoredFile,
  storeFile,
  sweepStoredFiles,
} from "@/platform/stored-files.ts";

let sender: Person;
let other: Person;
beforeAll(async () => {
  sender = await createPerson("Nadia Mercier");
  other = await createPerson("Vera Voisine");
});

async function* inPieces(bytes: Uint8Array, size = 10_007): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
const store = (pieces: AsyncIterable<Uint8Array>, more: Partial<Parameters<typeof storeFile>[1]> = {}) =>
  storeFile(pieces, {
    uploadedById: sender.id,
    maxBytes: 1_000_000,
    tooHeavy: "image_too_heavy",
    typeOf: () => "video/mp4",
    anotherKind: "image_of_another_kind",
    ...more,
  });
const reasonOf = async (work: Promise<unknown>) =>
  work.then(
    () => "ok",
    (error: unknown) => (isAppError(error) ? error.reason : String(error)),
  );
const everything = async (stream: ReadableStream<Uint8Array>) => Buffer.from(await new Response(stream).arrayBuffer());
const left = () => Promise.all([db.storedFile.count(), db.storedFileChunk.count()]);
const inTransaction = <Result>(work: (tx: Tx) => Promise<Result>) => db.$transaction((tx) => work(tx as unknown as Tx));

describe("storing a file", () => {
  it.each([1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES + 17])(
    "gives back %i bytes as they came, in pieces of 256 KiB",
    async (size) => {
      const bytes = randomBytes(size);
      const file = await store(inPieces(bytes));
      expect(file).toMatchObject({ mime: "video/mp4", size });
      expect((await everything(readStoredFile(file))).equals(bytes)).toBe(true);
      expect((await readWholeStoredFile(file.id)).equals(bytes)).toBe(true);
      expect(await db.storedFileChunk.count({ where: { fileId: file.id } })).toBe(Math.ceil(size / CHUNK_BYTES));
    },
  );

  it("reads any part of it alone, across its pieces", async () => {
    const bytes = randomBytes(2 * CHUNK_BYTES + 100);
    const file = await store(inPieces(bytes));
    for (const [from, to] of [
      [0, 0],
      [5, 99],
      [CHUNK_BYTES - 1, CHUNK_BYTES],
      [10, 2 * CHUNK_BYTES + 99],
      [2 * CHUNK_BYTES + 99, 2 * CHUNK_BYTES + 99],
    ] as const)
      expect((await everything(readStoredFile(file, { from, to }))).equals(bytes.subarray(from, to + 1))).toBe(true);
  });

  it("reads no piece before it is asked for it", async () => {
    const file = await store(inPieces(randomBytes(3 * CHUNK_BYTES)));
    const reader = readStoredFile(file).getReader();
    await reader.read();
    await dropStoredFile(file.id);
    await expect(reader.read()).rejects.toThrow("gone");
  });

  it("writes zeros over what has to be blank, and over nothing else", async () => {
    const bytes = randomBytes(2 * CHUNK_BYTES + 100);
    const ranges = [
      { from: 3, to: 9 },
      { from: CHUNK_BYTES - 2, to: CHUNK_BYTES + 1 },
      { from: CHUNK_BYTES + 50, to: 2 * CHUNK_BYTES + 99 },
    ];
    const file = await store(inPieces(bytes), { blank: () => ranges });
    const expected = Buffer.from(bytes);
    for (const { from, to } of ranges) expected.fill(0, from, to + 1);
    expect((await readWholeStoredFile(file.id)).equals(expected)).toBe(true);
  });

  it("leaves nothing of what is refused: too heavy, of another kind, empty, cut off", async () => {
    const before = await left();
    let read = 0;
    async function* endless() {
      for (;;) {
        read += CHUNK_BYTES;
        yield new Uint8Array(CHUNK_BYTES);
      }
    }
    async function* broken() {
      yield new Uint8Array(2 * CHUNK_BYTES);
      throw new Error("ECONNRESET");
    }
    expect(await reasonOf(store(endless()))).toBe("image_too_heavy");
    expect(read).toBeLessThan(1_000_000 + 3 * CHUNK_BYTES);
    expect(await reasonOf(store(inPieces(randomBytes(900_000)), { typeOf: () => null }))).toBe("image_of_another_kind");
    expect(await reasonOf(store(inPieces(new Uint8Array(0))))).toBe("file_missing");
    expect(await reasonOf(store(broken()))).toBe("upload_broken");
    expect(await left()).toEqual(before);
  });
});

describe("giving a stored file its place", () => {
  it("lets its sender take it, once; nobody else, and not before all of it came", async () => {
    const file = await store(inPieces(randomBytes(10)));
    const keep = (id: string, who: string | null) => outcomeOf(inTransaction((tx) => keepStoredFile(tx, who, id)));
    expect(await keep(file.id, other.id)).toBe("not_found");
    expect(await keep(file.id, null)).toBe("not_found");
    expect(await keep(newId(), sender.id)).toBe("not_found");
    const now = clock.now();
    const onItsWay = { id: newId(), mime: "video/mp4", size: 0, uploadedById: sender.id, uploadedAt: now };
    await db.storedFile.create({ data: onItsWay });
    expect(await keep(onItsWay.id, sender.id)).toBe("not_found");
    const both = await Promise.all([keep(file.id, sender.id), keep(file.id, sender.id)]);
    expect(both.sort()).toEqual(["not_found", "ok"]);
  });

  it("sweeps away what got none, with its pieces, and keeps what has one", async () => {
    await db.storedFile.deleteMany({ where: { uploadedById: sender.id } });
    const [kept, stray] = [await store(inPieces(randomBytes(10))), await store(inPieces(randomBytes(10)))];
    await inTransaction((tx) => keepStoredFile(tx, sender.id, kept.id));
    expect(await sweepStoredFiles(new Date(Date.now() - 60_000))).toBe(0);
    expect(await sweepStoredFiles(new Date(Date.now() + 60_000))).toBe(1);
    expect(await db.storedFile.findMany({ select: { id: true } })).toEqual([{ id: kept.id }]);
    expect(await db.storedFileChunk.count({ where: { fileId: stray.id } })).toBe(0);
  });
});

describe("the one file of a form", () => {
  const formRequest = (fields: [string, string | File][]) => {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    return new Request("http://localhost/", { method: "POST", body: form });
  };
  const raw = (body: string | Uint8Array, type = "multipart/form-data; boundary=b") =>
    new Request("http://localhost/", { method: "POST", body: body as string, headers: { "content-type": type } });
  const read = async (request: Request) => {
    const { name, pieces } = await openFormFile(request, "fichier");
    const parts: Uint8Array[] = [];
    for await (const piece of pieces) parts.push(Uint8Array.from(piece));
    return { name, bytes: Buffer.concat(parts) };
  };
  const file = (bytes: Uint8Array | string, name = "marche.mp4") => new File([bytes as string], name);

  it("comes as it was sent, borders inside it too, under its name without folders", async () => {
    const tricky = Buffer.concat([randomBytes(200_000), Buffer.from("\r\n--b\r\n\r\n--"), randomBytes(100)]);
    for (const bytes of [tricky, randomBytes(1), Buffer.from("\r\n--"), Buffer.alloc(0)])
      expect((await read(formRequest([["fichier", file(bytes)]]))).bytes.equals(bytes)).toBe(true);
    for (const [name, expected] of [
      ["../../etc/passwd", "passwd"],
      ["C:\\Temp\\é à.mp4", "é à.mp4"],
      ['a"b.mp4', 'a"b.mp4'],
    ] as const)
      expect((await read(formRequest([["fichier", file("x", name)]]))).name).toBe(expected);
  });

  it.each([
    ["another field", formRequest([["image", file("x")]])],
    ["a text in its place", formRequest([["fichier", "x"]])],
    [
      "a second field",
      formRequest([
        ["fichier", file("x")],
        ["role", "lead"],
      ]),
    ],
    [
      "a field before it",
      formRequest([
        ["role", "lead"],
        ["fichier", file("x")],
      ]),
    ],
    ["no form", raw("x", "application/json")],
    ["a form without borders", raw("x", "multipart/form-data")],
    ["nothing like a form", raw("x".repeat(20_000))],
    [
      "a head without an end",
      raw(`--b\r\nContent-Disposition: form-data; name="fichier"; filename="x"\r\nX: ${"y".repeat(20_000)}`),
    ],
    [
      "something behind the end",
      raw('--b\r\nContent-Disposition: form-data; name="fichier"; filename="x"\r\n\r\nx\r\n--b--\r\n<script>'),
    ],
  ])("is refused with %s", async (_, request) => {
    expect(await reasonOf(read(request))).toBe("bad_input");
  });

  it("is broken off where the last border is missing", async () => {
    const cut = raw('--b\r\nContent-Disposition: form-data; name="fichier"; filename="x"\r\n\r\nhalf of it');
    expect(await reasonOf(read(cut))).toBe("upload_broken");
  });
});
