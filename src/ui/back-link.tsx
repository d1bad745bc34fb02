import Link from "next/link";
import type { ReactNode } from "react";

/** Above the title of a page: the way back to the one that leads to it. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="inline-flex min-h-11 items-center underline underline-offset-2">
      {children}
    </Link>
  );
}
