import type { Actor } from "@/core/actor.ts";
import { homesOf } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { NATIONAL } from "@/core/scope.ts";
import {
  type CardRow,
  type CardView,
  cardColumns,
  profileOf,
  toCardView,
  visibleProfiles,
} from "@/features/profiles/index.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { getGroup } from "./group.queries.ts";
import type { GroupView } from "./group.views.ts";
import { canCreateGroup } from "./membership.policy.ts";

export type ScopeView = { scope: string; name: string };

/** Where this member may form a group: where she lives if she is an adherent, and where she answers; the widest last. */
export async function listFormingScopes(actor: Actor): Promise<ScopeView[]> {
  const scopes = [...homesOf(actor), ...actor.grants.map(({ scope }) => scope)];
  const own = [...new Set(scopes)].filter((scope) => canCreateGroup(actor, scope).allowed);
  if (own.length === 0) return [];
  // A country's worth of sections is no list: the national level forms groups of the country and of federations.
  const depth = own.includes(NATIONAL) && actor.grants.some(({ scope }) => scope === NATIONAL) ? 1 : 2;
  const led = actor.grants.map(({ scope }) => scope).filter((scope) => canCreateGroup(actor, scope).allowed);
  return readRows<ScopeView>(sql`
    select p.scope, p.name from (
      select 'national' as scope, 'Toute la France' as name, 0 as depth
      union all select 'national/' || f.id, f.name, 1 from federation f
      union all select s.scope, s.name, 2 from section s
    ) p where p.scope = any(${own}::text[]) or (p.depth <= ${depth}::int
      and exists (select 1 from unnest(${led}::text[]) as a(scope) where ${sqlCovers(sql`a.scope`, sql`p.scope`)}))
    order by p.depth desc, unaccent(p.name), p.scope`);
}

/** A group with what may be changed of it, for those who may. Throws `not_found` for anybody else. */
export async function getGroupToEdit(
  actor: Actor,
  id: string,
): Promise<{ group: GroupView; places: ScopeView[]; adherent: boolean }> {
  const group = await getGroup(actor, id);
  if (!group.can.edit) throw new AppError("not_found", "absent");
  const places = group.kind === "place" ? [] : await listFormingScopes(actor);
  const kept = places.some(({ scope }) => scope === group.scope)
    ? places
    : [{ scope: group.scope, name: bareName(group.place.name) }, ...places];
  return { group, places: group.kind === "place" ? [] : kept, adherent: actor.kind === "member" && actor.adherent };
}

const NAMEABLE_SHOWN = 40;

/**
 * Members whom somebody who answers for a group by a mandate may make its manager, where she does not read it: those whose
 * card she sees. The national level enters first, having said why. Nobody for anybody else.
 */
export async function listNameable(actor: Actor, group: GroupView): Promise<CardView[]> {
  const { role, oversees, reads, kind, id } = group;
  if (!oversees || reads || role !== null || kind === "place" || group.can.visit) return [];
  const rows = await readRows<CardRow>(sql`
    select ${cardColumns(actor)} from group_membership b join member_group g on g.id = b.group_id
      join member m on m.id = b.member_id ${profileOf} join section s on s.id = m.section_id
    where b.group_id = ${id} and b.role = 'member' and ${visibleProfiles(actor)}
      and (not g.adherents_only or m.adherent_since is not null)
    order by b.joined_at, m.id limit ${NAMEABLE_SHOWN}`);
  return rows.map(toCardView);
}

const bareName = (name: string) => name.replace(/^(?:Section|Fédération (?:de la |du |des |de l’|de |d’))\s*/, "");
