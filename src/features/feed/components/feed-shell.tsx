"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type MouseEvent, type ReactNode, useState, useTransition } from "react";
import { SkeletonList } from "@/ui/skeleton.tsx";
import { type FeedFilter, feedFilters, feedHref, filterWords } from "../feed.rules.ts";

const chip =
  "inline-flex min-h-10 items-center rounded-full border px-4 text-[0.9375rem] font-[620] whitespace-nowrap no-underline transition-colors pointer-coarse:min-h-11 border-control text-ink-2 hover:border-ink hover:text-ink aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper";

/** What is kept of the feed, as links that work before JavaScript; with it, grey cards stand where the others will be. */
export function FeedShell({ filter, children }: { filter: FeedFilter; children: ReactNode }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [wanted, setWanted] = useState(filter);
  const shown = isPending ? wanted : filter;

  function choose(event: MouseEvent, one: FeedFilter): void {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setWanted(one);
    startTransition(() => router.push(feedHref(one), { scroll: false }));
  }

  return (
    <>
      <nav aria-label="Ce que montre le fil" className="mb-4">
        <ul className="flex flex-wrap gap-2 py-1">
          {feedFilters.map((one) => (
            <li key={one}>
              <Link
                href={feedHref(one)}
                prefetch={false}
                scroll={false}
                onClick={(event) => choose(event, one)}
                aria-current={one === shown ? "true" : undefined}
                className={chip}
              >
                {filterWords[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {isPending ? <SkeletonList count={3} label="Le fil se charge…" /> : children}
    </>
  );
}
