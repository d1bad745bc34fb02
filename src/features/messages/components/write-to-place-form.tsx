"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import { writeToPlaceAction } from "../inbox.actions.ts";
import { BODY_MAX } from "../message.rules.ts";
import type { PlaceToWriteView } from "../place.views.ts";
import { placeDraft } from "./drafts.ts";
import { useFirstWords } from "./use-first-words.ts";

/** The first words to those in charge of a place. What is typed stays in this browser until it has arrived. */
export function WriteToPlaceForm({
  place,
  clientId: first,
  me,
}: {
  place: PlaceToWriteView;
  clientId: string;
  me: string;
}) {
  const [state, action] = useActionState(writeToPlaceAction, {});
  const { body, clientId, handlers, write } = useFirstWords(state, placeDraft(me, place.scope), first);
  return (
    <form action={action} className="grid gap-4" {...handlers}>
      <FormErrors error={state.error} labels={{ body: "Ton message" }} />
      <input type="hidden" name="scope" value={place.scope} />
      <input type="hidden" name="clientId" value={clientId} />
      <TextAreaField
        name="body"
        id="body"
        label="Ton message"
        hint={place.readers}
        required
        rows={5}
        className="[&_textarea]:min-h-40"
        maxLength={BODY_MAX}
        value={body}
        onChange={({ target }) => write(target.value)}
        error={state.error?.fields?.body}
      />
      <SubmitButton icon="send" pendingLabel="Envoi…" className="justify-self-start">
        Envoyer
      </SubmitButton>
    </form>
  );
}
