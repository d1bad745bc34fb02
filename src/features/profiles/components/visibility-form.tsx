"use client";

import { useActionState } from "react";
import { Checkbox } from "@/ui/choice-field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { Select } from "@/ui/text-field.tsx";
import { setVisibilitiesAction } from "../profile.actions.ts";
import type { MyProfileView } from "../profile.views.ts";
import { type Field, fieldWords, reaches, visibilities, visibilityWords, widest } from "../visibility.rules.ts";

const hints: Partial<Record<Field, string>> = {
  card: "Qui te trouve dans l’annuaire et ouvre ta page. Sans cela, le reste n’est pas visible non plus.",
  status: "La ligne sous ton nom.",
  activity: "Un mot, jamais un chiffre ni un classement.",
  coopains: "Chacun·e n’y voit que les personnes dont la page lui est ouverte.",
  offer: "Ce que tu ferais, quand, jusqu’où.",
};
const asked = Object.keys(fieldWords) as Field[];
const labels = Object.fromEntries(asked.map((field) => [`consent-${field}`, fieldWords[field]]));

/** Every field with its circle. A box to tick appears beside what becomes visible to everyone, scripts or not. */
export function VisibilityForm({
  visibilities: shown,
  agreed,
  minor,
}: Pick<MyProfileView, "visibilities" | "agreed" | "minor">) {
  const [state, send] = useActionState(setVisibilitiesAction, {});
  return (
    <form action={send} className="grid gap-5">
      <FormErrors error={state.error} labels={labels} />
      {minor && (
        <Notice>Tant que tu as moins de 18 ans, rien de ton profil ne peut être visible par tout le monde.</Notice>
      )}
      <div className="grid divide-y divide-line">
        {asked.map((field) => (
          <Row
            // A choice that was saved or refused is another default: the list begins anew.
            key={`${field} ${shown[field]} ${state.values?.[field]}`}
            field={field}
            shown={state.values?.[field] ?? shown[field]}
            agreed={agreed.includes(field)}
            minor={minor}
            error={state.error?.fields?.[`consent-${field}`]}
          />
        ))}
      </div>
      {"done" in state && (
        <Notice tone="success" role="status">
          C’est enregistré, et déjà vrai partout.
        </Notice>
      )}
      <SubmitButton className="justify-self-start" pendingLabel="Enregistrement…">
        Enregistrer
      </SubmitButton>
    </form>
  );
}

type RowProps = { field: Field; shown: string; agreed: boolean; minor: boolean; error: string | undefined };

function Row({ field, shown, agreed, minor, error }: RowProps) {
  const hint = hints[field];
  const most = minor && widest(field) === "everyone" ? "members" : widest(field);
  return (
    <div className="group/row grid gap-2 py-4 first:pt-0">
      <div className="grid items-center gap-x-6 gap-y-2 sm:grid-cols-[1fr_17rem]">
        <div>
          <label htmlFor={field} className="text-[0.96875rem] font-[650]">
            {fieldWords[field]}
          </label>
          {hint && (
            <p id={`${field}-hint`} className="text-note text-ink-3">
              {hint}
            </p>
          )}
        </div>
        <Select id={field} name={field} defaultValue={shown} aria-describedby={hint && `${field}-hint`}>
          {visibilities
            .filter((one) => reaches(most, one))
            .map((one) => (
              <option key={one} value={one}>
                {visibilityWords[one]}
              </option>
            ))}
        </Select>
      </div>
      {most === "everyone" && (
        <div className="hidden rounded-card bg-amber-soft px-4 py-1.5 group-has-[option[value=everyone]:checked]/row:block">
          {agreed ? (
            <p className="py-2 text-note">Tu as donné ton accord. Choisis un autre cercle pour le retirer.</p>
          ) : (
            <Checkbox
              name="consent"
              id={`consent-${field}`}
              value={field}
              error={error}
              label="J’accepte que ceci soit lisible par tout le monde"
              hint="Même sans compte, sur le web. Être ici dit déjà quelque chose de tes opinions politiques : la loi les protège, et toi seul·e peux décider de les montrer."
            />
          )}
        </div>
      )}
    </div>
  );
}
