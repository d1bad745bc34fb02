"use client";

import { type ReactNode, useActionState } from "react";
import type { FormAction } from "@/core/form-state.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import type { ButtonProps } from "@/ui/button.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";

/** A button that does one thing in a group, with a word where one is asked, as a form: it works without JavaScript. */
export function GroupActForm<Result>({
  action,
  fields,
  said,
  word,
  before,
  children,
  ...button
}: {
  action: FormAction<Result>;
  /** What goes with it, unseen. */
  fields: Readonly<Record<string, string>>;
  /** What is announced once it is done. */
  said?: string;
  /** The word that goes with it: its field and how it is asked for. */
  word?: { name: string; label: string; hint: string; minLength: number };
  /** Above the button, with the errors of its fields. */
  before?: (errors: Readonly<Record<string, string>>) => ReactNode;
  children: ReactNode;
  pendingLabel?: string;
} & ButtonProps) {
  const [state, send] = useActionState<Awaited<ReturnType<FormAction<Result>>>, FormData>(action, {});
  const errors = state.error?.fields ?? {};
  const shown = word || before;
  return (
    <form action={send} className="grid justify-items-start gap-3">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormErrors error={state.error && (shown ? state.error : { ...state.error, fields: {} })} />
      {said && <ActSaid said={said} failed={state.error !== undefined} />}
      {before?.(errors)}
      {word && (
        <TextAreaField
          id={`${word.name}-${Object.values(fields).at(-1)}`}
          name={word.name}
          label={word.label}
          hint={word.hint}
          required
          minLength={word.minLength}
          maxLength={500}
          defaultValue={state.values?.[word.name]}
          error={errors[word.name]}
          className="w-full"
        />
      )}
      <SubmitButton {...button}>{children}</SubmitButton>
    </form>
  );
}
