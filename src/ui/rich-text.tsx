import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { unbroken } from "@/core/french-typography.ts";
import type { RichBlock, RichInline, RichText as RichTree } from "@/core/rich-text.ts";
import { classNames } from "./class-names.ts";

type Cite = (seq: number) => ReactNode;

const look = [
  "[overflow-wrap:anywhere] space-y-2.5",
  "[&_ul]:list-disc [&_ul]:pl-5 [&_ol]:list-decimal [&_ol]:pl-6 [&_li]:my-1 [&_li]:marker:text-ink-3",
  "[&_blockquote]:space-y-2 [&_blockquote]:border-l-[3px] [&_blockquote]:border-line-strong [&_blockquote]:pl-3.5 [&_blockquote]:text-ink-2",
  "[&_strong]:font-[680] [&_h2]:mt-6 [&_h2]:text-heading [&_h3]:mt-5 [&_h3]:text-lg",
  "[&_code]:rounded [&_code]:bg-sunken [&_code]:px-1 [&_code]:text-[0.925em]",
  "[&_pre]:overflow-x-auto [&_pre]:rounded-control [&_pre]:bg-sunken [&_pre]:p-3 [&_pre]:[overflow-wrap:normal]",
].join(" ");

/** A member's text with the little markup that it may hold. `rich` is what core/rich-text.ts read in it, null for none. */
export function RichText({
  source,
  rich,
  className,
  citation = (seq) => `#${seq}`,
}: {
  source: string;
  rich: RichTree | null;
  className?: string;
  /** How the number of a contribution is shown where the text cites it. */
  citation?: Cite;
}) {
  if (!rich)
    return <p className={classNames("whitespace-pre-line [overflow-wrap:anywhere]", className)}>{unbroken(source)}</p>;
  return <div className={classNames(look, className)}>{renderBlocks(rich, citation)}</div>;
}

// The tree never changes under its keys: a text is read again as a whole.
const renderBlocks = (blocks: readonly RichBlock[], cite: Cite) =>
  blocks.map((block, index) => <Fragment key={keyOf(index)}>{renderBlock(block, cite)}</Fragment>);

const renderInlines = (inlines: readonly RichInline[], cite: Cite) =>
  inlines.map((inline, index) => <Fragment key={keyOf(index)}>{renderInline(inline, cite)}</Fragment>);

const keyOf = (index: number) => `${index}`;

function renderBlock(block: RichBlock, cite: Cite): ReactNode {
  switch (block.type) {
    case "paragraph":
      return <p>{renderInlines(block.children, cite)}</p>;
    case "heading": {
      const Heading = block.level === 2 ? "h2" : "h3";
      return <Heading>{renderInlines(block.children, cite)}</Heading>;
    }
    case "list": {
      const items = block.items.map((item, index) => <li key={keyOf(index)}>{renderBlocks(item, cite)}</li>);
      return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
    }
    case "quote":
      return <blockquote>{renderBlocks(block.children, cite)}</blockquote>;
    case "code":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    default:
      return null;
  }
}

function renderInline(inline: RichInline, cite: Cite): ReactNode {
  if (typeof inline === "string") return unbroken(inline);
  switch (inline.type) {
    case "strong":
      return <strong>{renderInlines(inline.children, cite)}</strong>;
    case "em":
      return <em>{renderInlines(inline.children, cite)}</em>;
    case "link":
      return <OutsideLink href={inline.href}>{inline.children}</OutsideLink>;
    case "code":
      return <code>{inline.text}</code>;
    case "break":
      return <br />;
    case "citation":
      return cite(inline.seq);
    case "mention":
      return (
        <Link
          href={inline.href}
          prefetch={false}
          className="font-semibold text-rose-strong no-underline hover:underline"
        >
          {inline.label}
        </Link>
      );
    default:
      return null;
  }
}

/** A link that a member wrote: where it leads is said after it, unless its own words say so. */
function OutsideLink({ href, children }: { href: string; children: readonly RichInline[] }) {
  const place = href.startsWith("mailto:") ? href.slice("mailto:".length) : new URL(href).host;
  const said = wordsOf(children)
    .toLowerCase()
    .replace(/^https?:\/\//, "");
  const says = said === place || said === `www.${place}` || said.startsWith(`${place}/`);
  return (
    <>
      <a
        href={href}
        rel="nofollow ugc noopener noreferrer"
        className="font-semibold text-rose-strong underline decoration-rose-line decoration-2 underline-offset-[3px] hover:decoration-current"
      >
        {renderInlines(children, () => null)}
        <span aria-hidden="true">{" ↗"}</span>
      </a>
      {!says && <span className="text-note text-ink-3"> ({place})</span>}
    </>
  );
}

const wordsOf = (inlines: readonly RichInline[]): string =>
  inlines
    .map((inline) => {
      if (typeof inline === "string") return inline;
      if ("children" in inline) return wordsOf(inline.children);
      return "text" in inline ? inline.text : "";
    })
    .join("");
