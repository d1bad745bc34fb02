import { useEffect, useState } from "react";
import { newClientId } from "@/core/client-id.ts";
import type { FormState } from "@/core/form-state.ts";
import { useFormDraft } from "@/ui/use-form-draft.ts";

/**
 * The words that begin a conversation, kept in this browser under `draftKey` until they have arrived, with the client id that
 * goes with them: `first`, made by the server with the page, until other words are another sending.
 */
export function useFirstWords({ values, error }: FormState, draftKey: string, first: string) {
  const [body, setBody] = useState(values?.body ?? "");
  const [clientId, setClientId] = useState(values?.clientId ?? first);
  const { kept, handlers } = useFormDraft(draftKey, ({ body: typed = "" }) => typed.trim() !== "");

  useEffect(() => {
    if (!kept?.body) return;
    setBody(kept.body);
    if (kept.clientId) setClientId(kept.clientId);
  }, [kept]);

  return {
    body,
    clientId,
    kept,
    handlers,
    write(words: string): void {
      setBody(words);
      if (error) setClientId(newClientId());
    },
  };
}
