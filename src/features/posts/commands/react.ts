import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { commentReacted, postReacted } from "../post.facts.ts";
import { canAnswerPost, canReactToComment } from "../post.policy.ts";
import { reactToCommentInput, reactToPostInput } from "../post.schema.ts";
import { reactionsOfAccount } from "../post-limit.rules.ts";
import { idsOf, lockVisibleComment, lockVisiblePost } from "./lock-post.ts";

/** A member reacts to a post: one kind each, the last one counts, none takes it away. What she asks is how it ends, however often she clicks. */
export const reactToPost = command({
  name: "post.react",
  input: reactToPostInput,
  limits: [reactionsOfAccount],
  subject: ({ tx, actor, input }) => lockVisiblePost(tx, actor, input.postId, "key share"),
  policy: canAnswerPost,
  async execute({ tx, actor, input: { postId, kind }, subject: post, record }) {
    const memberId = actor.id ?? "";
    if (kind === null) {
      const { count } = await tx.postReaction.deleteMany({ where: { postId, memberId } });
      if (count === 0) return;
    } else {
      const changed = { kind, reactedAt: clock.now() };
      await tx.postReaction.upsert({
        where: { postId_memberId: { postId, memberId } },
        create: { postId, memberId, ...changed },
        update: changed,
      });
    }
    record(postReacted(idsOf(post)));
  },
});

/** The same for a comment. */
export const reactToComment = command({
  name: "comment.react",
  input: reactToCommentInput,
  limits: [reactionsOfAccount],
  subject: ({ tx, actor, input }) => lockVisibleComment(tx, actor, input.commentId),
  policy: canReactToComment,
  async execute({ tx, actor, input: { commentId, kind }, subject: { post }, record }) {
    const memberId = actor.id ?? "";
    if (kind === null) {
      const { count } = await tx.commentReaction.deleteMany({ where: { commentId, memberId } });
      if (count === 0) return;
    } else {
      const changed = { kind, reactedAt: clock.now() };
      await tx.commentReaction.upsert({
        where: { commentId_memberId: { commentId, memberId } },
        create: { commentId, memberId, ...changed },
        update: changed,
      });
    }
    record(commentReacted({ ...idsOf(post), commentId }));
  },
});
