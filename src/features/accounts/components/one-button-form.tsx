"use client";

import { type ReactNode, useActionState } from "react";
import type { FormAction } from "@/core/form-state.ts";
import type { ButtonProps } from "@/ui/button.tsx";
import { FieldError } from "@/ui/field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";

/** A button that does one thing, as a form: it works without JavaScript. */
export function OneButtonForm<Result>({
  action,
  fields = {},
  children,
  className,
  ...button
}: {
  action: FormAction<Result>;
  /** Hidden fields. */
  fields?: Readonly<Record<string, string>>;
  children: ReactNode;
} & Omit<ButtonProps, "action">) {
  const [state, send] = useActionState<Awaited<ReturnType<FormAction<Result>>>, FormData>(action, {});
  return (
    <form action={send} className={className}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton {...button}>{children}</SubmitButton>
      {state.error && (
        <div role="alert" className="mt-2">
          <FieldError id="one-button-error">{state.error.message}</FieldError>
        </div>
      )}
    </form>
  );
}
