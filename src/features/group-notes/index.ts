import { createNote } from "./commands/create-note.ts";
import { previewNote } from "./commands/preview-note.ts";
import { bringBackNote, removeNote } from "./commands/remove-note.ts";
import { restoreRevision } from "./commands/restore-revision.ts";
import { saveNote } from "./commands/save-note.ts";

/** Every command of the notes of groups, by its name in the code. */
export const groupNoteCommands = { createNote, saveNote, restoreRevision, removeNote, bringBackNote, previewNote };

export { groupNoteReports } from "./commands/moderate-note.ts";
export { groupNoteFacts } from "./note.facts.ts";
export { groupNoteNotices } from "./note.notices.ts";
export { groupNotesPersonalData } from "./note.personal-data.ts";
export { visibleNotes } from "./note.policy.ts";
export { getNewNote, getNote, getNoteToEdit, listNotes } from "./note.queries.ts";
export type { NotesView, NoteView, RevisionsView } from "./note.views.ts";
export { findConflict, findMerged, getRevisions } from "./revision.queries.ts";
export { bringBackNote, createNote, previewNote, removeNote, restoreRevision, saveNote };
