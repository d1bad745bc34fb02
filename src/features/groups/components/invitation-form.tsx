"use client";

import { useActionState } from "react";
import { ActSaid } from "@/ui/act-said.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import { inviteToGroupAction } from "../invitation.actions.ts";
import { INVITATION_WORDS_MAX } from "../invitation.rules.ts";

/** Inviting somebody, with a line that says why. */
export function InvitationForm({ groupId, memberId, name }: { groupId: string; memberId: string; name: string }) {
  const [state, send] = useActionState(inviteToGroupAction, {});
  const id = `mot-${memberId}`;
  return (
    <form action={send} className="grid w-full max-w-md gap-4">
      <FormErrors error={state.error} labels={{ words: "Un mot" }} ids={{ words: id }} />
      <input type="hidden" name="groupId" value={groupId} />
      <input type="hidden" name="memberId" value={memberId} />
      <TextAreaField
        id={id}
        name="words"
        label="Un mot"
        hint="Si tu veux : pourquoi ce groupe, pourquoi elle ou lui."
        rows={2}
        maxLength={INVITATION_WORDS_MAX}
        defaultValue={state.values?.words}
        error={state.error?.fields?.words}
      />
      <ActSaid said="L’invitation est partie" failed={state.error !== undefined} />
      <SubmitButton pendingLabel="Envoi…" className="justify-self-start" aria-label={`Inviter ${name}`}>
        Envoyer l’invitation
      </SubmitButton>
    </form>
  );
}
