import { useEffect, useRef, useState } from "react";
import { paths } from "@/core/paths.ts";
import type { LiveStatus } from "@/live/client/use-live-room.ts";
import { toast } from "@/ui/toast.tsx";
import type { Written } from "./composer.tsx";
import { send, sentenceOf } from "./send.ts";

/** What was written here and is on its way. `away`: it waits for the line to come back. */
export type Sent = Written & { state: "sending" | "published" | "failed"; problem: string | null; away: boolean };

const INTERRUPTED = "La page s’est fermée avant l’envoi. Ton texte est gardé : réessaie.";

/** What did not arrive before this page was left. */
function readKept(key: string): Sent[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    const kept = Array.isArray(found) ? (found as Written[]) : [];
    return kept.map((written) => ({ ...written, state: "failed", problem: INTERRUPTED, away: true }));
  } catch {
    return []; // no storage, or not ours
  }
}

function keep(key: string, sent: readonly Sent[]): void {
  const waiting = sent.filter(({ state }) => state !== "published");
  const written = waiting.map(({ clientId, body, mentions, fields }) => ({ clientId, body, mentions, fields }));
  try {
    if (written.length > 0) localStorage.setItem(key, JSON.stringify(written));
    else localStorage.removeItem(key);
  } catch {
    // A full or forbidden storage only loses the safety net.
  }
}

/**
 * Sends posts one by one. What did not arrive stays in this browser, to be sent again with the same client id (by itself
 * when the line is back) or taken back into the composer.
 */
export function useOutbox(key: string, status: LiveStatus, onArrived: () => void) {
  const [sent, setSent] = useState<Sent[]>([]);
  const current = useRef(sent);
  const change = (next: (all: Sent[]) => Sent[]) => {
    current.current = next(current.current);
    keep(key, current.current);
    setSent(current.current);
  };
  const mark = (clientId: string, changes: Partial<Sent>) =>
    change((all) => all.map((one) => (one.clientId === clientId ? { ...one, ...changes } : one)));

  async function go({ clientId, body, mentions, fields }: Written): Promise<void> {
    mark(clientId, { state: "sending", problem: null });
    const answer = await send(paths.api.publish, { ...fields, clientId, body, mentions });
    if ("error" in answer) {
      const away = answer.error.code === "unavailable";
      return mark(clientId, { state: "failed", problem: sentenceOf(answer.error), away });
    }
    // Until the wall shows it, in its own place.
    mark(clientId, { state: "published" });
    toast("Ta publication est sur le mur.");
    onArrived();
  }

  useEffect(() => {
    const kept = readKept(key);
    if (kept.length === 0) return;
    current.current = [...current.current, ...kept];
    setSent(current.current);
  }, [key]);
  const again = useRef(go);
  useEffect(() => {
    again.current = go;
  });
  useEffect(() => {
    if (status !== "live") return;
    for (const one of current.current) if (one.state === "failed" && one.away) void again.current(one);
  }, [status]);

  return {
    sent,
    post(written: Written): void {
      change((all) => [{ ...written, state: "sending", problem: null, away: false }, ...all]);
      void go(written);
    },
    again: (written: Written) => void go(written),
    takeBack: (clientId: string) => change((all) => all.filter((one) => one.clientId !== clientId)),
  };
}
