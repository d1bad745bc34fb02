import type { Actor, Role } from "@/core/actor.ts";
import { allow, type Decision, hide, refuse } from "@/core/decision.ts";
import type { Scope } from "@/core/scope.ts";
import { isHeld } from "@/features/mandates/index.ts";
import { isSuspended, listedProfiles, managedMembers, noBlock } from "@/features/profiles/index.ts";
import { isLed, namesLeaders } from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { newcomersSince } from "./desk.rules.ts";

/**
 * The welcome `w` of a member `m`: how her section receives her. A row of the section that she left counts no more,
 * unless she was welcomed: one is welcomed once. By its key (`limit 1`): planned freely, a section's newcomers read all of
 * the country's.
 */
export const welcomeOf = sql`left join lateral (
  select * from welcome x where x.member_id = m.id and (x.section_id = m.section_id or x.welcomed_at is not null) limit 1) w on true`;

/** Whether the member `m`, with `welcomeOf` joined, is a newcomer who waits to be welcomed. */
export const isNewcomer = (now: Date): Sql =>
  sql`(m.joined_at > ${newcomersSince(now)} and m.erased_at is null and w.welcomed_at is null and not ${isSuspended(now)})`;

/** Whether the member `m` is a minor. */
export const isMinor = (now: Date): Sql => sql`(m.adult_on is not null and m.adult_on > ${now}::date)`;

/**
 * The sections `s` whose news is told to this actor first: a leader's own, a federation's that nobody leads, and for the
 * national level those that have neither. As `listRecipients` of mandates answers for one scope.
 */
export function answersFirst(actor: Actor): Sql {
  const now = clock.now();
  const scopesOf = (role: Role) => actor.grants.filter((grant) => grant.role === role).map(({ scope }) => scope);
  const federation = sql`'national/' || s.federation_id`;
  return sql`(s.scope = any(${scopesOf("section_leader")}::text[]) or (not ${isLed(now)} and (
    ${federation} = any(${scopesOf("federation_admin")}::text[])
    or (${scopesOf("national_admin").length > 0} and not ${isHeld(sql`'federation_admin'`, federation, now)}))))`;
}

/**
 * The members `m`, with `welcomeOf` joined, whom this actor may welcome: those that she answers for, and those that
 * she was asked to look after, in the section that both live in. A minor is written to by those who answer for her
 * section alone.
 */
export function welcomable(actor: Actor): Sql {
  if (actor.kind !== "member") return sql`false`;
  return sql`(m.id <> ${actor.id} and m.erased_at is null and (${managedMembers(actor)}
    or (w.point_person_id = ${actor.id} and m.section_id = ${actor.section.id} and ${noBlock(actor)} and not ${isMinor(clock.now())})))`;
}

/** The newcomers of a desk: of the members `m` that this actor answers for, those who wait; never she herself. */
export const deskNewcomers = (actor: Actor): Sql =>
  sql`(${isNewcomer(clock.now())} and ${managedMembers(actor)} and m.id is distinct from ${actor.id})`;

/** Declared adherents `m` that wait for their federation, of those that this actor answers for. */
export const deskDeclared = (actor: Actor): Sql =>
  sql`(m.claim = 'adherent' and m.adherent_since is null and m.erased_at is null and ${managedMembers(actor)})`;

/**
 * Who may look after a newcomer of a section: an adult member of it whom this actor sees, not suspended, with no block
 * between the two; and she who assigns, wherever she lives. After a minor, she alone. For members `m` with `profileOf`.
 */
export function pointPeople(actor: Actor, newcomer: { id: string; sectionId: string; minor: boolean }): Sql {
  const others = newcomer.minor ? sql`false` : sql`(m.section_id = ${newcomer.sectionId} and ${listedProfiles(actor)})`;
  return sql`(m.erased_at is null and m.id <> ${newcomer.id} and not ${isSuspended(clock.now())}
    and (m.id = ${actor.id} or ${others})
    and not exists (select 1 from block b where (b.blocker_id = m.id and b.blocked_id = ${newcomer.id})
      or (b.blocker_id = ${newcomer.id} and b.blocked_id = m.id)))`;
}

export type Newcomer = { welcomed: boolean; manages: boolean };

/** Whoever answers for a newcomer says who looks after her; nobody any more once she was welcomed. */
export function canAssign(_: Actor, { welcomed, manages }: Newcomer): Decision {
  if (!manages) return hide;
  return welcomed ? refuse("already_welcomed", "conflict") : allow;
}

/** Writing to a newcomer whom one looks after, until she was welcomed. */
export const canWriteWelcome = (_: Actor, { welcomed }: Newcomer): Decision =>
  welcomed ? refuse("already_welcomed", "conflict") : allow;

/** Saying that she was welcomed: whoever may welcome her; twice is once. */
export const canMarkWelcomed = (): Decision => allow;

type Declared = { id: string; scope: Scope; declared: boolean };

/** A leader says whom she knows to be an adherent; nobody says it of herself. */
export function canProposeAdherent(actor: Actor, { id, declared }: Declared): Decision {
  if (actor.id === id) return refuse("not_yours");
  return declared ? allow : refuse("claim_settled", "conflict");
}

/** The federation, which could have confirmed her, may also decline; nobody of herself. */
export function canDeclineAdherent(actor: Actor, { id, scope, declared }: Declared): Decision {
  if (!namesLeaders(actor, scope)) return hide;
  if (actor.id === id) return refuse("not_yours");
  return declared ? allow : refuse("claim_settled", "conflict");
}
