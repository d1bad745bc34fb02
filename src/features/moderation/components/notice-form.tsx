"use client";

import { useActionState } from "react";
import { CONTEST_MONTHS } from "@/core/contest.ts";
import { Checkbox } from "@/ui/choice-field.tsx";
import { RequiredNote } from "@/ui/field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField, TextField } from "@/ui/text-field.tsx";
import { giveNoticeAction } from "../moderation.actions.ts";
import { WORDS_MAX, WORDS_MIN } from "../moderation.rules.ts";
import { Arrived } from "./arrived.tsx";
import { RuleRadios } from "./rule-fields.tsx";

const labels = { rule: "Règle", words: "Explication", name: "Nom", email: "Adresse e-mail", goodFaith: "Bonne foi" };

/** A visitor's notice (DSA, art. 16): what, why, from whom, in good faith. */
export function NoticeForm({ kind, objectId, back }: { kind: string; objectId: string; back: string | null }) {
  const [state, action] = useActionState(giveNoticeAction, {});
  const errors = state.error?.fields;
  const typed = state.values;
  if (state.done !== undefined)
    return (
      <Arrived back={back}>
        Nous venons de te le confirmer par e-mail. Une personne va relire ces mots et décider ; nous t’écrirons ce
        qu’elle a décidé, et pourquoi.
      </Arrived>
    );
  return (
    <form action={action} className="grid gap-6">
      <FormErrors error={state.error} labels={labels} />
      <RequiredNote />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="objectId" value={objectId} />
      <RuleRadios error={errors?.rule} chosen={typed?.rule} />
      <TextAreaField
        name="words"
        label="Explique pourquoi"
        hint="Ce qui, dans ces mots, enfreint la règle ou la loi."
        required
        className="[&_textarea]:min-h-28"
        minLength={WORDS_MIN}
        maxLength={WORDS_MAX}
        defaultValue={typed?.words}
        error={errors?.words}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="name"
          label="Ton nom"
          autoComplete="name"
          required
          defaultValue={typed?.name}
          error={errors?.name}
        />
        <TextField
          name="email"
          type="email"
          label="Ton adresse e-mail"
          autoComplete="email"
          required
          defaultValue={typed?.email}
          error={errors?.email}
        />
      </div>
      <p className="-mt-3 text-note text-ink-3">
        Ils servent à te répondre, et à rien d’autre : personne ne les lit ici, et ils sont effacés {CONTEST_MONTHS}
         mois après la décision.
      </p>
      <Checkbox
        name="goodFaith"
        value="oui"
        required
        label="Je signale de bonne foi, et ce que j’écris ici est exact à ma connaissance."
        error={errors?.goodFaith}
      />
      <div>
        <SubmitButton icon="flag" pendingLabel="Envoi…">
          Envoyer le signalement
        </SubmitButton>
      </div>
    </form>
  );
}
