import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { groupFollowed } from "../group.facts.ts";
import { groupInput } from "../group.schema.ts";
import { comings } from "../group-limit.rules.ts";
import { canFollowGroup } from "../membership.policy.ts";
import { lockVisibleGroup } from "./lock-group.ts";

/** A member reads an open group in her feed, without being in it. She leaves it as any other. */
export const followGroup = command({
  name: "group.follow",
  input: groupInput,
  limits: [comings],
  subject: ({ tx, actor, input }) => lockVisibleGroup(tx, actor, input.groupId),
  policy: canFollowGroup,
  async execute({ tx, actor, subject: { id: groupId }, record }) {
    const memberId = actor.id ?? "";
    const { count } = await tx.groupMembership.createMany({
      data: [{ groupId, memberId, role: "follower", joinedAt: clock.now() }],
      skipDuplicates: true,
    });
    if (count > 0) record(groupFollowed({ groupId, memberId }));
  },
});
