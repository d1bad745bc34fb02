"use client";

import { useEffect } from "react";
import { markNoticesRead } from "./mark-read.ts";

/** What passes for less than this, ms, was not seen. */
const GLANCE_MS = 1_000;

/** Says once that the page was seen, a moment after it was: a page that is fetched ahead, or behind others, reads nothing. */
export function SeenNow({ what }: { what: Parameters<typeof markNoticesRead>[0] }) {
  const said = JSON.stringify(what);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible")
        timer = setTimeout(() => {
          document.removeEventListener("visibilitychange", look);
          void markNoticesRead(JSON.parse(said));
        }, GLANCE_MS);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [said]);
  return null;
}
