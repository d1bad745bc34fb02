"use client";

import { useEffect, useState } from "react";
import type { PublicError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import type { CardView } from "../card.queries.ts";

const PAUSE_MS = 120;
const LEAST = 2;

export type Proposals = { people: readonly CardView[]; searched: boolean; refusal: string | null };

/** Members for the name that is being typed, once the typing pauses; the last question asked wins. */
export function useProposedMembers(text: string): Proposals {
  const [answer, setAnswer] = useState<Omit<Proposals, "searched"> & { text: string }>({
    text: "",
    people: [],
    refusal: null,
  });
  const asked = text.trim();
  const enough = asked.length >= LEAST;
  useEffect(() => {
    if (!enough) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`${paths.api.memberSearch}?q=${encodeURIComponent(asked)}`, {
          signal: abort.signal,
        });
        const { value, error } = (await response.json()) as { value?: CardView[]; error?: PublicError };
        const refusal = error?.code === "rate_limited" ? error.message : null;
        setAnswer({ text: asked, people: value ?? [], refusal });
      } catch {
        // Typed over, or no network: the form's own search answers all the same.
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked, enough]);
  if (!enough) return { people: [], searched: false, refusal: null };
  return { people: answer.people, searched: answer.text === asked, refusal: answer.refusal };
}
