"use client";

import { type FormEvent, useActionState, useEffect, useRef, useState } from "react";
import { ButtonLink } from "@/ui/button.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { KeptDraft } from "@/ui/kept-draft.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField, TextField } from "@/ui/text-field.tsx";
import { useFormDraft, type Values } from "@/ui/use-form-draft.ts";
import { createNoteAction, saveNoteAction } from "../note.actions.ts";
import { NOTE_LENGTH, NOTE_TITLE_LENGTH } from "../note.rules.ts";
import type { NoteFormState } from "../note.views.ts";
import { noteDraft } from "./forget-note-draft.tsx";
import { ConflictNotice, OtherVersion } from "./note-conflict.tsx";
import { NotePreview } from "./note-preview.tsx";

const labels = { title: "Titre", body: "Texte" };
const PREVIEW = "apercu";

/**
 * A note is written here. The form knows on which revision she writes: what others save meanwhile is brought together
 * with hers, or shown beside it where they changed the same lines. What is typed stays in this browser until it arrived.
 */
export function NoteForm({
  me,
  formKey,
  groupId,
  note,
  back,
  initial,
}: {
  me: string;
  /** Makes a double click one note. */
  formKey: string;
  groupId: string;
  /** Null for a new one. */
  note: { id: string; version: number } | null;
  back: string;
  initial: { title: string; body: string };
}) {
  const [state, send] = useActionState<NoteFormState, FormData>(note ? saveNoteAction : createNoteAction, {});
  // Of the page as it came: a refreshed one must not put her words on a revision that she has not read.
  const [begun] = useState({ ...initial, ...(note && { version: String(note.version) }) });
  const form = useRef<HTMLFormElement>(null);
  const worth = ({ title, body }: Values) => title !== begun.title || body !== begun.body;
  const { kept, handlers, forget } = useFormDraft(noteDraft(me, note?.id ?? groupId), worth);
  const [key, setKey] = useState(formKey);
  // A page that comes back from the browser's history is another note, not the same one again.
  useEffect(() => setKey(crypto.randomUUID()), []);

  const { error, preview } = state;
  const conflict = state.conflict ?? null;
  const values: Values = conflict?.mine ?? state.values ?? kept ?? begun;
  const version = conflict?.version ?? values.version ?? begun.version;

  // What was refused has not arrived: it is kept again, on the revision that it now stands on.
  useEffect(() => {
    if (state.error) form.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [state]);

  const submitted = (event: FormEvent<HTMLFormElement>) => {
    const button = (event.nativeEvent as SubmitEvent).submitter;
    const isPreview = button instanceof HTMLButtonElement && button.value === PREVIEW;
    if (isPreview) handlers.onInput(event);
    else handlers.onSubmit(event);
  };

  const takeTheirs = conflict
    ? () => {
        const fields = form.current?.elements;
        for (const name of ["title", "body"] as const) {
          const field = fields?.namedItem(name);
          if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
            field.value = conflict.theirs[name];
        }
        form.current?.dispatchEvent(new Event("input", { bubbles: true }));
      }
    : undefined;

  return (
    <div className="grid gap-8">
      <form
        key={conflict ? `conflict ${conflict.version}` : kept ? "kept" : "new"}
        ref={form}
        action={send}
        onInput={handlers.onInput}
        onSubmit={submitted}
        className="grid gap-5"
      >
        <input type="hidden" name="_cle" value={key} />
        <input type="hidden" name="groupId" value={groupId} />
        {note && <input type="hidden" name="noteId" value={note.id} />}
        {note && <input type="hidden" name="version" value={version ?? ""} />}
        {conflict ? <ConflictNotice conflict={conflict} /> : <FormErrors error={error} labels={labels} />}
        {kept && !error && !preview && (
          <KeptDraft onForget={forget} instead={note ? "Revenir au texte enregistré" : "Repartir de zéro"}>
            Nous l’avons gardé sur cet appareil.
          </KeptDraft>
        )}
        <TextField
          name="title"
          label="Titre"
          required
          maxLength={NOTE_TITLE_LENGTH}
          defaultValue={values.title ?? ""}
          error={error?.fields?.title}
        />
        <div className={conflict ? "grid gap-5 md:grid-cols-2" : undefined}>
          <TextAreaField
            name="body"
            label={conflict ? "Ton texte" : "Texte"}
            hint="## devant une ligne en fait un titre ; - devant une ligne, une liste ; **gras** et [liens](https://…) sont possibles."
            className="content-start [&_textarea]:max-h-[70vh] [&_textarea]:min-h-72"
            maxLength={NOTE_LENGTH}
            defaultValue={values.body ?? ""}
            error={error?.fields?.body}
          />
          {conflict && <OtherVersion conflict={conflict} onTake={takeTheirs} />}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton pendingLabel="Enregistrement…">
            {conflict ? "Enregistrer cette version" : note ? "Enregistrer" : "Créer la note"}
          </SubmitButton>
          <SubmitButton variant="secondary" name="acte" value={PREVIEW} formNoValidate icon="eye">
            Aperçu
          </SubmitButton>
          <ButtonLink href={back} variant="quiet">
            Annuler
          </ButtonLink>
        </div>
      </form>
      {preview && <NotePreview title={preview.title} body={preview.body} rich={preview.rich} />}
    </div>
  );
}
