"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import { appealDecisionAction } from "../moderation.actions.ts";
import { WORDS_MAX, WORDS_MIN } from "../moderation.rules.ts";

/** The author's one answer. */
export function AppealForm({ decisionId }: { decisionId: string }) {
  const [{ error, values }, action] = useActionState(appealDecisionAction, {});
  return (
    <form action={action} className="grid gap-5">
      <FormErrors error={error} labels={{ words: "Ta réponse" }} />
      <input type="hidden" name="decisionId" value={decisionId} />
      <TextAreaField
        name="words"
        label="Ta réponse"
        hint="Dis pourquoi ces mots respectent la règle citée. Tu ne pourras répondre qu’une fois : prends ton temps."
        required
        className="[&_textarea]:min-h-32"
        minLength={WORDS_MIN}
        maxLength={WORDS_MAX}
        defaultValue={values?.words}
        error={error?.fields?.words}
      />
      <div>
        <SubmitButton pendingLabel="Envoi…">Envoyer ma réponse</SubmitButton>
      </div>
    </form>
  );
}
