import { z } from "zod";
import { idText, line, prose } from "@/core/text.ts";
import { NOTE_LENGTH, NOTE_TITLE_LENGTH } from "./note.rules.ts";

const title = line(1, NOTE_TITLE_LENGTH);
const body = prose(0, NOTE_LENGTH);
/** The number of a revision; forms post it as text. */
const number = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^[1-9]\d{0,8}$/)
      .transform(Number),
  ])
  .pipe(z.int().min(1).max(1_000_000_000));

export const createNoteInput = z.strictObject({ groupId: idText, title, body });
/** `version`: the revision that she had before her when she wrote. */
export const saveNoteInput = z.strictObject({ noteId: idText, version: number, title, body });
/** `version`: the last revision that she knows of. */
export const restoreRevisionInput = z.strictObject({ noteId: idText, number, version: number });
export const noteInput = z.strictObject({ noteId: idText });
/** The title and the revision that she writes on come back with the preview: without scripts the page is a new one. */
export const previewNoteInput = z.strictObject({
  groupId: idText,
  title: z.string().max(1000).default(""),
  body,
  version: number.optional(),
});

export const notesInput = z.object({
  groupId: idText,
  apres: idText.optional().catch(undefined),
});
/** What of a note's history is unfolded; anything else in the address is ignored. */
export const revisionsInput = z.object({
  noteId: idText,
  version: number.optional().catch(undefined),
  avant: number.optional().catch(undefined),
});
