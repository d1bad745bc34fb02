"use client";

import { type ReactNode, useActionState } from "react";
import { ActSaid } from "@/ui/act-said.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { answerGroupInvitationAction } from "../invitation.actions.ts";
import { RulesField } from "./request-rules-field.tsx";

/** Yes or no to an invitation; no asks for nothing. */
export function InvitationAnswerForm({
  invitationId,
  terms,
  rules,
}: {
  invitationId: string;
  terms: string;
  rules: ReactNode;
}) {
  const [state, send] = useActionState(answerGroupInvitationAction, {});
  const id = `regles-${invitationId}`;
  return (
    <form action={send} className="grid gap-3">
      <FormErrors error={state.error} labels={{ rulesAccepted: "Règles du groupe" }} ids={{ rulesAccepted: id }} />
      <input type="hidden" name="invitationId" value={invitationId} />
      <input type="hidden" name="terms" value={terms} />
      <RulesField id={id} rules={rules} error={state.error?.fields?.rulesAccepted} />
      <ActSaid said="C’est fait" failed={state.error !== undefined} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton name="answer" value="oui" icon="check">
          Rejoindre le groupe
        </SubmitButton>
        <SubmitButton name="answer" value="non" variant="secondary" formNoValidate>
          Non merci
        </SubmitButton>
      </div>
    </form>
  );
}
