"use client";

import { type ReactNode, useActionState } from "react";
import type { FormAction } from "@/core/form-state.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import type { ButtonProps } from "@/ui/button.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";

/** A button that does one thing to an event, with a word where one is asked, as a form: it works without JavaScript. */
export function EventActForm<Result>({
  action,
  eventId,
  fields = {},
  said,
  word,
  children,
  ...button
}: {
  action: FormAction<Result>;
  eventId: string;
  /** What else it says, unseen. */
  fields?: Readonly<Record<string, string>>;
  /** What is announced once it is done. */
  said?: string;
  /** The word that goes with it: how it is asked for. */
  word?: { label: string; hint: string };
  children: ReactNode;
  pendingLabel?: string;
} & ButtonProps) {
  const [state, send] = useActionState<Awaited<ReturnType<FormAction<Result>>>, FormData>(action, {});
  const errors = state.error?.fields ?? {};
  return (
    <form action={send} className="grid w-full justify-items-start gap-3">
      <input type="hidden" name="eventId" value={eventId} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormErrors error={state.error && (word ? state.error : { ...state.error, fields: {} })} />
      {said && <ActSaid said={said} failed={state.error !== undefined} />}
      {word && (
        <TextAreaField
          name="reason"
          label={word.label}
          hint={word.hint}
          required
          maxLength={1000}
          defaultValue={state.values?.reason}
          error={errors.reason}
          className="w-full"
        />
      )}
      <SubmitButton {...button}>{children}</SubmitButton>
    </form>
  );
}
