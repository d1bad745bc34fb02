import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { Field, type FieldProps } from "./field.tsx";
import { Icon } from "./icons.tsx";

const box =
  "w-full min-h-12 rounded-control border-[1.5px] border-control bg-card px-3.5 py-2.5 text-ink transition-colors hover:border-ink-2 aria-invalid:border-rose aria-invalid:bg-rose-soft/40 disabled:bg-sunken disabled:text-ink-3";

/** One line of text, bare: prefer TextField, which labels it. */
export function TextInput({ className, ...rest }: ComponentProps<"input">) {
  return <input type="text" className={classNames(box, className)} {...rest} />;
}

/** Several lines of text, bare; grows with what is typed where the browser can. */
export function TextArea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea rows={rows} className={classNames(box, "field-sizing-content max-h-96 resize-y", className)} {...rest} />
  );
}

/** A native list of choices, bare. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className="relative block">
      <select className={classNames(box, "appearance-none pr-10", className)} {...rest}>
        {children}
      </select>
      <Icon
        name="down"
        size={18}
        className="pointer-events-none absolute top-1/2 right-3.5 -translate-y-1/2 text-ink-2"
      />
    </span>
  );
}

function split<P extends FieldProps>({ label, hint, error, className, ...control }: P) {
  const { name, id, required } = control;
  return { field: { label, hint, error, className, name, id, required } satisfies FieldProps, control };
}

/** A labelled line of text. */
export function TextField(props: FieldProps & Omit<ComponentProps<"input">, keyof FieldProps>) {
  const { field, control } = split(props);
  return <Field {...field}>{(aria) => <TextInput {...control} {...aria} />}</Field>;
}

/** A labelled text of several lines. */
export function TextAreaField(props: FieldProps & Omit<ComponentProps<"textarea">, keyof FieldProps>) {
  const { field, control } = split(props);
  return <Field {...field}>{(aria) => <TextArea {...control} {...aria} />}</Field>;
}

/** A labelled list of choices; `children` are options. */
export function SelectField(props: FieldProps & Omit<ComponentProps<"select">, keyof FieldProps>) {
  const { field, control } = split(props);
  return <Field {...field}>{(aria) => <Select {...control} {...aria} />}</Field>;
}

/** The 6-digit code that came by e-mail: digits keyboard, filled in by the phone where it can. */
export function CodeField(props: FieldProps & Omit<ComponentProps<"input">, keyof FieldProps>) {
  const { field, control } = split(props);
  return (
    <Field {...field}>
      {(aria) => (
        <TextInput
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          {...control}
          {...aria}
          className="max-w-64 text-center font-display text-2xl! font-bold tracking-[0.3em] tabular-nums"
        />
      )}
    </Field>
  );
}
