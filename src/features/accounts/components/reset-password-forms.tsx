"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { CodeField, TextField } from "@/ui/text-field.tsx";
import { requestPasswordResetAction, resetPasswordAction } from "../account.actions.ts";
import { codeError } from "./code-form.tsx";

/** Asks for the code that lets one choose a new password. */
export function RequestPasswordResetForm({ email }: { email?: string | undefined }) {
  const [state, send] = useActionState(requestPasswordResetAction, {});
  return (
    <form action={send} className="grid gap-5">
      <FormErrors error={state.error} />
      <TextField
        name="email"
        type="email"
        label="Ton adresse e-mail"
        autoComplete="email"
        required
        defaultValue={state.values?.email ?? email}
        error={state.error?.fields?.email}
      />
      <SubmitButton size="large" wide pendingLabel="Envoi du code…">
        Recevoir un code
      </SubmitButton>
    </form>
  );
}

/** The code, and the new password. */
export function ResetPasswordForm() {
  const [state, send] = useActionState(resetPasswordAction, {});
  return (
    <form action={send} className="grid gap-5">
      <FormErrors error={state.error} />
      <CodeField name="code" label="Le code à 6 chiffres" required autoFocus error={codeError(state)} />
      <NewPasswordField error={state.error?.fields?.password} label="Ton nouveau mot de passe" />
      <SubmitButton size="large" wide pendingLabel="Un instant…">
        Changer mon mot de passe
      </SubmitButton>
    </form>
  );
}

/** A password to choose: long rather than complicated. */
export function NewPasswordField({ label, error }: { label: string; error?: string | undefined }) {
  return (
    <TextField
      name="password"
      type="password"
      label={label}
      hint="12 caractères au moins. Quelques mots qui ne vont pas ensemble font très bien l’affaire."
      autoComplete="new-password"
      minLength={12}
      maxLength={200}
      required
      error={error}
    />
  );
}
