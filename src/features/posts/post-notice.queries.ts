import type { Actor } from "@/core/actor.ts";
import { counted } from "@/core/french-dates.ts";
import { type Doers, did, doers } from "@/core/notice-words.ts";
import { paths } from "@/core/paths.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import type { NoticeRow, NoticeWords } from "@/platform/notices.ts";
import { groupHeading, groupWords } from "../groups/index.ts";
import { namesFor } from "../profiles/index.ts";
import { visibleComments, visiblePosts } from "./post.policy.ts";

/** A wall as a notice names it; null: a profile. */
type Wall = { id: string; slug: string; name: string; place: string | null };
type Row = {
  id: string;
  post: string | null;
  wall: Wall | null;
  /** How many of what the line counts are still there, by how many, and the last of them. */
  count: number;
  by: number;
  last_by: string | null;
  /** The comment, or the first of those, to go to. */
  comment: string | null;
};

const wallColumn: Sql = sql`case when g.id is not null
  then json_build_object('id', g.id, 'slug', g.slug, 'name', g.name, 'place', g.place) end as wall`;

/** What the lines of posts and comments say to their reader: of what she may still read, and named as she sees cards. */
export async function describePosts(
  actor: Actor,
  notices: readonly NoticeRow[],
): Promise<ReadonlyMap<string, NoticeWords>> {
  const of = (...subjects: string[]) => notices.filter(({ subject }) => subjects.includes(subject));
  const rows = (
    await Promise.all([
      readOnes(actor, of("post", "pinned-post", "comment")),
      readComments(actor, of("post-comments")),
      readWalls(actor, of("group-posts")),
    ])
  ).flat();
  const names = await namesFor(
    actor,
    rows.map(({ last_by }) => last_by),
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    notices.flatMap((notice): [string, NoticeWords][] => {
      const row = found.get(notice.id);
      return row ? [[notice.id, wordsOf(notice, row, doers(names.get(row.last_by ?? ""), row.by))]] : [];
    }),
  );
}

function wordsOf({ kind, subject }: NoticeRow, { post, wall, count, comment }: Row, who: Doers): NoticeWords {
  const href = post
    ? `${paths.post(post)}${comment ? `#c-${comment}` : ""}`
    : wall
      ? paths.group(wall)
      : paths.memberHome;
  const where = wall ? ` dans ${groupWords(wall)}` : "";
  const about = wall ? groupHeading(wall) : "Publications";
  const say = (text: (where: string) => string): NoticeWords => ({ text: text(where), href, about, under: text("") });
  if (kind === "post.mentioned") {
    const what = subject === "comment" ? "un commentaire" : "une publication";
    return say((place) =>
      did(who, "te mentionne", "te mentionnent", `dans ${what}${place && wall ? ` de ${groupWords(wall)}` : ""}`),
    );
  }
  if (kind === "post.commented") return say((place) => did(who, "a", "ont", `commenté ta publication${place}`));
  if (kind === "post.followed-up")
    return say((place) => did(who, "a aussi", "ont aussi", `commenté une publication que tu as commentée${place}`));
  if (kind === "group.pinned") return say((place) => did(who, "a", "ont", `épinglé une annonce${place}`));
  if (count > 1) return say((place) => `${counted(count, "nouvelle publication", "nouvelles publications")}${place}`);
  return say((place) => did(who, "a", "ont", `publié${place}`));
}

const askedOf = (notices: readonly NoticeRow[]): Sql => sql`unnest(${notices.map(({ id }) => id)}::text[],
  ${notices.map(({ subject }) => subject)}::text[], ${notices.map(({ subjectId }) => subjectId)}::text[],
  ${notices.map(({ count }) => count)}::int[], ${notices.map(({ at }) => at)}::timestamptz[],
  ${notices.map(({ ids }) => String(ids.postId ?? ""))}::text[]) as t(id, subject, subject_id, count, at, post_id)`;

/** One post, or one comment. */
async function readOnes(actor: Actor, notices: readonly NoticeRow[]): Promise<Row[]> {
  if (notices.length === 0) return [];
  return readRows<Row>(sql`
    select t.id, w.id as post, ${wallColumn}, 1 as count, 1 as by, x.id as comment,
      case t.subject when 'comment' then x.author_id when 'pinned-post' then w.pinned_by_id else w.author_id end as last_by
    from ${askedOf(notices)} left join post_comment x on t.subject = 'comment' and x.id = t.subject_id
      join post w on w.id = coalesce(x.post_id, t.subject_id) left join member_group g on g.id = w.group_id
    where ${visiblePosts(actor)}`);
}

/** The last comments on a post by others than the reader. */
async function readComments(actor: Actor, notices: readonly NoticeRow[]): Promise<Row[]> {
  if (notices.length === 0) return [];
  return readRows<Row>(sql`
    select t.id, w.id as post, ${wallColumn}, c.count, c.by, c.last_by, c.comment
    from ${askedOf(notices)} join post w on w.id = t.subject_id left join member_group g on g.id = w.group_id
      join lateral (
        select count(*)::int as count, count(distinct x.author_id)::int as by,
          (array_agg(x.author_id order by x.created_at desc, x.id desc))[1] as last_by,
          (array_agg(x.id order by x.created_at, x.id))[1] as comment
        from (select y.* from post_comment y where y.post_id = w.id and y.author_id is distinct from ${actor.id}
          and y.created_at <= t.at order by y.created_at desc, y.id desc limit t.count) x
        where ${visibleComments(actor)}) c on c.count > 0`);
}

/** The last posts on a wall by others than the reader: one is that one. */
async function readWalls(actor: Actor, notices: readonly NoticeRow[]): Promise<Row[]> {
  if (notices.length === 0) return [];
  return readRows<Row>(sql`
    select t.id, c.post, ${wallColumn}, c.count, 1 as by, c.last_by, null as comment
    from ${askedOf(notices)} join member_group g on g.id = t.subject_id
      join lateral (
        select count(*)::int as count, (array_agg(w.author_id order by w.created_at desc, w.id desc))[1] as last_by,
          case when count(*) = 1 then min(w.id) end as post
        from (select y.* from post y where (t.count = 1 and y.id = t.post_id)
            or (t.count > 1 and y.group_id = g.id and y.removed_at is null and y.hidden_at is null
              and y.author_id is distinct from ${actor.id} and y.created_at <= t.at)
          order by y.created_at desc, y.id desc limit t.count) w
        where ${visiblePosts(actor)}) c on c.count > 0`);
}
