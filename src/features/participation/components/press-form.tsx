"use client";

import { type ReactNode, useActionState } from "react";
import { useFormStatus } from "react-dom";
import type { FormAction, FormState } from "@/core/form-state.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import { Button, type ButtonProps } from "@/ui/button.tsx";

/** One button that does one thing, as a form: it works without JavaScript. Pressed, it says at once what it becomes. */
export function PressForm<Result>({
  action,
  fields,
  said,
  becomes,
  extra,
  className = "grid justify-items-start gap-2",
  look,
  children,
  ...button
}: {
  action: FormAction<Result>;
  fields: Readonly<Record<string, string>>;
  /** What is announced once it is done. */
  said?: string;
  /** The words of the button while it is on its way. */
  becomes?: ReactNode;
  /** Classes of the button. */
  look?: string;
  /** Other fields, before the button. */
  extra?: ReactNode;
  children: ReactNode;
} & Omit<ButtonProps, "action">) {
  const [state, send] = useActionState<FormState<Result>, FormData>(action, {});
  return (
    <form action={send} className={className}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ActSaid said={said} failed={state.error !== undefined} />
      {extra}
      <Press {...button} className={look} becomes={becomes}>
        {children}
      </Press>
      {state.error && (
        <p role="alert" className="max-w-[34ch] text-note font-semibold text-rose-strong">
          {state.error.fields ? Object.values(state.error.fields)[0] : state.error.message}
        </p>
      )}
    </form>
  );
}

function Press({ becomes, children, ...button }: { becomes: ReactNode } & ButtonProps) {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      {...button}
      aria-busy={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    >
      {pending && becomes ? becomes : children}
    </Button>
  );
}
