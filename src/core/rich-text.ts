import type { Token, Tokens } from "marked";
import { lex, MAX_DEPTH } from "./rich-text-lexer.ts";
import { webAddress } from "./web-address.ts";

/** A text with its markup understood: plain JSON, and nothing in it but what is listed here. */
export type RichText = readonly RichBlock[];
export type RichBlock =
  | { type: "paragraph"; children: RichInline[] }
  | { type: "heading"; level: 2 | 3; children: RichInline[] }
  | { type: "list"; start: number | null; items: RichBlock[][] }
  | { type: "quote"; children: RichBlock[] }
  | { type: "code"; text: string };
export type RichInline =
  | string
  | { type: "strong" | "em"; children: RichInline[] }
  | { type: "link"; href: string; children: RichInline[] }
  | { type: "code"; text: string }
  | { type: "break" }
  | { type: "citation"; seq: number }
  /** "@Nadia Belkacem": never read in a text, set where somebody who may open it reads. */
  | { type: "mention"; label: string; href: string };

export type RichTextOptions = {
  /** "#12" and "n° 12" are citations of the contribution with that number. */
  cites?: boolean;
  /** Headings stay headings; otherwise they are paragraphs in bold. */
  headings?: boolean;
};

const MARKUP = /[*_`[\]<>\\@]|https?:|www\.|~~~|^[ \t]*(?:#{1,6}|[-+]|\d{1,9}[.)])[ \t]/im;
const ESCAPED = /\\[!-/:-@[-`{-~]/;
const CITATION = /(?<![\p{L}\p{N}&#/_])(?:#|n[°º]\s?)([1-9]\d{0,6})(?![\p{L}\p{N}])/giu;

/** Pieces that a text may be made of, and one more for so many characters: a page of texts cut finer took a second. */
const SIZE_MIN = 100;
const SIZE_PER = 20;
const ITEM = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]/gm;

/** Blocks, items and marked words of a text: what a screen draws one by one. */
function sizeOf(pieces: readonly (RichBlock | RichInline)[]): number {
  return pieces.reduce<number>((size, piece) => {
    if (typeof piece === "string") return size;
    if (piece.type === "list") return size + piece.items.reduce((sum, item) => sum + 1 + sizeOf(item), 1);
    return size + 1 + ("children" in piece ? sizeOf(piece.children) : 0);
  }, 0);
}

/** Reads the little Markdown that texts may hold, or null when there is none: such a text is shown as it is. */
export function richText(source: string, options: RichTextOptions = {}): RichText | null {
  if (!MARKUP.test(source) && !(options.cites && source.search(CITATION) >= 0)) return null;
  const most = SIZE_MIN + source.length / SIZE_PER;
  // An item and its words are two: what is all items need not be read to be refused.
  const tokens = 2 * (source.match(ITEM)?.length ?? 0) > most ? null : lex(source);
  if (!tokens) return null;
  const rich = blocks(tokens, options, 0);
  if (sizeOf(rich) > most) return null;
  return rich.some(isMarked) || ESCAPED.test(source) ? rich : null;
}

/** The numbers of the contributions that a text cites, each once. */
export function citedIn(source: string): number[] {
  const cited = new Set<number>();
  eachInline(richText(source, { cites: true, headings: true }), (inline) => {
    if (inline.type === "citation") cited.add(inline.seq);
  });
  return [...cited];
}

/** How many links a text shows, however they are written. */
export function linksIn(source: string): number {
  let links = 0;
  eachInline(richText(source), ({ type }) => {
    if (type === "link") links++;
  });
  return links;
}

function eachInline(text: RichText | null, tell: (inline: Exclude<RichInline, string>) => void): void {
  const read = (inline: RichInline) => {
    if (typeof inline === "string") return;
    tell(inline);
    if ("children" in inline) inline.children.forEach(read);
  };
  const visit = (block: RichBlock): void => {
    if (block.type === "list") block.items.flat().forEach(visit);
    else if (block.type === "quote") block.children.forEach(visit);
    else if (block.type !== "code") block.children.forEach(read);
  };
  text?.forEach(visit);
}

const isMarked = (block: RichBlock) =>
  block.type !== "paragraph" || block.children.some((inline) => typeof inline !== "string" && inline.type !== "break");

const paragraph = (children: RichInline[]): RichBlock[] =>
  children.length > 0 ? [{ type: "paragraph", children }] : [];

function blocks(tokens: readonly Token[], options: RichTextOptions, depth: number): RichBlock[] {
  return tokens.flatMap((token): RichBlock[] => {
    if (depth >= MAX_DEPTH && (token.type === "list" || token.type === "blockquote"))
      return paragraph(words(token.raw.trim()));
    switch (token.type) {
      case "space":
      case "checkbox":
        return [];
      case "paragraph":
      case "text":
        return paragraph(token.tokens ? inlines(token.tokens, options) : words(token.raw, options));
      case "heading": {
        const children = inlines(token.tokens ?? [], options);
        if (children.length === 0) return paragraph([token.raw.trim()]);
        if (!options.headings) return paragraph([{ type: "strong", children }]);
        return [{ type: "heading", level: token.depth <= 2 ? 2 : 3, children }];
      }
      case "blockquote":
        return [{ type: "quote", children: blocks(token.tokens ?? [], options, depth + 1) }];
      case "list": {
        const { ordered, start, items } = token as Tokens.List;
        return [
          {
            type: "list",
            start: ordered ? Number(start) : null,
            items: items.map(({ tokens }) => withBox(tokens[0], blocks(tokens, options, depth + 1))),
          },
        ];
      }
      case "code":
        return [{ type: "code", text: token.text }];
      default:
        return paragraph(words(token.raw.trim()));
    }
  });
}

/** The box in front of a task, as it was typed. */
function withBox(box: Token | undefined, [first, ...rest]: RichBlock[]): RichBlock[] {
  if (box?.type !== "checkbox") return first ? [first, ...rest] : [];
  if (first?.type === "paragraph") return [{ ...first, children: [box.raw, ...first.children] }, ...rest];
  return [...paragraph([box.raw]), ...(first ? [first, ...rest] : [])];
}

function inlines(tokens: readonly Token[], options: RichTextOptions, depth = 0, inLink = false): RichInline[] {
  const found = tokens.flatMap((token): RichInline[] => {
    switch (token.type) {
      case "text":
        return token.tokens ? inlines(token.tokens, options, depth, inLink) : words(token.raw, inLink ? {} : options);
      case "escape":
        return [token.text];
      case "strong":
      case "em":
        if (depth >= MAX_DEPTH) return words(token.raw);
        return [{ type: token.type, children: inlines(token.tokens ?? [], options, depth + 1, inLink) }];
      case "codespan":
        return [{ type: "code", text: token.text }];
      case "br":
        return [{ type: "break" }];
      case "link": {
        const href = inLink ? null : webAddress(token.href);
        if (!href) return inlines(token.tokens ?? [], options, depth, inLink);
        const children = inlines(token.tokens ?? [], {}, depth, true);
        return [{ type: "link", href, children: children.length > 0 ? children : [token.href] }];
      }
      case "image": {
        const alt = words(token.text);
        const href = inLink ? null : webAddress(token.href);
        return href ? [{ type: "link", href, children: alt.length > 0 ? alt : [token.href] }] : alt;
      }
      default:
        return words(token.raw);
    }
  });
  return found.reduce<RichInline[]>((merged, inline) => {
    const last = merged.at(-1);
    if (typeof inline === "string" && typeof last === "string") merged[merged.length - 1] = last + inline;
    else if (inline !== "") merged.push(inline);
    return merged;
  }, []);
}

/** A text's lines, and its citations where they count. */
function words(text: string, options: RichTextOptions = {}): RichInline[] {
  return text.split("\n").flatMap((line, index): RichInline[] => {
    const begun: RichInline[] = index > 0 ? [{ type: "break" }] : [];
    return [...begun, ...(options.cites ? withCitations(line) : [line])].filter((inline) => inline !== "");
  });
}

function withCitations(line: string): RichInline[] {
  return line.split(CITATION).map((part, index) => (index % 2 === 1 ? { type: "citation", seq: Number(part) } : part));
}
