import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { canTakePart } from "../debate.policy.ts";
import { followInput } from "../debate.schema.ts";
import { lockVisibleDebate } from "./lock-debates.ts";

/** Both take the lock that every writer of a debate waits for. */
const limits = [{ rule: { name: "debate.follow", points: 60, seconds: 60 }, by: "account" }] as const;

/** A member keeps a debate among hers. */
export const followDebate = command({
  name: "debate.follow",
  input: followInput,
  limits,
  subject: ({ tx, actor, input }) => lockVisibleDebate(tx, actor, input.debateId),
  policy: canTakePart,
  async execute({ tx, actor, input: { debateId } }) {
    const data = [{ debateId, memberId: actor.id ?? "", followedAt: clock.now() }];
    await tx.debateFollow.createMany({ data, skipDuplicates: true });
  },
});

/** A member no longer keeps a debate among hers. */
export const unfollowDebate = command({
  name: "debate.unfollow",
  input: followInput,
  limits,
  subject: ({ tx, actor, input }) => lockVisibleDebate(tx, actor, input.debateId),
  policy: canTakePart,
  async execute({ tx, actor, input: { debateId } }) {
    await tx.debateFollow.deleteMany({ where: { debateId, memberId: actor.id ?? "" } });
  },
});
