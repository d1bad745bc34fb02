import { type FormEvent, useCallback, useEffect, useState } from "react";

export type Values = Record<string, string>;
/** `sent`: it left with a form; what is shown next tells whether it arrived. */
type Kept = { values: Values; sent: boolean };

function read(key: string): Kept | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return found && typeof found === "object" && "values" in found ? (found as Kept) : null;
  } catch {
    return null; // no storage, or not ours
  }
}

function write(key: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(key, JSON.stringify(kept));
    else localStorage.removeItem(key);
  } catch {
    // A full or forbidden storage only loses the safety net.
  }
}

/** Forgets what was kept of a form, once it has arrived. */
export function forgetSent(key: string): void {
  if (read(key)?.sent) write(key, null);
}

/** What is typed in a form, kept in this browser until it has arrived. `worth`: whether it is worth keeping. */
export function useFormDraft(key: string, worth: (values: Values) => boolean) {
  const [kept, setKept] = useState<Values | null>(null);
  useEffect(() => setKept(read(key)?.values ?? null), [key]);

  function keep(form: HTMLFormElement, sent: boolean): void {
    const fields = [...new FormData(form)].filter(
      (field): field is [string, string] => typeof field[1] === "string" && !/^[_$]/.test(field[0]),
    );
    const values = Object.fromEntries(fields);
    write(key, worth(values) ? { values, sent } : null);
  }

  const forget = useCallback(() => {
    write(key, null);
    setKept(null);
  }, [key]);

  return {
    kept,
    /** The form's own handlers. */
    handlers: {
      onInput: (event: FormEvent<HTMLFormElement>) => keep(event.currentTarget, false),
      onSubmit: (event: FormEvent<HTMLFormElement>) => keep(event.currentTarget, true),
    },
    forget,
  };
}
