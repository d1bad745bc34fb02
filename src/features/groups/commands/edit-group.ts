import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { slugify } from "@/core/paths.ts";
import { reasons } from "@/core/reasons.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { groupEdited, groupEntryChanged } from "../group.facts.ts";
import { canLeadGroup } from "../group.policy.ts";
import { editGroupInput, editPlaceGroupInput } from "../group.schema.ts";
import { keeping } from "../group-limit.rules.ts";
import { canCreateGroup, canEditGroup } from "../membership.policy.ts";
import { keepGroupWords } from "../reported-group.queries.ts";
import { requireScope } from "./create-group.ts";
import { type LockedGroup, lockGroupToChange } from "./lock-group.ts";

/** A group of this sort, held alone; one of the other sort is as absent as none. */
async function lockKind(tx: Tx, actor: Actor, groupId: string, isPlace: boolean): Promise<LockedGroup> {
  const group = await lockGroupToChange(tx, actor, groupId);
  if ((group.kind === "place") !== isPlace) throw new AppError("not_found", "absent");
  return group;
}

/** A lead, or who answers for its territory, changes what a group is and how one comes in. */
export const editGroup = command({
  name: "group.edit",
  input: editGroupInput,
  limits: [keeping],
  subject: ({ tx, actor, input }) => lockKind(tx, actor, input.groupId, false),
  policy: canEditGroup,
  async execute({ tx, actor, input: { groupId, ...content }, subject: group, record }) {
    if (content.scope !== group.scope) {
      await requireScope(tx, content.scope);
      if (!canCreateGroup(actor, content.scope).allowed) throw wrong({ scope: reasons.not_yours });
    }
    // She would lock herself out.
    if (content.adherentsOnly && !group.adherentsOnly && actor.kind === "member" && !actor.adherent)
      throw wrong({ adherentsOnly: reasons.adherents_only_by_adherents });
    const otherwise = content.entry !== group.entry || content.adherentsOnly !== group.adherentsOnly;
    // A mandate sets words right; whom the group reaches is its own: nobody opens a wall to herself.
    if (otherwise && !canLeadGroup(actor, group).allowed) throw wrong({ entry: reasons.entry_is_the_leads });
    const slug = slugify(content.name, "groupe");
    await keepGroupWords(tx, groupId);
    await tx.group.update({ where: { id: groupId }, data: { ...content, slug } });
    // One follows what is open to all: who never came in reads nothing behind a door.
    if (content.entry !== "open") await tx.groupMembership.deleteMany({ where: { groupId, role: "follower" } });
    record(groupEdited({ groupId }), ...(otherwise ? [groupEntryChanged({ groupId })] : []));
    return { id: groupId, slug };
  },
});

/** Who answers for a place changes the words of its own group, and who writes on its wall. */
export const editPlaceGroup = command({
  name: "group.edit-place",
  input: editPlaceGroupInput,
  limits: [keeping],
  subject: ({ tx, actor, input }) => lockKind(tx, actor, input.groupId, true),
  policy: canEditGroup,
  async execute({ tx, input: { groupId, ...content }, subject: { slug }, record }) {
    await tx.group.update({ where: { id: groupId }, data: content });
    record(groupEdited({ groupId }));
    return { id: groupId, slug };
  },
});

const wrong = (fields: Record<string, string>) => new AppError("invalid", "bad_input", { fields });
