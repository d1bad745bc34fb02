import { describe, expect, it } from "vitest";
import { isAppError } from "@/core/app-error.ts";
import { scrubVideo, videoType } from "@/platform/videos.ts";
import { box, element, fragmented, mp4, secrets, webm } from "../integration/videos.ts";

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
async function scrubbed(file: Buffer, size = 1_000): Promise<Buffer> {
  const untouched = Buffer.from(file);
  const { pieces, blank } = scrubVideo(inPieces(file, size));
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(Uint8Array.from(piece));
  expect(file.equals(untouched)).toBe(true);
  const out = Buffer.concat(parts);
  for (const { from, to } of blank()) out.fill(0, from, to + 1);
  return out;
}
const reasonOf = (file: Buffer) =>
  scrubbed(file).then(
    () => "ok",
    (error: unknown) => (isAppError(error) ? error.reason : String(error)),
  );
const hasSecret = (file: Buffer) => secrets.filter((words) => file.includes(words));
/** Where two files of one length differ, and whether what stands there now says nothing: zeros, or the name of a free box. */
function changes(before: Buffer, after: Buffer): { bytes: number; silent: boolean } {
  const at = [...before.keys()].filter((index) => before[index] !== after[index]);
  const silent = at.every((index) => after[index] === 0 || /[fre]/.test(String.fromCharCode(after[index] ?? 0)));
  return { bytes: at.length, silent };
}

describe("an MP4", () => {
  it.each([
    ["with its tables first", mp4()],
    ["with its tables last, as cameras write it", mp4({ moovLast: true })],
    ["of a telephone (QuickTime)", mp4({ brand: "qt  ", moovLast: true })],
  ])(
    "%s says no more where, when and with what it was made, and is as it was otherwise",
    async (_, { file, media }) => {
      expect(hasSecret(file)).not.toEqual([]);
      for (const size of [1, 7, 1_000, file.length]) {
        const out = await scrubbed(file, size);
        expect(out.length).toBe(file.length);
        expect(hasSecret(out)).toEqual([]);
        expect(out.includes(media)).toBe(true);
        expect(changes(file, out).silent).toBe(true);
        expect(out.includes(Buffer.from("deadbeef", "hex"))).toBe(false);
      }
      for (const kept of ["stsd", "stco", "avcC", "vide", "soun", "mvhd"])
        expect((await scrubbed(file)).indexOf(kept)).toBe(file.indexOf(kept));
    },
  );

  it.each([true, false])("loses its track of positions, samples included (tables last: %s)", async (moovLast) => {
    const { file, media, data } = mp4({ data: true, moovLast });
    expect(file.subarray(data.from, data.from + 4).toString()).toBe("GPS5");
    const out = await scrubbed(file);
    expect(hasSecret(out)).toEqual([]);
    expect(out.subarray(data.from, data.to + 1).every((byte) => byte === 0)).toBe(true);
    expect(out.includes(media.subarray(0, media.length - (data.to - data.from + 1)))).toBe(true);
  });

  it("in fragments passes; with a track of data it is refused in words", async () => {
    const out = await scrubbed(fragmented());
    expect(hasSecret(out)).toEqual([]);
    expect(await reasonOf(fragmented(true))).toBe("video_with_data");
  });

  it("of which the last part is as long as what is left is taken", async () => {
    const { file } = mp4();
    const at = file.indexOf("mdat") - 4;
    file.writeUInt32BE(0, at);
    expect(await reasonOf(file)).toBe("ok");
  });

  const whole = mp4().file;
  const cutAt = (file: Buffer, type: string) => file.subarray(0, file.indexOf(type) + 30);
  it.each([
    ["cut in its media", cutAt(whole, "mdat")],
    ["cut in its tables", cutAt(whole, "stco")],
    ["cut in a box's size", Buffer.concat([whole, Buffer.from([0, 0])])],
    ["without tables", Buffer.concat([whole.subarray(0, 24), box("mdat", Buffer.alloc(100))])],
    ["without media", mp4().file.subarray(0, mp4().file.indexOf("mdat") - 4)],
    [
      "with its tables twice",
      Buffer.concat([whole, mp4().file.subarray(whole.indexOf("moov") - 4, whole.indexOf("mdat") - 4)]),
    ],
    ["with a page behind it", Buffer.concat([whole, Buffer.from("<html><script>1</script></html>")])],
    ["with an archive behind it", Buffer.concat([whole, Buffer.from("PK\x03\x04".padEnd(40))])],
    ["with a box that nobody knows", Buffer.concat([whole, box("evil", Buffer.from("<script>"))])],
    [
      "with a page among its brands",
      Buffer.concat([box("ftyp", Buffer.from("isom\0\0\x02\0<scr"), Buffer.from("ipt>")), whole.subarray(24)]),
    ],
    ["that says a page is its first box", Buffer.concat([Buffer.from("\0\0\0\x01ftypisom"), Buffer.alloc(80)])],
    ["whose media are another file's", mp4({ dref: 0 }).file],
    ["without a picture", mp4({ handler: "soun" }).file],
  ])("%s is refused", async (_, file) => {
    expect(await reasonOf(file)).toBe("video_unreadable");
  });

  it("with boxes that say they are larger than the file, or smaller than themselves, is refused", async () => {
    for (const type of ["moov", "trak", "mdia", "stbl", "stsd", "stco", "udta"])
      for (const size of [1, 4, 7, 0x7fffffff, 0xffffffff]) {
        const { file } = mp4();
        file.writeUInt32BE(size, file.indexOf(type) - 4);
        expect(await reasonOf(file), `${type} ${size}`).toBe("video_unreadable");
      }
  });

  it("with tables of samples that lie is refused, or loses what they point at and nothing else", async () => {
    for (const type of ["stsc", "stsz", "stco"])
      for (const value of [0xffffffff, 0x7fffffff, 0]) {
        const { file } = mp4({ data: true, moovLast: true });
        file.writeUInt32BE(value, file.lastIndexOf(type) + (type === "stsz" ? 12 : 8));
        const reason = await reasonOf(file);
        if (reason !== "ok") expect(reason).toBe("video_unreadable");
        else expect(changes(file, await scrubbed(file)).silent).toBe(true);
      }
  });
});

