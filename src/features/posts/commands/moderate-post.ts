import type { Actor } from "@/core/actor.ts";
import type { Fact } from "@/core/fact.ts";
import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { commentHidden, commentShown, postHidden, postShown } from "../post.facts.ts";
import { findReported, getReported, listReported, managedHere, managesSomewhere } from "../reported-post.queries.ts";
import { idsOf } from "./lock-post.ts";

type Change = { objectId: string; hidden: boolean; byId: string | null };
type Post = { id: string; groupId: string | null; adherentsOnly: boolean };
const postColumns = sql`w.id, w.group_id as "groupId", w.adherents_only as "adherentsOnly"`;

/** Hides a post or shows it again, for a decision whose policy is the caller's; the fact to record, or null. */
async function setPostHidden(tx: Tx, { objectId, hidden }: Change): Promise<Fact | null> {
  const [post] = await tx.$queryRaw<Post[]>(sql`
    update post w set hidden_at = ${hidden ? clock.now() : null}::timestamptz, pinned_at = null, pinned_by_id = null
    where w.id = ${objectId} and (w.hidden_at is null) = ${hidden} returning ${postColumns}`);
  if (!post) return null;
  return hidden ? postHidden(idsOf(post)) : postShown(idsOf(post));
}

/** The same for a comment: the count of its post follows, under the lock that every writer of it takes first. */
async function setCommentHidden(tx: Tx, { objectId, hidden }: Change): Promise<Fact | null> {
  const [post] = await tx.$queryRaw<Post[]>(sql`
    select ${postColumns} from post w where w.id = (select x.post_id from post_comment x where x.id = ${objectId}) for no key update`);
  const [comment] = await tx.$queryRaw<{ counted: boolean }[]>(sql`
    update post_comment x set hidden_at = ${hidden ? clock.now() : null}::timestamptz
    where x.id = ${objectId} and (x.hidden_at is null) = ${hidden} returning x.removed_at is null as counted`);
  if (!post || !comment) return null;
  if (comment.counted)
    await tx.post.update({ where: { id: post.id }, data: { commentCount: { increment: hidden ? -1 : 1 } } });
  const ids = { ...idsOf(post), commentId: objectId };
  return hidden ? commentHidden(ids) : commentShown(ids);
}

/** What posts offer to moderation. Those who manage the group decide with those answerable for where it stands. */
export const postReports = {
  kind: "publication",
  title: "Signaler une publication",
  find: (tx: Tx, actor: Actor, id: string) => findReported(tx, actor, "w", id),
  list: (actor: Actor, ids: readonly string[]) => listReported(actor, "w", ids),
  read: (actor: Actor, id: string) => getReported(actor, "w", id),
  table: sql`post`,
  authorOfCase: sql`(select w.author_id from post w where w.id = k.object_id)`,
  decidedBy: (actor: Actor) => managedHere(actor, "w"),
  decidesSomewhere: managesSomewhere,
  setHidden: setPostHidden,
} as const;

export const commentReports = {
  kind: "commentaire",
  title: "Signaler un commentaire",
  find: (tx: Tx, actor: Actor, id: string) => findReported(tx, actor, "x", id),
  list: (actor: Actor, ids: readonly string[]) => listReported(actor, "x", ids),
  read: (actor: Actor, id: string) => getReported(actor, "x", id),
  table: sql`post_comment`,
  authorOfCase: sql`(select x.author_id from post_comment x where x.id = k.object_id)`,
  decidedBy: (actor: Actor) => managedHere(actor, "x"),
  decidesSomewhere: managesSomewhere,
  setHidden: setCommentHidden,
} as const;
