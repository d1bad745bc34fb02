"use client";

import { useActionState } from "react";
import type { FormState } from "@/core/form-state.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import { Checkbox } from "@/ui/choice-field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { addItemAction } from "../organiser.actions.ts";

const labels = { label: "Quoi", quantity: "Combien" };

/** One more thing to bring. */
export function AddItemForm({ eventId, inSeries }: { eventId: string; inSeries: boolean }) {
  const [state, send] = useActionState<FormState<unknown>, FormData>(addItemAction as never, {});
  const errors = state.error?.fields ?? {};
  return (
    <form action={send} className="grid gap-2.5 border-t border-line pt-4">
      <input type="hidden" name="eventId" value={eventId} />
      <FormErrors error={state.error} labels={labels} />
      <ActSaid said="C’est sur la liste." failed={state.error !== undefined} />
      <div className="grid grid-cols-[minmax(0,1fr)_5.5rem] gap-2">
        <TextField
          name="label"
          label="Quoi"
          required
          maxLength={80}
          autoComplete="off"
          defaultValue={state.values?.label}
          error={errors.label}
        />
        <TextField
          name="quantity"
          label="Combien"
          inputMode="numeric"
          required
          maxLength={4}
          defaultValue={state.values?.quantity ?? "1"}
          error={errors.quantity}
        />
      </div>
      {inSeries && <Checkbox name="alsoNext" value="oui" label="Aussi pour les dates suivantes" />}
      <SubmitButton size="compact" variant="secondary" className="justify-self-start">
        Ajouter à la liste
      </SubmitButton>
    </form>
  );
}
