import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { idText } from "@/core/text.ts";
import { canPostInGroup, findMyGroups, type GroupRole, readableGroups, roleInGroup } from "@/features/groups/index.ts";
import { findOwnPhoto, profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { readRows, type Sql, type StatementTx, sql } from "@/platform/db/client.ts";
import { mentionsIn, ownReactionTo, personColumns, personJoins, reactionsTo, readSigners } from "./author.queries.ts";
import { mediaStays } from "./photo.policy.ts";
import { photosOf, videosOf } from "./photo.queries.ts";
import { postStanding, visiblePosts } from "./post.policy.ts";
import { PINNED_MAX, type PostAudience, WALL_SIZE } from "./post.rules.ts";
import { type Cursor, pageInput } from "./post.schema.ts";
import {
  type PostRow,
  type PostView,
  type PublishingView,
  type RevisionView,
  toPostView,
  type WallView,
  type WriterView,
  wallTitle,
} from "./post.views.ts";

const notFound = () => new AppError("not_found", "absent");

/** These posts as this reader may see them, in the order of the ids; what does not reach her is left out. */
export async function listPostsById(actor: Actor, ids: readonly string[]): Promise<PostView[]> {
  const rows = await readPosts(actor, ids);
  const inside = rows.flatMap(({ shared_id }) => shared_id ?? []);
  const sharedRows = await readPosts(actor, [...new Set(inside)]);
  const signers = await readSigners(
    actor,
    [...rows, ...sharedRows].map(({ authorId }) => authorId),
  );
  const all = [...rows, ...sharedRows];
  const showing = (what: "pictured" | "filmed") => all.filter((row) => row[what]).map(({ id }) => id);
  const [photos, videos] = await Promise.all([
    photosOf(actor, showing("pictured")),
    videosOf(actor, showing("filmed")),
  ]);
  const view = (row: PostRow, shared: PostView["shared"]) =>
    toPostView(actor, row, signers.get(row.authorId ?? ""), {
      shared,
      photos: photos.get(row.id) ?? [],
      video: videos.get(row.id) ?? null,
    });
  const shared = new Map(sharedRows.map((row) => [row.id, view(row, null)]));
  return rows.map((row) => view(row, row.shared_id ? (shared.get(row.shared_id) ?? "hidden") : null));
}

async function readPosts(actor: Actor, ids: readonly string[]): Promise<PostRow[]> {
  if (ids.length === 0) return [];
  return readRows<PostRow>(sql`
    select w.id, w.author_id, w.body, w.created_at, w.edited_at is not null as edited, w.client_id, w.shared_id, w.comment_count,
      w.pinned_at is not null as pinned, g.slug, g.name as group_name, g.place as group_place, ${postStanding(actor)}, ${personColumns},
      ${reactionsTo("post", sql`w.id`)} as reactions, ${ownReactionTo("post", actor, sql`w.id`)} as mine,
      ${mentionsIn(actor, sql`n.post_id = w.id`)} as mentions,
      exists (select 1 from post_photo h where h.post_id = w.id and ${mediaStays(sql`h`)}) as pictured,
      (w.video_url is not null or exists (select 1 from post_video v where v.post_id = w.id and ${mediaStays(sql`v`)})) as filmed
    from unnest(${[...ids]}::text[]) with ordinality asked(id, place) join post w on w.id = asked.id
      left join member_group g on g.id = w.group_id left join member m on m.id = w.author_id ${personJoins}
    where ${visiblePosts(actor)} order by asked.place`);
}

/** One post. Throws `not_found` when it is absent or hidden from the actor. */
export async function getPost(actor: Actor, id: string): Promise<PostView> {
  const [post] = idText.safeParse(id).success ? await listPostsById(actor, [id]) : [];
  if (!post) throw notFound();
  return post;
}

/** The same for a route: `{ id }`. */
export const getPostView = (actor: Actor, input: Record<string, string>): Promise<PostView> =>
  getPost(actor, input.id ?? "");

/** Throws `not_found` when the actor does not read the wall of this group. */
export async function requireReadableGroup(actor: Actor, id: string): Promise<void> {
  const [reads] = idText.safeParse(id).success
    ? await readRows(sql`select 1 from member_group g where g.id = ${id} and ${readableGroups(actor)}`)
    : [];
  if (!reads) throw notFound();
}

/** The wall of a group, the newest first; what is pinned stands on top of the first page. Throws `not_found`. */
export async function listWall(actor: Actor, groupId: string, apres?: string | null): Promise<WallView> {
  const { apres: after } = pageInput.parse({ apres: apres ?? null });
  await requireReadableGroup(actor, groupId);
  const [pinned, ids] = await Promise.all([
    after
      ? []
      : readRows<{ id: string }>(sql`select w.id from post w where w.group_id = ${groupId} and w.pinned_at is not null
          and ${visiblePosts(actor)} order by w.pinned_at desc limit ${PINNED_MAX}`),
    chooseIds(actor, sql`w.group_id = ${groupId} and w.pinned_at is null`, after),
  ]);
  return toWall(actor, pinned, ids);
}

/** The same for a route: `{ id, apres }`. */
export function getWall(actor: Actor, input: Record<string, string>): Promise<WallView> {
  const { id = "", apres } = input;
  return listWall(actor, id, apres);
}

/** What a member says on her own profile, as far as it reaches the reader, or a circle of hers; the newest first. */
export async function listProfilePosts(
  actor: Actor,
  memberId: string,
  apres?: string | null,
  circle: PostAudience | null = null,
): Promise<WallView> {
  if (!idText.safeParse(memberId).success) throw notFound();
  const { apres: after } = pageInput.parse({ apres: apres ?? null });
  const [seen] = await readRows(sql`
    select 1 from member m ${profileOf} where m.id = ${memberId} and ${visibleProfiles(actor)}`);
  if (!seen) throw notFound();
  const reached = circle ? sql`and w.audience >= ${circle}::visibility` : sql``;
  const hers = sql`w.author_id = ${memberId} and w.group_id is null ${reached}`;
  return toWall(actor, [], await chooseIds(actor, hers, after));
}

/** The newest of a group's posts, of what the actor may see. */
export async function listNewestPosts(actor: Actor, groupId: string, count: number): Promise<PostView[]> {
  const ids = await chooseIds(actor, sql`w.group_id = ${groupId}`, null);
  return listPostsById(
    actor,
    ids.slice(0, count).map(({ id }) => id),
  );
}

type Chosen = { id: string; created_at: Date };

/** One more than a page of posts `w`, after one of them. In so many words what their index says: nothing hidden or removed. */
const chooseIds = (actor: Actor, where: Sql, after: Cursor): Promise<Chosen[]> =>
  readRows<Chosen>(sql`
    select w.id, w.created_at from post w
    where ${where} and w.removed_at is null and w.hidden_at is null and ${visiblePosts(actor)}
      ${after ? sql`and (w.created_at, w.id) < (${after.at}::timestamptz, ${after.id})` : sql``}
    order by w.created_at desc, w.id desc limit ${WALL_SIZE + 1}`);

async function toWall(actor: Actor, pinned: readonly { id: string }[], chosen: readonly Chosen[]): Promise<WallView> {
  const shown = chosen.slice(0, WALL_SIZE);
  const views = await listPostsById(
    actor,
    [...pinned, ...shown].map(({ id }) => id),
  );
  const last = shown.at(-1);
  return {
    pinned: views.filter((post) => pinned.some(({ id }) => id === post.id)),
    posts: views.filter((post) => shown.some(({ id }) => id === post.id)),
    next: chosen.length > WALL_SIZE && last ? `${last.created_at.getTime()}-${last.id}` : null,
  };
}

/** What a post said before, oldest first: for members who read it. A visitor reads what it says. */
export async function listPostRevisions(actor: Actor, postId: string): Promise<RevisionView[]> {
  if (actor.kind !== "member") return [];
  return readRows<RevisionView>(sql`
    select r.body, extract(epoch from r.replaced_at)::float8 * 1000 as until
    from post_revision r join post w on w.id = r.post_id where r.post_id = ${postId} and ${visiblePosts(actor)} order by r.number`);
}

/** Whether a post shows photos or a video beside its words. */
export async function holdsMedia(tx: StatementTx, postId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ held: boolean }[]>(sql`
    select w.video_url is not null or exists (select 1 from post_photo h where h.post_id = w.id and ${mediaStays(sql`h`)})
      or exists (select 1 from post_video v where v.post_id = w.id and ${mediaStays(sql`v`)}) as held from post w where w.id = ${postId}`);
  return row?.held ?? false;
}

