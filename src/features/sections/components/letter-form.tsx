"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import { LETTER_MAX, LETTER_MIN } from "../letter.rules.ts";
import { writeLetterAction } from "../section.actions.ts";

/** A letter to those in charge; their addresses and the writer's stay hidden. */
export function LetterForm({ scope, hint }: { scope: string; hint: string }) {
  const [{ error, values }, action] = useActionState(writeLetterAction, {});
  return (
    <form action={action} className="grid gap-4">
      <FormErrors error={error} labels={{ words: "Ta lettre" }} ids={{ words: "lettre" }} />
      <input type="hidden" name="scope" value={scope} />
      <TextAreaField
        name="words"
        id="lettre"
        label="Ta lettre"
        hint={hint}
        required
        className="[&_textarea]:min-h-32"
        minLength={LETTER_MIN}
        maxLength={LETTER_MAX}
        defaultValue={values?.words}
        error={error?.fields?.words}
      />
      <div>
        <SubmitButton pendingLabel="Envoi…">Envoyer la lettre</SubmitButton>
      </div>
    </form>
  );
}
