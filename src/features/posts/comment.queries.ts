import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { idText } from "@/core/text.ts";
import { noBlock } from "@/features/profiles/index.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { mentionsIn, ownReactionTo, personColumns, personJoins, reactionsTo, readSigners } from "./author.queries.ts";
import { postStanding, visibleComments, visiblePosts } from "./post.policy.ts";
import { COMMENTS_SIZE } from "./post.rules.ts";
import { pageInput } from "./post.schema.ts";
import {
  type CommentRow,
  type CommentsView,
  type CommentView,
  type RevisionView,
  toCommentView,
} from "./post.views.ts";

/** The comments of a post, the first said first. Throws `not_found` when the post is absent or hidden from the actor. */
export async function listComments(actor: Actor, postId: string, apres?: string | null): Promise<CommentsView> {
  const absent = new AppError("not_found", "absent");
  if (!idText.safeParse(postId).success) throw absent;
  const { apres: after } = pageInput.parse({ apres: apres ?? null });
  const [seen] = await readRows(sql`select 1 from post w where w.id = ${postId} and ${visiblePosts(actor)}`);
  if (!seen) throw absent;
  const later = after ? sql`and (x.created_at, x.id) > (${after.at}::timestamptz, ${after.id})` : sql``;
  const rows = await readRows<CommentRow>(sql`
    select x.id, x.post_id, x.author_id, x.body, x.created_at, x.edited_at is not null as edited, x.client_id,
      x.author_id is not null and not ${noBlock(actor, sql`x.author_id`)} as closed_comment,
      ${postStanding(actor)}, ${personColumns},
      ${reactionsTo("comment", sql`x.id`)} as reactions, ${ownReactionTo("comment", actor, sql`x.id`)} as mine,
      ${mentionsIn(actor, sql`n.comment_id = x.id`)} as mentions
    from post_comment x join post w on w.id = x.post_id left join member_group g on g.id = w.group_id
      left join member m on m.id = x.author_id ${personJoins}
    where x.post_id = ${postId} and ${visibleComments(actor)} ${later}
    order by x.created_at, x.id limit ${COMMENTS_SIZE + 1}`);
  const shown = rows.slice(0, COMMENTS_SIZE);
  const signers = await readSigners(
    actor,
    shown.map(({ author_id }) => author_id),
  );
  const last = shown.at(-1);
  return {
    comments: shown.map((row): CommentView => toCommentView(actor, row, signers.get(row.author_id ?? ""))),
    next: rows.length > COMMENTS_SIZE && last ? `${last.created_at.getTime()}-${last.id}` : null,
  };
}

/** The same for a route: `{ id, apres }`. */
export const getComments = (actor: Actor, { id = "", apres }: Record<string, string>): Promise<CommentsView> =>
  listComments(actor, id, apres);

/** What a comment said before, oldest first: for members who read it. */
export async function listCommentRevisions(actor: Actor, postId: string): Promise<ReadonlyMap<string, RevisionView[]>> {
  if (actor.kind !== "member") return new Map();
  const rows = await readRows<RevisionView & { comment_id: string }>(sql`
    select r.comment_id, r.body, extract(epoch from r.replaced_at)::float8 * 1000 as until
    from comment_revision r join post_comment x on x.id = r.comment_id join post w on w.id = x.post_id
    where x.post_id = ${postId} and ${visibleComments(actor)} order by r.comment_id, r.number`);
  const found = Map.groupBy(rows, ({ comment_id }) => comment_id);
  return new Map(
    [...found].map(([id, revisions]) => [id, revisions.map(({ body, until }): RevisionView => ({ body, until }))]),
  );
}
