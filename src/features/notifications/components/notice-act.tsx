"use client";

import { type ReactNode, useActionState, useEffect } from "react";
import type { FormAction, FormState } from "@/platform/next/form-action.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import type { ButtonProps } from "@/ui/button.tsx";
import { ErrorSummary } from "@/ui/error-summary.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { noticesChanged } from "./notices-changed.ts";

/** One button that changes what she is told, as a form: it works without JavaScript; the bell then counts again. */
export function NoticeAct<Result>({
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
} & Omit<ButtonProps, "action">) {
  const [state, send] = useActionState<FormState<Result>, FormData>(action, {});
  useEffect(() => {
    if (state.done !== undefined) noticesChanged();
  }, [state.done]);
  return (
    <form action={send} className="grid gap-2">
      {state.error && <ErrorSummary message={state.error.message} />}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ActSaid said={said} failed={state.error !== undefined} />
      <SubmitButton {...button}>{children}</SubmitButton>
    </form>
  );
}
