import type { RichBlock, RichInline, RichText } from "./rich-text.ts";

export const mentionKinds = ["member", "group"] as const;
export type MentionKind = (typeof mentionKinds)[number];
/** Somebody, or a group, named in a text: `label` is what stands after the "@". */
export type Mention = { kind: MentionKind; id: string; label: string };
/** Somebody, or a group, whom one may name: offered as one types. */
export type Mentionable = Mention & { note: string; photo: string | null };
/** In one text. */
export const MENTIONS_MAX = 10;
/** As a reader sees it: it leads somewhere only where she may go. */
export type MentionView = Mention & { href: string | null };

const escaped = (label: string) => label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The longest first: "@Nadia Belkacem" is not "@Nadia" with more behind it. */
const pattern = (labels: readonly string[]): RegExp =>
  new RegExp(
    `@(${[...new Set(labels)]
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join("|")})(?![\\p{L}\\p{N}])`,
    "gu",
  );

/** Whether a text names this label. */
export const standsIn = (body: string, label: string): boolean => label !== "" && pattern([label]).test(body);

/** What is being typed after an "@", just before the caret: up to three words. */
export function typedMention(text: string, caret: number): string | null {
  const found = /(?:^|[\s(«])@(\p{L}[\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}][\p{L}\p{N}'’.-]*){0,2})$/u.exec(
    text.slice(0, caret),
  );
  return found?.[1] ?? null;
}

/** A text with some of the names in it replaced. */
export function renamed(body: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return body;
  return body.replace(pattern([...names.keys()]), (found, label: string) => `@${names.get(label) ?? found.slice(1)}`);
}

/** What a visitor reads instead: whom a text names is nobody's business on the open web. */
export function masked(body: string, mentions: readonly MentionView[]): string {
  const hidden = mentions.filter(({ kind, href }) => kind === "member" || href === null);
  return renamed(
    body,
    new Map(hidden.map(({ kind, label }) => [label, kind === "member" ? "un·e membre" : "un groupe"])),
  );
}

/** The text with the mentions that lead somewhere set as links; null when it has neither markup nor such mentions. */
export function withMentions(body: string, rich: RichText | null, mentions: readonly MentionView[]): RichText | null {
  const hrefs = new Map(mentions.flatMap(({ label, href }) => (href ? [[label, href] as const] : [])));
  if (hrefs.size === 0) return rich;
  const names = pattern([...hrefs.keys()]);
  const cut = (text: string): RichInline[] =>
    text
      .split(names)
      .map((part, index): RichInline => {
        const href = index % 2 === 1 ? hrefs.get(part) : undefined;
        return href ? { type: "mention", label: `@${part}`, href } : index % 2 === 1 ? `@${part}` : part;
      })
      .filter((part) => part !== "");
  const inline = (one: RichInline): RichInline[] => {
    if (typeof one === "string") return cut(one);
    if (one.type === "strong" || one.type === "em") return [{ ...one, children: one.children.flatMap(inline) }];
    return [one];
  };
  const block = (one: RichBlock): RichBlock => {
    if (one.type === "code") return one;
    if (one.type === "quote") return { ...one, children: one.children.map(block) };
    if (one.type === "list") return { ...one, items: one.items.map((item) => item.map(block)) };
    return { ...one, children: one.children.flatMap(inline) };
  };
  if (rich) return rich.map(block);
  if (!names.test(body)) return null;
  return plain(body).map(block);
}

/** A text without markup as the same tree: its paragraphs, its lines. */
const plain = (body: string): RichBlock[] =>
  body.split(/\n{2,}/).map((paragraph) => ({
    type: "paragraph",
    children: paragraph
      .split("\n")
      .flatMap((line, index): RichInline[] => (index > 0 ? [{ type: "break" }, line] : [line])),
  }));