/** Who writes, as her own screen shows her; null for whoever is no member. */
export async function getWriter(actor: Actor): Promise<WriterView | null> {
  if (actor.kind !== "member") return null;
  return { id: actor.id, name: actor.name, photo: await findOwnPhoto(actor) };
}

/** What a member may publish on her own profile. Throws `not_found` for whoever is no member. */
export async function getPublishing(actor: Actor): Promise<PublishingView> {
  if (actor.kind !== "member") throw notFound();
  const [row] = await readRows<PublishingView>(sql`
    select coalesce((select p.card_for = 'everyone' from profile p where p.member_id = ${actor.id}), false) as "publicCard",
      exists (select 1 from consent k where k.member_id = ${actor.id} and k.kind = 'public_posts' and k.withdrawn_at is null) as agreed,
      exists (select 1 from post w where w.author_id = ${actor.id} and w.audience = 'everyone' and w.removed_at is null) as "onTheWeb"`);
  if (!row) throw notFound();
  return row;
}

/** What the form that shares a post needs: the post, and the groups where she may write. Throws `not_found`. */
export async function getSharing(actor: Actor, postId: string) {
  if (actor.kind !== "member") throw notFound();
  const post = await getPost(actor, postId);
  if (!post.can.share) throw notFound();
  const [groups, publishing] = await Promise.all([findMyGroups(actor), getPublishing(actor)]);
  type Standing = Pick<PostRow, "group_name" | "group_place"> & {
    id: string;
    role: GroupRole | null;
    postedBy: GroupRole;
  };
  const standings = await readRows<Standing>(sql`
    select g.id, g.name as group_name, g.place as group_place, g.posted_by as "postedBy", ${roleInGroup(actor)} as role
    from member_group g
    where g.id = any(${groups.map(({ id }) => id)}::text[])`);
  const titles = new Map(
    standings.filter((one) => canPostInGroup(actor, one).allowed).map((one) => [one.id, wallTitle(one)]),
  );
  const open = groups.flatMap((group) => {
    const name = titles.get(group.id);
    return name === undefined ? [] : [{ ...group, name }];
  });
  return { post, groups: open, publishing };
}
