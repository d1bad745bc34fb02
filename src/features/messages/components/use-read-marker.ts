import { useCallback, useEffect, useRef } from "react";
import { paths } from "@/core/paths.ts";
import { liveCall } from "@/live/client/live-call.ts";

const SOON_MS = 400;
const AGAIN_MS = 5_000;

/**
 * Moves the reader's marker in a conversation to what she has before her eyes: one call for what comes together, never
 * back, and again later when there is no line. `known`: how far the server knows that she read.
 */
export function useReadMarker(conversationId: string, known: number): (seq: number) => void {
  const wanted = useRef(0);
  const told = useRef(known);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    told.current = Math.max(told.current, known);
  }, [known]);

  const tell = useCallback(async () => {
    timer.current = undefined;
    const seq = wanted.current;
    // A page that nobody looks at has read nothing: it is asked again when she is back.
    if (seq <= told.current || document.visibilityState !== "visible") return;
    try {
      const answer = await liveCall("message.mark-read", { conversationId, seq }, paths.api.readMessages);
      if ("value" in answer) told.current = Math.max(told.current, seq);
      else if (answer.error.code !== "unavailable" && answer.error.code !== "rate_limited") return;
    } catch {
      // No line: later.
    }
    if (wanted.current > told.current) timer.current ??= setTimeout(() => void tell(), AGAIN_MS);
  }, [conversationId]);

  useEffect(() => {
    const back = () => void tell();
    document.addEventListener("visibilitychange", back);
    return () => {
      document.removeEventListener("visibilitychange", back);
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [tell]);

  return useCallback(
    (seq: number) => {
      if (seq <= wanted.current) return;
      wanted.current = seq;
      timer.current ??= setTimeout(() => void tell(), SOON_MS);
    },
    [tell],
  );
}
