import { type Actor, holds, homesOf, type Role } from "@/core/actor.ts";
import { allow, type Decision, refuse } from "@/core/decision.ts";
import { NATIONAL, type Scope } from "@/core/scope.ts";
import { canKeepGroup, type GroupStanding, roleInGroup } from "@/features/groups/index.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { type EventAudience, type EventStage, isOver } from "./event.rules.ts";

/** Mandates that answer for every event of their scope. A moderator reads through a report only. */
export const STAFF: readonly Role[] = ["section_leader", "federation_admin", "national_admin"];

const staffScopes = (actor: Actor): Scope[] =>
  actor.grants.filter(({ role }) => STAFF.includes(role)).map(({ scope }) => scope);

/** Whether the actor is at least so much in the group of the event `e`, which moderation has not hidden. */
function isInGroup(actor: Actor, least: "member" | "manager"): Sql {
  if (actor.kind !== "member") return sql`false`;
  return sql`(e.group_id is not null and exists (select 1 from member_group g
    where g.id = e.group_id and g.hidden_at is null and ${roleInGroup(actor)} >= ${least}::group_role))`;
}

/** Whether the actor keeps the group of the event `e`: its agenda is hers. */
export const keepsGroupOfEvent = (actor: Actor): Sql => isInGroup(actor, "manager");

/**
 * Whether the actor answers for the event `e`: its territory is hers, or that of a section that organises it too, or she
 * keeps the group that organises it. What is a group's own is no territory's.
 */
export function staffsEvent(actor: Actor): Sql {
  if (actor.kind === "system") return sql`true`;
  const scopes = staffScopes(actor);
  const keeps = keepsGroupOfEvent(actor);
  if (scopes.length === 0) return keeps;
  const territory = scopes.includes(NATIONAL)
    ? sql`true`
    : sql`(exists (select 1 from unnest(${scopes}::text[]) as a(scope) where ${sqlCovers(sql`a.scope`, sql`e.scope`)})
      or exists (select 1 from event_co_section k join unnest(${scopes}::text[]) as a(scope)
        on ${sqlCovers(sql`a.scope`, sql`k.scope`)} where k.event_id = e.id and k.accepted))`;
  return sql`((e.audience <> 'group' and ${territory}) or ${keeps})`;
}

/** Whether the actor is one of the organisers of the event `e`. Of what is a group's own, as long as she is in it. */
export function organisesEvent(actor: Actor): Sql {
  if (actor.kind !== "member") return sql`false`;
  return sql`(exists (select 1 from event_organiser o where o.event_id = e.id and o.member_id = ${actor.id})
    and (e.audience <> 'group' or ${isInGroup(actor, "member")}))`;
}

/**
 * The events `e` that this actor may see: the only form of this law, for pages, lists, counts, feeds, rooms, mails.
 * Drafts and proposals are their organisers' and those's who answer for the place; so is what moderation hid. A published
 * one, cancelled or not, is its audience's, its organisers', its invitees' and those's who are signed up, whoever moved
 * or left the group. What is a group's own is nobody's else, wherever it stands.
 */
export function visibleEvents(actor: Actor): Sql {
  if (actor.kind === "system") return sql`true`;
  if (actor.kind === "suspended") return sql`false`;
  const open = sql`(e.stage in ('published', 'cancelled') and e.hidden_at is null)`;
  if (actor.kind === "visitor") return sql`(${open} and e.audience = 'everyone' and not e.adherents_only)`;
  const lives = homesOf(actor);
  return sql`(
    (${open} and (
      ((not e.adherents_only or ${actor.adherent}::boolean) and (
        e.audience = 'everyone'
        or (e.audience = 'group' and ${isInGroup(actor, "member")})
        or (e.audience not in ('invited', 'group') and (e.audience_scope = any(${lives}::text[])
          or exists (select 1 from event_co_section k where k.event_id = e.id and k.accepted
            and k.scope = any(${lives}::text[]))))))
      or exists (select 1 from event_invitee v where v.event_id = e.id and v.member_id = ${actor.id} and v.removed_at is null)
      or exists (select 1 from shift h join sign_up s on s.shift_id = h.id
        where h.event_id = e.id and s.member_id = ${actor.id} and s.state <> 'left')))
    or ${organisesEvent(actor)}
    or ${staffsEvent(actor)}
    or (${open} and e.audience <> 'group' and exists (select 1 from event_co_section k
      join unnest(${staffScopes(actor)}::text[]) as a(scope) on ${sqlCovers(sql`a.scope`, sql`k.scope`)}
      where k.event_id = e.id and k.answered_at is null))
    or (e.hidden_at is null and exists (select 1 from event_contact c where c.event_id = e.id and c.member_id = ${actor.id})))`;
}

