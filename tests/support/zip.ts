import { crc32, deflateRawSync } from "node:zlib";

export type ZipPart = { name: string; text?: string; stored?: boolean; flags?: number };

/** A ZIP container of these parts, as office programs write it. */
export function zipOf(parts: readonly ZipPart[], { comment = "" }: { comment?: string } = {}): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, text = "", stored = false, flags = 0 } of parts) {
    const [raw, path] = [Buffer.from(text), Buffer.from(name)];
    const packed = stored ? raw : deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(raw.length, 18);
    common.writeUInt16LE(path.length, 22);
    bodies.push(Buffer.from("PK\x03\x04", "latin1"), common, path, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, place, path);
    offset += 30 + path.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...bodies, listed, end, Buffer.from(comment, "latin1")]);
}

const TYPES = '<Types><Override PartName="/word/document.xml" ContentType="application/xml"/></Types>';

/** A Word document, with what else it holds. */
export const docxOf = (...more: ZipPart[]): Buffer =>
  zipOf([
    { name: "[Content_Types].xml", text: TYPES },
    { name: "_rels/.rels", text: "<Relationships/>" },
    { name: "word/document.xml", text: "<w:document/>" },
    ...more,
  ]);

/** A text of LibreOffice, with what else it holds. */
export const odtOf = (...more: ZipPart[]): Buffer =>
  zipOf([
    { name: "mimetype", text: "application/vnd.oasis.opendocument.text", stored: true },
    { name: "content.xml", text: "<office:document-content/>" },
    ...more,
  ]);
