"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { currentActor } from "@/platform/next/current-actor.ts";
import { formAction } from "@/platform/next/form-action.ts";
import { createNote } from "./commands/create-note.ts";
import { previewNote } from "./commands/preview-note.ts";
import { bringBackNote, removeNote } from "./commands/remove-note.ts";
import { restoreRevision } from "./commands/restore-revision.ts";
import { saveNote } from "./commands/save-note.ts";
import type { NoteFormState } from "./note.views.ts";
import { findConflict } from "./revision.queries.ts";

type Fields = Record<string, string | string[]>;
/** The one form of a note names its group, its note and the button that was pressed; each command takes what is its own. */
const without =
  (...names: string[]) =>
  (fields: Fields): Fields =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

const isPreview = (form: unknown) => form instanceof FormData && form.get("acte") === "apercu";

const preview = formAction(previewNote, { read: without("acte", "noteId") });
const create = formAction(createNote, {
  read: without("acte"),
  then: ({ id, group }) => redirect(paths.groupNote(group, id)),
});
const save = formAction(saveNote, {
  read: without("acte", "groupId"),
  then: ({ id, group, mergedFrom }) =>
    redirect(`${paths.groupNote(group, id)}${mergedFrom === null ? "" : `?depuis=${mergedFrom}`}`),
});

/** What was looked at before it is kept: the form goes on from there. */
function looked({ done, ...next }: Awaited<ReturnType<typeof preview>>): NoteFormState {
  if (!done) return next;
  const { title, body, version } = done;
  return { preview: done, values: { title, body, ...(version !== null && { version: String(version) }) } };
}

export const createNoteAction = async (_: NoteFormState, form: FormData): Promise<NoteFormState> => {
  if (isPreview(form)) return looked(await preview({}, form));
  const { error, values } = await create({}, form);
  return { ...(error && { error }), ...(values && { values }) };
};

export const saveNoteAction = async (_: NoteFormState, form: FormData): Promise<NoteFormState> => {
  if (isPreview(form)) return looked(await preview({}, form));
  const { error, values } = await save({}, form);
  const next = { ...(error && { error }), ...(values && { values }) };
  if (error?.reason !== "note_conflict") return next;
  return { ...next, conflict: await findConflict(await currentActor(), without("acte", "groupId")(values ?? {})) };
};

export const restoreRevisionAction = formAction(restoreRevision, {
  then: ({ id, group }) => redirect(paths.groupNote(group, id)),
});
export const removeNoteAction = formAction(removeNote, {
  then: ({ group }) => redirect(paths.groupNotes(group)),
});
export const bringBackNoteAction = formAction(bringBackNote, { then: () => refresh() });
