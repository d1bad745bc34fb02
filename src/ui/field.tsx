import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icons.tsx";

/** What a control must carry so that its label, hint and error are read with it. */
export interface ControlProps {
  id: string;
  name: string;
  required?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

export interface FieldProps {
  name: string;
  label: ReactNode;
  /** Under the label, before typing. */
  hint?: ReactNode;
  /** What to change, in words; from `AppError.fields[name]`. */
  error?: string | null | undefined;
  required?: boolean | undefined;
  /** Two fields of one name on a page need ids of their own. */
  id?: string | undefined;
  className?: string | undefined;
}

/** A problem with one field, in words and with a sign, never by colour alone. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-note font-semibold text-rose-strong">
      <Icon name="warning" size={16} className="mt-0.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

/** The mark of what must be filled in; the asterisk is explained by RequiredNote. */
export function RequiredMark() {
  return (
    <span aria-hidden="true" className="ml-0.5 text-rose">
      *
    </span>
  );
}

/** One line at the head of a form. */
export function RequiredNote() {
  return (
    <p className="text-note text-ink-3">
      Les champs marqués
      <RequiredMark /> sont obligatoires.
    </p>
  );
}

/** The ids and aria attributes of the control of a field. */
export function controlProps({ name, id = name, hint, error, required }: FieldProps): ControlProps {
  const describedBy = classNames(hint !== undefined && `${id}-hint`, Boolean(error) && `${id}-error`);
  return {
    id,
    name,
    ...(required && { required }),
    ...(describedBy && { "aria-describedby": describedBy }),
    ...(error && { "aria-invalid": true as const }),
  };
}

/** A label, a hint, a control and its error; `children` receives what the control must carry. */
export function Field({ children, ...field }: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { name, id = name, label, hint, error, required, className } = field;
  return (
    <div className={classNames("grid gap-1.5", className)}>
      <label htmlFor={id} className="text-[0.96875rem] font-[650]">
        {label}
        {required && <RequiredMark />}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-note text-ink-3">
          {hint}
        </p>
      )}
      {children(controlProps(field))}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
