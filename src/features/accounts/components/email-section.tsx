"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { requestEmailChangeAction } from "../account.actions.ts";
import { CurrentPasswordField } from "./current-password-field.tsx";

const ids = { email: "new-email", currentPassword: "email-password" };

/** Asks for a code at the new address. */
export function EmailSection({
  email,
  hasPassword,
  freshSession,
}: {
  email: string;
  hasPassword: boolean;
  freshSession: boolean;
}) {
  const [state, send] = useActionState(requestEmailChangeAction, {});
  if (!hasPassword && !freshSession) {
    return (
      <p className="text-[0.96875rem] text-ink-2">
        Aujourd’hui : <span className="break-all">{email}</span>. Par sécurité, déconnecte-toi et reviens avec un code :
        tu pourras changer d’adresse dans le quart d’heure.
      </p>
    );
  }
  return (
    <form action={send} className="grid gap-5">
      <FormErrors error={state.error} ids={ids} />
      <TextField
        name="email"
        id="new-email"
        type="email"
        label="Ta nouvelle adresse"
        hint={
          <>
            Aujourd’hui : <span className="break-all">{email}</span>. Nous envoyons un code à la nouvelle, et un mot à
            l’ancienne.
          </>
        }
        autoComplete="email"
        required
        defaultValue={state.values?.email}
        error={state.error?.fields?.email}
      />
      {hasPassword && (
        <CurrentPasswordField
          id="email-password"
          freshSession={freshSession}
          error={state.error?.fields?.currentPassword}
        />
      )}
      <SubmitButton variant="secondary" className="justify-self-start" pendingLabel="Envoi du code…">
        Changer d’adresse
      </SubmitButton>
    </form>
  );
}
