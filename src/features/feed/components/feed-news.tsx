"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { paths } from "@/core/paths.ts";
import { Button } from "@/ui/button.tsx";
import { type FeedFilter, NEWS_EVERY_MS, newsWords } from "../feed.rules.ts";
import type { FeedNewsView } from "../feed.views.ts";

/** Who comes back to a screen that asked so recently, ms, knows enough. */
const RECENT_MS = 10_000;

/** Says that there is something newer than this page's first thing; nothing moves until she asks for it. */
export function FeedNews({ filter, point }: { filter: FeedFilter; point: string }) {
  const router = useRouter();
  const [news, setNews] = useState<FeedNewsView | null>(null);
  const [isPending, startTransition] = useTransition();

  useEffect(() => {
    let askedAt = Date.now();
    async function ask(): Promise<void> {
      if (document.hidden) return;
      askedAt = Date.now();
      try {
        const search = new URLSearchParams({ fil: filter, depuis: point });
        const response = await fetch(`${paths.api.feedNews}?${search}`, { headers: { accept: "application/json" } });
        if (response.ok) setNews(((await response.json()) as { value: FeedNewsView }).value);
      } catch {
        // The next time says it too.
      }
    }
    const comesBack = () => void (Date.now() - askedAt > RECENT_MS && ask());
    const timer = setInterval(ask, NEWS_EVERY_MS);
    document.addEventListener("visibilitychange", comesBack);
    window.addEventListener("focus", comesBack);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", comesBack);
      window.removeEventListener("focus", comesBack);
    };
  }, [filter, point]);

  function show(): void {
    startTransition(() => router.refresh());
    const feed = document.getElementById("fil");
    feed?.scrollIntoView();
    feed?.focus({ preventScroll: true });
  }

  return (
    <div role="status" className="sticky top-3 z-10 mb-3 empty:hidden md:top-20">
      {news && news.count > 0 && (
        <Button variant="secondary" wide pending={isPending} onClick={show}>
          {newsWords(news.count, news.more)} : afficher
        </Button>
      )}
    </div>
  );
}
