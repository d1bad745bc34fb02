"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import { volunteerAction } from "../section.actions.ts";
import { VOLUNTEER_MAX } from "../volunteer.rules.ts";

/** A member offers to look after her section, which nobody leads. */
export function VolunteerForm({ section }: { section: { id: string; name: string } }) {
  const [{ error, values, done }, action] = useActionState(volunteerAction, {});
  if (done) {
    return (
      <Notice tone="success" role="status" title="Merci ! Ta fédération est prévenue.">
        Elle te répondra par e-mail. D’ici là, rien ne t’engage.
      </Notice>
    );
  }
  return (
    <form action={action} className="grid gap-4">
      <FormErrors error={error} labels={{ words: "Ton mot" }} />
      <input type="hidden" name="sectionId" value={section.id} />
      <TextAreaField
        name="words"
        id="volunteer-words"
        label="Dis en quelques mots ce qui te donne envie"
        hint="Ta fédération lit ce mot avec ton nom, et te répond."
        required
        minLength={10}
        maxLength={VOLUNTEER_MAX}
        defaultValue={values?.words}
        error={error?.fields?.words}
      />
      <div>
        <SubmitButton pendingLabel="Envoi…">Me proposer pour la section {section.name}</SubmitButton>
      </div>
    </form>
  );
}
