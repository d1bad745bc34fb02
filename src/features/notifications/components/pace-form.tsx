"use client";

import { useActionState } from "react";
import type { FormState } from "@/core/form-state.ts";
import { ErrorSummary } from "@/ui/error-summary.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { choosePaceAction } from "../notice.actions.ts";

const paces = [
  ["daily", "Un résumé par jour"],
  ["weekly", "Un résumé par semaine"],
  ["never", "Aucun e-mail"],
  ["first", "Comme au début"],
] as const;

/** One button for all mails. */
export function PaceForm() {
  const [state, send] = useActionState<FormState<void>, FormData>(choosePaceAction, {});
  return (
    <form action={send} className="grid gap-3">
      {state.error && <ErrorSummary message={state.error.message} />}
      <div className="flex flex-wrap gap-2">
        {paces.map(([pace, words]) => (
          <SubmitButton key={pace} name="pace" value={pace} variant="secondary" size="compact">
            {words}
          </SubmitButton>
        ))}
      </div>
    </form>
  );
}
