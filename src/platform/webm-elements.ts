import { unreadableVideo } from "./byte-walker.ts";

/** An element of a WebM file; a size that is not said (of a recording on its way) is Infinity. */
export type Element = { id: number; start: number; header: number; body: number; end: number; size: number };

const ID_BYTES = 4;
const SIZE_BYTES = 8;

/** How many bytes a number takes, by its first one. */
function lengthOf(first: number, most: number): number {
  const length = Math.clz32(first) - 23;
  if (first === 0 || length > most) throw unreadableVideo();
  return length;
}

/** The element that begins here, or how many bytes it takes to know. */
export function elementAt(buffer: Buffer, start: number): Element | { need: number } {
  if (buffer.length <= start) return { need: start + 1 };
  const idLength = lengthOf(buffer[start] ?? 0, ID_BYTES);
  const sizeAt = start + idLength;
  if (buffer.length <= sizeAt) return { need: sizeAt + 1 };
  const sizeLength = lengthOf(buffer[sizeAt] ?? 0, SIZE_BYTES);
  const body = sizeAt + sizeLength;
  if (buffer.length < body) return { need: body };
  const id = buffer.readUIntBE(start, idLength);
  let size = (buffer[sizeAt] ?? 0) & (0xff >> sizeLength);
  let unknown = size === 0xff >> sizeLength;
  for (let at = sizeAt + 1; at < body; at++) {
    const byte = buffer[at] ?? 0;
    unknown &&= byte === 0xff;
    size = size * 256 + byte;
  }
  if (unknown) size = Number.POSITIVE_INFINITY;
  else if (!Number.isSafeInteger(size)) throw unreadableVideo();
  return { id, start, header: body - start, body, end: body + size, size };
}

/** The elements that fill this part, from its first byte to its last. */
export function elementsIn(buffer: Buffer, from: number, to: number): Element[] {
  const elements: Element[] = [];
  for (let at = from; at < to; ) {
    const element = elementAt(buffer, at);
    if ("need" in element || element.end > to) throw unreadableVideo();
    elements.push(element);
    at = element.end;
  }
  return elements;
}

/** The head of a Void element as long as this one's, for as many bytes in all: the rest of it is zeros. */
export function voidHead({ header, size }: Pick<Element, "header" | "size">): Buffer {
  const head = Buffer.alloc(header);
  const width = Math.min(SIZE_BYTES, header - 1);
  head[0] = 0xec;
  let left = header + size - 1 - width;
  for (let at = width; at > 0; at--) {
    head[at] = left % 256;
    left = Math.floor(left / 256);
  }
  head[1] = (head[1] ?? 0) | (0x80 >> (width - 1));
  return head;
}

export function makeVoid(buffer: Buffer, element: Element): void {
  voidHead(element).copy(buffer, element.start);
  buffer.fill(0, element.body, element.end);
}
