import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { postPinned, postUnpinned } from "../post.facts.ts";
import { canPin } from "../post.policy.ts";
import { PINNED_MAX } from "../post.rules.ts";
import { ofPostInput } from "../post.schema.ts";
import { idsOf, lockVisiblePost } from "./lock-post.ts";

/** A manager keeps a post on top of the wall; three stand there at most. */
export const pinPost = command({
  name: "post.pin",
  input: ofPostInput,
  async subject({ tx, actor, input }) {
    // The group first: of two who pin at once, the second counts what the first pinned.
    await tx.$queryRaw(sql`select g.id from member_group g join post w on w.group_id = g.id
      where w.id = ${input.postId} for no key update of g`);
    return lockVisiblePost(tx, actor, input.postId);
  },
  policy: canPin,
  async execute({ tx, actor, input: { postId }, subject: post, record }) {
    if (post.pinned) return;
    const shown = { groupId: post.groupId, pinnedAt: { not: null }, removedAt: null, hiddenAt: null };
    if ((await tx.post.count({ where: shown })) >= PINNED_MAX) throw new AppError("conflict", "enough_pinned");
    await tx.post.update({ where: { id: postId }, data: { pinnedAt: clock.now(), pinnedById: actor.id } });
    record(postPinned(idsOf(post)));
  },
});

/** It goes back to its place. */
export const unpinPost = command({
  name: "post.unpin",
  input: ofPostInput,
  subject: ({ tx, actor, input }) => lockVisiblePost(tx, actor, input.postId),
  policy: canPin,
  async execute({ tx, input: { postId }, subject: post, record }) {
    if (!post.pinned) return;
    await tx.post.update({ where: { id: postId }, data: { pinnedAt: null, pinnedById: null } });
    record(postUnpinned(idsOf(post)));
  },
});
