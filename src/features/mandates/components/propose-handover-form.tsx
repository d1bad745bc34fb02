"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { SelectField, TextField } from "@/ui/text-field.tsx";
import { proposeHandoverAction } from "../mandate.actions.ts";

const labels = { successorId: "Qui prend la suite", effectiveAt: "À partir du", endsAt: "Jusqu’au" };

/** Names who comes after, and the day. `today` and `last` are days as date fields hold them. */
export function ProposeHandoverForm({
  mandateId,
  candidates,
  today,
  last,
}: {
  mandateId: string;
  candidates: readonly { id: string; name: string }[];
  today: string;
  last: string;
}) {
  const [{ error, values }, action] = useActionState(proposeHandoverAction, {});
  const chosen = values?.successorId ?? "";
  return (
    <form action={action} className="grid gap-5">
      <FormErrors error={error} labels={labels} />
      <input type="hidden" name="mandateId" value={mandateId} />
      <SelectField
        key={chosen}
        name="successorId"
        label={labels.successorId}
        hint="Une personne adhérente de la section, dont l’adhésion est vérifiée."
        required
        defaultValue={chosen}
        error={error?.fields?.successorId}
      >
        <option value="" disabled>
          Choisir
        </option>
        {candidates.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="grid gap-5 items-start sm:grid-cols-2">
        <TextField
          name="effectiveAt"
          type="date"
          label={labels.effectiveAt}
          hint="Les droits passent ce jour-là."
          required
          min={today}
          max={last}
          defaultValue={values?.effectiveAt ?? today}
          error={error?.fields?.effectiveAt}
        />
        <TextField
          name="endsAt"
          type="date"
          label={labels.endsAt}
          hint="Laisse vide s’il n’y a pas de date de fin."
          min={today}
          defaultValue={values?.endsAt}
          error={error?.fields?.endsAt}
        />
      </div>
      <div>
        <SubmitButton pendingLabel="Envoi…">Proposer la passation</SubmitButton>
      </div>
    </form>
  );
}
