"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import { reportObjectAction } from "../moderation.actions.ts";
import { WORDS_MAX } from "../moderation.rules.ts";
import { Arrived, BackLink } from "./arrived.tsx";
import { RuleRadios } from "./rule-fields.tsx";

const labels = { rule: "Règle", words: "Tes mots" };

/** A member's report: a rule, and a word if she wishes. */
export function ReportForm({
  kind,
  objectId,
  back,
  sequel,
}: {
  kind: string;
  objectId: string;
  back: string | null;
  /** What becomes of it, where it is not as everywhere. */
  sequel: string | null;
}) {
  const [state, action] = useActionState(reportObjectAction, {});
  const errors = state.error?.fields;
  if (state.done)
    return state.done.already ? (
      <AlreadyReported back={back} sequel={sequel} />
    ) : (
      <Arrived back={back}>{sequel ?? usual}</Arrived>
    );
  return (
    <form action={action} className="grid gap-6">
      <FormErrors error={state.error} labels={labels} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="objectId" value={objectId} />
      <RuleRadios error={errors?.rule} chosen={state.values?.rule} />
      <TextAreaField
        name="words"
        label="Tu veux ajouter quelque chose ?"
        hint="Facultatif : ce qui aide à comprendre."
        maxLength={WORDS_MAX}
        defaultValue={state.values?.words}
        error={errors?.words}
      />
      <div>
        <SubmitButton icon="flag" pendingLabel="Envoi…">
          Envoyer le signalement
        </SubmitButton>
      </div>
    </form>
  );
}

const usual =
  "Une personne va relire ces mots avec ce qui les entoure, puis décider. Nous t’écrirons ce qu’elle a décidé, et pourquoi. La personne qui a écrit ne saura pas que c’est toi.";

/** She comes back to the page: what happens next. */
export function AlreadyReported({ back, sequel }: { back: string | null; sequel: string | null }) {
  return (
    <Notice role="status" title="Tu as déjà signalé ces mots." action={back && <BackLink href={back} />}>
      {sequel ?? usual}
    </Notice>
  );
}
