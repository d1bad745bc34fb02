import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** A section's title, with a note beside it and at most one link at the end of the line. */
export function SectionHeading({
  id,
  title,
  note,
  link,
  className,
}: {
  id?: string;
  title: ReactNode;
  note?: ReactNode;
  link?: { href: string; label: string };
  className?: string;
}) {
  return (
    <div className={classNames("mb-3.5 flex items-baseline gap-4", className)}>
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={id} className="text-heading">
          {title}
        </h2>
        {note !== undefined && <span className="text-[0.9375rem] text-ink-2">{note}</span>}
      </div>
      {link && (
        <Link
          href={link.href}
          prefetch={false}
          className="inline-flex min-h-11 shrink-0 items-center font-semibold text-rose-strong no-underline hover:underline"
        >
          {link.label}
        </Link>
      )}
    </div>
  );
}
