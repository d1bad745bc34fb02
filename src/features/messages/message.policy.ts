import { type Actor, holds, type Role } from "@/core/actor.ts";
import type { Scope } from "@/core/scope.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";

/** Mandates that answer what is written to their place. */
export const ANSWERERS: readonly Role[] = ["section_leader", "federation_admin", "national_admin"];

/** Whether the actor answers, by a mandate, what is written to a place. */
export const answersFor = (actor: Actor, scope: Scope): boolean => holds(actor, ANSWERERS, scope);

/** The places that the actor answers for. */
export const answeredScopes = (actor: Actor): Scope[] =>
  actor.grants.filter(({ role }) => ANSWERERS.includes(role)).map(({ scope }) => scope);

/** What the law asks of a member, as SQL: bound values for one, columns for a batch of them. */
type MemberTerms = { id: Sql; scopes: Sql };

const partLaw = (id: Sql): Sql =>
  sql`exists (select 1 from participant p where p.conversation_id = v.id and p.member_id = ${id} and p.left_at is null)`;

const inboxLaw = ({ id, scopes }: MemberTerms): Sql => sql`(v.kind = 'inbox' and v.member_id <> ${id} and exists (
    select 1 from unnest(${scopes}) as g(scope) where ${sqlCovers(sql`g.scope`, sql`v.scope`)}))`;

/** Whether the actor is in the conversation `v` by herself, and has not left. */
const takesPart = (actor: Actor): Sql => partLaw(sql`${actor.id}`);

/** Whether the inbox conversation `v` is of a place that the actor answers for. */
export const answersInbox = (actor: Actor): Sql => {
  const scopes = answeredScopes(actor);
  if (actor.kind !== "member" || scopes.length === 0) return sql`false`;
  return inboxLaw({ id: sql`${actor.id}`, scopes: sql`${scopes}::text[]` });
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

/** How each of the two ways to read holds, for one actor over `v`: she is in it, or answers in it. */
export const waysIn = (actor: Actor): { takesPart: Sql; answers: Sql } =>
  actor.kind === "member"
    ? { takesPart: takesPart(actor), answers: answersInbox(actor) }
    : { takesPart: sql`false`, answers: sql`false` };

/** The same law for a batch: the actors as arrays for `unnest`, the names of their columns, the two ways over them as `i`. */
export function conversationsOfMany(actors: readonly Actor[]): {
  arrays: Sql;
  columns: Sql;
  takesPart: Sql;
  answers: Sql;
} {
  const scopes = actors.map((actor) => (actor.kind === "member" ? answeredScopes(actor).join(" ") : ""));
  const terms = { id: sql`i.member_id`, scopes: sql`string_to_array(i.scopes, ' ')` };
  return {
    arrays: sql`${actors.map(({ kind, id }) => (kind === "member" ? id : ""))}::text[], ${scopes}::text[]`,
    columns: sql`member_id, scopes`,
    takesPart: partLaw(terms.id),
    answers: inboxLaw(terms),
  };
}

/**
 * Of a conversation `v` that she reads, the messages `x` that this actor may see: those since she was added. What was deleted
 * or hidden keeps its place, without words: the view says so.
 */
export function visibleMessages(actor: Actor): Sql {
  if (actor.kind !== "member") return sql`false`;
  return sql`(${visibleConversations(actor)} and x.seq > ${readsFrom(actor)})`;
}

/** The number after which this actor reads the conversation `v`: what was said before she was added is not hers. */
export const readsFrom = (actor: Actor): Sql => sql`coalesce(
    (select p.from_seq from participant p where p.conversation_id = v.id and p.member_id = ${actor.id} and p.left_at is null), 0)`;
