import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "./icons.tsx";

/** Above the title of a page: the way back to the one that leads to it. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="mb-2 inline-flex min-h-11 items-center gap-1.5 font-semibold text-ink-2 no-underline hover:text-ink"
    >
      <Icon name="back" size={18} />
      {children}
    </Link>
  );
}
