import type { Actor } from "@/core/actor.ts";
import { holds } from "@/core/actor.ts";
import { allow, type Decision, refuse } from "@/core/decision.ts";
import { NATIONAL, type Scope } from "@/core/scope.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { canRunEvent, type EventStanding, publishes, STAFF } from "./event.policy.ts";
import { isOver } from "./event.rules.ts";

/** Whether the member `m` of section `s` is of the group of the event `e`, and does not follow it alone. */
const isOfGroup: Sql = sql`exists (select 1 from member_group g where g.id = e.group_id and g.hidden_at is null and (
  (g.kind = 'place' and ${sqlCovers(sql`g.place`, sql`s.scope`)})
  or exists (select 1 from group_membership b where b.group_id = g.id and b.member_id = m.id and b.role <> 'follower')))`;

/**
 * Whether the member `m` of section `s` reads the event `e`, or will once it is published: who may prepare it. Staff of
 * its place and guests of an event by invitation are among them. What is a group's own is prepared by its members.
 */
export const couldAttend = (): Sql => sql`(
  ((not e.adherents_only or m.adherent_since is not null) and (
    e.audience = 'everyone'
    or (e.audience = 'group' and ${isOfGroup})
    or (e.audience not in ('invited', 'group') and ${sqlCovers(sql`e.audience_scope`, sql`s.scope`)})
    or (e.audience not in ('invited', 'group') and exists (select 1 from event_co_section k
      where k.event_id = e.id and k.accepted and ${sqlCovers(sql`k.scope`, sql`s.scope`)}))))
  or (e.audience <> 'group' and (exists (select 1 from event_invitee v
      where v.event_id = e.id and v.member_id = m.id and v.removed_at is null)
    or exists (select 1 from event_organiser o where o.event_id = e.id and o.member_id = m.id)
    or exists (select 1 from mandate g where g.member_id = m.id and g.begins_at <= ${clock.now()}
    and (g.ends_at is null or g.ends_at > ${clock.now()}) and g.role <> 'moderator'
    and ${sqlCovers(sql`g.scope`, sql`e.scope`)}))))`;

/**
 * Whether an organiser took a member off the list of the event `e`, and neither took that back nor invited her since. The
 * id is a parameter or a column.
 */
export const wasTakenOff = (memberId: Sql): Sql => sql`exists (
  select 1 from shift off join sign_up gone on gone.shift_id = off.id
  where off.event_id = e.id and gone.member_id = ${memberId} and gone.left_because = 'removed' and gone.restored_at is null
    and not exists (select 1 from event_invitee back where back.event_id = e.id and back.member_id = gone.member_id
      and back.removed_at is null and back.invited_at > gone.left_at))`;

/** What is still ahead may be prepared by who runs it. */
export function canPrepareEvent(actor: Actor, event: EventStanding): Decision {
  const runs = canRunEvent(actor, event);
  if (!runs.allowed) return runs;
  return aheadOf(event);
}

/** Making it come back: its next dates are published, which who may only propose, or organises elsewhere, does not do. */
export function canRepeatEvent(actor: Actor, event: EventStanding): Decision {
  const prepares = canPrepareEvent(actor, event);
  if (!prepares.allowed || event.stage !== "published" || publishes(actor, event)) return prepares;
  return refuse("not_yours");
}

/** Not cancelled, not over. */
export function aheadOf(event: EventStanding): Decision {
  if (event.stage === "cancelled") return refuse("event_off", "conflict");
  return isOver(event, clock.now()) ? refuse("event_behind", "conflict") : allow;
}

/** Answering for a section or federation that was asked, or has accepted, to organise an event too. */
export function canAnswerFor(actor: Actor, scope: Scope): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return holds(actor, STAFF, scope) ? allow : refuse("not_yours");
}

/** Bringing something: those who come, and those who prepare. */
export function canClaim(actor: Actor, event: EventStanding & { comes: boolean }): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (!event.comes && !event.organises) return refuse("only_who_comes", "conflict");
  return event.stage === "published" ? aheadOf(event) : refuse("event_off", "conflict");
}

/** Whether who claimed (alias of event_item_claim) still comes to the event, or prepares it. */
export const stillBrings = (claim: Sql, eventId: Sql | string): Sql => sql`(
  exists (select 1 from shift h join sign_up s on s.shift_id = h.id
    where h.event_id = ${eventId} and s.member_id = ${claim}.member_id and s.state <> 'left')
  or exists (select 1 from event_organiser o where o.event_id = ${eventId} and o.member_id = ${claim}.member_id))`;

/** Only the national mandate leads her there: what she reads of somebody's telephone is written down. */
export function readsFromAbove(actor: Actor): boolean {
  return holds(actor, ["national_admin"], NATIONAL);
}
