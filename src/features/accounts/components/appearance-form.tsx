"use client";

import { useActionState } from "react";
import { organisation } from "@/core/organisation.ts";
import { RadioCards } from "@/ui/choice-field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { chooseAppearanceAction } from "../account.actions.ts";
import type { Appearance } from "../appearance.rules.ts";

const choices = [
  {
    value: "systeme",
    label: "Comme mon appareil",
    hint: "Claire le jour, sombre la nuit, si c’est ainsi qu’il est réglé.",
  },
  { value: "clair", label: "Claire", hint: "Toujours sur fond clair." },
  { value: "sombre", label: "Sombre", hint: "Toujours sur fond sombre." },
] satisfies { value: Appearance; label: string; hint: string }[];

/** How her screens look. */
export function AppearanceForm({ appearance }: { appearance: Appearance }) {
  const [state, send] = useActionState(chooseAppearanceAction, {});
  return (
    <form action={send} className="grid gap-5">
      <FormErrors error={state.error} />
      <RadioCards
        key={appearance}
        name="appearance"
        label={`${organisation.name} est`}
        choices={choices}
        defaultValue={appearance}
        required
        error={state.error?.fields?.appearance}
      />
      <SubmitButton className="justify-self-start" pendingLabel="Un instant…">
        Garder cette apparence
      </SubmitButton>
    </form>
  );
}
