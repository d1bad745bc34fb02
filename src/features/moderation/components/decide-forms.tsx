"use client";

import { useActionState } from "react";
import { RadioCards } from "@/ui/choice-field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import { decideCaseAction, settleAppealAction } from "../moderation.actions.ts";
import { WORDS_MAX, WORDS_MIN } from "../moderation.rules.ts";
import { RuleSelect } from "./rule-fields.tsx";

const labels = { outcome: "Décision", rule: "Règle", words: "Explication" };

const outcomes = [
  { value: "nothing", label: "Laisser en ligne", hint: "Aucune règle n’est enfreinte." },
  { value: "hide", label: "Masquer", hint: "Plus personne ne lit ces mots." },
];

/** Decides on everything that waits about an object. The rule is asked when something is hidden. */
export function DecideForm({ caseId, rule }: { caseId: string; rule: number | null }) {
  const [{ error, values }, action] = useActionState(decideCaseAction, {});
  return (
    <form action={action} className="group grid gap-5">
      <FormErrors error={error} labels={labels} />
      <input type="hidden" name="caseId" value={caseId} />
      <RadioCards
        key={values?.outcome}
        name="outcome"
        label="Ta décision"
        required
        choices={outcomes}
        defaultValue={values?.outcome}
        error={error?.fields?.outcome}
        className="*:sm:grid-cols-1"
      />
      <div className="hidden group-has-[input[value=hide]:checked]:block">
        <RuleSelect error={error?.fields?.rule} chosen={values?.rule ?? (rule === null ? undefined : String(rule))} />
      </div>
      <Explanation
        error={error?.fields?.words}
        typed={values?.words}
        hint="Elle part par e-mail à la personne qui a écrit et à celles qui ont signalé. Dis ce qui a compté."
      />
      <div>
        <SubmitButton pendingLabel="Envoi…">Décider</SubmitButton>
      </div>
    </form>
  );
}

const settlements = [
  { value: "keep", label: "Garder masqué", hint: "La décision tient, et c’est la dernière." },
  { value: "show", label: "Remettre en ligne", hint: "Les mots reviennent à leur place." },
];

/** Decides on the author's answer. */
export function SettleForm({ appealId }: { appealId: string }) {
  const [{ error, values }, action] = useActionState(settleAppealAction, {});
  return (
    <form action={action} className="grid gap-5">
      <FormErrors error={error} labels={labels} />
      <input type="hidden" name="appealId" value={appealId} />
      <RadioCards
        key={values?.outcome}
        name="outcome"
        label="Ta décision"
        required
        choices={settlements}
        defaultValue={values?.outcome}
        error={error?.fields?.outcome}
        className="*:sm:grid-cols-1"
      />
      <Explanation
        error={error?.fields?.words}
        typed={values?.words}
        hint="Elle part par e-mail à la personne qui a écrit."
      />
      <div>
        <SubmitButton pendingLabel="Envoi…">Décider</SubmitButton>
      </div>
    </form>
  );
}

function Explanation({ error, typed, hint }: { error: string | undefined; typed: string | undefined; hint: string }) {
  return (
    <TextAreaField
      name="words"
      label="Ton explication"
      hint={hint}
      required
      className="[&_textarea]:min-h-28"
      minLength={WORDS_MIN}
      maxLength={WORDS_MAX}
      defaultValue={typed}
      error={error}
    />
  );
}
