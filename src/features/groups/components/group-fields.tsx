import type { ReactNode } from "react";
import { Checkbox, RadioCards } from "@/ui/choice-field.tsx";
import { PlaceField } from "@/ui/place-field.tsx";
import { SelectField, TextAreaField, TextField } from "@/ui/text-field.tsx";
import type { ScopeView } from "../edit-group.queries.ts";
import { formedKinds, kindWords, QUESTIONS_MAX, themes, themeWords } from "../group.rules.ts";
import { THEMES_MAX } from "../group.schema.ts";
import { questionField, themeField } from "../group-form.rules.ts";

export const groupLabels = {
  name: "Nom",
  purpose: "Ce qu’on y fait",
  kind: "Sorte de groupe",
  scope: "Où",
  themes: "Thèmes",
  entry: "Comment on y entre",
  adherentsOnly: "Réservé aux adhérent·e·s",
  postedBy: "Qui publie",
  about: "Présentation",
  rules: "Règles du groupe",
  questions: "Questions",
};

type Part = { values: Readonly<Record<string, string | undefined>>; errors: Readonly<Record<string, string>> };

const kindHints = {
  local: "Un quartier, un marché, un canton.",
  thematic: "Un sujet que l’on suit ensemble.",
  working: "Une tâche, un texte, une campagne : du début à la fin.",
};
const entries = [
  {
    value: "open",
    label: "Ouvert",
    hint: "Tout le monde peut le lire et le rejoindre. Les noms ne sortent pas du réseau.",
  },
  { value: "request", label: "Sur demande", hint: "On le trouve, on demande à entrer ; seuls ses membres le lisent." },
  { value: "closed", label: "Sur invitation", hint: "Personne d’autre ne sait qu’il existe." },
];

/** What a group is for, and for whom: the short part of its form. */
export function GroupFields({
  values,
  errors,
  places,
  home,
  adherent,
  leads = true,
}: Part & {
  places: readonly ScopeView[];
  home: string;
  adherent: boolean;
  /** By a mandate alone, nobody changes how one comes in. */
  leads?: boolean;
}) {
  return (
    <>
      <TextField
        name="name"
        label={groupLabels.name}
        hint="Court et clair : « Logement à Clermont », « Jardins partagés »."
        required
        minLength={3}
        maxLength={80}
        defaultValue={values.name}
        error={errors.name}
      />
      <TextAreaField
        name="purpose"
        label={groupLabels.purpose}
        hint="En une ou deux phrases : c’est ce qui donne envie d’y venir. 300 signes au plus."
        required
        minLength={10}
        maxLength={300}
        defaultValue={values.purpose}
        error={errors.purpose}
      />
      <RadioCards
        name="kind"
        label={groupLabels.kind}
        required
        choices={formedKinds.map((value) => ({ value, label: kindWords[value], hint: kindHints[value] }))}
        defaultValue={values.kind ?? "thematic"}
        error={errors.kind}
        className="[&>div]:sm:grid-cols-3!"
      />
      <PlaceField
        places={places}
        home={home}
        value={values.scope}
        error={errors.scope}
        hint="Le territoire dont il s’occupe. C’est là qu’on le trouve."
      />
      <RadioCards
        name="entry"
        label={groupLabels.entry}
        required
        choices={leads ? entries : entries.filter(({ value }) => value === values.entry)}
        defaultValue={values.entry ?? "open"}
        error={errors.entry}
        className="[&>div]:sm:grid-cols-1!"
      />
      {adherent && (
        <Checkbox
          name="adherentsOnly"
          value="oui"
          label={groupLabels.adherentsOnly}
          hint="Il n’apparaît qu’aux adhérent·e·s dont l’adhésion est vérifiée."
          defaultChecked={values.adherentsOnly === "oui"}
          error={errors.adherentsOnly}
        />
      )}
    </>
  );
}

/** Five themes at most, as boxes. */
export function ThemeFields({ values, errors }: Part) {
  return (
    <fieldset className="grid gap-1" aria-describedby={errors.themes ? "themes-error" : undefined}>
      <legend className="text-[0.96875rem] font-[650]">{groupLabels.themes}</legend>
      <p className="mb-1 text-note text-ink-3">{THEMES_MAX} au plus : on cherche les groupes par thème.</p>
      <div className="flex flex-wrap gap-2">
        {themes.map((theme) => (
          <label
            key={theme}
            className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-full border-[1.5px] border-control bg-card px-3.5 text-[0.9375rem] font-[560] transition-colors hover:border-ink-2 has-checked:border-rose has-checked:bg-rose-soft has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
          >
            <input
              type="checkbox"
              name={themeField(theme)}
              value="oui"
              defaultChecked={values[themeField(theme)] === "oui"}
              className="size-4.5 shrink-0 accent-rose outline-none"
            />
            {themeWords[theme]}
          </label>
        ))}
      </div>
      {errors.themes && (
        <p id="themes-error" className="text-note font-semibold text-rose-strong">
          {errors.themes}
        </p>
      )}
    </fieldset>
  );
}

const posters = {
  member: "Tous ses membres",
  manager: "Ses gestionnaires et responsables",
  lead: "Ses responsables seulement",
};

/** How a group lives: its words, who writes, its rules. */
export function GroupLife({ values, errors, children }: Part & { children?: ReactNode }) {
  return (
    <>
      <SelectField
        name="postedBy"
        label={groupLabels.postedBy}
        hint="Tous les membres commentent dans tous les cas."
        defaultValue={values.postedBy ?? "member"}
        error={errors.postedBy}
      >
        {Object.entries(posters).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      {children}
      <TextAreaField
        name="about"
        label={groupLabels.about}
        hint="Plus longuement : où l’on en est, quand on se voit. **gras**, listes et liens sont possibles."
        className="[&_textarea]:min-h-36"
        maxLength={10_000}
        defaultValue={values.about}
        error={errors.about}
      />
      <TextAreaField
        name="rules"
        label={groupLabels.rules}
        hint="Si tu en écris, on les accepte pour entrer. Celles de La Coopol valent de toute façon."
        maxLength={5000}
        defaultValue={values.rules}
        error={errors.rules}
      />
    </>
  );
}

/** Asked of those who ask to come in. */
export function QuestionFields({ values, errors }: Part) {
  const wrong = Object.entries(errors).find(([name]) => name.startsWith("questions"))?.[1];
  return (
    <fieldset className="grid gap-3">
      <legend className="text-[0.96875rem] font-[650]">{groupLabels.questions}</legend>
      <p className="-mt-1 text-note text-ink-3">
        Posées à qui demande à entrer, si le groupe est sur demande. Trois au plus.
      </p>
      {Array.from({ length: QUESTIONS_MAX }, (_, index) => (
        <TextField
          key={questionField(index)}
          name={questionField(index)}
          label={`Question ${index + 1}`}
          maxLength={200}
          defaultValue={values[questionField(index)]}
          error={index === 0 ? wrong : undefined}
        />
      ))}
    </fieldset>
  );
}
