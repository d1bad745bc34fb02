import type { Actor } from "@/core/actor.ts";
import { visibleGroups } from "@/features/groups/index.ts";
import { fieldReaches, profileOfEach, visibleProfiles } from "@/features/profiles/index.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import type { Signer } from "./post.views.ts";

/** How the author `m` of section `s` and federation `f` may be named. */
export const personColumns: Sql = sql`
  case when m.erased_at is null then m.name end as author, m.adherent_since is not null as adherent,
  s.name as section, f.name as federation`;

export const personJoins = sql`left join section s on s.id = m.section_id left join federation f on f.id = s.federation_id`;

/** Of these members, the cards that reach the reader: asked once for a page. */
export async function readSigners(actor: Actor, ids: readonly (string | null)[]): Promise<Map<string, Signer>> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return new Map();
  const rows = await readRows<Signer>(sql`
    select m.id, case when ${fieldReaches("photo", actor)} then p.photo_id end as photo
    from unnest(${asked}::text[]) signer(id) cross join lateral (select * from member x where x.id = signer.id limit 1) m
    ${profileOfEach} where ${visibleProfiles(actor)}`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The reactions to what has this id, how many of each kind. */
export const reactionsTo = (table: "post" | "comment", id: Sql): Sql =>
  table === "post"
    ? sql`(select json_agg(json_build_object('kind', k.kind, 'count', k.count) order by k.kind) from (
        select r.kind, count(*)::int as count from post_reaction r where r.post_id = ${id} group by r.kind) k)`
    : sql`(select json_agg(json_build_object('kind', k.kind, 'count', k.count) order by k.kind) from (
        select r.kind, count(*)::int as count from comment_reaction r where r.comment_id = ${id} group by r.kind) k)`;

export function ownReactionTo(table: "post" | "comment", actor: Actor, id: Sql): Sql {
  if (actor.kind !== "member") return sql`null`;
  return table === "post"
    ? sql`(select r.kind::text from post_reaction r where r.post_id = ${id} and r.member_id = ${actor.id})`
    : sql`(select r.kind::text from comment_reaction r where r.comment_id = ${id} and r.member_id = ${actor.id})`;
}

/** Whom a text names, and whether she may go there: `where` is over the mention `n`. */
export const mentionsIn = (actor: Actor, where: Sql): Sql => sql`(select json_agg(json_build_object(
    'kind', case when n.member_id is null then 'group' else 'member' end, 'id', coalesce(n.member_id, n.group_id),
    'label', n.label, 'slug', (select g.slug from member_group g where g.id = n.group_id),
    'seen', case when n.member_id is null
      then exists (select 1 from member_group g where g.id = n.group_id and ${visibleGroups(actor)})
      else exists (select 1 from member m ${profileOfEach} where m.id = n.member_id and ${visibleProfiles(actor)}) end)
    order by n.id) from post_mention n where ${where})`;
