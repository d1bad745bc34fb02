import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { groupNoteBroughtBack, groupNoteRemoved } from "../note.facts.ts";
import { canEditNote, canRemoveNote } from "../note.policy.ts";
import { noteInput } from "../note.schema.ts";
import { lockRemovedNote, lockVisibleNote } from "./lock-note.ts";

/** Who began a note, or keeps the group, takes it away; those who keep the group may bring it back. */
export const removeNote = command({
  name: "group-note.remove",
  input: noteInput,
  subject: ({ tx, actor, input }) => lockVisibleNote(tx, actor, input.noteId),
  policy: canRemoveNote,
  async execute({ tx, actor, subject: { id, groupId, slug }, record }) {
    await tx.groupNote.update({ where: { id }, data: { removedAt: clock.now(), removedById: actor.id } });
    record(groupNoteRemoved({ noteId: id, groupId }));
    return { group: { id: groupId, slug } };
  },
});

/** A note that was taken away comes back as it was. */
export const bringBackNote = command({
  name: "group-note.bring-back",
  input: noteInput,
  subject: ({ tx, actor, input }) => lockRemovedNote(tx, actor, input.noteId),
  policy: canEditNote,
  async execute({ tx, subject: { id, groupId, slug }, record }) {
    await tx.groupNote.update({ where: { id }, data: { removedAt: null, removedById: null } });
    record(groupNoteBroughtBack({ noteId: id, groupId }));
    return { id, group: { id: groupId, slug } };
  },
});
