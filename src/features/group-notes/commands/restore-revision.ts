import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { savesOfAccount } from "../limit.rules.ts";
import { groupNoteSaved } from "../note.facts.ts";
import { canEditNote } from "../note.policy.ts";
import { restoreRevisionInput } from "../note.schema.ts";
import { lockVisibleNote, writeRevision } from "./lock-note.ts";

/** An earlier wording of a note comes back, as a new revision: nothing between is lost. */
export const restoreRevision = command({
  name: "group-note.restore-revision",
  input: restoreRevisionInput,
  limits: [savesOfAccount],
  subject: ({ tx, actor, input }) => lockVisibleNote(tx, actor, input.noteId),
  policy: canEditNote,
  async execute({ tx, actor, input: { noteId, number, version }, subject: note, record }) {
    const earlier = await tx.groupNoteRevision.findUnique({
      where: { noteId_number: { noteId, number } },
      select: { title: true, body: true },
    });
    if (!earlier) throw new AppError("not_found", "absent");
    const answer = { id: noteId, group: { id: note.groupId, slug: note.slug } };
    if (earlier.title === note.title && earlier.body === note.body) return answer;
    // What she has not seen is not hers to put away.
    if (version !== note.version) throw new AppError("conflict", "changed_meanwhile");
    const saved = await writeRevision(tx, note, { ...earlier, byId: actor.id, now: clock.now() });
    record(groupNoteSaved({ noteId, groupId: note.groupId, version: saved }));
    return answer;
  },
});
