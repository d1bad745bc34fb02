"use client";

import { type ReactNode, useActionState, useEffect } from "react";
import type { PublicError } from "@/core/app-error.ts";
import type { FormAction, FormState } from "@/core/form-state.ts";
import { ActSaid } from "./act-said.tsx";
import type { ButtonProps } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { FormErrors } from "./form-errors.tsx";
import { SubmitButton } from "./submit-button.tsx";

export type ActFormProps<Result> = {
  action: FormAction<Result>;
  /** What goes with it, unseen. */
  fields: Readonly<Record<string, string>>;
  /** What is announced once it is done. */
  said?: string;
  /** Fields to fill, above the button. */
  before?: ReactNode;
  /** The button takes the width of what is around it. */
  stretched?: boolean;
  onDone?: () => void;
  pendingLabel?: string;
  children: ReactNode;
} & Omit<ButtonProps, "action">;

/** One button that does one thing, as a form: it works without JavaScript, and a mail scanner that reads changes nothing. */
export function ActForm<Result>({
  action,
  fields,
  said,
  before,
  stretched = false,
  onDone,
  children,
  ...button
}: ActFormProps<Result>) {
  const [state, send] = useActionState<FormState<Result>, FormData>(action, {});
  useEffect(() => {
    if (state.done !== undefined) onDone?.();
  }, [state.done, onDone]);
  return (
    <form action={send} className={classNames("grid gap-2", !stretched && "justify-items-start")}>
      <FormErrors error={state.error && inOneSentence(state.error)} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {before}
      <ActSaid said={said} failed={state.error !== undefined} />
      <SubmitButton {...button}>{children}</SubmitButton>
    </form>
  );
}

/** There is no list of fields to mend here: what is wrong with the first of them is what is wrong. */
function inOneSentence({ fields = {}, ...error }: PublicError): PublicError {
  return { ...error, message: Object.values(fields)[0] ?? error.message };
}
