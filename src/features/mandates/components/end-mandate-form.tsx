"use client";

import { useActionState } from "react";
import { ActSaid } from "@/ui/act-said.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { endMandateAction } from "../mandate.actions.ts";

/** Ends a mandate, somebody else's or one's own, with a reason. */
export function EndMandateForm({ mandateId, own }: { mandateId: string; own: boolean }) {
  const [{ error, values }, action] = useActionState(endMandateAction, {});
  return (
    <form action={action} className="grid gap-4">
      <FormErrors error={error} labels={{ reason: "Pourquoi" }} ids={{ reason: `reason-${mandateId}` }} />
      <ActSaid said="La responsabilité est terminée" failed={error !== undefined} />
      <input type="hidden" name="mandateId" value={mandateId} />
      <TextField
        name="reason"
        id={`reason-${mandateId}`}
        label="Pourquoi"
        hint={
          own
            ? "Celles et ceux qui en répondent liront ces mots. Tes droits s’arrêtent tout de suite."
            : "La personne lira ces mots par e-mail. Ses droits s’arrêtent tout de suite."
        }
        required
        minLength={5}
        maxLength={500}
        defaultValue={values?.reason}
        error={error?.fields?.reason}
      />
      <div>
        <SubmitButton variant="danger" pendingLabel="Un instant…">
          {own ? "Renoncer à ma responsabilité" : "Mettre fin à cette responsabilité"}
        </SubmitButton>
      </div>
    </form>
  );
}
