"use client";

import { useActionState, useEffect, useState } from "react";
import { newClientId } from "@/core/client-id.ts";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import { useFormDraft } from "@/ui/use-form-draft.ts";
import { writeToPlaceAction } from "../inbox.actions.ts";
import { BODY_MAX } from "../message.rules.ts";
import type { PlaceToWriteView } from "../place.views.ts";
import { placeDraft } from "./drafts.ts";

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
  const [{ error, values }, action] = useActionState(writeToPlaceAction, {});
  const [body, setBody] = useState(values?.body ?? "");
  const [clientId, setClientId] = useState(values?.clientId ?? first);
  const { kept, handlers } = useFormDraft(placeDraft(me, place.scope), ({ body: typed = "" }) => typed.trim() !== "");
  useEffect(() => {
    if (!kept?.body) return;
    setBody(kept.body);
    if (kept.clientId) setClientId(kept.clientId);
  }, [kept]);
  return (
    <form action={action} className="grid gap-4" {...handlers}>
      <FormErrors error={error} labels={{ body: "Ton message" }} />
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
        onChange={({ target }) => {
          setBody(target.value);
          // Other words after a refusal are another sending.
          if (error) setClientId(newClientId());
        }}
        error={error?.fields?.body}
      />
      <SubmitButton icon="send" pendingLabel="Envoi…" className="justify-self-start">
        Envoyer
      </SubmitButton>
    </form>
  );
}
