import sharp, { type Sharp } from "sharp";
import { AppError } from "@/core/app-error.ts";
import { singletons } from "./singletons.ts";

/** A picture made anew from what was uploaded: two WebP files that hold its pixels and nothing else. */
export type EncodedImage = { large: Buffer; small: Buffer; width: number; height: number };
type Format = "jpeg" | "png" | "webp" | "gif" | "avif";

const LARGE_SIDE = 1600;
const SMALL_SIDE = 640;
/** Of a face: as large as a profile shows it on a fine screen, and as lists do. */
const LARGE_SQUARE = 512;
const SMALL_SQUARE = 168;
// A phone’s photo; one of 50 million pixels took 850 MB to decode from AVIF.
const MAX_PIXELS = 25_000_000;
const MAX_SECONDS = 10;
// An AVIF of a thousand bytes may take 850 MB to decode.
const AT_ONCE = 1;

// Only these decoders exist: libvips would also read SVG, PDF, TIFF and others, some of which load files.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((decoder) => `VipsForeignLoad${decoder}Buffer`),
});
sharp.cache(false);
sharp.concurrency(1);

/** What a file is by its first bytes, whatever its name says; null for anything but the five kinds taken. */
export function imageFormat(bytes: Uint8Array): Format | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString("latin1");
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (/^GIF8[79]a/.test(head)) return "gif";
  if (/^RIFF.{4}WEBPVP8[ LX]/s.test(head)) return "webp";
  // HEIC is of the same family; of its brands, only AVIF's are taken.
  return /^.{4}ftyp(?:avif|avis|mif1.{4}(?:.{4}){0,6}?avif)/s.test(head) ? "avif" : null;
}

/**
 * Decodes a picture and encodes it anew, upright, its first frame only, without metadata or anything appended to it.
 * Throws `invalid` with the reason: another kind of file, unreadable, too many pixels.
 */
export const encodeImage = (bytes: Uint8Array) => encode(bytes, (image) => within(image, LARGE_SIDE), SMALL_SIDE);

/** The same as a square: what catches the eye is kept of a picture that is none. */
export const encodeSquare = (bytes: Uint8Array) =>
  encode(
    bytes,
    (image, shortest) => {
      const side = Math.min(LARGE_SQUARE, shortest);
      return image.resize({ width: side, height: side, fit: "cover", position: "attention" });
    },
    SMALL_SQUARE,
  );

/** A picture kept as a file: at its own size, without metadata. */
export type CleanImage = { bytes: Buffer; mime: "image/jpeg" | "image/png" | "image/webp" };

/** The same picture at its own size, in its own kind where every browser shows it, its pixels and nothing else. Throws as `encodeImage`. */
export function cleanImage(bytes: Uint8Array): Promise<CleanImage> {
  return guarded(bytes, async (format) => {
    const upright = reader(bytes).autoOrient().timeout({ seconds: MAX_SECONDS });
    if (format === "png" || format === "gif") return { bytes: await upright.png().toBuffer(), mime: "image/png" };
    if (format === "webp") return { bytes: await upright.webp({ quality: 88 }).toBuffer(), mime: "image/webp" };
    const flat = upright.flatten({ background: "#ffffff" });
    return { bytes: await flat.jpeg({ quality: 88 }).toBuffer(), mime: "image/jpeg" };
  });
}

/** Pixels that we drew ourselves, four bytes each, as `encodeImage` makes a picture. */
export async function encodePixels(drawn: {
  width: number;
  height: number;
  pixels: Uint8Array;
}): Promise<EncodedImage> {
  const { width, height, pixels } = drawn;
  return encodeImage(
    await sharp(pixels, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
  );
}

async function encode(
  bytes: Uint8Array,
  frame: (image: Sharp, shortest: number) => Sharp,
  smallSide: number,
): Promise<EncodedImage> {
  return guarded(bytes, async (_, shortest) => {
    const upright = reader(bytes).autoOrient().flatten({ background: "#ffffff" });
    const framed = frame(upright, shortest).timeout({ seconds: MAX_SECONDS });
    const large = await framed.webp({ quality: 80 }).toBuffer({ resolveWithObject: true });
    const small = await within(reader(large.data), smallSide).webp({ quality: 76 }).toBuffer();
    return { large: large.data, small, width: large.info.width, height: large.info.height };
  });
}

/** Decodes when its turn has come, and only what its header lets expect. */
async function guarded<Made>(
  bytes: Uint8Array,
  make: (format: Format, shortest: number) => Promise<Made>,
): Promise<Made> {
  const format = imageFormat(bytes);
  if (!format) throw new AppError("invalid", "image_of_another_kind");
  const leave = await enter();
  try {
    return await make(format, await checkHeader(bytes, format));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("invalid", "image_unreadable", { cause: error });
  } finally {
    leave();
  }
}

const reader = (bytes: Uint8Array) =>
  sharp(bytes, { pages: 1, failOn: "error", limitInputPixels: MAX_PIXELS, limitInputChannels: 5 });

const within = (image: Sharp, side: number) =>
  image
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .timeout({ seconds: MAX_SECONDS });

/** Reads the header alone: nothing is decoded for a picture that will be refused. Answers its shorter side. */
async function checkHeader(bytes: Uint8Array, format: Format): Promise<number> {
  const header = await sharp(bytes, { pages: 1, limitInputPixels: false }).metadata();
  const found = header.format === "heif" && header.compression === "av1" ? "avif" : header.format;
  if (found !== format) throw new AppError("invalid", "image_unreadable");
  if (header.width * header.height > MAX_PIXELS) throw new AppError("invalid", "image_too_large");
  return Math.min(header.width, header.height);
}

/** Waits for one of the places at the encoder: decoded pictures are large. Answers how to leave it. */
async function enter(): Promise<() => void> {
  singletons.encoding ??= { places: AT_ONCE, waiting: [] };
  const { encoding } = singletons;
  if (encoding.places > 0) encoding.places--;
  else await new Promise<void>((next) => encoding.waiting.push(next));
  return () => {
    const next = encoding.waiting.shift();
    if (next) next();
    else encoding.places++;
  };
}
