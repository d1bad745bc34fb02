export { visiblePosts } from "./post.policy.ts";
