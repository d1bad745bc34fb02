"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { inviteByEmailAction } from "../coopain.actions.ts";

/** One address at a time; what became of it is said to nobody. */
export function InviteByEmailForm() {
  const [state, send] = useActionState(inviteByEmailAction, {});
  return (
    <form action={send} className="grid gap-4">
      {state.done !== undefined && (
        <Notice tone="success" role="status">
          C’est noté. Si cette adresse peut recevoir une invitation, elle part dans un instant, en ton nom.
        </Notice>
      )}
      <FormErrors error={state.error} labels={{ email: "Adresse e-mail" }} />
      <TextField
        name="email"
        type="email"
        label="Son adresse e-mail"
        hint="Un seul message, jamais de rappel. Il dit que l’adresse vient de toi."
        autoComplete="off"
        required
        key={state.done === undefined ? "typed" : "sent"}
        defaultValue={state.values?.email}
        error={state.error?.fields?.email}
      />
      <SubmitButton icon="mail" className="justify-self-start" pendingLabel="Envoi…">
        Envoyer l’invitation
      </SubmitButton>
    </form>
  );
}
