"use client";

import { type ReactNode, useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { joinByLinkAction } from "../link.actions.ts";
import { RulesField } from "./request-rules-field.tsx";

/** Coming in by a link, by a button: what reads mails only follows links. */
export function JoinByLinkForm({ token, terms, rules }: { token: string; terms: string; rules: ReactNode }) {
  const [state, send] = useActionState(joinByLinkAction, {});
  return (
    <form action={send} className="grid justify-items-start gap-4">
      <FormErrors error={state.error} labels={{ rulesAccepted: "Règles du groupe" }} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="terms" value={terms} />
      <RulesField id="rulesAccepted" rules={rules} error={state.error?.fields?.rulesAccepted} />
      <SubmitButton size="large" pendingLabel="Un instant…">
        Rejoindre le groupe
      </SubmitButton>
    </form>
  );
}
