import { randomBytes } from "node:crypto";

// Videos as a telephone, a camera on a helmet or a browser would make them, byte by byte: small, and with all that tells
// where, when and with what they were made.

const u16 = (n: number) => Buffer.from([n >> 8, n & 255]);
const u32 = (n: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(n);
  return bytes;
};
const text = (words: string) => Buffer.from(words, "latin1");

export const box = (type: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(body.length + 8), text(type), body]);
};
const full = (type: string, ...parts: Buffer[]) => box(type, u32(0), ...parts);

const SAMPLE = 400;
/** What must not be left anywhere. */
export const secrets = ["+45.7833+003.0833", "TelltaleCamera", "Discrete", "GPS5", "com.apple.quicktime.location"];

const dated = (type: string, rest: number) => full(type, u32(0xdeadbeef), u32(0xdeadbeef), Buffer.alloc(rest, 1));
const hdlr = (handler: string) =>
  full("hdlr", text("mhlr"), text(handler), text("appl"), Buffer.alloc(8), text("TelltaleCamera\0"));

function visualEntry(): Buffer {
  const entry = Buffer.concat([
    ...[Buffer.alloc(6), u16(1), u16(0), u16(0), text("appl"), Buffer.alloc(8), u16(64), u16(36), u32(0x480000)],
    ...[u32(0x480000), u32(0), u16(1), text("\x0eTelltaleCamera".padEnd(32, "\0")), u16(24), u16(0xffff)],
    box("avcC", Buffer.from([1, 66, 0, 30])),
  ]);
  return box("avc1", entry);
}
const soundEntry = () =>
  box("mp4a", Buffer.alloc(6), u16(1), u16(0), u16(0), text("appl"), u16(2), u16(16), u32(0), u32(48000 * 65536));

function trak(handler: string, entry: Buffer, offset: number, samples: readonly number[], dref = 1): Buffer {
  const stbl = box(
    "stbl",
    full("stsd", u32(1), entry),
    full("stts", u32(1), u32(samples.length), u32(1)),
    full("stsc", u32(1), u32(1), u32(samples.length), u32(1)),
    full("stsz", u32(0), u32(samples.length), ...samples.map(u32)),
    full("stco", u32(1), u32(offset)),
  );
  const minf = box(
    "minf",
    full("vmhd", Buffer.alloc(8)),
    box("dinf", full("dref", u32(1), box("url ", u32(dref)))),
    stbl,
  );
  return box(
    "trak",
    dated("tkhd", 72),
    box("mdia", dated("mdhd", 12), hdlr(handler), minf),
    box("udta", box("name", text("Discrete"))),
    box("meta", text("com.apple.quicktime.location")),
  );
}

type Options = {
  brand?: string;
  /** As cameras write it: what tells where samples are, behind them. */
  moovLast?: boolean;
  /** A track of data beside picture and sound, as of a helmet's camera. */
  data?: boolean;
  dref?: number;
  handler?: string;
};

/** A whole MP4, and where its parts are. */
export function mp4(options: Options = {}): { file: Buffer; media: Buffer; data: { from: number; to: number } } {
  const ftyp = box("ftyp", text(options.brand ?? "isom"), u32(512), text("isomavc1"));
  const stray = [box("free", text("Discrete")), box("uuid", Buffer.alloc(16, 7), text("<x:xmpmeta>Discrete"))];
  const [picture, sound] = [randomBytes(SAMPLE * 3), randomBytes(200)];
  const gps = Buffer.concat([text("GPS5"), text("+45.7833+003.0833"), Buffer.alloc(79, 1)]);
  const media = Buffer.concat([picture, sound, ...(options.data ? [gps] : [])]);
  const moovOf = (start: number) =>
    box(
      "moov",
      dated("mvhd", 88),
      trak(options.handler ?? "vide", visualEntry(), start, [SAMPLE, SAMPLE, SAMPLE], options.dref),
      trak("soun", soundEntry(), start + picture.length, [120, 80]),
      ...(options.data
        ? [trak("meta", box("gpmd", Buffer.alloc(8)), start + picture.length + sound.length, [60, 40])]
        : []),
      box(
        "udta",
        box("\xa9xyz", u16(17), u16(0x15c7), text("+45.7833+003.0833")),
        box("\xa9mak", text("TelltaleCamera")),
      ),
      full("meta", box("ilst", text("com.apple.quicktime.location"))),
    );
  const mdat = box("mdat", media);
  const before = ftyp.length + Buffer.concat(stray).length;
  const moovLength = moovOf(0).length;
  const start = before + (options.moovLast ? 0 : moovLength) + 8;
  const moov = moovOf(start);
  const file = Buffer.concat([ftyp, ...stray, ...(options.moovLast ? [mdat, moov] : [moov, mdat])]);
  const from = start + picture.length + sound.length;
  return { file, media, data: { from, to: from + gps.length - 1 } };
}

