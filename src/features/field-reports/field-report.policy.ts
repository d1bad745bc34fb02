import { type Actor, holds, homesOf, type Role } from "@/core/actor.ts";
import { allow, type Decision, refuse } from "@/core/decision.ts";
import { covers, type Scope } from "@/core/scope.ts";
import {
  type EventKind,
  type EventStage,
  isFieldAction,
  organisesEvent,
  staffsEvent,
  visibleEvents,
} from "@/features/events/index.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { REPORT_DAYS } from "./field-report.rules.ts";

/** Whether the actor has, or had, a place on the event `e`. */
export function takesPart(actor: Actor): Sql {
  if (actor.kind !== "member") return sql`false`;
  return sql`exists (select 1 from shift h join sign_up s on s.shift_id = h.id
    where h.event_id = e.id and s.member_id = ${actor.id} and s.state = 'in')`;
}

/**
 * The reports `r` of events `e` that this actor may read: the only form of this law, for pages, pictures, lists and
 * totals. Those of the places that she lives in, of what she took part in or prepared, of what she answers for; never
 * of an event that she may not see. What moderation hid stays with those who answer for it; what was withdrawn is nobody's.
 */
export function visibleReports(actor: Actor): Sql {
  if (actor.kind === "system") return sql`r.removed_at is null`;
  if (actor.kind !== "member") return sql`false`;
  return sql`(r.removed_at is null and ${visibleEvents(actor)} and (${staffsEvent(actor)} or (r.hidden_at is null and (
    r.scope = any(${homesOf(actor)}::text[]) or r.author_id = ${actor.id} or ${organisesEvent(actor)} or ${takesPart(actor)}))))`;
}

const DECIDERS: readonly Role[] = ["section_leader", "federation_admin", "moderator", "national_admin"];

/** The reported reports `r`, withdrawn ones too, that this actor judges by her mandate: nobody judges what she has not seen. */
export function judgedReports(actor: Actor): Sql {
  if (actor.kind !== "member") return sql`false`;
  const scopes = actor.grants.filter(({ role }) => DECIDERS.includes(role)).map(({ scope }) => scope);
  if (scopes.length === 0) return sql`false`;
  return sql`(r.author_id is distinct from ${actor.id} and exists (
    select 1 from moderation_case k join unnest(${scopes}::text[]) as held(scope) on ${sqlCovers(sql`held.scope`, sql`k.scope`)}
    where k.kind = 'field-report' and k.object_id = r.id))`;
}

/** Whether the figures of a place are hers to read: she lives there, or answers for it or for what holds it. */
export function canReadFigures(actor: Actor, scope: Scope): boolean {
  return (
    homesOf(actor).includes(scope) ||
    holds(actor, ["section_leader", "federation_admin", "national_admin"], scope) ||
    actor.grants.some((grant) => grant.role !== "moderator" && covers(scope, grant.scope))
  );
}

/** What these policies ask of an event: what the actor is to it comes from the statement that loaded it. */
export type ReportedEvent = {
  kind: EventKind;
  stage: EventStage;
  startsAt: Date;
  endsAt: Date;
  organises: boolean;
  staffs: boolean;
  takesPart: boolean;
};

/** Telling what was done: who took part in an action of the field that has begun, its organisers, those who answer for it. */
export function canReport(actor: Actor, event: ReportedEvent, now: Date): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (!event.organises && !event.staffs && !event.takesPart) return refuse("not_yours");
  if (!isFieldAction(event.kind)) return refuse("no_field_action", "conflict");
  if (event.stage !== "published") return refuse("event_not_held", "conflict");
  if (event.startsAt > now) return refuse("event_not_begun", "conflict");
  const over = now.getTime() - event.endsAt.getTime() > REPORT_DAYS * 24 * 3_600_000;
  return over ? refuse("too_late_to_report", "conflict") : allow;
}

/** Correcting or withdrawing a report: who wrote it, the action's organisers, those who answer for it. */
export function canEditReport(
  actor: Actor,
  report: { authorId: string | null; organises: boolean; staffs: boolean },
): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return report.organises || report.staffs || report.authorId === actor.id ? allow : refuse("not_yours");
}
