import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { noBlock } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { type LimitRule, limits } from "@/platform/limits.ts";
import type { OfPost } from "../post.facts.ts";
import {
  type CommentStanding,
  type PostStanding,
  postStanding,
  visibleComments,
  visiblePosts,
} from "../post.policy.ts";
import { NEW_MS } from "../post-limit.rules.ts";

const absent = () => new AppError("not_found", "absent");

export type LockedPost = PostStanding & {
  id: string;
  body: string;
  sharedId: string | null;
  pinned: boolean;
  commentCount: number;
};

/** Against every other writer of the post; or (for what only must not lose it) against its end alone. */
type Strength = "no key update" | "key share";
const locks: Record<Strength, Sql> = { "no key update": sql`for no key update`, "key share": sql`for key share` };

/** A post that the actor may read, locked. Throws `not_found`. */
export async function lockVisiblePost(
  tx: Tx,
  actor: Actor,
  postId: string,
  strength: Strength = "no key update",
): Promise<LockedPost> {
  await tx.$queryRaw(sql`select w.id from post w where w.id = ${postId} ${locks[strength]}`);
  const [row] = await tx.$queryRaw<LockedPost[]>(sql`
    select w.id, w.body, w.shared_id as "sharedId", w.pinned_at is not null as pinned, w.comment_count as "commentCount",
      ${postStanding(actor)}
    from post w left join member_group g on g.id = w.group_id where w.id = ${postId} and ${visiblePosts(actor)}`);
  if (!row) throw absent();
  return row;
}

export type LockedComment = CommentStanding & { id: string; body: string; post: LockedPost };

/** A comment that the actor may read, locked after its post: the order of every writer. Throws `not_found`. */
export async function lockVisibleComment(tx: Tx, actor: Actor, commentId: string): Promise<LockedComment> {
  const [found] = await tx.$queryRaw<{ postId: string }[]>(
    sql`select x.post_id as "postId" from post_comment x where x.id = ${commentId}`,
  );
  if (!found) throw absent();
  const post = await lockVisiblePost(tx, actor, found.postId);
  const [row] = await tx.$queryRaw<{ body: string; authorId: string | null; closed: boolean }[]>(sql`
    select x.body, x.author_id as "authorId", x.author_id is not null and not ${noBlock(actor, sql`x.author_id`)} as closed
    from post_comment x join post w on w.id = x.post_id where x.id = ${commentId} and ${visibleComments(actor)}`);
  if (!row) throw absent();
  return { id: commentId, ...row, post };
}

/** What facts say of a post. */
export const idsOf = ({
  id,
  groupId,
  adherentsOnly,
}: {
  id: string;
  groupId: string | null;
  adherentsOnly: boolean;
}): OfPost => ({ postId: id, ...(groupId && { groupId }), ...(adherentsOnly && { adherents: 1 as const }) });

/** An account of less than a week writes half as much: counted with what it writes. Throws `rate_limited`. */
export async function holdNewcomer(tx: Tx, { id }: Actor, rule: LimitRule): Promise<void> {
  if (id === null) return;
  const [row] = await tx.$queryRaw<object[]>(sql`
    select 1 from member m where m.id = ${id} and m.joined_at > ${new Date(clock.now().getTime() - NEW_MS)}`);
  if (row) await limits().consume(rule, id, tx);
}
