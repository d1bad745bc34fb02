import { type Actor, system } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { type MentionView, masked } from "@/core/mentions.ts";
import { paths } from "@/core/paths.ts";
import type { Scope } from "@/core/scope.ts";
import { judgedScope, readableGroups, roleInGroup } from "@/features/groups/index.ts";
import { db, type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { keptWords } from "@/platform/kept-words.ts";
import { photosOf, videosToJudge } from "./photo.queries.ts";
import { visibleComments, visiblePosts } from "./post.policy.ts";

/** "w": a post; "x": a comment under one. */
type Table = "w" | "x";
/** How many neighbours are read with what was reported, on each side. */
const NEIGHBOURS = 2;

type Row = {
  id: string;
  post_id: string;
  group_id: string | null;
  group_slug: string | null;
  group_name: string | null;
  reads_group: boolean;
  owner: string | null;
  scope: Scope | null;
  author_id: string | null;
  author: string | null;
  section: string | null;
  body: string;
  at: Date;
  hidden: boolean;
  seen: boolean;
};

const isSeen = (actor: Actor, table: Table): Sql => (table === "w" ? visiblePosts(actor) : visibleComments(actor));
const own = (table: Table) => (table === "w" ? sql`w` : sql`x`);
const joins = (table: Table): Sql => sql`
  ${table === "w" ? sql`from post w` : sql`from post_comment x join post w on w.id = x.post_id`}
  left join member_group g on g.id = w.group_id
  left join member m on m.id = ${own(table)}.author_id left join section s on s.id = m.section_id
  left join member o on o.id = w.author_id left join section os on os.id = o.section_id`;
/** What hangs on a profile is judged where its owner lives. */
const columns = (actor: Actor, table: Table): Sql => sql`
  ${own(table)}.id, w.id as post_id, g.id as group_id, g.slug as group_slug, g.name as group_name,
  coalesce(${readableGroups(actor)}, false) as reads_group,
  case when o.erased_at is null then o.name end as owner, case when g.id is null then os.scope else ${judgedScope} end as scope,
  ${own(table)}.author_id, case when m.erased_at is null then m.name end as author,
  case when m.erased_at is null then s.name end as section,
  ${own(table)}.body, ${own(table)}.created_at as at,
  ${own(table)}.hidden_at is not null as hidden, ${isSeen(actor, table)} as seen`;

function placeOf(row: Row): { label: string; href: string | null } {
  const { group_id: id, group_slug: slug, group_name: name } = row;
  const label = id ? (name ?? "") : row.owner ? `Profil de ${row.owner}` : "Profil supprimé";
  if (row.seen) return { label, href: paths.post(row.post_id) };
  // Hidden, it has no page any more; its wall has, for those who read it.
  return { label, href: id && row.reads_group ? paths.group({ id, slug: slug ?? "" }) : null };
}

const lineOf = (row: Row) => ({
  id: row.id,
  author: row.author,
  text: row.body || "(sans texte)",
  hidden: row.hidden,
  place: placeOf(row),
});

/** What a reader reports, as she reads it; null when absent or hidden from her. */
export async function findReported(tx: Tx, actor: Actor, table: Table, id: string) {
  const [row] = await tx.$queryRaw<Row[]>(sql`
    select ${columns(actor, table)} ${joins(table)} where ${own(table)}.id = ${id} and ${isSeen(actor, table)}`);
  if (!row) return null;
  const where = table === "w" ? { postId: id } : { commentId: id };
  const named = actor.kind === "visitor" ? await tx.postMention.findMany({ where }) : [];
  const mentions = named.map(
    ({ label, memberId }): MentionView => ({ kind: memberId ? "member" : "group", id, label, href: null }),
  );
  const { text, place } = lineOf(row);
  return { id, scope: row.scope ?? "national", authorId: row.author_id, text: masked(text, mentions), place };
}

/** Reported ones, hidden too. No gate here: the case of each is what was gated. */
export async function listReported(actor: Actor, table: Table, ids: readonly string[]) {
  const rows = await db.$queryRaw<Row[]>(sql`
    select ${columns(actor, table)} ${joins(table)} where ${own(table)}.id = any(${[...ids]}::text[])`);
  return rows.map(lineOf);
}

type Line = { id: string; author: string | null; text: string; at: Date };
const lines = (table: Table, where: Sql): Promise<Line[]> =>
  db.$queryRaw<Line[]>(sql`
    select ${own(table)}.id, case when m.erased_at is null then m.name end as author, ${own(table)}.body as text,
      ${own(table)}.created_at as at
    ${table === "w" ? sql`from post w` : sql`from post_comment x`} left join member m on m.id = ${own(table)}.author_id
    where ${where}`);

/** One with what surrounds it on its wall, or under its post. No gate here: its case is what was gated. */
export async function getReported(actor: Actor, table: Table, id: string) {
  const [row] = await db.$queryRaw<Row[]>(
    sql`select ${columns(actor, table)} ${joins(table)} where ${own(table)}.id = ${id}`,
  );
  if (!row) throw new AppError("not_found", "absent");
  const it = own(table);
  const beside =
    table === "x"
      ? sql`x.post_id = ${row.post_id}`
      : row.group_id
        ? sql`w.group_id = ${row.group_id}`
        : sql`w.group_id is null and w.author_id = ${row.author_id}`;
  const near = (earlier: boolean) =>
    lines(
      table,
      sql`${beside} and ${it}.hidden_at is null and ${it}.removed_at is null
        and (${it}.created_at, ${it}.id) ${earlier ? sql`<` : sql`>`} (${row.at}::timestamptz, ${id})
        order by ${it}.created_at ${earlier ? sql`desc` : sql`asc`}, ${it}.id ${earlier ? sql`desc` : sql`asc`} limit ${NEIGHBOURS}`,
    );
  const shown = table === "w" ? [id] : [];
  const [history, answers, before, after, photos, videos] = await Promise.all([
    revisionsOf(table, id),
    table === "x" ? lines("w", sql`w.id = ${row.post_id} and w.hidden_at is null and w.removed_at is null`) : [],
    near(true),
    near(false),
    photosOf(system, shown),
    table === "w" ? videosToJudge(id) : [],
  ]);
  return {
    ...lineOf(row),
    at: row.at,
    section: row.section,
    history,
    pictures: photos.get(id) ?? [],
    videos,
    answers: answers[0] ?? null,
    before: before.reverse(),
    after,
  };
}

async function revisionsOf(table: Table, id: string): Promise<{ text: string; until: Date }[]> {
  const order = { orderBy: { number: "asc" } } as const;
  const rows =
    table === "w"
      ? await db.postRevision.findMany({ where: { postId: id }, ...order })
      : await db.commentRevision.findMany({ where: { commentId: id }, ...order });
  // Addresses of videos that it showed stand there too.
  const kept = table === "w" ? await keptWords("publication", id) : [];
  return [...rows.map(({ body, replacedAt }) => ({ text: body, until: replacedAt })), ...kept].sort(
    (a, b) => a.until.getTime() - b.until.getTime(),
  );
}

/** Whether the actor manages the group on whose wall the object of a case `k` stands. */
export function managedHere(actor: Actor, table: Table): Sql {
  if (actor.kind !== "member") return sql`false`;
  const post = table === "w" ? sql`k.object_id` : sql`(select x.post_id from post_comment x where x.id = k.object_id)`;
  return sql`exists (select 1 from post w join member_group g on g.id = w.group_id
    where w.id = ${post} and ${readableGroups(actor)} and ${roleInGroup(actor)} >= 'manager')`;
}

/** Whether the actor manages any group. */
export function managesSomewhere(actor: Actor): Sql {
  if (actor.kind !== "member") return sql`false`;
  return sql`exists (select 1 from group_membership b where b.member_id = ${actor.id} and b.role >= 'manager')`;
}
