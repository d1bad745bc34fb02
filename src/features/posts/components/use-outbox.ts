import { useState } from "react";
import { paths } from "@/core/paths.ts";
import type { Written } from "./composer.tsx";
import { send, sentenceOf } from "./send.ts";

/** What was written here and is on its way. */
export type Sent = Written & { state: "sending" | "published" | "failed"; problem: string | null };

/** Sends posts one by one; what did not arrive stays, to be sent again with the same client id or taken back. */
export function useOutbox(onArrived: () => void) {
  const [sent, setSent] = useState<Sent[]>([]);
  const change = (clientId: string, changes: Partial<Sent> | null) =>
    setSent((all) =>
      all.flatMap((one) => (one.clientId !== clientId ? [one] : changes ? [{ ...one, ...changes }] : [])),
    );

  async function go(written: Written): Promise<void> {
    change(written.clientId, { state: "sending", problem: null });
    const { clientId, body, mentions, fields } = written;
    const answer = await send(paths.api.publish, { ...fields, clientId, body, mentions });
    if ("error" in answer) change(clientId, { state: "failed", problem: sentenceOf(answer.error) });
    else {
      // Until the wall shows it, in its own place.
      change(clientId, { state: "published" });
      onArrived();
    }
  }

  return {
    sent,
    post(written: Written): void {
      setSent((all) => [{ ...written, state: "sending", problem: null }, ...all]);
      void go(written);
    },
    again: (written: Written) => void go(written),
    takeBack: (clientId: string) => change(clientId, null),
  };
}
