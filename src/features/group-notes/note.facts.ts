import { defineFact } from "@/core/fact.ts";

type OfNote = { noteId: string; groupId: string };

export const groupNoteCreated = defineFact<OfNote>({ name: "group-note.created" });
/** Somebody saved a new revision. */
export const groupNoteSaved = defineFact<OfNote & { version: number }>({ name: "group-note.saved" });
export const groupNoteRemoved = defineFact<OfNote>({ name: "group-note.removed" });
export const groupNoteBroughtBack = defineFact<OfNote>({ name: "group-note.brought-back" });
export const groupNoteHidden = defineFact<OfNote>({ name: "group-note.hidden" });
export const groupNoteShown = defineFact<OfNote>({ name: "group-note.shown" });

export const groupNoteFacts = [
  groupNoteCreated,
  groupNoteSaved,
  groupNoteRemoved,
  groupNoteBroughtBack,
  groupNoteHidden,
  groupNoteShown,
] as const;
