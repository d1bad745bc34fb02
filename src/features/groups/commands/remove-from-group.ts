import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { memberRemoved } from "../group.facts.ts";
import { tellRemoved } from "../group.jobs.ts";
import { removeFromGroupInput } from "../group.schema.ts";
import { keeping } from "../group-limit.rules.ts";
import { canRemoveFromGroup } from "../membership.policy.ts";
import { lockGroupAndOther } from "./lock-other.ts";

/** Who keeps a group takes somebody out of it, and tells her why: she comes back only if one of them lets her. */
export const removeFromGroup = command({
  name: "group.remove-member",
  input: removeFromGroupInput,
  limits: [keeping],
  subject: ({ tx, actor, input }) => lockGroupAndOther(tx, actor, input),
  policy: (actor, { group, other }) => canRemoveFromGroup(actor, group, other),
  async execute({ tx, actor, input: { groupId, memberId, words }, record, enqueue }) {
    await tx.groupMembership.deleteMany({ where: { groupId, memberId } });
    const removal = { removedById: actor.id, removedAt: clock.now() };
    await tx.groupRemoval.upsert({
      where: { groupId_memberId: { groupId, memberId } },
      create: { groupId, memberId, ...removal },
      update: removal,
    });
    record(memberRemoved({ groupId, memberId }));
    await enqueue(tellRemoved, { groupId, memberId, words });
  },
});
