"use client";

import { useActionState } from "react";
import type { FormAction, FormState } from "@/core/form-state.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import { announceAction, answerQuestionAction, askQuestionAction } from "../guest.actions.ts";
import { NOTE_MAX } from "../note.rules.ts";

type Written = { noteId: string };

function NoteForm({
  action,
  field,
  label,
  hint,
  said,
  fold,
  children,
}: {
  action: FormAction<Written>;
  /** What it is about: the hidden field and its value. */
  field: { name: string; value: string };
  label: string;
  hint?: string;
  said: string;
  /** It waits behind these words; what was refused never hides there. */
  fold?: string;
  children: string;
}) {
  const [state, send] = useActionState<FormState<Written>, FormData>(action, {});
  const id = `words-${field.value}-${field.name}`;
  const form = (
    <form action={send} className="grid gap-3">
      <FormErrors error={state.error} labels={{ words: label }} ids={{ words: id }} />
      <input type="hidden" name={field.name} value={field.value} />
      <ActSaid said={said} failed={state.error !== undefined} />
      <TextAreaField
        key={state.done?.noteId ?? ""}
        name="words"
        id={id}
        label={label}
        hint={hint}
        required
        maxLength={NOTE_MAX}
        defaultValue={state.values?.words}
        error={state.error?.fields?.words}
      />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Envoi…">
          {children}
        </SubmitButton>
      </div>
    </form>
  );
  if (fold === undefined) return form;
  return (
    <details className="mt-2" open={state.error !== undefined || undefined}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-note font-semibold text-rose-strong">
        {fold}
      </summary>
      {form}
    </details>
  );
}

/** Organisers: a word to everybody who comes. */
export function AnnounceForm({ eventId }: { eventId: string }) {
  return (
    <NoteForm
      action={announceAction}
      field={{ name: "eventId", value: eventId }}
      label="Un mot aux inscrit·es"
      hint="Chaque personne qui vient le reçoit par e-mail. Cinq par jour au plus."
      said="C’est envoyé."
    >
      Envoyer aux inscrit·es
    </NoteForm>
  );
}

/** Participants: a question to the team, in front of the others. */
export function AskForm({ eventId }: { eventId: string }) {
  return (
    <NoteForm
      action={askQuestionAction}
      field={{ name: "eventId", value: eventId }}
      label="Une question à l’équipe"
      hint="Les inscrit·es et l’équipe la lisent, avec ton nom pour qui peut voir ta fiche."
      said="Ta question est posée."
    >
      Poser ma question
    </NoteForm>
  );
}

/** Organisers: an answer under a question. */
export function AnswerForm({ noteId, answered }: { noteId: string; answered: boolean }) {
  return (
    <NoteForm
      action={answerQuestionAction}
      field={{ name: "noteId", value: noteId }}
      label="Ta réponse"
      hint="La personne qui demande est prévenue par e-mail."
      said="Ta réponse est publiée."
      fold={answered ? "Répondre encore" : "Répondre"}
    >
      Répondre
    </NoteForm>
  );
}
