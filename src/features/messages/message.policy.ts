import { type Actor, holds, type Role } from "@/core/actor.ts";
import type { Scope } from "@/core/scope.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";

/** Mandates that answer what is written to their place. */
const ANSWERERS: readonly Role[] = ["section_leader", "federation_admin", "national_admin"];

/** Whether the actor answers, by a mandate, what is written to a place. */
export const answersFor = (actor: Actor, scope: Scope): boolean => holds(actor, ANSWERERS, scope);

/** The places that the actor answers for. */
export const answeredScopes = (actor: Actor): Scope[] =>
  actor.grants.filter(({ role }) => ANSWERERS.includes(role)).map(({ scope }) => scope);

/** Whether the actor is in the conversation `v` by herself, and has not left. */
const takesPart = (actor: Actor): Sql =>
  sql`exists (select 1 from participant p where p.conversation_id = v.id and p.member_id = ${actor.id} and p.left_at is null)`;

/** Whether the inbox conversation `v` is of a place that the actor answers for. */
export const answersInbox = (actor: Actor): Sql => {
  const scopes = answeredScopes(actor);
  if (actor.kind !== "member" || scopes.length === 0) return sql`false`;
  return sql`(v.kind = 'inbox' and v.member_id <> ${actor.id} and exists (
    select 1 from unnest(${scopes}::text[]) as g(scope) where ${sqlCovers(sql`g.scope`, sql`v.scope`)}))`;
};

/**
 * The conversations `v` that this actor reads: the only form of this law, for pages, lists, counts, search, files, rooms,
 * notices. Whoever is in it and has not left; of a place's inbox, also who answers for the place by a mandate. Nobody else:
 * no staff, and the machine neither.
 */
export function visibleConversations(actor: Actor): Sql {
  if (actor.kind !== "member") return sql`false`;
  return sql`(${takesPart(actor)} or ${answersInbox(actor)})`;
}

/**
 * Of a conversation `v` that she reads, the messages `x` that this actor may see: those since she was added. What was deleted
 * or hidden keeps its place, without words: the view says so.
 */
export function visibleMessages(actor: Actor): Sql {
  if (actor.kind !== "member") return sql`false`;
  return sql`(${visibleConversations(actor)} and x.seq > coalesce(
    (select p.from_seq from participant p where p.conversation_id = v.id and p.member_id = ${actor.id} and p.left_at is null), 0))`;
}
