import { unreadableVideo } from "./byte-walker.ts";
import type { ByteRange } from "./http/byte-range.ts";
import type { Box } from "./mp4-boxes.ts";

/** The tables of a track that say where its samples are. */
export type SampleTables = { stsc: Box | undefined; sizes: Box | undefined; offsets: Box | undefined };

/** Where in the file the samples of a track are, chunk by chunk. */
export function samplesOf(buffer: Buffer, { stsc, sizes, offsets }: SampleTables): ByteRange[] {
  if (!stsc || !sizes || !offsets) throw unreadableVideo();
  const [runs, places] = [runsOf(buffer, stsc), placesOf(buffer, offsets)];
  const bytesOf = sizesOf(buffer, sizes);
  const ranges: ByteRange[] = [];
  let [run, sample] = [0, 0];
  for (const [index, from] of places.entries()) {
    while (run + 1 < runs.length && (runs[run + 1]?.firstChunk ?? 0) <= index + 1) run++;
    const samples = runs[run]?.samples ?? 0;
    const bytes = bytesOf(sample, samples);
    sample += samples;
    if (bytes > 0) ranges.push({ from, to: from + bytes - 1 });
  }
  return ranges;
}

/** How many entries of `width` bytes stand behind this place: no more than there is room for. */
function countAt(buffer: Buffer, at: number, entries: number, width: number, end: number): number {
  const count = at + 4 <= end ? buffer.readUInt32BE(at) : Number.NaN;
  if (!(entries + count * width <= end)) throw unreadableVideo();
  return count;
}

function runsOf(buffer: Buffer, { body, end }: Box): { firstChunk: number; samples: number }[] {
  const count = countAt(buffer, body + 4, body + 8, 12, end);
  return Array.from({ length: count }, (_, n) => ({
    firstChunk: buffer.readUInt32BE(body + 8 + n * 12),
    samples: buffer.readUInt32BE(body + 12 + n * 12),
  }));
}

function placesOf(buffer: Buffer, { type, body, end }: Box): number[] {
  const width = type === "co64" ? 8 : 4;
  const count = countAt(buffer, body + 4, body + 8, width, end);
  return Array.from({ length: count }, (_, n) =>
    width === 8 ? Number(buffer.readBigUInt64BE(body + 8 + n * 8)) : buffer.readUInt32BE(body + 8 + n * 4),
  );
}

/** How many bytes some samples take, from one of them on. */
function sizesOf(buffer: Buffer, { type, body, end }: Box): (from: number, samples: number) => number {
  if (body + 12 > end) throw unreadableVideo();
  const same = type === "stsz" ? buffer.readUInt32BE(body + 4) : 0;
  if (same > 0) return (_, samples) => samples * same;
  const bits = type === "stsz" ? 32 : (buffer[body + 7] ?? 0);
  if (![4, 8, 16, 32].includes(bits)) throw unreadableVideo();
  const count = countAt(buffer, body + 8, body + 12, bits / 8, end + (bits === 4 ? 0.5 : 0));
  const sizeOf = (n: number) => {
    if (bits === 32) return buffer.readUInt32BE(body + 12 + n * 4);
    if (bits === 16) return buffer.readUInt16BE(body + 12 + n * 2);
    if (bits === 8) return buffer[body + 12 + n] ?? 0;
    const two = buffer[body + 12 + (n >> 1)] ?? 0;
    return n % 2 === 0 ? two >> 4 : two & 15;
  };
  return (from, samples) => {
    let bytes = 0;
    for (let n = from; n < Math.min(from + samples, count); n++) bytes += sizeOf(n);
    return bytes;
  };
}
