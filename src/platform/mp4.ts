import { AppError } from "@/core/app-error.ts";
import { createByteWalker, type Step, unreadableVideo } from "./byte-walker.ts";
import type { ByteRange } from "./http/byte-range.ts";
import { type Box, boxAt, boxesIn, find } from "./mp4-boxes.ts";
import { type SampleTables, samplesOf } from "./mp4-samples.ts";
import type { Scrubber } from "./videos.ts";

// MP4 and QuickTime (ISO 14496-12): a file is boxes, and boxes within. Those that tell how to play it stay as they are;
// the others become "free" ones full of zeros, of the same length, so that every offset in the file stays true.

const FTYP_BYTES = 512;
/** Where samples are: what a video of 100 MB needs is a few MB. */
const MOOV_BYTES = 8 * 1024 * 1024;
const MOOF_BYTES = 2 * 1024 * 1024;

const BRANDS = /^(?:isom|iso[2-9]|mp4[12]|avc1|M4V |M4VP|MSNV|mmp4|dash|f4v |qt {2})$/;
const CONTAINERS = new Set(["moov", "trak", "mdia", "minf", "stbl", "edts", "dinf", "mvex", "moof", "traf", "gmhd"]);
/** What a player needs of moov and moof; anything else there could tell something, and is blank. */
const PLAYED = new Set(
  `mvhd tkhd mdhd hdlr vmhd smhd nmhd gmin dref stsd stts ctts cslg stsc stsz stz2 stco co64 stss stps sdtp sbgp sgpd
  elst mehd trex mfhd tfhd tfdt trun`.split(/\s+/),
);
/** What may stand beside moov: indexes pass, words do not. */
const PASSING = new Set(["sidx", "ssix", "mfra", "pdin", "styp"]);
const BLANK = new Set(["free", "skip", "wide", "uuid", "meta", "udta", "emsg", "prft"]);

/** Whether a file begins like one: its first box says a brand that is taken. */
export function looksLikeMp4(head: Uint8Array): boolean {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 12)).toString("latin1");
  return text.slice(4, 8) === "ftyp" && BRANDS.test(text.slice(8, 12));
}

export function createMp4Scrubber(): Scrubber {
  const media: ByteRange[] = [];
  const removed: ByteRange[] = [];
  let [seesMoov, seesFragments, hasData, sawFirst] = [false, false, false, false];

  const walker = createByteWalker((held, at): Step => {
    const box = boxAt(held, 0);
    if ("need" in box) return box;
    if (sawFirst !== (box.type !== "ftyp")) throw unreadableVideo(); // first, and once
    sawFirst = true;
    const body = box.size - box.header;
    switch (box.type) {
      case "mdat":
        media.push({ from: at + box.header, to: at + box.size - 1 });
        return { emit: held.subarray(0, box.header), pass: body };
      case "ftyp":
        return whole(held, box, FTYP_BYTES, checkBrands);
      case "moov":
        if (seesMoov) throw unreadableVideo();
        return whole(held, box, MOOV_BYTES, (moov) => {
          seesMoov = true;
          hasData = scrubMoov(moov, removed);
        });
      case "moof":
        seesFragments = true;
        return whole(held, box, MOOF_BYTES, (moof) => scrubWithin(moof, 0, moof.length));
    }
    if (!Number.isFinite(box.size)) throw unreadableVideo();
    if (PASSING.has(box.type)) return { emit: held.subarray(0, box.header), pass: body };
    if (!BLANK.has(box.type)) throw unreadableVideo();
    held.write("free", 4, "latin1");
    return { emit: held.subarray(0, box.header), blank: body };
  });

  return {
    push: walker.push,
    end() {
      const size = walker.end();
      if (!seesMoov || (media.length === 0 && !seesFragments)) throw unreadableVideo();
      // Where fragments tell the places of their samples one by one, those of a track of data are not looked for.
      if (hasData && seesFragments) throw new AppError("invalid", "video_with_data");
      return media.flatMap(({ from, to }) =>
        removed
          .map((range) => ({ from: Math.max(from, range.from), to: Math.min(to, range.to, size - 1) }))
          .filter((range) => range.from <= range.to),
      );
    },
  };
}

