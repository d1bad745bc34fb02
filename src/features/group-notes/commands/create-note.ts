import { newId } from "@/core/ids.ts";
import { canWorkInGroup, lockReadableGroup } from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { notesOfAccount } from "../limit.rules.ts";
import { groupNoteCreated } from "../note.facts.ts";
import { createNoteInput } from "../note.schema.ts";

/** A member of a group begins a note, which all its members may go on writing. */
export const createNote = command({
  name: "group-note.create",
  input: createNoteInput,
  limits: [notesOfAccount],
  subject: ({ tx, actor, input }) => lockReadableGroup(tx, actor, input.groupId),
  policy: canWorkInGroup,
  async execute({ tx, actor, input: { groupId, title, body }, subject: { slug }, record }) {
    const [id, now, byId] = [newId(), clock.now(), actor.id];
    await tx.groupNote.create({
      data: { id, groupId, title, body, version: 1, createdById: byId, createdAt: now, updatedAt: now },
    });
    await tx.groupNoteRevision.create({ data: { noteId: id, number: 1, title, body, byId, savedAt: now } });
    record(groupNoteCreated({ noteId: id, groupId }));
    return { id, group: { id: groupId, slug } };
  },
});
