"use client";

import { useEffect, useState } from "react";
import { paths } from "@/core/paths.ts";
import type { CommuneView } from "../../territory/index.ts";

const PAUSE_MS = 120;

/** Communes for what is being typed, once the typing pauses; the last question asked wins. */
export function useCommunes(text: string): { communes: CommuneView[]; searched: boolean } {
  const [found, setFound] = useState<{ text: string; communes: CommuneView[] }>({ text: "", communes: [] });
  const asked = text.trim();
  useEffect(() => {
    if (asked.length < 2) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`${paths.api.communes}?q=${encodeURIComponent(asked)}`, { signal: abort.signal });
        const { value } = (await response.json()) as { value?: CommuneView[] };
        if (value) setFound({ text: asked, communes: value });
      } catch {
        // Typed over, or no network: the form's server answers with a choice all the same.
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked]);
  const communes = asked.length < 2 ? [] : found.communes;
  return { communes, searched: asked.length >= 2 && found.text === asked };
}