/** A box that is read as a whole, and changed in place. */
function whole(held: Buffer, box: Box, most: number, read: (box: Buffer) => void): Step {
  if (box.size > most) throw unreadableVideo();
  if (held.length < box.size) return { need: box.size };
  const own = held.subarray(0, box.size);
  read(own);
  return { emit: own };
}

/** Brands are names of four letters: a page in their place would be read by something else. */
function checkBrands(ftyp: Buffer): void {
  const names = ftyp.subarray(16).toString("latin1");
  if (ftyp.length % 4 !== 0 || !/^(?:[A-Za-z0-9 ]{4}|\0{4})*$/.test(names)) throw unreadableVideo();
}

/** Answers whether it had tracks that are neither picture nor sound: they are taken out, and `removed` says where their samples are. */
function scrubMoov(moov: Buffer, removed: ByteRange[]): boolean {
  let [pictures, data] = [0, false];
  for (const trak of boxesIn(moov, bodyOf(moov), moov.length).filter(({ type }) => type === "trak")) {
    const hdlr = find(moov, trak, ["mdia", "hdlr"]);
    const handler = hdlr && moov.toString("latin1", hdlr.body + 8, hdlr.body + 12);
    if (handler === "vide") pictures++;
    if (handler === "vide" || handler === "soun") continue;
    data = true;
    removed.push(...samplesOf(moov, tablesOf(moov, trak)));
    makeFree(moov, trak);
  }
  if (pictures === 0) throw unreadableVideo();
  scrubWithin(moov, 0, moov.length);
  return data;
}

function tablesOf(moov: Buffer, trak: Box): SampleTables {
  const stbl = find(moov, trak, ["mdia", "minf", "stbl"]);
  if (!stbl) throw unreadableVideo();
  const table = (...types: string[]) => boxesIn(moov, stbl.body, stbl.end).find(({ type }) => types.includes(type));
  return { stsc: table("stsc"), sizes: table("stsz", "stz2"), offsets: table("stco", "co64") };
}

const bodyOf = (buffer: Buffer) => {
  const box = boxAt(buffer, 0);
  if ("need" in box) throw unreadableVideo();
  return box.body;
};

function scrubWithin(buffer: Buffer, from: number, to: number): void {
  for (const box of boxesIn(buffer, from, to)) {
    if (CONTAINERS.has(box.type)) scrubWithin(buffer, box.body, box.end);
    else if (PLAYED.has(box.type)) forget(buffer, box);
    else makeFree(buffer, box);
  }
}

function makeFree(buffer: Buffer, box: Box): void {
  buffer.write("free", box.start + 4, "latin1");
  buffer.fill(0, box.body, box.end);
}

/** What a box that stays says of when and with what it was made: dates, names of programs and makers. */
function forget(buffer: Buffer, { type, body, end }: Box): void {
  const blank = (from: number, to: number) => buffer.fill(0, Math.min(from, end), Math.min(to, end));
  if (["mvhd", "tkhd", "mdhd"].includes(type)) {
    if (end - body < 20) throw unreadableVideo();
    blank(body + 4, body + (buffer[body] === 1 ? 20 : 12));
  }
  if (type === "hdlr") blank(body + 12, end);
  if (type === "stsd")
    for (const entry of boxesIn(buffer, body + 8, end)) {
      const isPicture = entry.end - entry.start >= 86 && buffer.readUInt16BE(entry.start + 32) > 0;
      buffer.fill(0, Math.min(entry.start + 20, entry.end), Math.min(entry.start + 24, entry.end));
      if (isPicture && !SOUNDS.has(entry.type)) buffer.fill(0, entry.start + 50, entry.start + 82);
    }
  if (type === "dref")
    for (const entry of boxesIn(buffer, body + 8, end))
      if (entry.end - entry.body < 4 || (buffer.readUInt32BE(entry.body) & 1) === 0) throw unreadableVideo(); // another file's
}

const SOUNDS = new Set(
  "mp4a alac ac-3 ec-3 Opus fLaC sowt twos lpcm in24 in32 fl32 samr sawb .mp3 ipcm fpcm ulaw alaw".split(" "),
);
