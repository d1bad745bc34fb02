"use client";

import { useActionState } from "react";
import { FieldError } from "@/ui/field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { CodeField, TextField } from "@/ui/text-field.tsx";
import { eraseAccountAction, requestErasureCodeAction } from "../personal-data.actions.ts";

const erase = (
  <SubmitButton variant="danger" wide pendingLabel="Suppression…">
    Supprimer pour toujours
  </SubmitButton>
);

/** Erases with the password as proof. */
export function EraseByPasswordForm() {
  const [state, send] = useActionState(eraseAccountAction, {});
  return (
    <form action={send} className="grid gap-5">
      <FormErrors error={state.error} />
      <TextField
        name="password"
        type="password"
        label="Ton mot de passe"
        autoComplete="current-password"
        maxLength={200}
        required
        error={state.error?.fields?.password}
      />
      {erase}
    </form>
  );
}

/** Erases with a fresh code as proof. */
export function EraseByCodeForm() {
  const [state, send] = useActionState(eraseAccountAction, {});
  const { code, codeId, browserSecret } = state.error?.fields ?? {};
  return (
    <form action={send} className="grid gap-5">
      <FormErrors error={state.error} />
      <CodeField name="code" label="Le code reçu par e-mail" required error={code ?? codeId ?? browserSecret} />
      {erase}
    </form>
  );
}

/** Asks for that code. */
export function AskErasureCodeForm() {
  const [state, send] = useActionState(requestErasureCodeAction, {});
  return (
    <form action={send}>
      <SubmitButton variant="secondary">Recevoir un code par e-mail</SubmitButton>
      {state.error && (
        <div role="alert" className="mt-2">
          <FieldError id="erasure-code-error">{state.error.message}</FieldError>
        </div>
      )}
    </form>
  );
}
