"use client";

import { useActionState, useEffect, useState } from "react";
import { newClientId } from "@/core/client-id.ts";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField, TextField } from "@/ui/text-field.tsx";
import { useFormDraft } from "@/ui/use-form-draft.ts";
import { startConversationAction } from "../conversation.actions.ts";
import { NAME_MAX } from "../conversation.rules.ts";
import { BODY_MAX } from "../message.rules.ts";
import { firstMessageDraft } from "./drafts.ts";

/** The first words of a conversation, and its name when it is one of several. What is typed stays in this browser. */
export function FirstMessageForm({
  me,
  to,
  several,
  clientId: first,
  placeholder,
}: {
  me: string;
  to: readonly string[];
  several: boolean;
  clientId: string;
  placeholder: string;
}) {
  const [state, action] = useActionState(startConversationAction, {});
  const [body, setBody] = useState(state.values?.body ?? "");
  const [clientId, setClientId] = useState(state.values?.clientId ?? first);
  const { kept, handlers } = useFormDraft(firstMessageDraft(me, to), ({ body: typed = "" }) => typed.trim() !== "");
  const fields = state.error?.fields ?? {};

  useEffect(() => {
    if (!kept?.body) return;
    setBody(kept.body);
    if (kept.clientId) setClientId(kept.clientId);
  }, [kept]);

  return (
    <form action={action} {...handlers} className="grid gap-4">
      <FormErrors error={state.error} labels={{ to: "À qui", name: "Son nom", body: "Ton message" }} />
      {to.map((id) => (
        <input key={id} type="hidden" name="to" value={id} />
      ))}
      <input type="hidden" name="clientId" value={clientId} />
      {several && (
        <TextField
          id="name"
          name="name"
          label="Un nom, si tu veux"
          hint="« Marché de samedi », « Boîtage des Salins »… Sinon on lit le nom des personnes."
          maxLength={NAME_MAX}
          error={fields.name}
          defaultValue={state.values?.name ?? kept?.name ?? ""}
          key={kept ? "kept" : "new"}
        />
      )}
      <TextAreaField
        id="body"
        name="body"
        label="Ton message"
        required
        rows={4}
        className="[&_textarea]:min-h-32"
        maxLength={BODY_MAX}
        placeholder={placeholder}
        error={fields.body}
        value={body}
        onChange={(event) => {
          setBody(event.target.value);
          // Other words after a refusal are another sending.
          if (state.error) setClientId(newClientId());
        }}
      />
      <SubmitButton icon="send" className="justify-self-start">
        Envoyer
      </SubmitButton>
    </form>
  );
}
