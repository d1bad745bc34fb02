import { fileTypes } from "@/core/file-kinds.ts";
import { newId } from "@/core/ids.ts";
import { canWorkInGroup, lockReadableGroup } from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { keepStoredFile } from "@/platform/stored-files.ts";
import { keepImage } from "@/platform/stored-images.ts";
import { groupFileAdded } from "../file.facts.ts";
import { addFileInput } from "../file.schema.ts";

/** A member of a group gives it a file that she has just sent: all who read the group have it then. */
export const addFile = command({
  name: "group-file.add",
  input: addFileInput,
  subject: ({ tx, actor, input }) => lockReadableGroup(tx, actor, input.groupId),
  policy: canWorkInGroup,
  async execute({ tx, actor, input: { groupId, fileId, name, mime, preview }, record }) {
    const stored = await keepStoredFile(tx, actor.id, fileId);
    await tx.storedFile.update({ where: { id: stored.id }, data: { mime } });
    const previewId = preview && (await keepImage(tx, preview));
    const id = newId();
    await tx.groupFile.create({
      data: { id, groupId, name, fileId: stored.id, previewId, addedById: actor.id, addedAt: clock.now() },
    });
    record(groupFileAdded({ fileId: id, groupId, kind: fileTypes[mime].kind }));
    return { id };
  },
});
