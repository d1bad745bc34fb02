"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { requestEmailChangeAction } from "../account.actions.ts";
import { FormErrors } from "./form-errors.tsx";

const ids = { email: "new-email" };

/** Asks for a code at the new address. */
export function EmailSection({ email }: { email: string }) {
  const [state, send] = useActionState(requestEmailChangeAction, {});
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
      <SubmitButton variant="secondary" className="justify-self-start" pendingLabel="Envoi du code…">
        Changer d’adresse
      </SubmitButton>
    </form>
  );
}
