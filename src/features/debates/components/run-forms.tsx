"use client";

import { useActionState, useEffect } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField, TextField } from "@/ui/text-field.tsx";
import { toast } from "@/ui/toast.tsx";
import { reframeDebateAction, rescheduleDebateAction } from "../debate.actions.ts";
import { type DateFields, type DateName, ScheduleFields } from "./schedule-fields.tsx";

const dateLabels = { opensAt: "Les idées", debateAt: "Le débat", voteAt: "Le vote", closesAt: "La fin" };
const wordLabels = { question: "Question", framing: "Présentation" };

/** The dates of the phases to come. */
export function DatesForm({
  debateId,
  dates,
  begun,
}: {
  debateId: string;
  dates: DateFields;
  begun: readonly DateName[];
}) {
  const [state, send] = useActionState(rescheduleDebateAction, {});
  useEffect(() => {
    if ("done" in state) toast("Les dates sont enregistrées.");
  }, [state]);
  const values = { ...dates, ...state.values } as DateFields;
  return (
    <form action={send} className="grid gap-5">
      <FormErrors error={state.error} labels={dateLabels} />
      <input type="hidden" name="debateId" value={debateId} />
      <ScheduleFields
        key={Object.values(dates).join()}
        dates={values}
        errors={state.error?.fields ?? {}}
        begun={begun}
      />
      <SubmitButton variant="secondary" className="justify-self-start" pendingLabel="Un instant…">
        Enregistrer les dates
      </SubmitButton>
    </form>
  );
}

/** The question and its framing, as long as nobody has been asked to answer. */
export function FramingForm({ debateId, question, framing }: { debateId: string; question: string; framing: string }) {
  const [state, send] = useActionState(reframeDebateAction, {});
  const fields = state.error?.fields ?? {};
  return (
    <form action={send} className="grid gap-5">
      <FormErrors error={state.error} labels={wordLabels} />
      <input type="hidden" name="debateId" value={debateId} />
      <TextField
        name="question"
        label="La question"
        maxLength={160}
        required
        defaultValue={state.values?.question ?? question}
        error={fields.question}
      />
      <TextAreaField
        name="framing"
        label="Présentation"
        hint="**gras**, listes et liens sont possibles."
        className="[&_textarea]:min-h-36"
        maxLength={2000}
        defaultValue={state.values?.framing ?? framing}
        error={fields.framing}
      />
      <SubmitButton variant="secondary" className="justify-self-start" pendingLabel="Un instant…">
        Enregistrer la question
      </SubmitButton>
    </form>
  );
}