describe("a WebM", () => {
  it.each([
    ["whole", webm()],
    ["recorded live, its sizes not said", webm({ live: true })],
    ["with sizes in eight bytes", webm({ width: 8 })],
  ])(
    "%s says no more where, when and with what it was made, and is as it was otherwise",
    async (_, { file, blocks }) => {
      expect(hasSecret(file)).not.toEqual([]);
      for (const size of [1, 7, 1_000, file.length]) {
        const out = await scrubbed(file, size);
        expect(out.length).toBe(file.length);
        expect(hasSecret(out)).toEqual([]);
        expect(out.indexOf(blocks)).toBe(file.indexOf(blocks));
        expect(out.lastIndexOf(blocks)).toBe(file.lastIndexOf(blocks));
        expect(out.includes("V_VP8")).toBe(true);
        // What was changed can be walked through again, and has nothing more to lose.
        expect((await scrubbed(out)).equals(out)).toBe(true);
      }
    },
  );

  it.each([
    ["of which a track is text", webm({ trackType: 0x11 }).file, "video_with_data"],
    ["that is a Matroska", webm({ docType: "matroska" }).file, "video_of_another_kind"],
    ["of sound alone", webm({ trackType: 2 }).file, "video_unreadable"],
    [
      "with an element that nobody knows",
      webm({ extra: element(0x1234567f, Buffer.from("<script>")) }).file,
      "video_unreadable",
    ],
    ["with a page behind it", webm({ after: Buffer.from("<html>") }).file, "video_unreadable"],
    ["cut off", webm().file.subarray(0, 700), "video_unreadable"],
    ["cut off in its header", webm().file.subarray(0, 70), "video_unreadable"],
  ])("%s is refused", async (_, file, reason) => {
    expect(await reasonOf(file)).toBe(reason);
  });
});

describe("what is no video", () => {
  it.each([
    ["nothing like one", Buffer.from("<html><script>1</script></html>".repeat(5))],
    ["a picture", Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(100)])],
    [
      "an AVIF, which is built like one",
      Buffer.concat([box("ftyp", Buffer.from("avif\0\0\0\0mif1")), Buffer.alloc(100)]),
    ],
    ["a HEIC", Buffer.concat([box("ftyp", Buffer.from("heic\0\0\0\0mif1")), Buffer.alloc(100)])],
    ["an audio file", Buffer.concat([box("ftyp", Buffer.from("M4A \0\0\0\0")), Buffer.alloc(100)])],
    ["an AVI", Buffer.from("RIFF\0\0\0\0AVI LIST".padEnd(100, "\0"))],
    ["the first bytes of one", mp4().file.subarray(0, 20)],
  ])("%s is told by its first bytes", async (_, file) => {
    expect(await reasonOf(file)).toBe("video_of_another_kind");
  });

  it("has one type at most", () => {
    expect([videoType(mp4().file), videoType(webm().file), videoType(Buffer.alloc(3))]).toEqual([
      "video/mp4",
      "video/webm",
      null,
    ]);
  });
});
