"use client";

import { useActionState } from "react";
import type { FormState } from "@/core/form-state.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import { ErrorSummary } from "@/ui/error-summary.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { revokeFeedAction } from "../agenda.actions.ts";

/** Takes an address back. */
export function RevokeFeedForm({ feedId, day }: { feedId: string; day: string }) {
  const [state, send] = useActionState<FormState<void>, FormData>(revokeFeedAction, {});
  return (
    <form action={send} className="grid gap-2">
      {state.error && <ErrorSummary message={state.error.message} />}
      <input type="hidden" name="feedId" value={feedId} />
      <ActSaid said="L’adresse ne répond plus" failed={state.error !== undefined} />
      <SubmitButton variant="danger" size="compact" aria-label={`Retirer l’adresse créée le ${day}`}>
        Retirer
      </SubmitButton>
    </form>
  );
}
