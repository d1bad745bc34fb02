/** What somebody says in a debate: for, against, neither, or to the one who spoke before. */
export type Voice = {
  side: "pour" | "contre" | "neutre";
  /** How much others agree with it, from 0 to 9. */
  liked: number;
  /** Whom the words let hear: a woman, a man, either. */
  heard?: "f" | "m";
  body: string;
  /** What it said before it was edited. */
  was?: string;
  /** Who of the cast says it. */
  by?: string;
  /** A name by which other texts cite it: "#name" becomes its number. */
  tag?: string;
  replies: Reply[];
};
export type Reply = { body: string; heard?: "f" | "m"; sameAuthor: boolean };

const sides = { "+": "pour", "-": "contre", "=": "neutre" } as const;
const OPENING = /^([+=@-])(\d?)([fm]?)(!?) /;

/**
 * Reads voices, one a paragraph: "+8 words" for, "-3f words" a woman against, "=5 words" neither, "@ words" a reply
 * to the voice above, "@! words" its author's reply. " / " breaks a line, " // " a paragraph.
 * Lines "was: …", "by: …" and "tag: …" may follow.
 */
export function tale(text: string): Voice[] {
  const told: Voice[] = [];
  for (const paragraph of text.trim().split(/\n\n+/)) {
    const [, sign = "", liked, heard, same] = OPENING.exec(paragraph) ?? [];
    if (!sign) throw new Error(`a voice begins by its side: ${paragraph}`);
    const { body, ...marks } = marksOf(paragraph.replace(OPENING, ""));
    const said = { body: typeset(body), ...(heard && { heard: heard as "f" | "m" }) };
    if (sign === "@") told.at(-1)?.replies.push({ ...said, sameAuthor: same === "!" });
    else told.push({ ...said, ...marks, side: sides[sign as keyof typeof sides], liked: Number(liked), replies: [] });
  }
  return told;
}

function marksOf(paragraph: string): { body: string; was?: string; by?: string; tag?: string } {
  const lines = paragraph.split("\n");
  const mark = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const [was, by, tag] = [mark("was"), mark("by"), mark("tag")];
  return {
    body: lines.filter((line) => !/^(was|by|tag): /.test(line)).join(" "),
    ...(was && { was: typeset(was) }),
    ...(by && { by }),
    ...(tag && { tag }),
  };
}

/** French typography as phones type it: unbreakable spaces before high signs and inside « », between digits. */
export function typeset(text: string): string {
  return text
    .replaceAll("\u00a0", " ")
    .replaceAll("\u202f", " ")
    .replaceAll(" // ", "\n\n")
    .replaceAll(" / ", "\n")
    .replace(/ ([?!;])/g, "\u202f$1")
    .replace(/ ([:»%€])/g, "\u00a0$1")
    .replace(/« /g, "«\u00a0")
    .replace(/(\d) (?=\d{3}\b|h\b|km\b)/g, "$1\u00a0");
}
