"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { CodeField, TextField } from "@/ui/text-field.tsx";
import { eraseAccountAction } from "../account.actions.ts";
import { codeError } from "./code-form.tsx";

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
      <SubmitButton variant="danger" wide pendingLabel="Suppression…">
        Supprimer pour toujours
      </SubmitButton>
    </form>
  );
}

/** Erases with a fresh code as proof. */
export function EraseByCodeForm() {
  const [state, send] = useActionState(eraseAccountAction, {});
  return (
    <form action={send} className="grid gap-5">
      <FormErrors error={state.error} />
      <CodeField name="code" label="Le code reçu par e-mail" required error={codeError(state)} />
      <SubmitButton variant="danger" wide pendingLabel="Suppression…">
        Supprimer pour toujours
      </SubmitButton>
    </form>
  );
}
