import { unreadableVideo } from "./byte-walker.ts";

/** A box of an MP4 file: where it begins, where its body does, where it ends. */
export type Box = { type: string; start: number; header: number; body: number; end: number; size: number };

/** The box that begins here, or how many bytes it takes to know. A size of 0 is the rest of the file: Infinity. */
export function boxAt(buffer: Buffer, start: number): Box | { need: number } {
  if (buffer.length < start + 8) return { need: start + 8 };
  const short = buffer.readUInt32BE(start);
  const header = short === 1 ? 16 : 8;
  if (buffer.length < start + header) return { need: start + header };
  const size = short === 1 ? Number(buffer.readBigUInt64BE(start + 8)) : short === 0 ? Number.POSITIVE_INFINITY : short;
  if (size < header || (!Number.isSafeInteger(size) && size !== Number.POSITIVE_INFINITY)) throw unreadableVideo();
  const type = buffer.toString("latin1", start + 4, start + 8);
  return { type, start, header, body: start + header, end: start + size, size };
}

/** The boxes that fill this part, from its first byte to its last. */
export function boxesIn(buffer: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at < to; ) {
    const box = boxAt(buffer, at);
    if ("need" in box || box.end > to) throw unreadableVideo();
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

/** The box at the end of a way down, or undefined. */
export function find(buffer: Buffer, from: Box, way: readonly string[]): Box | undefined {
  let box: Box | undefined = from;
  for (const type of way) {
    if (!box) return undefined;
    box = boxesIn(buffer, box.body, box.end).find((one) => one.type === type);
  }
  return box;
}
