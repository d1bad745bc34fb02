import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { RichText } from "@/core/rich-text.ts";
import { RichText as Shown } from "@/ui/rich-text.tsx";

const KINDS = ["paragraph", "heading", "list", "quote", "code", "strong", "em", "link", "break", "citation"];
const FIELDS = ["type", "children", "level", "start", "items", "text", "href", "seq"];
const TAGS = /^(?:div|p|h2|h3|ul|ol|li|blockquote|pre|code|strong|em|a|span|br)$/;
const ATTRIBUTES = /^(?:class|href|rel|start|tabindex|aria-hidden)$/i;

/** What is wrong in a tree: unknown kinds and fields, addresses that lead elsewhere than they may, depth. */
export function faultsOfTree(rich: RichText | null): string[] {
  const faults: string[] = [];
  const visit = (node: unknown, depth: number): void => {
    if (depth > 40) faults.push("too deep");
    if (typeof node === "string") return;
    if (Array.isArray(node)) {
      for (const child of node) visit(child, depth + 1);
      return;
    }
    const fields = Object.entries(node as Record<string, unknown>);
    const type = (node as { type?: string }).type ?? "";
    if (!KINDS.includes(type)) faults.push(`kind ${type}`);
    for (const [name, value] of fields) {
      if (!FIELDS.includes(name)) faults.push(`field ${name}`);
      if (name === "href") faults.push(...faultsOfAddress(String(value)));
      if (name === "children" || name === "items") visit(value, depth + 1);
    }
  };
  visit(rich ?? [], 0);
  return faults;
}

function faultsOfAddress(href: string): string[] {
  const url = URL.parse(href);
  if (!url || !["http:", "https:", "mailto:"].includes(url.protocol)) return [`address ${href}`];
  if (url.username || url.password) return [`credentials in ${href}`];
  if (url.protocol === "mailto:" && url.search) return [`headers in ${href}`];
  return /[\s\p{C}\\"'<>`]/u.test(href) || /[^ -~]/.test(href) ? [`signs in ${href}`] : [];
}

/** What is wrong in the markup of a text once shown: any tag or attribute that is not listed. */
export function faultsOfMarkup(source: string, rich: RichText | null): string[] {
  const markup = renderToStaticMarkup(createElement(Shown, { source, rich }));
  const faults: string[] = [];
  const tags = /<(\/?)([^\s>/]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g;
  const rest = markup.replace(tags, (_, _close, tag: string, attributes: string) => {
    if (!TAGS.test(tag)) faults.push(`tag ${tag}`);
    for (const [, name = "", value = ""] of attributes.matchAll(/\s+([^\s=>/]+)(?:="([^"]*)")?/g)) {
      if (!ATTRIBUTES.test(name)) faults.push(`attribute ${name}`);
      if (name === "href" && !/^(?:https?:\/\/|mailto:)/.test(value)) faults.push(`href ${value}`);
    }
    return "";
  });
  if (/[<>]/.test(rest)) faults.push(`not escaped: ${rest}`);
  return faults;
}
