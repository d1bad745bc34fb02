import { defineFact } from "@/core/fact.ts";

/** A post of a profile has no group. `adherents`: only they read it. */
export type OfPost = { postId: string; groupId?: string; adherents?: 1 };
export type OfComment = OfPost & { commentId: string };
const define = <Ids extends OfPost>(name: string) => defineFact<Ids & Record<string, string | number>>({ name });

export const postPublished = define<OfPost>("post.published");
export const postEdited = define<OfPost>("post.edited");
export const postRemoved = define<OfPost>("post.removed");
export const postPinned = define<OfPost>("post.pinned");
export const postUnpinned = define<OfPost>("post.unpinned");
export const postReacted = define<OfPost>("post.reacted");
export const postHidden = define<OfPost>("post.hidden");
export const postShown = define<OfPost>("post.shown");
export const commentPublished = define<OfComment>("comment.published");
export const commentEdited = define<OfComment>("comment.edited");
export const commentRemoved = define<OfComment>("comment.removed");
export const commentReacted = define<OfComment>("comment.reacted");
export const commentHidden = define<OfComment>("comment.hidden");
export const commentShown = define<OfComment>("comment.shown");

/** A member took what everybody could read of hers off the web. */
export const postsWithdrawn = defineFact<{ memberId: string }>({ name: "posts.withdrawn-from-web" });

/** What changes which posts a wall shows, and in what order. */
export const wallFacts = [postPublished, postRemoved, postPinned, postUnpinned, postHidden, postShown] as const;
/** What changes one post, or what is said under it. */
export const onePostFacts = [
  postEdited,
  postReacted,
  commentPublished,
  commentEdited,
  commentRemoved,
  commentReacted,
  commentHidden,
  commentShown,
] as const;
export const postFacts = [...wallFacts, ...onePostFacts, postsWithdrawn] as const;
