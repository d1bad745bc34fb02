"use client";

import { useActionState, useEffect } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { KeptDraft } from "@/ui/kept-draft.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField, TextField } from "@/ui/text-field.tsx";
import { useFormDraft, type Values } from "@/ui/use-form-draft.ts";
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

type Words = Record<keyof typeof labels, string>;

/** What is saved, as the fields show it. */
const wordsOf = ({ status, presentation, skills, interests, links }: MyProfileView): Words => ({
  ...{ status, presentation },
  ...{ skills: skills.join(", "), interests: interests.join(", "), links: links.join("\n") },
});

/** The words of one's own profile. What is typed survives a refusal and a closed tab. */
export function ProfileForm({ profile }: { profile: MyProfileView }) {
  const [state, send] = useActionState(editProfileAction, {});
  const errors = state.error?.fields ?? {};
  const saved = wordsOf(profile);
  const isChanged = (values: Values) =>
    Object.entries(saved).some(([name, text]) => (values[name] ?? "").replace(/\r\n/g, "\n") !== text);
  const { kept, handlers, forget } = useFormDraft(`coopol:profil:${profile.id}`, isChanged);
  const isSaved = "done" in state;
  useEffect(() => {
    if (isSaved) forget();
  }, [isSaved, state, forget]);
  const draft = kept && isChanged(kept) ? kept : null;
  const shown: Partial<Words> = { ...saved, ...draft, ...state.values };
  return (
    <form key={draft ? "kept" : "saved"} action={send} {...handlers} className="grid gap-6">
      <FormErrors error={state.error} labels={labels} />
      {draft && !state.error && (
        <KeptDraft onForget={forget} instead="Revenir à ce qui est enregistré">
          Nous l’avons gardé dans ce navigateur. Il n’est pas encore enregistré.
        </KeptDraft>
      )}
      <TextField
        name="status"
        label={labels.status}
        hint="Une ligne : ce qui t’occupe ces jours-ci."
        placeholder="Je prépare le marché de samedi"
        maxLength={140}
        defaultValue={shown.status}
        error={errors.status}
      />
      <TextAreaField
        name="presentation"
        label={labels.presentation}
        hint="2 000 caractères au plus. Pour du gras, deux étoiles de chaque côté : **comme ceci**. Listes et liens marchent aussi."
        className="[&_textarea]:min-h-40"
        maxLength={2000}
        defaultValue={shown.presentation}
        error={errors.presentation}
      />
      <TextAreaField
        name="skills"
        label={labels.skills}
        hint={`Quelques mots séparés par des virgules, ${LABELS_MAX} au plus : animer une réunion, cuisine, tableur…`}
        defaultValue={shown.skills}
        error={errors.skills}
      />
      <TextAreaField
        name="interests"
        label={labels.interests}
        hint={`De même, ${LABELS_MAX} au plus : logement, école, vélo…`}
        defaultValue={shown.interests}
        error={errors.interests}
      />
      <TextAreaField
        name="links"
        label={labels.links}
        hint={`Une adresse par ligne, ${LINKS_MAX} au plus.`}
        placeholder="https://exemple.org"
        inputMode="url"
        spellCheck={false}
        defaultValue={shown.links}
        error={errors.links}
      />
      {isSaved && !draft && (
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
