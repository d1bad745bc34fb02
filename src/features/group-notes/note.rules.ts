/** How long a note may be, in characters of its Markdown. */
export const NOTE_LENGTH = 50_000;
export const NOTE_TITLE_LENGTH = 120;
/** Notes in a list, revisions of one. */
export const PAGE_SIZE = 30;

/** The first words of a note, without its marks, for a list. */
export function excerptOf(body: string): string {
  const words = body
    .replace(/^[ \t]*(?:#{1,6}|[-+*>]|\d{1,9}[.)])[ \t]+/gm, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`~]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return words.length > 160 ? `${words.slice(0, 159).trimEnd()}…` : words;
}
