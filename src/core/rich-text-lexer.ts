import { getDefaults, Lexer, type Token, Tokenizer, type Tokens } from "marked";

/** Quotes and lists inside one another, at most. */
export const MAX_DEPTH = 6;
const MAX_INDENT = 2 * MAX_DEPTH;
/** Signs of emphasis that one paragraph may hold: beyond, they are just signs. */
const MAX_EMPHASES = 300;
/** Brackets, backquotes and escapes that a text may hold: beyond, it is no text. */
const MAX_SIGNS = 500;
/** Looking for e-mail addresses is quadratic in the length of a word; nobody's words are as long as this. */
const MAX_WORD = 1_000;
const MAX_LENGTH = 50_000;

const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const CONTAINER = /[ \t]*(?:>|[-+*]|\d{1,9}[.)])/g;

/**
 * marked's own grammar without what we do not show: raw HTML, tables, references, strikethrough, and two that
 * surprise those who never heard of Markdown (a line under a line, four spaces).
 * The lexer recurses and its emphasis is cubic: what a text may ask of it is bounded here.
 */
class OurTokenizer extends Tokenizer {
  #counted = "";
  #overdone = false;

  override code = () => undefined;
  override html = () => undefined;
  override tag = () => undefined;
  override def = () => undefined;
  override table = () => undefined;
  override lheading = () => undefined;
  override reflink = () => undefined;
  override del = () => undefined;

  override emStrong(src: string, masked: string, before?: string): Tokens.Em | Tokens.Strong | undefined {
    if (masked !== this.#counted) {
      this.#counted = masked;
      this.#overdone = isMoreThan(MAX_EMPHASES, masked, /[*_]/g);
    }
    return this.#overdone ? undefined : super.emStrong(src, masked, before);
  }
}

function isMoreThan(limit: number, text: string, sign: RegExp): boolean {
  let found = 0;
  sign.lastIndex = 0;
  while (sign.test(text)) if (++found > limit) return true;
  return false;
}

/** A text's tokens, in milliseconds for 20,000 characters; null when it was made to take longer. */
export function lex(source: string): Token[] | null {
  if (source.length > MAX_LENGTH || isMoreThan(MAX_SIGNS, source, /[[`\\<]/g)) return null;
  if (source.split(/\s/).some((word) => word.length > MAX_WORD)) return null;
  const lines = source.replace(/\r\n?/g, "\n").split("\n").map(shallow);
  const options = { ...getDefaults(), gfm: true, breaks: true, tokenizer: new OurTokenizer() };
  return new Lexer(options).lex(lines.join("\n"));
}

/** A line that opens no more than the containers allowed: the mark after them stands for itself. */
function shallow(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  const bounded = indent.length > MAX_INDENT ? " ".repeat(MAX_INDENT) + line.slice(indent.length) : line;
  const marks = CONTAINERS.exec(bounded)?.[0].match(CONTAINER) ?? [];
  if (marks.length <= MAX_DEPTH) return bounded;
  const kept = marks.slice(0, MAX_DEPTH).join("");
  const rest = bounded.slice(kept.length).trimStart();
  return `${kept} ${rest.replace(/^(\d*)/, "$1\\")}`;
}
