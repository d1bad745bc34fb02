import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { commentEdited, commentPublished, commentRemoved } from "../post.facts.ts";
import { canAnswerPost, canEdit, canRemoveComment } from "../post.policy.ts";
import { commentPostInput, editCommentInput, ofCommentInput } from "../post.schema.ts";
import { commentsOfAccount, commentsOfNewcomer, editsOfAccount } from "../post-limit.rules.ts";
import { holdNewcomer, idsOf, lockVisibleComment, lockVisiblePost } from "./lock-post.ts";
import { writeMentions } from "./mention-rows.ts";

/** A member answers a post; sent twice with one client id, it is said once. */
export const commentPost = command({
  name: "comment.create",
  input: commentPostInput,
  limits: [commentsOfAccount],
  subject: ({ tx, actor, input }) => lockVisiblePost(tx, actor, input.postId),
  policy: canAnswerPost,
  async execute({ tx, actor, input, subject: post, record }) {
    const { postId, body, clientId } = input;
    const id = newId();
    const written = await tx.postComment.createMany({
      data: [{ id, postId, body, clientId, authorId: actor.id, createdAt: clock.now() }],
      skipDuplicates: true,
    });
    if (written.count === 0) {
      const known = await tx.postComment.findFirstOrThrow({ where: { authorId: actor.id, clientId } });
      return { id: known.id, postId: known.postId };
    }
    await holdNewcomer(tx, actor, commentsOfNewcomer);
    await tx.post.update({ where: { id: postId }, data: { commentCount: { increment: 1 } } });
    await writeMentions(tx, actor, { commentId: id }, input);
    record(commentPublished({ ...idsOf(post), commentId: id }));
    return { id, postId };
  },
});

/** An author mends what she answered; what it was stays readable. */
export const editComment = command({
  name: "comment.edit",
  input: editCommentInput,
  limits: [editsOfAccount],
  subject: ({ tx, actor, input }) => lockVisibleComment(tx, actor, input.commentId),
  policy: canEdit,
  async execute({ tx, actor, input, subject: { body: before, post }, record }) {
    const { commentId, body } = input;
    if (body !== before) {
      const now = clock.now();
      const number = 1 + (await tx.commentRevision.count({ where: { commentId } }));
      await tx.commentRevision.create({ data: { commentId, number, body: before, replacedAt: now } });
      await tx.postComment.update({ where: { id: commentId }, data: { body, editedAt: now } });
      await writeMentions(tx, actor, { commentId }, input);
      record(commentEdited({ ...idsOf(post), commentId }));
    }
    return { id: commentId, postId: post.id };
  },
});

/** A comment goes for good. */
export const removeComment = command({
  name: "comment.remove",
  input: ofCommentInput,
  subject: ({ tx, actor, input }) => lockVisibleComment(tx, actor, input.commentId),
  policy: canRemoveComment,
  async execute({ tx, actor, input: { commentId }, subject: { post }, record }) {
    await tx.postComment.update({
      where: { id: commentId },
      data: { removedAt: clock.now(), removedById: actor.id },
    });
    await tx.post.update({ where: { id: post.id }, data: { commentCount: { decrement: 1 } } });
    record(commentRemoved({ ...idsOf(post), commentId }));
    return { postId: post.id };
  },
});
