import { covers, federationScope, NATIONAL, type Scope } from "./scope.ts";

export type Role = "section_leader" | "federation_admin" | "moderator" | "national_admin";
/** A right in force now, from a mandate. */
export type Grant = { role: Role; scope: Scope };

/** Nobody in particular: no session, or a session that has ended. */
export type Visitor = { kind: "visitor"; id: null; grants: readonly Grant[] };
/** A person with a confirmed account. */
export type Member = {
  kind: "member";
  id: string;
  sessionId: string | null;
  name: string;
  /** Verified by the party; a declared adhérent is a sympathiser until then. */
  adherent: boolean;
  section: { id: string; name: string; scope: Scope };
  /** Rights in force in this session. Empty until the second factor was given in it. */
  grants: readonly Grant[];
  /** Holds mandates whose rights wait for the second factor. */
  grantsAsleep?: true;
};
/** A suspended member: sees the reason, how to appeal, her export and her deletion; nothing else. */
export type SuspendedMember = {
  kind: "suspended";
  id: string;
  sessionId: string | null;
  name: string;
  suspension: { reason: string; endsAt: Date | null };
  grants: readonly Grant[];
};
/** The command line, jobs and the seed. Never built from a request. */
export type System = { kind: "system"; id: null; grants: readonly Grant[] };
export type Actor = Visitor | Member | SuspendedMember | System;

export const visitor: Visitor = { kind: "visitor", id: null, grants: [] };
export const system: System = { kind: "system", id: null, grants: [{ role: "national_admin", scope: "national" }] };

/** Whether one of the actor's mandates of these roles covers the scope. */
export function holds(actor: Actor, roles: readonly Role[], scope: Scope): boolean {
  return actor.grants.some((grant) => roles.includes(grant.role) && covers(grant.scope, scope));
}

/** The places that a member lives in, from the country to her section. None for whoever is no member. */
export function homesOf(actor: Actor): Scope[] {
  if (actor.kind !== "member") return [];
  const { scope } = actor.section;
  return [NATIONAL, federationScope(scope) ?? NATIONAL, scope];
}
