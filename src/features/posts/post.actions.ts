"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { formAction } from "@/platform/next/form-action.ts";
import { commentPost, editComment, removeComment } from "./commands/comment-post.ts";
import { createPost } from "./commands/create-post.ts";
import { editPost } from "./commands/edit-post.ts";
import { pinPost, unpinPost } from "./commands/pin-post.ts";
import { reactToComment, reactToPost } from "./commands/react.ts";
import { removePost } from "./commands/remove-post.ts";
import { withdrawPostsFromWeb } from "./commands/withdraw-posts.ts";

type Fields = Record<string, string | string[]>;

/** Whom the text names comes as JSON in one field; what is none is for the schema to refuse. */
function withMentions({ mentions, ...fields }: Fields): Record<string, unknown> {
  if (mentions === undefined || mentions === "") return fields;
  try {
    return { ...fields, mentions: JSON.parse(String(mentions)) };
  } catch {
    return { ...fields, mentions };
  }
}

type Address = { id: string; slug: string };
/** On its wall, where it has one. */
const toPost = (id: string, group: Address | null) => (group ? `${paths.group(group)}#p-${id}` : paths.post(id));
const toWhereItStood = (group: Address | null, author: { id: string; name: string } | null) =>
  group ? paths.group(group) : author ? paths.member(author) : paths.memberHome;

export const createPostAction = formAction(createPost, {
  read: withMentions,
  then: ({ id, group }) => redirect(toPost(id, group)),
});
/** "groupe:<id>" or "profil:<audience>": one choice for the two. */
function withPlace({ where, ...fields }: Fields): Record<string, unknown> {
  const [kind, value = ""] = String(where ?? "").split(":");
  return { ...withMentions(fields), ...(kind === "groupe" ? { groupId: value } : { audience: value }) };
}
export const sharePostAction = formAction(createPost, {
  read: withPlace,
  then: ({ id }) => redirect(paths.post(id)),
});
export const editPostAction = formAction(editPost, {
  read: withMentions,
  then: ({ id }) => redirect(paths.post(id)),
});
export const removePostAction = formAction(removePost, {
  then: ({ group, author }) => redirect(toWhereItStood(group, author)),
});
export const pinPostAction = formAction(pinPost, { then: () => refresh() });
export const unpinPostAction = formAction(unpinPost, { then: () => refresh() });
export const reactToPostAction = formAction(reactToPost, { then: () => refresh() });
export const commentPostAction = formAction(commentPost, {
  read: withMentions,
  then: ({ id, postId }) => redirect(`${paths.post(postId)}#c-${id}`),
});
export const editCommentAction = formAction(editComment, {
  read: withMentions,
  then: ({ id, postId }) => redirect(`${paths.post(postId)}#c-${id}`),
});
export const removeCommentAction = formAction(removeComment, {
  then: ({ postId }) => redirect(`${paths.post(postId)}#commentaires`),
});
export const reactToCommentAction = formAction(reactToComment, { then: () => refresh() });
export const withdrawPostsAction = formAction(withdrawPostsFromWeb, { then: () => refresh() });
