import type { Actor } from "@/core/actor.ts";
import { allow, type Decision, hide, refuse } from "@/core/decision.ts";
import type { Scope } from "@/core/scope.ts";
import { inForce } from "@/features/mandates/index.ts";
import { canBePresent, isSuspended } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { PLACES_A_DAY } from "./inbox.rules.ts";
import { ANSWERERS, answeredScopes, answersFor } from "./message.policy.ts";
import { placeLevel } from "./place.rules.ts";

/** What follows from a recorded fact, or from the clock: nobody's act. */
export const byTheSystem = (actor: Actor): Decision => (actor.kind === "system" ? allow : hide);

/** Whether it is exactly this place that the actor is in charge of. */
const isOwnPlace = (actor: Actor, scope: Scope): boolean => answeredScopes(actor).includes(scope);

/** A member writes to those in charge of any place but one that she is in charge of herself; to a few new ones a day. */
export function canWriteToPlace(
  actor: Actor,
  { scope, open, begunToday, repeated }: { scope: Scope; open: boolean; begunToday: number; repeated: boolean },
): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (isOwnPlace(actor, scope)) return refuse("own_place");
  if (!open && begunToday >= PLACES_A_DAY) return refuse("enough_places", "conflict");
  return repeated ? refuse("same_text_to_many", "conflict") : allow;
}

/** Whoever answers for the place says who looks after a conversation: somebody who answers for it as well, or nobody. */
export function canAssignConversation(
  actor: Actor,
  { scope, assignable }: { scope: Scope; assignable: boolean },
): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (!answersFor(actor, scope)) return refuse("not_yours");
  return assignable ? allow : refuse("cannot_be_assigned", "conflict");
}

/** Whoever answers for a place writes to all its members, once a day; for others, that page does not exist. */
export function canBroadcast(actor: Actor, { scope, sentToday }: { scope: Scope; sentToday: boolean }): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (!answersFor(actor, scope)) return hide;
  return sentToday ? refuse("broadcast_today", "conflict") : allow;
}

/** Any member says whether a place may write to her with all its members. */
export const canOpposeBroadcasts = (actor: Actor): Decision => canBePresent(actor);

/** Whether the member `m` answers, by a mandate in force, for what is written to a place, and can act. */
export const answersThere = (scope: Sql, now: Date): Sql => sql`(m.erased_at is null and not ${isSuspended(now)}
  and exists (select 1 from mandate g where g.member_id = m.id
    and g.role in ('section_leader', 'federation_admin', 'national_admin') and ${sqlCovers(sql`g.scope`, scope)} and ${inForce(now)}))`;

/** The mandates `g` in force of members `m` who can act, that answer for what is written to places: who is in charge. */
const inCharge = (now: Date): Sql => sql`mandate g join member m on m.id = g.member_id
    and g.role::text = any(${[...ANSWERERS]}::text[]) and ${inForce(now)} and m.erased_at is null and not ${isSuspended(now)}`;

/**
 * Who answers what is written in the conversation `v`, as rows (member_id, depth), deeper being nearer to the place. Of those in
 * charge, not the member who wrote, whatever she holds by now, nor anybody whom a block parts from her: what nobody else
 * answers is the next level's. `offset 0` has each conversation's few places looked up in their index.
 */
export const holdersOf = (now: Date, among: Sql = sql`true`): Sql => sql`
  select g.member_id, max(length(g.scope)) as depth from ${inCharge(now)}
  where g.scope in (v.scope, substring(v.scope from '^national/[^/]+'), 'national') and g.member_id <> v.member_id
    and not exists (select 1 from block b where b.blocker_id = v.member_id and b.blocked_id = g.member_id)
    and not exists (select 1 from block b where b.blocked_id = v.member_id and b.blocker_id = g.member_id)
    and ${among}
  group by g.member_id offset 0`;

