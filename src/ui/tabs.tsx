import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export interface Tab {
  href: string;
  label: ReactNode;
  count?: number | string;
  tone?: "pour" | "contre";
}

const tones = {
  pour: "aria-[current]:border-pour aria-[current]:text-pour",
  contre: "aria-[current]:border-contre aria-[current]:text-contre",
  none: "aria-[current]:border-rose aria-[current]:text-rose-strong",
};

/** Links that look like tabs: they work before JavaScript, and the address says which one is open. */
export function Tabs({
  label,
  tabs,
  current,
  className,
}: {
  label: string;
  tabs: readonly Tab[];
  current: string;
  className?: string;
}) {
  return (
    <nav aria-label={label} className={className}>
      <ul className="flex border-b-[3px] border-line">
        {tabs.map((tab) => (
          <li key={tab.href} className="max-sm:flex-1">
            <Link
              href={tab.href}
              prefetch={false}
              scroll={false}
              aria-current={tab.href === current ? "true" : undefined}
              className={classNames(
                "-mb-[3px] flex min-h-12 items-center justify-center gap-1.5 border-b-[3px] border-transparent px-4 font-bold text-ink-3 no-underline hover:text-ink",
                tones[tab.tone ?? "none"],
              )}
            >
              {tab.label}
              {tab.count !== undefined && <span className="font-semibold tabular-nums">· {tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
