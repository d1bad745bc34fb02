import { useCallback, useEffect, useState } from "react";
import { newClientId } from "@/core/client-id.ts";
import type { Side } from "../debate.rules.ts";

export type Draft = {
  body: string;
  side: Side;
  clientId: string;
  /** Sent once already without an answer: the same client id must go with the same words. */
  sent: boolean;
};

function kept(key: string): Draft | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return found && typeof found === "object" && "body" in found ? (found as Draft) : null;
  } catch {
    return null; // no storage, or not ours
  }
}

function keep(key: string, draft: Draft): void {
  try {
    if (draft.body.trim()) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {
    // A full or forbidden storage only loses the safety net.
  }
}

/** What is being written in a debate, kept in this browser until it is acknowledged. */
export function useDraft(key: string, initial: Draft) {
  const [draft, setDraft] = useState(initial);
  const [restored, setRestored] = useState(false);

  useEffect(() => {
    const found = kept(key);
    if (!found || initial.body) return;
    setDraft(found);
    setRestored(true);
  }, [key]);

  const change = useCallback(
    (changes: Partial<Draft>) =>
      setDraft((old) => {
        // Other words are another contribution, whatever became of the first sending.
        const renewed = old.sent && changes.sent === undefined ? { clientId: newClientId(), sent: false } : {};
        const next = { ...old, ...renewed, ...changes };
        keep(key, next);
        return next;
      }),
    [key],
  );

  return { draft, change, restored };
}
