"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { currentActor } from "@/platform/next/current-actor.ts";
import { type FormState, formAction } from "@/platform/next/form-action.ts";
import { createNote } from "./commands/create-note.ts";
import { previewNote } from "./commands/preview-note.ts";
import { bringBackNote, removeNote } from "./commands/remove-note.ts";
import { restoreRevision } from "./commands/restore-revision.ts";
import { saveNote } from "./commands/save-note.ts";
import type { ConflictView } from "./note.views.ts";
import { findConflict } from "./revision.queries.ts";

type Fields = Record<string, string | string[]>;
/** The form of a note names its group too, for the preview. */
const withoutGroup = ({ groupId: _, ...fields }: Fields) => fields;
/** A preview shows the text: which note it is of matters when it is saved. */
const withoutNote = ({ noteId: _, ...fields }: Fields) => fields;

export type SaveNoteState = FormState & { conflict?: ConflictView | null };

export const createNoteAction = formAction(createNote, {
  then: ({ id, group }) => redirect(paths.groupNote(group, id)),
});

const save = formAction(saveNote, {
  read: withoutGroup,
  then: ({ id, group, mergedFrom }) =>
    redirect(`${paths.groupNote(group, id)}${mergedFrom === null ? "" : `?depuis=${mergedFrom}`}`),
});

export const saveNoteAction = async (_state: SaveNoteState, form: FormData): Promise<SaveNoteState> => {
  const next = await save({}, form);
  if (next.error?.reason !== "note_conflict") return next;
  return { ...next, conflict: await findConflict(await currentActor(), withoutGroup(next.values ?? {})) };
};

export const previewNoteAction = formAction(previewNote, { read: withoutNote });
export const restoreRevisionAction = formAction(restoreRevision, {
  then: ({ id, group }) => redirect(paths.groupNote(group, id)),
});
export const removeNoteAction = formAction(removeNote, {
  then: ({ group }) => redirect(paths.groupNotes(group)),
});
export const bringBackNoteAction = formAction(bringBackNote, { then: () => refresh() });
