import { AppError } from "@/core/app-error.ts";
import { createByteWalker, type Step, unreadableVideo } from "./byte-walker.ts";
import type { Scrubber } from "./videos.ts";
import { type Element, elementAt, elementsIn, makeVoid, voidHead } from "./webm-elements.ts";

// WebM (RFC 8794, RFC 9559): a file is elements, and elements within. What tells how to play it stays as it is; tags,
// attachments, chapters, titles and dates become Void ones full of zeros, of the same length.

const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const VOID = 0xec;
const CRC = 0xbf;
const [SEEK_HEAD, INFO, TRACKS, CUES, CLUSTER] = [0x114d9b74, 0x1549a966, 0x1654ae6b, 0x1c53bb6b, 0x1f43b675];
/** Attachments, chapters, tags. */
const TELLING = new Set([0x1941a469, 0x1043a770, 0x1254c367, VOID, CRC]);
const LEVEL_ONE = new Set([SEEK_HEAD, INFO, TRACKS, CUES, CLUSTER, ...TELLING]);
/** Of a cluster: timestamp, blocks, position, size before it, silent tracks. */
const OF_CLUSTER = new Set([0xe7, 0xa3, 0xa0, 0xa7, 0xab, 0x5854, VOID, CRC]);
const OF_HEADER = new Set([0x4286, 0x42f7, 0x42f2, 0x42f3, 0x4282, 0x4287, 0x4285, VOID, CRC]);
const DOC_TYPE = 0x4282;
/** Of the information: scale of time, duration. The programs that made it must be named: by nothing. */
const OF_INFO = new Set([0x2ad7b1, 0x4489]);
const PROGRAMS = new Set([0x4d80, 0x5741]);
const TRACK = 0xae;
const TRACK_TYPE = 0x83;
/** Of a track, what plays it; not its name. */
const OF_TRACK = new Set([
  ...[0xd7, 0x73c5, TRACK_TYPE, 0xb9, 0x88, 0x55aa, 0x9c, 0x6de7, 0x6df8, 0x23e383, 0x234e7a, 0x23314f, 0x55ee, 0x41e4],
  ...[0x22b59c, 0x22b59d, 0x86, 0x63a2, 0x56aa, 0x56bb, 0xe0, 0xe1, 0xaa, 0xe2, 0x6d80],
]);

const HEADER_BYTES = 256;
const MOST_BYTES = new Map([
  [SEEK_HEAD, 64 * 1024],
  [INFO, 64 * 1024],
  [TRACKS, 1024 * 1024],
  [CUES, 4 * 1024 * 1024],
]);

/** Whether a file begins like one: an EBML header that says "webm". */
export function looksLikeWebm(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, HEADER_BYTES));
  return bytes.length > 4 && bytes.readUInt32BE(0) === EBML && bytes.includes("\x42\x82\x84webm", 0, "latin1");
}

export function createWebmScrubber(): Scrubber {
  let segment: { end: number } | null = null;
  let cluster: { end: number } | null = null;
  let [begun, clusters, pictures] = [false, 0, 0];

  const walker = createByteWalker((held, at): Step => {
    const element = elementAt(held, 0);
    if ("need" in element) return element;
    const { id, header, size } = element;
    if (!begun) {
      if (id !== EBML) throw unreadableVideo();
      return whole(held, element, HEADER_BYTES, (own) => {
        begun = true;
        checkHeader(own, header);
      });
    }
    if (!segment) {
      if (id !== SEGMENT) throw unreadableVideo();
      segment = { end: at + header + size };
      return { emit: held.subarray(0, header) };
    }
    if (at + header > segment.end || (Number.isFinite(size) && at + header + size > segment.end))
      throw unreadableVideo();
    if (
      cluster &&
      (at >= cluster.end || (cluster.end === Number.POSITIVE_INFINITY && LEVEL_ONE.has(id) && !OF_CLUSTER.has(id)))
    )
      cluster = null;
    if (cluster) return inCluster(held, element, at, cluster.end);
    if (id === CLUSTER) {
      clusters++;
      cluster = { end: at + header + size };
      return { emit: held.subarray(0, header) };
    }
    if (!LEVEL_ONE.has(id) || !Number.isFinite(size)) throw unreadableVideo();
    if (TELLING.has(id)) return { emit: voidHead(element), blank: size };
    if (size > (MOST_BYTES.get(id) ?? 0)) throw unreadableVideo();
    if (id === INFO) return whole(held, element, MOST_BYTES.get(INFO) ?? 0, (own) => scrubInfo(own, header));
    if (id === TRACKS)
      return whole(held, element, MOST_BYTES.get(TRACKS) ?? 0, (own) => {
        pictures += scrubTracks(own, header);
      });
    return { emit: held.subarray(0, header), pass: size };
  });

  return {
    push: walker.push,
    end() {
      const size = walker.end();
      const isWhole = segment && (segment.end === Number.POSITIVE_INFINITY || segment.end === size);
      const cut = cluster && cluster.end !== Number.POSITIVE_INFINITY && cluster.end > size;
      if (!isWhole || cut || clusters === 0 || pictures === 0) throw unreadableVideo();
      return [];
    },
  };
}

function inCluster(held: Buffer, element: Element, at: number, end: number): Step {
  const { id, header, size } = element;
  if (!OF_CLUSTER.has(id) || !Number.isFinite(size) || at + header + size > end) throw unreadableVideo();
  if (id === VOID || id === CRC) return { emit: voidHead(element), blank: size };
  return { emit: held.subarray(0, header), pass: size };
}

/** An element that is read as a whole, and changed in place. */
function whole(held: Buffer, { header, size }: Element, most: number, read: (own: Buffer) => void): Step {
  if (!(size <= most)) throw unreadableVideo();
  if (held.length < header + size) return { need: header + size };
  const own = held.subarray(0, header + size);
  read(own);
  return { emit: own };
}

function checkHeader(own: Buffer, from: number): void {
  const elements = elementsIn(own, from, own.length);
  const type = elements.find(({ id }) => id === DOC_TYPE);
  if (!type || own.toString("latin1", type.body, type.end) !== "webm") throw unreadableVideo();
  if (elements.some(({ id }) => !OF_HEADER.has(id))) throw unreadableVideo();
  for (const element of elements) if (element.id === VOID || element.id === CRC) makeVoid(own, element);
}

function scrubInfo(own: Buffer, from: number): void {
  for (const element of elementsIn(own, from, own.length)) {
    if (PROGRAMS.has(element.id)) own.fill(0, element.body, element.end);
    else if (!OF_INFO.has(element.id)) makeVoid(own, element);
  }
}

/** Answers how many of the tracks are pictures. */
function scrubTracks(own: Buffer, from: number): number {
  let pictures = 0;
  for (const track of elementsIn(own, from, own.length)) {
    if (track.id !== TRACK) {
      makeVoid(own, track);
      continue;
    }
    const parts = elementsIn(own, track.body, track.end);
    const type = parts.find(({ id }) => id === TRACK_TYPE);
    const kind = type && type.end - type.body === 1 ? own[type.body] : undefined;
    if (kind !== 1 && kind !== 2) throw new AppError("invalid", "video_with_data");
    if (kind === 1) pictures++;
    for (const part of parts) if (!OF_TRACK.has(part.id)) makeVoid(own, part);
  }
  return pictures;
}
