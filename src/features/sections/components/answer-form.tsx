"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import { ANSWER_MIN, LETTER_MAX } from "../letter.rules.ts";
import { answerLetterAction } from "../section.actions.ts";

/** The answer of somebody in charge. */
export function AnswerForm({ letterId }: { letterId: string }) {
  const [{ error, values }, action] = useActionState(answerLetterAction, {});
  return (
    <form action={action} className="grid gap-4">
      <FormErrors error={error} labels={{ words: "Ta réponse" }} ids={{ words: "reponse" }} />
      <input type="hidden" name="letterId" value={letterId} />
      <TextAreaField
        name="words"
        id="reponse"
        label="Ta réponse"
        hint="Elle part par e-mail, avec ton nom et sans ton adresse."
        required
        className="[&_textarea]:min-h-32"
        minLength={ANSWER_MIN}
        maxLength={LETTER_MAX}
        defaultValue={values?.words}
        error={error?.fields?.words}
      />
      <div>
        <SubmitButton pendingLabel="Envoi…">Envoyer la réponse</SubmitButton>
      </div>
    </form>
  );
}
