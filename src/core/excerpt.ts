/** The first words of a text with markup, without its marks, on one line: at most `max` characters. */
export function excerptOf(body: string, max: number): string {
  const words = body
    .slice(0, max * 8)
    .replace(/^[ \t]*(?:#{1,6}|[-+*>]|\d{1,9}[.)])[ \t]+/gm, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`~]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return words.length > max ? `${words.slice(0, max - 1).trimEnd()}…` : words;
}
