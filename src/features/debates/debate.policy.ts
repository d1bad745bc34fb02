import { type Actor, holds, type Role } from "@/core/actor.ts";
import { allow, type Decision, refuse } from "@/core/decision.ts";
import type { Scope } from "@/core/scope.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import {
  type DebatePhase,
  EDIT_MS,
  type Side,
  takesContributions,
  takesReplies,
  takesSide,
  takesVotes,
} from "./debate.rules.ts";

/** Mandates that open every debate of their scope. A moderator reads through a report only. */
const STAFF: readonly Role[] = ["section_leader", "federation_admin", "national_admin"];

/** What the law asks of an actor, as SQL: bound values for one, columns for a batch of them. */
type ActorTerms = { kind: Sql; adherent: Sql; scope: Sql; staffScopes: Sql };

/** Who may know of a debate `d`, read it, and take part in it. The only form of this law. */
function debateLaw({ kind, adherent, scope, staffScopes }: ActorTerms): Sql {
  return sql`(
    ${kind} = 'system'
    or (${kind} in ('visitor', 'member') and d.audience = 'open')
    or (${kind} = 'member' and d.audience = 'members' and ${sqlCovers(sql`d.scope`, scope)})
    or (${kind} = 'member' and d.audience = 'adherents' and ${adherent} and ${sqlCovers(sql`d.scope`, scope)})
    or (${kind} = 'member' and exists (
      select 1 from unnest(${staffScopes}) as staff(scope) where ${sqlCovers(sql`staff.scope`, sql`d.scope`)}))
  )`;
}

const sectionScope = (actor: Actor) => (actor.kind === "member" ? actor.section.scope : "");
const isAdherent = (actor: Actor) => actor.kind === "member" && actor.adherent;
const staffScopes = (actor: Actor) => actor.grants.filter(({ role }) => STAFF.includes(role)).map(({ scope }) => scope);

/** The debates `d` that this actor may see: every list, item, count and socket room goes through it. */
export function visibleDebates(actor: Actor): Sql {
  return debateLaw({
    kind: sql`${actor.kind}::text`,
    adherent: sql`${isAdherent(actor)}::boolean`,
    scope: sql`${sectionScope(actor)}::text`,
    staffScopes: sql`${staffScopes(actor)}::text[]`,
  });
}

/** The same law for a batch: the actors as arrays for `unnest`, the names of their columns, the law over them as `i`. */
export function visibleDebatesOfMany(actors: readonly Actor[]): { arrays: Sql; columns: Sql; law: Sql } {
  return {
    arrays: sql`${actors.map(({ kind }) => kind)}::text[], ${actors.map(({ id }) => id ?? "")}::text[],
      ${actors.map(isAdherent)}::boolean[], ${actors.map(sectionScope)}::text[],
      ${actors.map((actor) => staffScopes(actor).join(" "))}::text[]`,
    columns: sql`kind, member_id, adherent, member_scope, staff_scopes`,
    // An actor may have been read before her account was erased.
    law: sql`(not exists (select 1 from member a where a.id = i.member_id and a.erased_at is not null) and ${debateLaw({
      kind: sql`i.kind`,
      adherent: sql`i.adherent`,
      scope: sql`i.member_scope`,
      staffScopes: sql`string_to_array(i.staff_scopes, ' ')`,
    })})`,
  };
}

/** Only a confirmed member takes part, whatever the debate. */
export function canTakePart(actor: Actor): Decision {
  if (actor.kind === "member") return allow;
  if (actor.kind === "visitor") return refuse("sign_in_first", "unauthenticated");
  return refuse(actor.kind === "suspended" ? "suspended" : "not_yours");
}

/** Publishing in a debate that this actor may see: as its phase allows. A reply has no side. */
export function canContribute(actor: Actor, phase: DebatePhase, side: Side | null): Decision {
  const part = canTakePart(actor);
  if (!part.allowed) return part;
  if (phase === "upcoming") return refuse("debate_not_open_yet", "conflict");
  if (phase === "vote") return refuse("only_votes_now", "conflict");
  if (!takesContributions(phase)) return refuse("debate_closed", "conflict");
  if (side === null) return takesReplies(phase) ? allow : refuse("no_replies_yet", "conflict");
  return takesSide(phase, side) ? allow : refuse("take_a_side", "conflict");
}

/** Voting on a contribution of a debate that this actor may see. */
export function canVote(actor: Actor, phase: DebatePhase): Decision {
  const part = canTakePart(actor);
  if (!part.allowed) return part;
  if (phase === "upcoming") return refuse("debate_not_open_yet", "conflict");
  if (phase === "ideas") return refuse("no_votes_yet", "conflict");
  return takesVotes(phase) ? allow : refuse("debate_closed", "conflict");
}

type Published = { authorId: string | null; createdAt: Date; phase: DebatePhase };

/** Editing a contribution: its author, for ten minutes, while contributions are taken. */
export function canEdit(actor: Actor, { authorId, createdAt, phase }: Published, now: Date): Decision {
  const part = canTakePart(actor);
  if (!part.allowed) return part;
  if (actor.id !== authorId) return refuse("not_yours");
  if (!takesContributions(phase)) return refuse("debate_closed", "conflict");
  return now.getTime() - createdAt.getTime() < EDIT_MS ? allow : refuse("too_late_to_edit", "conflict");
}

/** Opening a debate in a territory: its leader, its federation, or the national level. */
export function canOpenDebate(actor: Actor, scope: Scope): Decision {
  return holds(actor, STAFF, scope) ? allow : refuse("not_yours");
}

/** Whether there is a territory where this actor may open a debate. */
export function canOpenSomewhere(actor: Actor): boolean {
  return actor.kind === "member" && actor.grants.some(({ scope }) => canOpenDebate(actor, scope).allowed);
}

/** Framing a debate, moving its phases, writing its synthesis: its hosts, and those who could have opened it. */
export function canRunDebate(actor: Actor, debate: { scope: Scope; isHost: boolean }): Decision {
  if (holds(actor, STAFF, debate.scope)) return allow;
  return debate.isHost && isAdherent(actor) ? allow : refuse("not_yours");
}
