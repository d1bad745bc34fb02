import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

type Colour = { r: number; g: number; b: number };
const red: Colour = { r: 200, g: 20, b: 40 };
export const blue: Colour = { r: 20, g: 40, b: 200 };

/** A plain picture of one colour. */
export const plain = (width = 400, height = 200, background = red) =>
  sharp({ create: { width, height, channels: 3, background } });

export const jpeg = (width?: number, height?: number) => plain(width, height).jpeg().toBuffer();
export const png = () => plain().png().toBuffer();

/** Each kind of file that is taken, as a browser or a phone would send it. */
export const kinds: Record<string, () => Promise<Buffer>> = {
  jpeg: () => jpeg(),
  png,
  webp: () => plain().webp().toBuffer(),
  avif: () => plain().avif({ effort: 0 }).toBuffer(),
  gif: () => plain().gif().toBuffer(),
};

/** A photo that says where and with what it was taken, lying on its side. */
export const telltale = () =>
  plain(400, 200)
    .withExif({
      IFD0: { Make: "TelltaleCamera", Artist: "Solène Discrète", Copyright: "secret-copyright" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "45/1 46/1 33/1", GPSLongitudeRef: "E", GPSLongitude: "3/1 5/1 0/1" },
    })
    .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'><secret-xmp/></x:xmpmeta>")
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** A gif of two frames, red then blue. */
export async function animated(): Promise<Buffer> {
  const frames = await Promise.all([plain().png().toBuffer(), plain(400, 200, blue).png().toBuffer()]);
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100] })
    .toBuffer();
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, crc]);
}

/** A small file of 30,000 by 30,000 black dots. */
export function bomb(side = 30_000): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1; // one bit a dot
  const rows = deflateSync(Buffer.alloc(side * (Math.ceil(side / 8) + 1)));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

const after = async (picture: Promise<Buffer>, text: string) =>
  Buffer.concat([await picture, Buffer.from(text, "latin1")]);

/** Pictures that are something else too: what the other one would run must be gone. */
export const polyglots: Record<string, () => Promise<Buffer>> = {
  "a GIF with a JAR after it": () => after(plain().gif().toBuffer(), "PK\x03\x04canary-payload.class"),
  "a PNG with a page after it": () => after(png(), "<script>canary-payload</script>"),
  "a JPEG with PHP after it": () => after(jpeg(), "<?php canary-payload ?>"),
  "a JPEG with PHP in its comment": async () => {
    const [file, words] = [await jpeg(), Buffer.from("<?php canary-payload ?>")];
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, words.length + 2]), words]);
    return Buffer.concat([file.subarray(0, 2), comment, file.subarray(2)]);
  },
  "a PNG with a script in its text": async () => {
    const file = await png();
    return Buffer.concat([
      file.subarray(0, 33),
      chunk("tEXt", Buffer.from("c\0<svg onload=canary-payload>")),
      file.subarray(33),
    ]);
  },
};

/** Files that are no picture of ours, whatever their name and type say, with the reason given. */
export const strangers: Record<string, [() => Promise<Buffer>, string]> = {
  "an SVG": [
    async () => Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
    "image_of_another_kind",
  ],
  "an SVG with a mark before it": [
    async () => Buffer.from("\ufeff<?xml version='1.0'?><svg/>"),
    "image_of_another_kind",
  ],
  "a HEIC": [async () => Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), "image_of_another_kind"],
  "a TIFF": [() => plain().tiff().toBuffer(), "image_of_another_kind"],
  "a PDF": [async () => Buffer.from("%PDF-1.7\n"), "image_of_another_kind"],
  "a page": [async () => Buffer.from("<html><script>1</script></html>"), "image_of_another_kind"],
  "a program": [async () => Buffer.from("\x7fELF\x02\x01\x01"), "image_of_another_kind"],
  "a page that begins like a GIF": [async () => Buffer.from("GIF89a/*<script>*/=alert(1)//"), "image_unreadable"],
  "an SVG that begins like a PNG": [async () => Buffer.from("\x89PNG\r\n\x1a\n<svg/>", "latin1"), "image_unreadable"],
  "a truncated JPEG": [async () => (await jpeg(1200, 900)).subarray(0, 900), "image_unreadable"],
  "a truncated PNG": [
    async () => (await plain(1200, 900).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 9_000),
    "image_unreadable",
  ],
  "eight bytes of a PNG": [async () => (await png()).subarray(0, 8), "image_unreadable"],
  "30,000 by 30,000 dots": [async () => bomb(), "image_too_large"],
  nothing: [async () => Buffer.alloc(0), "image_missing"],
  "six megabytes": [async () => after(jpeg(), "x".repeat(6_000_000)), "image_too_heavy"],
};
