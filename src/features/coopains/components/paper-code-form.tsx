"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { openPaperCodeAction } from "../coopain.actions.ts";

/** The code on paper, however it is typed. */
export function PaperCodeForm() {
  const [state, send] = useActionState(openPaperCodeAction, {});
  return (
    <form action={send} className="grid gap-5">
      <FormErrors error={state.error} labels={{ code: "Code" }} />
      <TextField
        name="code"
        label="Le code de ton invitation"
        hint="Dix lettres et chiffres. Majuscules, espaces et tirets n’ont pas d’importance."
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        required
        className="[&_input]:max-w-72 [&_input]:font-display [&_input]:text-xl [&_input]:font-bold [&_input]:tracking-[0.12em] [&_input]:uppercase"
        error={state.error?.fields?.code}
      />
      <SubmitButton className="justify-self-start" size="large">
        Continuer
      </SubmitButton>
    </form>
  );
}
