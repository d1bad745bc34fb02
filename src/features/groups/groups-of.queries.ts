import type { Actor } from "@/core/actor.ts";
import type { Scope } from "@/core/scope.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { readableGroups, visibleGroups } from "./group.policy.ts";
import { type GroupCardView, listGroupCards } from "./group-list.queries.ts";

const SHOWN = 6;
const HERS_SHOWN = 12;

const idsOf = async (ids: Sql): Promise<string[]> => (await readRows<{ id: string }>(ids)).map(({ id }) => id);

/** The group of a place, where this member reads it, and those that members formed there, as far as she may know of them. */
export type GroupsOfPlaceView = { own: GroupCardView | null; formed: GroupCardView[] };

/** For a place's page. Null for whoever is no member: the pages that are kept for visitors tell of no group. */
export async function findGroupsOfPlace(actor: Actor, scope: Scope): Promise<GroupsOfPlaceView | null> {
  if (actor.kind !== "member") return null;
  const ids = await idsOf(sql`
    (select g.id from member_group g where g.place = ${scope} and ${readableGroups(actor)})
    union all (select g.id from member_group g
      where g.scope = ${scope} and g.kind <> 'place' and ${visibleGroups(actor)}
      order by (select count(*) from group_membership b where b.group_id = g.id) desc, g.id limit ${SHOWN})`);
  const cards = await listGroupCards(actor, ids);
  return {
    own: cards.find(({ kind }) => kind === "place") ?? null,
    formed: cards.filter(({ kind }) => kind !== "place"),
  };
}

/**
 * The groups that somebody is in, of those that this actor reads within: there she is named to her already. Who follows one
 * alone is not told. The caller shows her page only to whoever sees her.
 */
export async function listGroupsOfMember(actor: Actor, memberId: string): Promise<GroupCardView[]> {
  if (actor.kind !== "member") return [];
  const ids = await idsOf(sql`
    select g.id from group_membership h join member_group g on g.id = h.group_id
    where h.member_id = ${memberId} and h.role <> 'follower' and ${readableGroups(actor)}
    order by h.role desc, folded(g.name), g.id limit ${HERS_SHOWN}`);
  return listGroupCards(actor, ids);
}
