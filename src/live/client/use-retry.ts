import { useEffect, useRef } from "react";
import type { LiveStatus } from "./use-live-room.ts";

const RETRY_MS = 5_000;

/** Tries again what found no way to the server: when the line is back, and every 5 s until then. */
export function useRetry(waits: boolean, status: LiveStatus, retry: () => void): void {
  const latest = useRef(retry);
  useEffect(() => {
    latest.current = retry;
  });
  useEffect(() => {
    if (!waits) return;
    if (status === "live") latest.current();
    const timer = setInterval(() => latest.current(), RETRY_MS);
    return () => clearInterval(timer);
  }, [waits, status]);
}
