import type { LimitRule } from "@/platform/limits.ts";

const HOUR = 3600;
const posts: LimitRule = { name: "posts", points: 10, seconds: HOUR };
const comments: LimitRule = { name: "comments", points: 60, seconds: HOUR };
const reactions: LimitRule = { name: "reactions", points: 300, seconds: HOUR };
const edits: LimitRule = { name: "post-edits", points: 60, seconds: HOUR };

export const postsOfAccount = { rule: posts, by: "account" } as const;
export const commentsOfAccount = { rule: comments, by: "account" } as const;
export const reactionsOfAccount = { rule: reactions, by: "account" } as const;
export const editsOfAccount = { rule: edits, by: "account" } as const;

/** An account is new for so long, milliseconds: it writes half as much. */
export const NEW_MS = 7 * 24 * 3_600_000;
const half = (rule: LimitRule): LimitRule => ({ ...rule, name: `${rule.name}-new`, points: rule.points / 2 });
export const postsOfNewcomer = half(posts);
export const commentsOfNewcomer = half(comments);
