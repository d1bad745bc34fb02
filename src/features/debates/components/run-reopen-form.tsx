"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { reopenPhaseAction } from "../debate.actions.ts";
import type { DebatePhase } from "../debate.rules.ts";

const labels = { reason: "Raison", until: "Jusqu’à quand" };

/** Back one step, with a reason that everybody reads. */
export function ReopenForm({ debateId, phase, back }: { debateId: string; phase: DebatePhase; back: string }) {
  const [state, send] = useActionState(reopenPhaseAction, {});
  const fields = state.error?.fields ?? {};
  // Leaving the synthesis lets people take part again: until when must be said. A closed debate only gets its synthesis back.
  const dated = phase !== "closed";
  const mustDate = phase === "synthesis";
  return (
    <form action={send} className="grid gap-5 rounded-card border border-line-strong bg-sunken px-4 py-4 sm:px-5">
      <p>
        Le débat revient à l’étape « {back} ». Tout le monde lit pourquoi, avec ton nom. On ne peut reculer qu’une fois.
      </p>
      <FormErrors error={state.error} labels={labels} />
      <input type="hidden" name="debateId" value={debateId} />
      <TextField
        name="reason"
        label="Pourquoi"
        hint="Une phrase que tout le monde lira."
        minLength={5}
        maxLength={500}
        required
        defaultValue={state.values?.reason}
        error={fields.reason}
      />
      {dated && (
        <TextField
          name="until"
          type="datetime-local"
          label="Jusqu’à quand"
          hint={
            mustDate
              ? "La participation s’arrêtera de nouveau à cette date."
              : "L’étape que tu quittes recommencera à cette date. Laisse vide pour la relancer toi-même."
          }
          required={mustDate}
          defaultValue={state.values?.until}
          error={fields.until}
          className="[&_input]:max-w-64"
        />
      )}
      <SubmitButton variant="danger" className="justify-self-start" pendingLabel="Un instant…">
        Revenir à « {back} »
      </SubmitButton>
    </form>
  );
}
