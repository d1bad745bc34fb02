import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import { publicError } from "@/core/app-error.ts";
import type { FormAction } from "@/core/form-state.ts";
import type { Command } from "../command.ts";
import { toAppError } from "../db/errors.ts";
import { log } from "../log.ts";
import { currentCaller } from "./current-actor.ts";

/** Hidden field holding the idempotency key. */
export const KEY_FIELD = "_cle";
const SECRET_FIELD = /password|code|mot-de-passe/i;

/** A form's fields as a plain object: repeated names become arrays; Next's own fields and the key are left out. */
export function fieldsOf(form: FormData): Record<string, string | string[]> {
  const fields = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION") || name === KEY_FIELD) continue;
    const text = typeof value === "string" ? value : "";
    const known = fields.get(name);
    if (known) known.push(text);
    else fields.set(name, [text]);
  }
  // fromEntries defines, never assigns: "__proto__" is a field like another.
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? "")]),
  );
}

/** The door for forms: works before hydration and without JavaScript. `then` may set cookies and redirect. */
export function formAction<Schema extends z.ZodType, Result>(
  command: Command<Schema, Result>,
  options: {
    /** Builds the input when the form's fields are not it; `z` checks the outcome all the same. */
    read?: (fields: Record<string, string | string[]>) => unknown;
    then?: (result: Result) => Promise<void> | void;
  } = {},
): FormAction<Result> {
  return async (_state, posted) => {
    // The network may post anything in the form's place.
    const form = posted instanceof FormData ? posted : new FormData();
    const fields = fieldsOf(form);
    let result: Result;
    try {
      const key = form.get(KEY_FIELD);
      const caller = await currentCaller(typeof key === "string" && key.length <= 64 ? key : null);
      const input = options.read ? await options.read(fields) : fields;
      result = await command(caller, input as z.input<Schema>);
    } catch (error) {
      const failure = toAppError(error);
      if (failure.code === "unexpected")
        log.error(
          { err: failure.cause, command: command.commandName, requestId: (await headers()).get("x-request-id") },
          "fault",
        );
      return { error: publicError(failure), values: typed(fields) };
    }
    await options.then?.(result); // redirects by throwing: outside the try
    // A command that answers nothing was done all the same: `undefined` would be lost on its way to the browser.
    return { done: (result ?? null) as Result };
  };
}

function typed(fields: Record<string, string | string[]>): Record<string, string> {
  const entries = Object.entries(fields).filter(
    ([name, value]) => typeof value === "string" && !SECRET_FIELD.test(name),
  );
  return Object.fromEntries(entries) as Record<string, string>;
}
