import { readEntry, type ZipEntry, zipEntries } from "./zip-entries.ts";

const OOXML = "application/vnd.openxmlformats-officedocument";
const ODF = "application/vnd.oasis.opendocument";

/** Office documents in a ZIP container, by the part that makes them what they are. */
const ooxml = [
  { part: "word/document.xml", mime: `${OOXML}.wordprocessingml.document` },
  { part: "xl/workbook.xml", mime: `${OOXML}.spreadsheetml.sheet` },
  { part: "ppt/presentation.xml", mime: `${OOXML}.presentationml.presentation` },
] as const;
const odf = [`${ODF}.text`, `${ODF}.spreadsheet`, `${ODF}.presentation`, `${ODF}.graphics`] as const;

export type OfficeMime = (typeof ooxml)[number]["mime"] | (typeof odf)[number];
export type Office = { mime: OfficeMime } | "macros" | null;

/** Programs, and what runs them: in Word, Excel and PowerPoint, in LibreOffice. */
const PROGRAM = /(?:^|\/)(?:vbaproject\.bin|vbadata\.xml|activex\/|macrosheets\/|customui\/)|^(?:basic|scripts)\//i;
/** A template that is fetched from elsewhere when the document is opened brings its programs along. */
const FETCHED =
  /attachedTemplate[^>]*TargetMode\s*=\s*["']External|TargetMode\s*=\s*["']External["'][^>]*attachedTemplate/i;

/** What office document a file is; "macros" for one that holds or fetches programs; null for any other file. */
export function officeOf(bytes: Buffer): Office {
  const entries = zipEntries(bytes);
  if (!entries) return null;
  const find = (name: string) => entries.find((entry) => entry.name === name);
  const read = (entry: ZipEntry | undefined) => (entry ? readEntry(bytes, entry) : null);
  const runs = entries.some(({ name }) => PROGRAM.test(name));
  const kind = odfOf(entries, read);
  if (kind) return runs ? "macros" : { mime: kind };
  const types = read(find("[Content_Types].xml"));
  const found = types === null ? [] : ooxml.filter(({ part }) => find(part));
  const [document] = found;
  if (types === null || !document || found.length > 1) return null;
  const links = entries.filter(({ name }) => /^(?:word|xl|ppt)\/_rels\/[^/]+\.rels$/i.test(name)).map(read);
  if (links.includes(null)) return null;
  if (runs || /macroEnabled|vbaProject/i.test(types) || links.some((link) => FETCHED.test(link ?? ""))) return "macros";
  return { mime: document.mime };
}

/** LibreOffice says what it is in its first entry, as it stands. */
function odfOf(entries: readonly ZipEntry[], read: (entry: ZipEntry) => string | null) {
  const [first] = [...entries].sort((a, b) => a.offset - b.offset);
  if (first?.name !== "mimetype" || first.method !== 0 || !entries.some(({ name }) => name === "content.xml"))
    return null;
  const said = read(first);
  return odf.find((mime) => mime === said) ?? null;
}
