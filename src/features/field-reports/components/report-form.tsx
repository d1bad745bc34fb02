"use client";

import { useActionState, useEffect, useState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { KeptDraft } from "@/ui/kept-draft.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField, TextField } from "@/ui/text-field.tsx";
import { useFormDraft, type Values } from "@/ui/use-form-draft.ts";
import { editReportAction, publishReportAction } from "../field-report.actions.ts";
import { type Measure, measures, measureWords } from "../field-report.rules.ts";
import { FiguresFields } from "./figures-fields.tsx";
import { reportDraft } from "./forget-report-draft.tsx";

const labels = {
  ...Object.fromEntries(measures.map((measure) => [measure, measureWords[measure].label])),
  participants: "Combien étiez-vous",
  minutes: "Durée",
  heard: "Ce que vous avez entendu",
};

const FIELDS: readonly string[] = [...measures, "heard"];
const isWorthKeeping = (values: Values) => FIELDS.some((name) => values[name]?.trim());

/** What was done, counted and told. What is typed stays on the phone until it has arrived. */
export function ReportForm({
  me,
  formKey,
  asked,
  target,
  initial,
}: {
  me: string;
  /** Makes a double click one report. */
  formKey: string;
  asked: readonly Measure[];
  target: { eventId: string } | { reportId: string };
  initial: Readonly<Record<string, string>>;
}) {
  const isNew = "eventId" in target;
  const [state, send] = useActionState(isNew ? publishReportAction : editReportAction, {});
  const { kept, handlers, forget } = useFormDraft(
    reportDraft(me, isNew ? target.eventId : target.reportId),
    isWorthKeeping,
  );
  const [key, setKey] = useState(formKey);
  // A page that comes back from the browser's history tells another report, not the same one again.
  useEffect(() => setKey(crypto.randomUUID()), []);
  const values = state.values ?? kept ?? initial;
  const errors = state.error?.fields ?? {};
  const others = measures.filter((measure) => !asked.includes(measure));
  const unfolded = others.some((measure) => Number(values[measure] ?? 0) > 0 || errors[measure]);
  return (
    <form key={kept ? "kept" : "new"} action={send} {...handlers} className="grid gap-8">
      <input type="hidden" name="_cle" value={key} />
      {isNew ? (
        <input type="hidden" name="eventId" value={target.eventId} />
      ) : (
        <input type="hidden" name="reportId" value={target.reportId} />
      )}
      <FormErrors error={state.error} labels={labels} ids={{ minutes: "hours" }} />
      {kept && !state.error && <KeptDraft onForget={forget}>Nous l’avons gardé sur cet appareil.</KeptDraft>}
      <fieldset className="grid gap-5">
        <legend className="mb-4 text-heading">Les chiffres</legend>
        <FiguresFields list={asked} values={values} errors={errors} />
        <details open={unfolded}>
          <summary className="min-h-11 cursor-pointer py-2.5 font-[650]">Autre chose à compter</summary>
          <div className="mt-3">
            <FiguresFields list={others} values={values} errors={errors} />
          </div>
        </details>
      </fieldset>
      <fieldset className="grid grid-cols-3 items-end gap-x-4 gap-y-5">
        <legend className="mb-4 text-heading">L’équipe et la durée</legend>
        <TextField
          name="participants"
          label="Vous étiez"
          inputMode="numeric"
          maxLength={5}
          defaultValue={values.participants}
          error={errors.participants}
        />
        <TextField
          name="hours"
          label="Heures"
          inputMode="numeric"
          maxLength={3}
          defaultValue={values.hours}
          error={errors.minutes}
        />
        <TextField name="rest" label="Minutes" inputMode="numeric" maxLength={2} defaultValue={values.rest} />
      </fieldset>
      <TextAreaField
        name="heard"
        label="Ce que vous avez entendu"
        hint="Ce que les gens disent, ce qui revient, ce qui surprend. Jamais de noms ni d’adresses."
        className="[&_textarea]:min-h-36"
        maxLength={5000}
        defaultValue={values.heard}
        error={errors.heard}
      />
      <div className="grid gap-3">
        <SubmitButton size="large" wide pendingLabel={isNew ? "Publication…" : "Enregistrement…"}>
          {isNew ? "Publier pour la section" : "Enregistrer"}
        </SubmitButton>
        {isNew && <p className="text-center text-note text-ink-3">Tu pourras ajouter des photos juste après.</p>}
      </div>
    </form>
  );
}
