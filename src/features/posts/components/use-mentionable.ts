import { useEffect, useState } from "react";
import { paths } from "@/core/paths.ts";
import type { MentionableView } from "../mention.queries.ts";
import { read } from "./send.ts";

const PAUSE_MS = 150;
const LEAST = 2;

/** What is being typed after an "@", just before the caret: up to three words. */
export function typedMention(text: string, caret: number): string | null {
  const found = /(?:^|[\s(«])@(\p{L}[\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}][\p{L}\p{N}'’.-]*){0,2})$/u.exec(
    text.slice(0, caret),
  );
  return found?.[1] ?? null;
}

/** Whom one may be naming, as one types; nothing for less than two letters. */
export function useMentionable(typed: string | null): MentionableView[] {
  const [answer, setAnswer] = useState<{ typed: string; found: MentionableView[] }>({ typed: "", found: [] });
  // What begins like something that names nobody names nobody either.
  const inVain = answer.found.length === 0 && answer.typed !== "" && (typed ?? "").startsWith(answer.typed);
  const wanted = typed !== null && typed.length >= LEAST && !(inVain && typed !== answer.typed) ? typed : null;
  useEffect(() => {
    if (wanted === null) return;
    let over = false;
    const timer = setTimeout(async () => {
      const found = await read<MentionableView[]>(`${paths.api.mentionable}?q=${encodeURIComponent(wanted)}`);
      if (!over) setAnswer({ typed: wanted, found: found ?? [] });
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [wanted]);
  return wanted !== null && answer.typed === wanted ? answer.found : [];
}
