"use client";

import { type ReactNode, useActionState } from "react";
import type { FormAction, FormState } from "@/platform/next/form-action.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import type { ButtonProps } from "@/ui/button.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";

/** A button that does one thing about one person, as a form: it works without JavaScript. */
export function DeskActForm<Result>({
  action,
  fields,
  said,
  children,
  ...button
}: {
  action: FormAction<Result>;
  fields: Readonly<Record<string, string>>;
  /** What is announced once it is done. */
  said: string;
  children: ReactNode;
  pendingLabel?: string;
} & ButtonProps) {
  const [state, send] = useActionState<FormState<Result>, FormData>(action, {});
  return (
    <form action={send} className="grid justify-items-start gap-2">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormErrors error={state.error && { ...state.error, fields: {} }} />
      <ActSaid said={said} failed={state.error !== undefined} />
      <SubmitButton size="compact" {...button}>
        {children}
      </SubmitButton>
    </form>
  );
}
