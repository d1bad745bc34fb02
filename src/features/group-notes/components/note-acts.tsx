"use client";

import { useActionState } from "react";
import { ActSaid } from "@/ui/act-said.tsx";
import { Confirmed } from "@/ui/confirmed.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { bringBackNoteAction, removeNoteAction, restoreRevisionAction } from "../note.actions.ts";

/** Taking a note away, said before it is done. */
export function RemoveNote({ noteId }: { noteId: string }) {
  const [state, remove] = useActionState(removeNoteAction, {});
  return (
    <Confirmed label="Retirer cette note" variant="quiet" size="compact">
      <p className="text-ink-2">
        Plus personne ne la lira. Les gestionnaires du groupe pourront la remettre, avec toutes ses versions.
      </p>
      <form action={remove} className="grid justify-items-start gap-3">
        <FormErrors error={state.error} />
        <input type="hidden" name="noteId" value={noteId} />
        <SubmitButton variant="danger" size="compact" pendingLabel="Retrait…">
          Retirer la note
        </SubmitButton>
      </form>
    </Confirmed>
  );
}

/** A note that was taken away comes back. */
export function BringBackNote({ noteId, title }: { noteId: string; title: string }) {
  const [state, bringBack] = useActionState(bringBackNoteAction, {});
  return (
    <form action={bringBack} className="grid justify-items-end gap-2">
      <FormErrors error={state.error} />
      <input type="hidden" name="noteId" value={noteId} />
      <ActSaid said="La note est de retour." failed={state.error !== undefined} />
      <SubmitButton variant="secondary" size="compact" pendingLabel="Retour…" aria-label={`Remettre la note ${title}`}>
        Remettre
      </SubmitButton>
    </form>
  );
}

/** An earlier wording comes back, as a new version. */
export function RestoreRevision({ noteId, number, version }: { noteId: string; number: number; version: number }) {
  const [state, restore] = useActionState(restoreRevisionAction, {});
  return (
    <Confirmed label="Reprendre cette version" variant="secondary" size="compact">
      <p className="text-ink-2">
        Son texte redevient celui de la note, comme une nouvelle version. Rien de ce qui a été écrit depuis n’est perdu.
      </p>
      <form action={restore} className="grid justify-items-start gap-3">
        <FormErrors error={state.error} />
        <input type="hidden" name="noteId" value={noteId} />
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="version" value={version} />
        <SubmitButton size="compact" pendingLabel="Reprise…">
          Reprendre la version {number}
        </SubmitButton>
      </form>
    </Confirmed>
  );
}
