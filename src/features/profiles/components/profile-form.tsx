"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField, TextField } from "@/ui/text-field.tsx";
import { LABELS_MAX, LINKS_MAX } from "../label.rules.ts";
import { editProfileAction } from "../profile.actions.ts";
import type { MyProfileView } from "../profile.views.ts";

const labels = {
  status: "Mon mot du moment",
  presentation: "Ma présentation",
  skills: "Ce que je sais faire",
  interests: "Ce qui m’intéresse",
  links: "Mes liens",
};

/** The words of one's own profile. */
export function ProfileForm({ profile }: { profile: MyProfileView }) {
  const [state, send] = useActionState(editProfileAction, {});
  const errors = state.error?.fields ?? {};
  const typed = state.values ?? {};
  return (
    <form action={send} className="grid gap-6">
      <FormErrors error={state.error} labels={labels} />
      <TextField
        name="status"
        label={labels.status}
        hint="Une ligne : ce qui t’occupe ces jours-ci."
        placeholder="Je prépare le marché de samedi"
        maxLength={140}
        defaultValue={typed.status ?? profile.status}
        error={errors.status}
      />
      <TextAreaField
        name="presentation"
        label={labels.presentation}
        hint="2 000 caractères au plus. Pour du gras, deux étoiles de chaque côté : **comme ceci**. Listes et liens marchent aussi."
        className="[&_textarea]:min-h-40"
        maxLength={2000}
        defaultValue={typed.presentation ?? profile.presentation}
        error={errors.presentation}
      />
      <TextAreaField
        name="skills"
        label={labels.skills}
        hint={`Quelques mots séparés par des virgules, ${LABELS_MAX} au plus : animer une réunion, cuisine, tableur…`}
        defaultValue={typed.skills ?? profile.skills.join(", ")}
        error={errors.skills}
      />
      <TextAreaField
        name="interests"
        label={labels.interests}
        hint={`De même, ${LABELS_MAX} au plus : logement, école, vélo…`}
        defaultValue={typed.interests ?? profile.interests.join(", ")}
        error={errors.interests}
      />
      <TextAreaField
        name="links"
        label={labels.links}
        hint={`Une adresse par ligne, ${LINKS_MAX} au plus.`}
        placeholder="https://exemple.org"
        inputMode="url"
        spellCheck={false}
        defaultValue={typed.links ?? profile.links.join("\n")}
        error={errors.links}
      />
      {"done" in state && (
        <Notice tone="success" role="status">
          C’est enregistré.
        </Notice>
      )}
      <SubmitButton className="justify-self-start" pendingLabel="Enregistrement…">
        Enregistrer
      </SubmitButton>
    </form>
  );
}