/** Of those, who has not muted the conversation `v`: while all of a level have, the next one is told. */
export const hearing: Sql = sql`not exists (
  select 1 from topic_mute q where q.member_id = g.member_id and q.topic = 'conversation:' || v.id)`;

/** Whether nobody answers the conversation `v` nearer to its place than this depth: then who is that deep is nearest. */
export const nobodyNearer = (depth: Sql, now: Date, among?: Sql): Sql =>
  sql`not exists (select 1 from (${holdersOf(now, among)}) o where o.depth > ${depth})`;

/** The number of the last answer of the place in the conversation `v`, 0 when it never answered: a broadcast answers nothing. */
export const lastAnswer: Sql = sql`coalesce((select max(a.seq) from message a where a.conversation_id = v.id and a.from_place
  and a.broadcast_id is null and a.deleted_at is null and a.hidden_at is null), 0)`;

/**
 * The conversations in a scope's care, as rows (id): those with it, and those with a place of it where nobody nearer answers.
 * Where nobody is in charge at all they are found by the place; elsewhere only the members who are in charge there themselves,
 * or parted from who is, can have nobody nearer, and theirs alone are asked one by one.
 */
export function conversationsInCare(scope: Scope, now: Date): Sql {
  const itself = sql`select ${scope}::text as scope`;
  if (placeLevel(scope) === "section") return inPlaces(itself);
  const unled = (place: Sql) => sql`not exists (select 1 from ${inCharge(now)} where g.scope = ${place} offset 0)`;
  const inFederations = sql`select s.scope from section s join federation f on f.id = s.federation_id where ${unled(sql`s.scope`)}`;
  const alone = unled(sql`'national/' || f.id`);
  const below =
    placeLevel(scope) === "federation"
      ? sql`${inFederations} and 'national/' || f.id = ${scope}`
      : sql`select 'national/' || f.id from federation f where ${alone} union all ${inFederations} and ${alone}`;
  return sql`${inPlaces(sql`${itself} union all ${below}`)}
    union select v.id from (
      select g.scope, p.id from ${inCharge(now)} cross join lateral (select g.member_id as id
        union all select b.blocked_id from block b where b.blocker_id = g.member_id
        union all select b.blocker_id from block b where b.blocked_id = g.member_id) p
      where starts_with(g.scope, ${`${scope}/`})) h
    join conversation v on v.member_id = h.id and v.kind = 'inbox' and ${sqlCovers(sql`h.scope`, sql`v.scope`)}
    where ${nobodyNearer(sql`${scope.length}::int`, now)}`;
}

const inPlaces = (places: Sql): Sql =>
  sql`select v.id from (${places}) c join conversation v on v.scope = c.scope and v.kind = 'inbox'`;

/**
 * The members `m` to whom a broadcast of a place goes: who live there and can read it, but its author and those who asked
 * not to get them. They are verified: an account exists once its address is confirmed.
 */
export function receivesBroadcast({
  scope,
  adherentsOnly,
  authorId,
  now,
}: {
  scope: Scope;
  adherentsOnly: boolean;
  authorId: string | null;
  now: Date;
}): Sql {
  return sql`(m.erased_at is null and m.id is distinct from ${authorId} and ${livesThere(scope)}
    and (not ${adherentsOnly}::boolean or m.adherent_since is not null) and not ${isSuspended(now)} and not ${opposes(sql`${scope}::text`)})`;
}

/** Whether the member `m` asked not to get what a place writes to all. */
export const opposes = (scope: Sql): Sql =>
  sql`exists (select 1 from broadcast_opposition o where o.member_id = m.id and o.scope = ${scope})`;

/** Whether the member `m` lives in a place. Everybody lives in the country. */
export function livesThere(scope: Scope): Sql {
  const [, federation, section] = scope.split("/");
  if (section) return sql`m.section_id = (select s.id from section s where s.scope = ${scope})`;
  if (federation) return sql`m.section_id in (select s.id from section s where s.federation_id = ${federation})`;
  return sql`true`;
}
