import { useEffect, useRef, useState } from "react";
import { excerptOfMessage } from "./excerpt-of-message.ts";
import type { Line } from "./log-blocks.ts";

/** What was said aloud is gone from the page after this: a message may be deleted meanwhile. */
const SAID_MS = 5_000;

/** Messages come one by one: they are said a moment after the last of them. */
const PAUSE_MS = 1_000;

/** "Samir : On se retrouve devant la halle", for screen readers: what others said since this page was opened. Silent while paused. */
export function useAnnounced(lines: readonly Line[], me: string, paused: boolean): string {
  const [words, setWords] = useState("");
  const last = lines.at(-1)?.seq ?? 0;
  const told = useRef(last);
  useEffect(() => {
    if (paused) {
      told.current = last;
      return;
    }
    const timer = setTimeout(() => {
      const said = lines.flatMap((line) => {
        if (line.kind !== "message" || line.seq <= told.current) return [];
        const { author, deleted, hidden } = line.message;
        if (author?.id === me || deleted || hidden) return [];
        return [`${author?.name ?? "Quelqu’un"} : ${excerptOfMessage(line.message)}`];
      });
      told.current = last;
      if (said.length > 0) setWords(said.length > 3 ? `${said.length} nouveaux messages` : said.join(". "));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [lines, last, me, paused]);
  useEffect(() => {
    if (words === "") return;
    const timer = setTimeout(setWords, SAID_MS, "");
    return () => clearTimeout(timer);
  }, [words]);
  return words;
}
