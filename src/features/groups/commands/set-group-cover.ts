import { z } from "zod";
import { encodedImage } from "@/core/encoded-image.ts";
import { idText } from "@/core/text.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { keepImage } from "@/platform/stored-images.ts";
import { groupEdited } from "../group.facts.ts";
import { groupInput } from "../group.schema.ts";
import { keeping } from "../group-limit.rules.ts";
import { canEditGroup } from "../membership.policy.ts";
import { type LockedGroup, lockGroupToChange } from "./lock-group.ts";

const setCoverInput = z.strictObject({
  groupId: idText,
  image: encodedImage,
});

/** Who edits a group gives it a picture; the one before is gone for good. */
export const setGroupCover = command({
  name: "group.set-cover",
  input: setCoverInput,
  subject: ({ tx, actor, input }) => lockGroupToChange(tx, actor, input.groupId),
  policy: canEditGroup,
  async execute({ tx, actor, input: { image }, subject: group, record }) {
    const id = await keepImage(tx, image, actor.id);
    await replaceCover(tx, group, id);
    record(groupEdited({ groupId: group.id }));
    return { id };
  },
});

/** Who edits a group takes its picture away; without one, nothing happens. */
export const removeGroupCover = command({
  name: "group.remove-cover",
  input: groupInput,
  limits: [keeping],
  subject: ({ tx, actor, input }) => lockGroupToChange(tx, actor, input.groupId),
  policy: canEditGroup,
  async execute({ tx, subject: group, record }) {
    if (!group.coverId) return;
    await replaceCover(tx, group, null);
    record(groupEdited({ groupId: group.id }));
  },
});

async function replaceCover(tx: Tx, group: LockedGroup, coverId: string | null): Promise<void> {
  await tx.group.update({ where: { id: group.id }, data: { coverId } });
  if (group.coverId) await tx.image.delete({ where: { id: group.coverId } });
}
