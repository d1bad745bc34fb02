"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link that knows whether its page, or one below it, is the present one. */
export function NavLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  const path = usePathname();
  const current = path === href || (href !== "/" && path.startsWith(`${href}/`));
  return (
    <Link href={href} prefetch={false} className={className} aria-current={current ? "page" : undefined}>
      {children}
    </Link>
  );
}