/** An MP4 in fragments, as streams are made; with a track of data when asked. */
export function fragmented(data = false): Buffer {
  const tracks = [
    trak("vide", visualEntry(), 0, []),
    ...(data ? [trak("camm", box("camm", Buffer.alloc(8)), 0, [])] : []),
  ];
  return Buffer.concat([
    box("ftyp", text("iso5"), u32(512), text("iso5dash")),
    box("moov", dated("mvhd", 88), ...tracks, box("mvex", full("trex", Buffer.alloc(20)))),
    box(
      "moof",
      full("mfhd", u32(1)),
      box("traf", full("tfhd", u32(1)), full("trun", u32(0))),
      box("udta", text("Discrete")),
    ),
    box("mdat", randomBytes(300)),
  ]);
}

const idOf = (id: number) => Buffer.from(id.toString(16), "hex");
/** An element with a size on `width` bytes; null: not said. */
export function element(id: number, body: Buffer, width = 4, said = true): Buffer {
  const size = Buffer.alloc(width, 0xff);
  if (said) size.writeUIntBE(body.length, width > 6 ? width - 6 : 0, Math.min(width, 6));
  if (said && width > 6) size.fill(0, 0, width - 6);
  size[0] = ((size[0] ?? 0) & (0xff >> width)) | (0x80 >> (width - 1));
  return Buffer.concat([idOf(id), size, body]);
}

export type WebmOptions = {
  live?: boolean;
  docType?: string;
  trackType?: number;
  extra?: Buffer;
  after?: Buffer;
  width?: number;
};

/** A whole WebM, or one recorded live: sizes not said. */
export function webm(options: WebmOptions = {}): { file: Buffer; blocks: Buffer } {
  const byte = (id: number, value: number) => element(id, Buffer.from([value]), 1);
  const header = element(
    0x1a45dfa3,
    Buffer.concat([
      byte(0x4286, 1),
      byte(0x42f7, 1),
      byte(0x42f2, 4),
      byte(0x42f3, 8),
      element(0x4282, text(options.docType ?? "webm"), 1),
      byte(0x4287, 4),
      byte(0x4285, 2),
    ]),
    1,
  );
  const info = element(
    0x1549a966,
    Buffer.concat([
      element(0x2ad7b1, Buffer.from([0x0f, 0x42, 0x40]), 1),
      element(0x7ba9, text("Discrete"), 2),
      element(0x4461, Buffer.alloc(8, 0x42), 1),
      element(0x4d80, text("TelltaleCamera"), 1),
      element(0x5741, text("TelltaleCamera"), 1),
    ]),
  );
  const track = Buffer.concat([
    byte(0xd7, 1),
    byte(0x73c5, 1),
    byte(0x83, options.trackType ?? 1),
    element(0x86, text("V_VP8"), 1),
    element(0x536e, text("TelltaleCamera"), 1),
    element(0xe0, Buffer.concat([byte(0xb0, 64), byte(0xba, 36)]), 1),
  ]);
  const tracks = element(0x1654ae6b, element(0xae, track, 2));
  const blocks = Buffer.concat([byte(0xe7, 0), element(0xa3, randomBytes(300), 2), element(0xa3, randomBytes(500), 8)]);
  const cluster = element(0x1f43b675, blocks, 8, !options.live);
  const tags = element(0x1254c367, text("GPS5 +45.7833+003.0833 TelltaleCamera"), options.width ?? 1);
  const attached = element(0x1941a469, text("Discrete".repeat(20)), 2);
  const parts = [info, tracks, tags, cluster, options.extra ?? Buffer.alloc(0), cluster, attached];
  const segment = element(0x18538067, Buffer.concat(parts), 8, !options.live);
  return { file: Buffer.concat([header, segment, options.after ?? Buffer.alloc(0)]), blocks };
}
