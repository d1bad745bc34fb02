// A member lifts a block of her own. Whoever was not blocked by her stays as she was, and the answer is the same.
import { command } from "@/platform/command.ts";
import { memberUnblocked } from "../coopain.facts.ts";
import { canTieWith } from "../coopain.policy.ts";
import { ofMemberInput } from "../coopain.schema.ts";
import { changesOfAccount } from "../limit.rules.ts";
import { lockPair } from "./pairs.ts";

export const unblockMember = command({
  name: "coopain.unblock",
  input: ofMemberInput,
  limits: [changesOfAccount],
  async subject({ tx, actor, input }) {
    await lockPair(tx, actor, input.memberId);
    return { id: input.memberId };
  },
  policy: canTieWith,
  async execute({ tx, actor, subject: { id: otherId }, record }) {
    const memberId = actor.id ?? "";
    const { count } = await tx.block.deleteMany({ where: { blockerId: memberId, blockedId: otherId } });
    if (count > 0) record(memberUnblocked({ memberId, otherId }));
  },
});
