import { inflateRawSync } from "node:zlib";

/** An entry of a ZIP container, as its central directory has it. */
export type ZipEntry = { name: string; method: number; flags: number; packed: number; size: number; offset: number };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;
const ENTRIES_MAX = 10_000;
/** What one entry may become when it is read here: lists and settings, never a document. */
const READ_MAX = 4 * 1024 * 1024;

/**
 * The entries of a ZIP container that is one from its first byte to its last; null for anything else: something before or
 * behind it, an entry that stands twice or outside, encrypted, more than office documents have.
 */
export function zipEntries(bytes: Buffer): ZipEntry[] | null {
  const end = endOf(bytes);
  if (end === null || bytes.length < 4 || bytes.readUInt32LE(0) !== LOCAL) return null;
  const [count, start] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)];
  if (count === 0 || count > ENTRIES_MAX || start + bytes.readUInt32LE(end + 12) !== end) return null;
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = start;
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) return null;
    const length = bytes.readUInt16LE(at + 28);
    const next = at + 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (next > end) return null;
    const name = bytes.toString("utf8", at + 46, at + 46 + length);
    const entry: ZipEntry = {
      name,
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    const known = name.toLowerCase();
    if (names.has(known) || /^[/\\]|\\|\0|(?:^|\/)\.\.(?:\/|$)/.test(name) || entry.flags & ENCRYPTED) return null;
    names.add(known);
    entries.push(entry);
    at = next;
  }
  return at === end ? entries : null;
}

/** Where the end of the central directory begins: with its comment it reaches the last byte. */
function endOf(bytes: Buffer): number | null {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 0xffff; at--)
    if (bytes.readUInt32LE(at) === END) return at + 22 + bytes.readUInt16LE(at + 20) === bytes.length ? at : null;
  return null;
}

/** What a small entry says; null when it is packed otherwise, larger than we read, or broken. */
export function readEntry(bytes: Buffer, { offset, method, packed }: ZipEntry): string | null {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) return null;
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const raw = bytes.subarray(start, start + packed);
  if (raw.length !== packed || packed > READ_MAX) return null;
  if (method === 0) return raw.toString("utf8");
  if (method !== 8) return null;
  try {
    return inflateRawSync(raw, { maxOutputLength: READ_MAX }).toString("utf8");
  } catch {
    return null;
  }
}
