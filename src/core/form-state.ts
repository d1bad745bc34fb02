import type { PublicError } from "./app-error.ts";

/** What a form shows after it was sent: what is wrong and what was typed, or what was done. */
export type FormState<Result = unknown> = {
  error?: PublicError;
  /** What was typed, so that nothing is lost; never a secret. */
  values?: Record<string, string>;
  done?: Result;
};

/** Where a form is sent: `formAction` of platform/next makes one of a command. */
export type FormAction<Result = unknown> = (state: FormState<Result>, form: FormData) => Promise<FormState<Result>>;
