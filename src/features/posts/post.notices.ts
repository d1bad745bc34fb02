import { type Sql, sql } from "@/platform/db/client.ts";
import { type NoticeSource, type Notices, toldColumns } from "@/platform/notices.ts";
import { toldOfGroup } from "../groups/index.ts";
import { visibleComments, visiblePosts } from "./post.policy.ts";
import { describePosts } from "./post-notice.queries.ts";

/** The wall's group, where there is one: what is muted. */
const topic = sql`coalesce('group:' || w.group_id, '')`;
const ofPost = sql`'post:' || w.id`;

/** Of adherents only: they alone read it, and who leads the group. */
const reachable = sql`w.removed_at is null and w.hidden_at is null and (not w.adherents_only or m.adherent_since is not null)`;
const shown = sql`x.removed_at is null and x.hidden_at is null and w.removed_at is null and w.hidden_at is null`;
const namedIn = (of: Sql): Sql => sql`exists (select 1 from post_mention y where y.member_id = m.id and ${of})`;

/** Those who are named in a post, or in a comment. An edit tells those alone whom no earlier wording named. */
const mentions = (fact: string): NoticeSource => ({
  kind: "post.mentioned",
  fact,
  told: ({ postId, commentId = null }) => {
    const before = commentId
      ? sql`select r.body from comment_revision r where r.comment_id = y.comment_id`
      : sql`select r.body from post_revision r where r.post_id = y.post_id`;
    return sql`select ${toldColumns({
      member: sql`y.member_id`,
      topic,
      key: ofPost,
      subject: commentId ? "comment" : "post",
      subjectId: commentId ? sql`x.id` : sql`w.id`,
      actor: commentId ? sql`x.author_id` : sql`w.author_id`,
      ids: sql`jsonb_build_object('postId', w.id)`, // being on the post's page reads it
    })} from post w left join post_comment x on x.id = ${commentId}::text join post_mention y
      on ${commentId ? sql`y.comment_id = x.id` : sql`y.post_id = w.id`}
      where w.id = ${postId} and y.member_id is not null and w.removed_at is null and w.hidden_at is null
        and not exists (select 1 from (${before}) r where position('@' || y.label in r.body) > 0)`;
  },
});

/** What members are told of posts and comments. */
export const postNotices: Notices = {
  sources: [
    ...["post.published", "post.edited", "comment.published", "comment.edited"].map(mentions),
    {
      kind: "post.commented",
      fact: "comment.published",
      told: ({ commentId }) => sql`select ${toldColumns({
        member: sql`m.id`,
        topic,
        key: ofPost,
        subject: "post-comments",
        subjectId: sql`w.id`,
        actor: sql`x.author_id`,
      })} from post_comment x join post w on w.id = x.post_id join member m on m.id = w.author_id
        where x.id = ${commentId} and ${shown} and not ${namedIn(sql`y.comment_id = x.id`)}`,
    },
    {
      kind: "post.followed-up",
      fact: "comment.published",
      told: ({ commentId }) => sql`select ${toldColumns({
        member: sql`m.id`,
        topic,
        key: ofPost,
        subject: "post-comments",
        subjectId: sql`w.id`,
        actor: sql`x.author_id`,
      })} from post_comment x join post w on w.id = x.post_id join lateral (
          select distinct c.author_id from post_comment c where c.post_id = w.id and c.id <> x.id and c.created_at <= x.created_at
            and c.removed_at is null and c.hidden_at is null) c on true
          join member m on m.id = c.author_id
        where x.id = ${commentId} and ${shown} and m.id is distinct from w.author_id
          and not ${namedIn(sql`y.comment_id = x.id`)}`,
    },
    {
      kind: "group.posted",
      fact: "post.published",
      concerns: ({ groupId }) => groupId !== undefined,
      told: ({ postId }) => sql`select ${toldColumns({
        member: sql`m.id`,
        topic,
        key: sql`'group:' || g.id`,
        subject: "group-posts",
        subjectId: sql`g.id`,
        actor: sql`w.author_id`,
        ids: sql`jsonb_build_object('postId', w.id)`,
      })} from post w join member_group g on g.id = w.group_id join lateral (${toldOfGroup()}) b on true
          join member m on m.id = b.member_id where w.id = ${postId} and ${reachable} and not ${namedIn(sql`y.post_id = w.id`)}`,
    },
    {
      kind: "group.pinned",
      fact: "post.pinned",
      told: ({ postId }) => sql`select ${toldColumns({
        member: sql`m.id`,
        topic,
        key: ofPost,
        subject: "pinned-post",
        subjectId: sql`w.id`,
        actor: sql`w.pinned_by_id`,
      })} from post w join member_group g on g.id = w.group_id join lateral (${toldOfGroup(true)}) b on true
          join member m on m.id = b.member_id where w.id = ${postId} and w.pinned_at is not null and ${reachable}`,
    },
  ],
  subjects: {
    post: (actor) => sql`exists (select 1 from post w where w.id = n.subject_id and ${visiblePosts(actor)})`,
    comment: (actor) => sql`exists (select 1 from post_comment x join post w on w.id = x.post_id
      where x.id = n.subject_id and ${visibleComments(actor)})`,
    "pinned-post": (actor) => sql`exists (select 1 from post w where w.id = n.subject_id and w.pinned_at is not null
      and ${visiblePosts(actor)})`,
    // Of the comments that the line counts, the last ones by then, one at least is still there.
    "post-comments": (actor) => sql`exists (select 1 from post w join lateral (
      select c.* from post_comment c where c.post_id = w.id and c.author_id is distinct from ${actor.id} and c.created_at <= n.at
      order by c.created_at desc, c.id desc limit n.count) x on true where w.id = n.subject_id and ${visibleComments(actor)})`,
    // One post is that one; of several, what the wall shows as its newest by then.
    "group-posts": (actor) => sql`exists (select 1 from post w where w.id = n.ids->>'postId' and ${visiblePosts(actor)})
      or (n.count > 1 and exists (select 1 from (
        select c.* from post c where c.group_id = n.subject_id and c.removed_at is null and c.hidden_at is null
          and c.author_id is distinct from ${actor.id} and c.created_at <= n.at
        order by c.created_at desc, c.id desc limit n.count) w where ${visiblePosts(actor)}))`,
  },
  describe: describePosts,
};
