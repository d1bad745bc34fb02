import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { postRemoved } from "../post.facts.ts";
import { canRemovePost } from "../post.policy.ts";
import { ofPostInput } from "../post.schema.ts";
import { idsOf, lockVisiblePost } from "./lock-post.ts";

/** A post goes for good, by its author or by who keeps the wall. Answers where it stood. */
export const removePost = command({
  name: "post.remove",
  input: ofPostInput,
  subject: ({ tx, actor, input }) => lockVisiblePost(tx, actor, input.postId),
  policy: canRemovePost,
  async execute({ tx, actor, input: { postId }, subject: post, record }) {
    await tx.post.update({
      where: { id: postId },
      data: { removedAt: clock.now(), removedById: actor.id, pinnedAt: null, pinnedById: null },
    });
    record(postRemoved(idsOf(post)));
    const [group] = post.groupId
      ? await tx.$queryRaw<{ id: string; slug: string }[]>(
          sql`select g.id, g.slug from member_group g where g.id = ${post.groupId}`,
        )
      : [];
    const author = actor.kind === "member" && post.authorId === actor.id ? { id: actor.id, name: actor.name } : null;
    return { group: group ?? null, author };
  },
});
