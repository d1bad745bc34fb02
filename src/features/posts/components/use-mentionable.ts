import { useEffect, useState } from "react";
import type { Mentionable } from "@/core/mentions.ts";
import { paths } from "@/core/paths.ts";
import { read } from "./send.ts";

const PAUSE_MS = 150;
const LEAST = 2;

/** Whom one may be naming, as one types; nothing for less than two letters. */
export function useMentionable(typed: string | null): Mentionable[] {
  const [answer, setAnswer] = useState<{ typed: string; found: Mentionable[] }>({ typed: "", found: [] });
  // What begins like something that names nobody names nobody either.
  const inVain = answer.found.length === 0 && answer.typed !== "" && (typed ?? "").startsWith(answer.typed);
  const wanted = typed !== null && typed.length >= LEAST && !(inVain && typed !== answer.typed) ? typed : null;
  useEffect(() => {
    if (wanted === null) return;
    let over = false;
    const timer = setTimeout(async () => {
      const found = await read<Mentionable[]>(`${paths.api.mentionable}?q=${encodeURIComponent(wanted)}`);
      if (!over) setAnswer({ typed: wanted, found: found ?? [] });
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [wanted]);
  return wanted !== null && answer.typed === wanted ? answer.found : [];
}
