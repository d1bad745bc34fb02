import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { postEdited } from "../post.facts.ts";
import { canEdit } from "../post.policy.ts";
import { holdsMedia } from "../post.queries.ts";
import { editPostInput } from "../post.schema.ts";
import { editsOfAccount } from "../post-limit.rules.ts";
import { attachMedia } from "./attach-media.ts";
import { idsOf, lockVisiblePost } from "./lock-post.ts";
import { writeMentions } from "./mention-rows.ts";

/** An author mends her words and what stands beside them, whenever; what the words were stays readable. */
export const editPost = command({
  name: "post.edit",
  input: editPostInput,
  limits: [editsOfAccount],
  subject: ({ tx, actor, input }) => lockVisiblePost(tx, actor, input.postId),
  policy: canEdit,
  async execute({ tx, actor, input, subject: post, record }) {
    const { postId, body, media } = input;
    const changed = media !== undefined && (await attachMedia(tx, actor, postId, media));
    if (body === "" && !post.sharedId && !(await holdsMedia(tx, postId)))
      throw new AppError("invalid", "bad_input", { fields: { body: "Il faut des mots." } });
    if (body !== post.body) {
      const now = clock.now();
      const number = 1 + (await tx.postRevision.count({ where: { postId } }));
      await tx.postRevision.create({ data: { postId, number, body: post.body, replacedAt: now } });
      await tx.post.update({ where: { id: postId }, data: { body, editedAt: now } });
      await writeMentions(tx, actor, { postId }, input);
    } else if (changed) await tx.post.update({ where: { id: postId }, data: { editedAt: clock.now() } });
    if (body !== post.body || changed) record(postEdited(idsOf(post)));
    return { id: postId };
  },
});
