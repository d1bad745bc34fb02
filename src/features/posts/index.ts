import { commentPost, editComment, removeComment } from "./commands/comment-post.ts";
import { createPost } from "./commands/create-post.ts";
import { editPost } from "./commands/edit-post.ts";
import { pinPost, unpinPost } from "./commands/pin-post.ts";
import { reactToComment, reactToPost } from "./commands/react.ts";
import { removePost } from "./commands/remove-post.ts";
import { uploadPostPhoto, uploadPostVideo } from "./commands/upload-media.ts";
import { followCard, withdrawPostsFromWeb } from "./commands/withdraw-posts.ts";

/** Every command of posts, by its name in the code: the probe table of the tests walks through it. */
export const postCommands = {
  createPost,
  editPost,
  removePost,
  pinPost,
  unpinPost,
  reactToPost,
  commentPost,
  editComment,
  removeComment,
  reactToComment,
  withdrawPostsFromWeb,
  followCard,
  uploadPostPhoto,
  uploadPostVideo,
};

export { commentReports, postReports } from "./commands/moderate-post.ts";
export { getComments, listCommentRevisions, listComments } from "./comment.queries.ts";
export { listMentionable } from "./mention.queries.ts";
export { postMediaJobs } from "./photo.jobs.ts";
export { postMediaPersonalData } from "./photo.personal-data.ts";
export { getPostPhoto, getPostVideo, photosOf, requireSender, videosOf } from "./photo.queries.ts";
export type { VideoView } from "./photo.views.ts";
export { postActivity } from "./post.activity.ts";
export { commentPublished, postFacts, postHidden, postPublished, postShown } from "./post.facts.ts";
export { postFactJobs, postJobs } from "./post.jobs.ts";
export { groupRoom, postLiveFacts } from "./post.live.ts";
export { postNotices } from "./post.notices.ts";
export { postsPersonalData } from "./post.personal-data.ts";
export { visibleComments, visiblePosts } from "./post.policy.ts";
export {
  getPost,
  getPostView,
  getPublishing,
  getSharing,
  getWall,
  getWriter,
  listNewestPosts,
  listPostRevisions,
  listPostsById,
  listProfilePosts,
  listWall,
} from "./post.queries.ts";
export type { AuthorView, CommentsView, CommentView, PostView, RevisionView, WallView } from "./post.views.ts";
export {
  commentPost,
  createPost,
  editComment,
  editPost,
  pinPost,
  reactToComment,
  reactToPost,
  removeComment,
  removePost,
  unpinPost,
  uploadPostPhoto,
  uploadPostVideo,
  withdrawPostsFromWeb,
};