/** What a policy asks of an event: `organises` and `staffs` come from the statement that loaded it. */
export type EventStanding = {
  scope: Scope;
  stage: EventStage;
  audience: EventAudience;
  /** The group that organises it. */
  groupId: string | null;
  startsAt: Date;
  endsAt: Date;
  organises: boolean;
  staffs: boolean;
};

/**
 * How an event of this scope may come to be: those who answer for it publish; an adherent publishes in her own section,
 * whose leaders are told; a sympathiser proposes there, and they decide. Null: not at all.
 */
export function creationRight(actor: Actor, scope: Scope): "publish" | "propose" | null {
  if (actor.kind === "system" || holds(actor, STAFF, scope)) return "publish";
  if (actor.kind !== "member" || actor.section.scope !== scope) return null;
  return actor.adherent ? "publish" : "propose";
}

/** Who organises: a territory, or a group that stands there. */
export type EventHost = { scope: Scope; group: Pick<GroupStanding, "role"> | null };

/** Creating an event, at least as a draft or a proposal; a group's, by those who keep it. */
export function canCreateEvent(actor: Actor, { scope, group }: EventHost): Decision {
  if (actor.kind === "system") return allow;
  if (group) return canKeepGroup(actor, group);
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return creationRight(actor, scope) ? allow : refuse("not_yours");
}

/** Its organisers, and those who answer for its place: edit, cancel, read who comes, note who was there. */
export function canRunEvent(actor: Actor, event: Pick<EventStanding, "organises" | "staffs">): Decision {
  if (actor.kind === "system") return allow;
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return event.organises || event.staffs ? allow : refuse("not_yours");
}

/** Making another one like it: who runs it, where she may create one. */
export function canDuplicate(
  actor: Actor,
  event: Pick<EventStanding, "organises" | "staffs" | "scope" | "groupId"> & { keepsGroup: boolean },
): Decision {
  const runs = canRunEvent(actor, event);
  if (!runs.allowed) return runs;
  if (event.groupId && actor.kind !== "system") return event.keepsGroup ? allow : refuse("not_yours");
  return canCreateEvent(actor, { scope: event.scope, group: null });
}

/** Answering what a sympathiser proposes: those who answer for its place. */
export function canAnswerProposal(actor: Actor, event: Pick<EventStanding, "stage" | "staffs">): Decision {
  if (actor.kind !== "system") {
    const present = canBePresent(actor);
    if (!present.allowed) return present;
    if (!event.staffs) return refuse("not_yours");
  }
  return event.stage === "proposed" ? allow : refuse("not_proposed", "conflict");
}

/** How what she runs may be made known: a group's, only by those who answer for it. */
const rightOver = (actor: Actor, event: Pick<EventStanding, "staffs" | "scope" | "groupId">) =>
  event.staffs ? "publish" : event.groupId ? null : creationRight(actor, event.scope);

/** Whether what she runs is hers to make known; else she proposes it. */
export const publishes = (actor: Actor, event: Pick<EventStanding, "staffs" | "scope" | "groupId">): boolean =>
  rightOver(actor, event) === "publish";

/** Making a draft known: published, or proposed by who may only propose. */
export function canPublishEvent(
  actor: Actor,
  event: Pick<EventStanding, "stage" | "organises" | "staffs" | "scope" | "groupId">,
): Decision {
  const runs = canRunEvent(actor, event);
  if (!runs.allowed) return runs;
  if (rightOver(actor, event) === null) return refuse("not_yours");
  return event.stage === "draft" ? allow : refuse("not_a_draft", "conflict");
}

/** Taking a draft or a proposal away for good: nobody was ever asked to come. */
export function canDiscardEvent(actor: Actor, event: Pick<EventStanding, "stage" | "organises" | "staffs">): Decision {
  const runs = canRunEvent(actor, event);
  if (!runs.allowed) return runs;
  return event.stage === "draft" || event.stage === "proposed" ? allow : refuse("not_a_draft", "conflict");
}

/** Cancelling what people were asked to come to, as long as it is not over. */
export function canCancelEvent(
  actor: Actor,
  event: Pick<EventStanding, "stage" | "organises" | "staffs" | "endsAt">,
  now: Date,
): Decision {
  const runs = canRunEvent(actor, event);
  if (!runs.allowed) return runs;
  if (event.stage === "cancelled") return refuse("event_cancelled", "conflict");
  if (event.stage !== "published") return refuse("not_a_draft", "conflict");
  return isOver(event, now) ? refuse("event_past", "conflict") : allow;
}

/** Changing an event that is neither cancelled nor over. */
export function canEditEvent(
  actor: Actor,
  event: Pick<EventStanding, "stage" | "organises" | "staffs" | "endsAt">,
  now: Date,
): Decision {
  const runs = canRunEvent(actor, event);
  if (!runs.allowed) return runs;
  if (event.stage === "cancelled") return refuse("event_cancelled", "conflict");
  return event.stage === "published" && isOver(event, now) ? refuse("event_past", "conflict") : allow;
}
