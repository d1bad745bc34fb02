"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** What a layout shows on every page but one: the page that it would lead to. */
export function ElsewhereThan({ path, children }: { path: string; children: ReactNode }) {
  return usePathname() === path ? null : children;
}
