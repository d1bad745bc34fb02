"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField, TextField } from "@/ui/text-field.tsx";
import { startConversationAction } from "../conversation.actions.ts";
import { NAME_MAX } from "../conversation.rules.ts";
import { BODY_MAX } from "../message.rules.ts";
import { firstMessageDraft } from "./drafts.ts";
import { useFirstWords } from "./use-first-words.ts";

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
  const { body, clientId, kept, handlers, write } = useFirstWords(state, firstMessageDraft(me, to), first);
  const fields = state.error?.fields ?? {};

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
        onChange={({ target }) => write(target.value)}
      />
      <SubmitButton icon="send" className="justify-self-start">
        Envoyer
      </SubmitButton>
    </form>
  );
}
