import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { savesOfAccount } from "../limit.rules.ts";
import { mergeTexts, mergeWhole } from "../merge.rules.ts";
import { groupNoteSaved } from "../note.facts.ts";
import { canEditNote } from "../note.policy.ts";
import { NOTE_LENGTH } from "../note.rules.ts";
import { saveNoteInput } from "../note.schema.ts";
import { lockVisibleNote, writeRevision } from "./lock-note.ts";

/**
 * A member saves what she wrote on a revision of a note. What others saved meanwhile is brought together with hers,
 * line by line; where both changed the same lines nothing is written: `conflict`, and she chooses.
 */
export const saveNote = command({
  name: "group-note.save",
  input: saveNoteInput,
  limits: [savesOfAccount],
  subject: ({ tx, actor, input }) => lockVisibleNote(tx, actor, input.noteId),
  policy: canEditNote,
  async execute({ tx, actor, input, subject: note, record }) {
    const { noteId, groupId } = { noteId: note.id, groupId: note.groupId };
    const answer = (version: number) => ({
      id: noteId,
      group: { id: groupId, slug: note.slug },
      version,
      /** The revision that she wrote on, where others had saved since; null otherwise. */
      mergedFrom: input.version < note.version ? input.version : null,
    });
    const base = await tx.groupNoteRevision.findUnique({
      where: { noteId_number: { noteId, number: input.version } },
      select: { title: true, body: true },
    });
    if (!base) throw new AppError("invalid", "bad_input");
    const title = mergeWhole(base.title, input.title, note.title).merged;
    const body = mergeTexts(base.body, input.body, note.body).merged;
    if (title === null || body === null) throw new AppError("conflict", "note_conflict");
    if (body.length > NOTE_LENGTH) throw new AppError("conflict", "note_too_long_together");
    // Sent twice, or nothing changed: there is nothing to write.
    if (title === note.title && body === note.body) return answer(note.version);
    const version = await writeRevision(tx, note, { title, body, byId: actor.id, now: clock.now() });
    record(groupNoteSaved({ noteId, groupId, version }));
    return answer(version);
  },
});
