"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import { useFormDraft } from "@/ui/use-form-draft.ts";
import { writeToPlaceAction } from "../inbox.actions.ts";
import { BODY_MAX } from "../message.rules.ts";
import type { PlaceToWriteView } from "../place.views.ts";

/** The first words to those in charge of a place; their addresses and the writer's stay hidden. */
export function WriteToPlaceForm({ place, clientId, me }: { place: PlaceToWriteView; clientId: string; me: string }) {
  const [{ error, values }, action] = useActionState(writeToPlaceAction, {});
  const { kept, handlers } = useFormDraft(
    `coopol:lieu:${place.scope}:${me}`,
    ({ body = "" }: Record<string, string>) => body.trim() !== "",
  );
  return (
    <form action={action} className="grid gap-4" {...handlers}>
      <FormErrors error={error} labels={{ body: "Ton message" }} ids={{ body: "message" }} />
      <input type="hidden" name="scope" value={place.scope} />
      <input type="hidden" name="clientId" value={values?.clientId ?? clientId} />
      <TextAreaField
        key={kept?.body === undefined ? "vide" : "brouillon"}
        name="body"
        id="message"
        label={`Ton message à ${place.name}`}
        hint={place.readers}
        required
        className="[&_textarea]:min-h-40"
        maxLength={BODY_MAX}
        defaultValue={values?.body ?? kept?.body}
        error={error?.fields?.body}
      />
      <div>
        <SubmitButton pendingLabel="Envoi…" icon="mail">
          Envoyer
        </SubmitButton>
      </div>
    </form>
  );
}
