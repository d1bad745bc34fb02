/** What a file may weigh that somebody gives to a group or sends with a message. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;
/** Characters of its name. */
export const FILE_NAME_LENGTH = 150;

const OOXML = "application/vnd.openxmlformats-officedocument";
const ODF = "application/vnd.oasis.opendocument";

/** The types that are taken: what a screen calls them, and the ends that their names may have, the usual one first. */
export const fileTypes = {
  "image/jpeg": { kind: "image", word: "Image", ends: ["jpg", "jpeg"] },
  "image/png": { kind: "image", word: "Image", ends: ["png"] },
  "image/webp": { kind: "image", word: "Image", ends: ["webp"] },
  "application/pdf": { kind: "pdf", word: "PDF", ends: ["pdf"] },
  [`${OOXML}.wordprocessingml.document`]: { kind: "document", word: "Document", ends: ["docx"] },
  [`${OOXML}.spreadsheetml.sheet`]: { kind: "sheet", word: "Tableur", ends: ["xlsx"] },
  [`${OOXML}.presentationml.presentation`]: { kind: "slides", word: "Présentation", ends: ["pptx"] },
  [`${ODF}.text`]: { kind: "document", word: "Document", ends: ["odt"] },
  [`${ODF}.spreadsheet`]: { kind: "sheet", word: "Tableur", ends: ["ods"] },
  [`${ODF}.presentation`]: { kind: "slides", word: "Présentation", ends: ["odp"] },
  [`${ODF}.graphics`]: { kind: "document", word: "Dessin", ends: ["odg"] },
  "text/csv": { kind: "sheet", word: "Tableau CSV", ends: ["csv"] },
  "text/plain": { kind: "document", word: "Texte", ends: ["txt", "md"] },
} as const satisfies Record<string, { kind: string; word: string; ends: readonly string[] }>;
export type FileMime = keyof typeof fileTypes;
export type FileKind = (typeof fileTypes)[FileMime]["kind"];
export const fileMimes = Object.keys(fileTypes) as FileMime[];

/** What a form proposes to choose among. */
export const ACCEPTED =
  "image/jpeg,image/png,image/webp,image/avif,image/gif,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.odg,.csv,.txt,.md";

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/** The name that a file is kept under: one line, no folder, and an end that says what the file is, whatever it was called. */
export function keptName(sent: string, mime: FileMime): string {
  const { ends } = fileTypes[mime];
  const tidy = sent
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(/[/\\:*?"<>|]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
  const dot = tidy.lastIndexOf(".");
  const end = dot > 0 ? tidy.slice(dot + 1).toLowerCase() : "";
  const isKnown = (ends as readonly string[]).includes(end);
  // An end that is none of a file's, "Compte rendu du 12.11", belongs to the name.
  const stem = (isKnown || (/^[a-z\d]{1,5}$/.test(end) && !/^\d+$/.test(end)) ? tidy.slice(0, dot) : tidy)
    .replace(/^\.+/, "")
    .trim();
  const kept = isKnown ? end : ends[0];
  return `${[...(stem || "fichier")].slice(0, FILE_NAME_LENGTH - kept.length - 1).join("")}.${kept}`;
}

/** "340 ko", "1,2 Mo". */
export function sizeWords(bytes: number): string {
  const spaced = (value: number, unit: string) =>
    `${value.toLocaleString("fr-FR", { maximumFractionDigits: value < 10 ? 1 : 0 })}\u00a0${unit}`;
  if (bytes < 1000) return spaced(bytes, bytes > 1 ? "octets" : "octet");
  return bytes < 950_000 ? spaced(bytes / 1000, "ko") : spaced(bytes / 1_000_000, "Mo");
}
