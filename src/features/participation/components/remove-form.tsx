"use client";

import { useActionState, useId } from "react";
import type { FormState } from "@/core/form-state.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import { buttonClasses } from "@/ui/button.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import { removeSignUpAction } from "../participation.actions.ts";

/** Takes somebody off a shift, with a word that she will read: unfolded first, so without JavaScript too. */
export function RemoveForm({ signUpId, name }: { signUpId: string; name: string }) {
  const [state, send] = useActionState<FormState<void>, FormData>(removeSignUpAction, {});
  const id = useId();
  return (
    <details className="group/remove open:order-last open:basis-full" open={state.error !== undefined || undefined}>
      <summary className={`${buttonClasses({ variant: "quiet" })} cursor-pointer`}>
        <span className="group-open/remove:hidden">
          Retirer<span className="sr-only"> {name}</span>
        </span>
        <span className="hidden group-open/remove:inline">Pas maintenant</span>
      </summary>
      <form action={send} className="mt-3 grid max-w-xl gap-3">
        <input type="hidden" name="signUpId" value={signUpId} />
        <ActSaid said="Retiré·e de la liste" failed={state.error !== undefined} />
        <FormErrors error={state.error && { ...state.error, fields: {} }} />
        <TextAreaField
          id={id}
          name="words"
          label="Un mot pour expliquer"
          hint="Il lui est envoyé, et reste sur la page de l’événement pour elle ou lui seul."
          rows={2}
          maxLength={500}
          required
          defaultValue={state.values?.words}
          error={state.error?.fields?.words}
        />
        <SubmitButton variant="danger" className="justify-self-start">
          Retirer {name}
        </SubmitButton>
      </form>
    </details>
  );
}
