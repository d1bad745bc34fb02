"use client";

import { useActionState } from "react";
import type { FormAction, FormState } from "@/core/form-state.ts";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { CodeField } from "@/ui/text-field.tsx";

/** What is wrong with a code: its digits, or the browser that no longer waits for it. */
export const codeError = ({ error }: FormState) =>
  error?.fields?.code ?? error?.fields?.codeId ?? error?.fields?.browserSecret;

/** The six digits that came by e-mail. */
export function CodeForm<Result>({ action, submit }: { action: FormAction<Result>; submit: string }) {
  const [state, send] = useActionState<FormState<Result>, FormData>(action, {});
  return (
    <form action={send} className="grid gap-5">
      <FormErrors error={state.error} />
      <CodeField
        name="code"
        label="Le code à 6 chiffres"
        hint="Tu as 15 minutes et 5 essais."
        required
        autoFocus
        error={codeError(state)}
      />
      <SubmitButton size="large" wide pendingLabel="Un instant…">
        {submit}
      </SubmitButton>
    </form>
  );
}
