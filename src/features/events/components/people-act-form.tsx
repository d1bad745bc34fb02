"use client";

import { type ReactNode, useActionState, useId } from "react";
import type { FormAction, FormState } from "@/platform/next/form-action.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import type { ButtonProps } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/choice-field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";

/** A button that does one thing about one person, place or thing of an event, as a form: it works without JavaScript. */
export function PeopleActForm<Result>({
  action,
  fields,
  said,
  alsoNext,
  children,
  ...button
}: {
  action: FormAction<Result>;
  fields: Readonly<Record<string, string>>;
  /** What is announced once it is done. */
  said: string;
  /** In a series: the same may be done to the next dates. */
  alsoNext?: boolean;
  children: ReactNode;
} & ButtonProps) {
  const [state, send] = useActionState<FormState<Result>, FormData>(action, {});
  const id = useId();
  return (
    <form action={send} className="grid justify-items-start gap-1.5">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormErrors error={state.error && { ...state.error, fields: {} }} />
      <ActSaid said={said} failed={state.error !== undefined} />
      {alsoNext && <Checkbox id={id} name="alsoNext" value="oui" label="Aussi pour les dates suivantes" />}
      <SubmitButton size="compact" variant="secondary" {...button}>
        {children}
      </SubmitButton>
    </form>
  );
}
