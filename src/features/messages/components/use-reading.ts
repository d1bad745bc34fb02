import { useEffect, useRef, useState } from "react";
import type { Line } from "./log-blocks.ts";
import type { LiveConversation } from "./use-conversation.ts";
import { useIsSeen, useLogScroll } from "./use-log-scroll.ts";

/**
 * Where the reader stands in the log: she begins with what she has not read, what she has before her eyes is read, and what
 * comes while she is further up is counted (`fresh`).
 */
export function useReading(board: LiveConversation, lines: readonly Line[], me: string, readSeq: number) {
  const { paused, sawUpTo } = board;
  const box = useRef<HTMLElement>(null);
  const { atEnd, onScroll, toEnd } = useLogScroll(box, lines);
  const seen = useIsSeen();
  const fresh = useFresh(lines, me, atEnd, readSeq);
  const lastSeq = lines.at(-1)?.seq ?? 0;

  useEffect(() => {
    if (atEnd && seen && !paused && lastSeq > 0) sawUpTo(lastSeq);
  }, [atEnd, seen, paused, sawUpTo, lastSeq]);

  useEffect(() => {
    if (location.hash !== "") return;
    const mark = document.getElementById("nouveau");
    const top = box.current?.getBoundingClientRect().top ?? 0;
    if (mark && mark.getBoundingClientRect().top < top) mark.scrollIntoView({ block: "start" });
  }, []);

  return { box, atEnd, onScroll, toEnd, fresh };
}

export type Reading = ReturnType<typeof useReading>;

/** How many messages of others came since one last stood at the end. */
function useFresh(lines: readonly Line[], me: string, atEnd: boolean, readSeq: number): number {
  const [stoodAt, setStoodAt] = useState(readSeq);
  const last = lines.at(-1)?.seq ?? 0;
  useEffect(() => {
    if (atEnd) setStoodAt(last);
  }, [atEnd, last]);
  if (atEnd) return 0;
  return lines.filter((line) => line.kind === "message" && line.seq > stoodAt && line.message.author?.id !== me).length;
}
