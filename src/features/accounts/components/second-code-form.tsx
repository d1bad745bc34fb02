"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { CodeField, TextField } from "@/ui/text-field.tsx";
import { passSecondFactorAction } from "../account.actions.ts";
import { codeError } from "./code-form.tsx";

/** The second code of a sign-in: the telephone's six digits, or a recovery code. */
export function SecondCodeForm({ withRecoveryCode }: { withRecoveryCode: boolean }) {
  const [state, send] = useActionState(passSecondFactorAction, {});
  const field = { name: "code", required: true, autoFocus: true, error: codeError(state) } as const;
  return (
    <form action={send} className="grid gap-5">
      <FormErrors error={state.error} />
      {withRecoveryCode ? (
        <TextField
          {...field}
          label="Ton code de secours"
          hint="Seize lettres et chiffres. Les tirets et les majuscules ne comptent pas."
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          className="[&_input]:font-mono [&_input]:uppercase"
        />
      ) : (
        <CodeField {...field} label="Le code à 6 chiffres" hint="Tu as 5 essais." />
      )}
      <SubmitButton size="large" wide pendingLabel="Un instant…">
        Entrer
      </SubmitButton>
    </form>
  );
}
