"use client";

import { type ReactNode, useActionState } from "react";
import type { FormAction, FormState } from "@/platform/next/form-action.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import type { ButtonProps } from "@/ui/button.tsx";
import { ErrorSummary } from "@/ui/error-summary.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";

/** One button that does one thing to a conversation, as a form: it works without JavaScript. */
export function OneActForm<Result>({
  action,
  fields,
  said,
  before,
  children,
  ...button
}: {
  action: FormAction<Result>;
  fields: Readonly<Record<string, string>>;
  said?: string;
  /** Fields to fill, above the button. */
  before?: ReactNode;
  children: ReactNode;
} & Omit<ButtonProps, "action">) {
  const [state, send] = useActionState<FormState<Result>, FormData>(action, {});
  return (
    <form action={send} className="grid justify-items-start gap-2">
      {state.error && <ErrorSummary message={Object.values(state.error.fields ?? {})[0] ?? state.error.message} />}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {before}
      <ActSaid said={said} failed={state.error !== undefined} />
      <SubmitButton {...button}>{children}</SubmitButton>
    </form>
  );
}
