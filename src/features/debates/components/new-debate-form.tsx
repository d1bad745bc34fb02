"use client";

import { useActionState, useEffect, useState } from "react";
import { newClientId } from "@/core/client-id.ts";
import { RadioCards } from "@/ui/choice-field.tsx";
import { RequiredNote } from "@/ui/field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { KeptDraft } from "@/ui/kept-draft.tsx";
import { PlaceField } from "@/ui/place-field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField, TextField } from "@/ui/text-field.tsx";
import { useFormDraft, type Values } from "@/ui/use-form-draft.ts";
import { openDebateAction } from "../debate.actions.ts";
import type { PlaceView } from "../run-debate.queries.ts";
import { newDebateDraft } from "./forget-draft.tsx";
import { type DateFields, ScheduleFields, tomorrowAtNine, usualDates } from "./schedule-fields.tsx";

const labels = {
  question: "Question",
  framing: "Présentation",
  scope: "Où",
  audience: "Pour qui",
  opensAt: "Les idées",
  debateAt: "Le débat",
  voteAt: "Le vote",
  closesAt: "La fin",
};

const audiences = [
  {
    value: "open",
    label: "Ouvert à toutes et tous",
    hint: "Tout le monde peut lire, même sans compte. Toute personne inscrite participe.",
  },
  { value: "members", label: "Entre membres", hint: "Les membres de ce territoire lisent et participent." },
  {
    value: "adherents",
    label: "Entre adhérent·e·s",
    hint: "Seul·e·s les adhérent·e·s vérifié·e·s de ce territoire lisent et participent.",
  },
];

const isWorthKeeping = ({ question, framing }: Values) => Boolean(question?.trim() || framing?.trim());

/** A question, where, for whom, when. What is typed survives a refusal and a closed tab. */
export function NewDebateForm({
  me,
  places,
  home,
  formKey,
  now,
}: {
  me: string;
  places: readonly PlaceView[];
  home: string;
  /** Makes a double click one debate. */
  formKey: string;
  /** The present moment as a date field holds it, in Paris. */
  now: string;
}) {
  const [state, send] = useActionState(openDebateAction, {});
  const { kept, handlers, forget } = useFormDraft(newDebateDraft(me), isWorthKeeping);
  const [key, setKey] = useState(formKey);
  // A page that comes back from the browser's history opens another debate, not the same one again.
  useEffect(() => setKey(newClientId()), []);
  const values = state.values ?? kept ?? {};
  const fields = state.error?.fields ?? {};
  const fresh = !values.opensAt;
  const usual = usualDates(tomorrowAtNine(now));
  const dates: DateFields = fresh
    ? usual
    : {
        opensAt: values.opensAt ?? usual.opensAt,
        debateAt: values.debateAt ?? "",
        voteAt: values.voteAt ?? "",
        closesAt: values.closesAt ?? usual.closesAt,
      };
  return (
    <form key={kept ? "kept" : "new"} action={send} {...handlers} className="grid gap-8">
      <input type="hidden" name="_cle" value={key} />
      <div className="grid gap-6">
        <FormErrors error={state.error} labels={labels} />
        {kept && !state.error && <KeptDraft onForget={forget} />}
        <RequiredNote />
        <TextField
          name="question"
          label="Ta question"
          hint="Une vraie question, à laquelle on peut répondre pour ou contre. 160 signes au plus."
          maxLength={160}
          required
          defaultValue={values.question}
          error={fields.question}
        />
        <TextAreaField
          name="framing"
          label="Présentation"
          hint="Le contexte, ce qui est en jeu, ce qu’on fera des réponses. **gras**, listes et liens sont possibles."
          className="[&_textarea]:min-h-36"
          maxLength={2000}
          defaultValue={values.framing}
          error={fields.framing}
        />
        <PlaceField
          places={places}
          home={home}
          value={values.scope}
          error={fields.scope}
          hint="Le débat s’adresse aux membres de ce territoire. Le plus près de chez toi est proposé d’abord."
        />
        <RadioCards
          name="audience"
          label="Pour qui"
          required
          choices={audiences}
          defaultValue={values.audience ?? "members"}
          error={fields.audience}
          className="[&>div]:sm:grid-cols-1!"
        />
      </div>
      <section aria-labelledby="calendrier" className="grid gap-4">
        <div>
          <h2 id="calendrier" className="text-heading">
            Le calendrier
          </h2>
          <p className="mt-1 text-ink-2">
            Chaque étape commence toute seule à sa date. Tu pourras tout changer ensuite, ou avancer plus vite.
          </p>
        </div>
        <ScheduleFields dates={dates} errors={fields} isNew fresh={fresh} />
      </section>
      <SubmitButton size="large" wide pendingLabel="Ouverture…">
        Créer le débat
      </SubmitButton>
    </form>
  );
}
