"use client";

import { useActionState } from "react";
import type { FormState } from "@/core/form-state.ts";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { phoneWords } from "../contact.rules.ts";
import { readContactAction } from "../organiser.actions.ts";

/** The national administration reads a number: once asked, and written down. */
export function ReadContactForm({ eventId }: { eventId: string }) {
  const [state, send] = useActionState<FormState<{ phone: string }>, FormData>(readContactAction, {});
  if (state.done)
    return (
      <p role="status" className="font-display text-xl font-[720] tabular-nums">
        {phoneWords(state.done.phone)}
      </p>
    );
  return (
    <form action={send} className="grid justify-items-start gap-2">
      <input type="hidden" name="eventId" value={eventId} />
      <FormErrors error={state.error} />
      <p className="text-note text-ink-2">Ta lecture est notée, et cette personne la verra.</p>
      <SubmitButton size="compact" variant="secondary">
        Voir le numéro
      </SubmitButton>
    </form>
  );
}
