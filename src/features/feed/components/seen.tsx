"use client";

import { useEffect, useRef } from "react";
import { paths } from "@/core/paths.ts";

/** What passes under the eyes for less than this, ms, was not seen. */
const GLANCE_MS = 1_000;

/** Stands before the first thing of the feed: once it was on the screen, her place in the feed moves on. */
export function Seen({ at }: { at: number }) {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!mark.current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (!entry?.isIntersecting) return;
      timer = setTimeout(() => {
        if (document.hidden) return;
        observer.disconnect();
        const body = JSON.stringify({ readAt: at });
        const headers = { "content-type": "application/json" };
        // Lost, it is told again by the next page.
        fetch(paths.api.feedSeen, { method: "POST", headers, body, keepalive: true }).catch(() => {});
      }, GLANCE_MS);
    });
    observer.observe(mark.current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [at]);
  return <span ref={mark} aria-hidden="true" className="block h-px" />;
}
