"use client";

import { useActionState } from "react";
import { ActSaid } from "@/ui/act-said.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import { answerGroupRequestAction } from "../request.actions.ts";
import { WORDS_MAX } from "../request.rules.ts";

/** Yes or no to somebody who asks to come in, with a word if one wishes. */
export function RequestAnswerForm({ requestId, name }: { requestId: string; name: string }) {
  const [state, send] = useActionState(answerGroupRequestAction, {});
  const id = `mot-${requestId}`;
  return (
    <form action={send} className="grid gap-3">
      <FormErrors error={state.error} labels={{ words: "Ton mot" }} ids={{ words: id }} />
      <input type="hidden" name="requestId" value={requestId} />
      <TextAreaField
        id={id}
        name="words"
        label="Ton mot"
        hint="Si tu veux. Il est dans l’e-mail qui porte la réponse."
        rows={1}
        maxLength={WORDS_MAX}
        defaultValue={state.values?.words}
        error={state.error?.fields?.words}
        className="max-w-xl"
      />
      <ActSaid said="Ta réponse est partie" failed={state.error !== undefined} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton name="answer" value="oui" size="compact" icon="check" aria-label={`Accepter ${name}`}>
          Accepter
        </SubmitButton>
        <SubmitButton name="answer" value="non" size="compact" variant="secondary" aria-label={`Refuser ${name}`}>
          Refuser
        </SubmitButton>
      </div>
    </form>
  );
}
