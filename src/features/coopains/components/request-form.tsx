"use client";

import { useActionState } from "react";
import { ActSaid } from "@/ui/act-said.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import { requestCoopainAction } from "../coopain.actions.ts";
import { WORDS_MAX } from "../coopain.rules.ts";

/** Asking somebody, with a line that says why. */
export function RequestForm({ memberId, name }: { memberId: string; name: string }) {
  const [state, send] = useActionState(requestCoopainAction, {});
  return (
    <form action={send} className="grid w-full max-w-md gap-4">
      <FormErrors error={state.error} />
      <input type="hidden" name="memberId" value={memberId} />
      <TextAreaField
        id={`mots-${memberId}`}
        name="words"
        label={`Un mot pour ${name}`}
        hint="Si tu veux : où vous vous êtes croisé·e·s, ce que tu aimerais faire. Une ligne suffit."
        rows={2}
        maxLength={WORDS_MAX}
        defaultValue={state.values?.words}
        error={state.error?.fields?.words}
      />
      <ActSaid said="Ta demande est partie" failed={state.error !== undefined} />
      <SubmitButton pendingLabel="Envoi…" className="justify-self-start">
        Envoyer ma demande
      </SubmitButton>
    </form>
  );
}
