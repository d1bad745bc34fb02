import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icons.tsx";

/** Rows in one card, a thin line between them. */
export function List({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <ul
      className={classNames("divide-y divide-line overflow-hidden rounded-card border border-line bg-card", className)}
    >
      {children}
    </ul>
  );
}

/** A row: something in front, words, something at the end. With `href` the whole row leads there. */
export function ListRow({
  href,
  lead,
  title,
  text,
  end,
  children,
}: {
  href?: string;
  lead?: ReactNode;
  title: ReactNode;
  text?: ReactNode;
  end?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <li className="relative flex min-h-16 items-center gap-3.5 px-4 py-3.5 sm:px-5 has-[a[data-row]:hover]:bg-sunken">
      {lead}
      <div className="min-w-0 flex-1">
        {href ? (
          <Link href={href} prefetch={false} data-row className="font-[650] no-underline after:absolute after:inset-0">
            {title}
          </Link>
        ) : (
          <p className="font-[650]">{title}</p>
        )}
        {text !== undefined && <div className="text-note text-ink-3">{text}</div>}
        {children}
      </div>
      {end !== undefined && <div className="relative flex shrink-0 items-center gap-2">{end}</div>}
      {href && end === undefined && <Icon name="chevron" size={18} className="shrink-0 text-ink-3" />}
    </li>
  );
}
