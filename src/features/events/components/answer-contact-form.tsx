"use client";

import { useActionState } from "react";
import type { FormState } from "@/core/form-state.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import { Checkbox } from "@/ui/choice-field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextField } from "@/ui/text-field.tsx";
import type { ContactView } from "../contact.queries.ts";
import { answerContactAction } from "../organiser.actions.ts";

const labels = { phone: "Mon numéro", consent: "Mon accord" };

/** Who was named gives her number herself, in clear words. */
export function AnswerContactForm({ contact: { eventId, inSeries } }: { contact: ContactView }) {
  const [state, send] = useActionState<FormState<unknown>, FormData>(answerContactAction as never, {});
  const errors = state.error?.fields ?? {};
  return (
    <form action={send} className="grid gap-3">
      <input type="hidden" name="eventId" value={eventId} />
      <FormErrors error={state.error} labels={labels} />
      <ActSaid said="Merci ! Les personnes inscrites voient ton numéro." failed={state.error !== undefined} />
      <TextField
        name="phone"
        type="tel"
        label="Mon numéro"
        hint="06 12 34 56 78"
        autoComplete="tel"
        inputMode="tel"
        required
        maxLength={40}
        defaultValue={state.values?.phone}
        error={errors.phone}
        className="max-w-72"
      />
      <Checkbox
        name="consent"
        value="oui"
        label="Je suis d’accord pour que les personnes inscrites voient mon nom et ce numéro"
        hint="Elles, celles et ceux qui organisent et les responsables du lieu, jusqu’à sept jours après la fin. Ensuite il est effacé. Tu le retires quand tu veux, en un clic."
        required
        error={errors.consent}
      />
      {inSeries && (
        <Checkbox
          name="forSeries"
          value="oui"
          label="Pour toutes les dates à venir de cette série, pas seulement celle-ci"
        />
      )}
      <SubmitButton className="justify-self-start" pendingLabel="Un instant…">
        Donner mon numéro
      </SubmitButton>
    </form>
  );
}
