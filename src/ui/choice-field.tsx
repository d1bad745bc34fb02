import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { controlProps, FieldError, type FieldProps, RequiredMark } from "./field.tsx";

/** A box to tick; its whole line is the target. Never ticked in advance for a consent. */
export function Checkbox({
  label,
  hint,
  error,
  className,
  name,
  id = name,
  required,
  ...rest
}: FieldProps & Omit<ComponentProps<"input">, keyof FieldProps>) {
  return (
    <div className={classNames("grid gap-1", className)}>
      <label htmlFor={id} className="flex min-h-11 items-start gap-3 py-2">
        <input
          type="checkbox"
          {...rest}
          {...controlProps({ name, id, label, hint, error, required })}
          className="mt-0.5 size-5 shrink-0 accent-rose"
        />
        <span>
          {label}
          {required && <RequiredMark />}
          {hint !== undefined && (
            <span id={`${id}-hint`} className="mt-0.5 block text-note text-ink-3">
              {hint}
            </span>
          )}
        </span>
      </label>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

export interface Choice {
  value: string;
  label: ReactNode;
  /** A sentence under the label. */
  hint?: ReactNode;
  tone?: "pour" | "contre";
  disabled?: boolean;
}

type ChoiceProps = FieldProps & {
  choices: readonly Choice[];
  defaultValue?: string | undefined;
} & Pick<ComponentProps<"input">, "onChange" | "form">;

/** Two to five choices as cards, each a native radio with room for a sentence. */
export function RadioCards({
  name,
  id = name,
  label,
  hint,
  error,
  required,
  choices,
  defaultValue,
  className,
  ...rest
}: ChoiceProps) {
  const { "aria-describedby": describedBy } = controlProps({ name, id, label, hint, error });
  return (
    <fieldset className={classNames("grid gap-2", className)} aria-describedby={describedBy}>
      <legend className="mb-1.5 text-[0.96875rem] font-[650]">
        {label}
        {required && <RequiredMark />}
      </legend>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="-mt-1.5 text-note text-ink-3">
          {hint}
        </p>
      )}
      <div className="grid gap-2.5 sm:grid-cols-2">
        {choices.map((choice, index) => (
          <label
            key={choice.value}
            className="flex items-start gap-3 rounded-card border-[1.5px] border-control bg-card px-4 py-3.5 transition-colors hover:border-ink-2 has-checked:border-rose has-checked:bg-rose-soft has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
          >
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${choice.value}`}
              name={name}
              value={choice.value}
              defaultChecked={defaultValue === choice.value}
              required={required}
              disabled={choice.disabled}
              className="mt-0.5 size-5 shrink-0 accent-rose outline-none"
              {...rest}
            />
            <span>
              <span className="block font-[650]">{choice.label}</span>
              {choice.hint !== undefined && <span className="mt-0.5 block text-note text-ink-2">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}

const checkedTone = {
  pour: "has-checked:bg-pour has-checked:text-on-pour",
  contre: "has-checked:bg-contre has-checked:text-on-contre",
  none: "has-checked:bg-ink has-checked:text-paper",
};

/** Two or three short words in one pill, each a native radio: "Pour | Contre". The label is read, not shown. */
export function Segmented({
  name,
  id = name,
  label,
  error,
  required,
  choices,
  defaultValue,
  className,
  hint: _,
  ...rest
}: ChoiceProps) {
  return (
    <fieldset className={classNames("min-w-0", className)} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="sr-only">{label}</legend>
      <div className="inline-flex rounded-full border border-control p-[3px]">
        {choices.map((choice, index) => (
          <label
            key={choice.value}
            className={classNames(
              "relative inline-flex min-h-10 items-center rounded-full px-4.5 text-[0.96875rem] font-[650] text-ink-2 transition-colors hover:text-ink pointer-coarse:min-h-11",
              "has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-ink",
              checkedTone[choice.tone ?? "none"],
            )}
          >
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${choice.value}`}
              name={name}
              value={choice.value}
              defaultChecked={defaultValue === choice.value}
              required={required}
              disabled={choice.disabled}
              className="absolute inset-0 cursor-pointer appearance-none rounded-full outline-none"
              {...rest}
            />
            <span className="pointer-events-none relative">{choice.label}</span>
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
