import { type Actor, visitor } from "@/core/actor.ts";
import { allow, type Decision, hide, refuse } from "@/core/decision.ts";
import { type EventStage, visibleEvents } from "@/features/events/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { UNCONFIRMED_MS } from "./guest.rules.ts";

/** Who has not confirmed in time is no guest, even before her row is forgotten. */
const inTime = (now: Date): Sql =>
  sql`(g.confirmed_at is not null or g.asked_at > ${new Date(now.getTime() - UNCONFIRMED_MS)})`;

/**
 * The guests `g` (of an event `e`) whose link still opens: what a visitor sees, and, for who has confirmed, her event
 * whatever became of its audience, as for members who are signed up. What moderation hid is hidden from her too.
 */
export const visibleGuests = (now: Date): Sql => sql`(${inTime(now)} and (${visibleEvents(visitor)}
  or (g.confirmed_at is not null and e.stage in ('published', 'cancelled') and e.hidden_at is null)))`;

/** Asking for a place without an account, where any visitor could. */
export function canAskAsGuest(actor: Actor, event: { stage: EventStage; over: boolean }): Decision {
  if (actor.kind === "suspended") return refuse("suspended");
  if (event.stage !== "published") return hide;
  return event.over ? refuse("event_over", "conflict") : allow;
}

/** Confirming needs no account, and happens once. */
export function canConfirmAsGuest(
  actor: Actor,
  guest: { stage: EventStage; over: boolean; confirmedAt: Date | null },
): Decision {
  return guest.confirmedAt ? refuse("changed_meanwhile", "conflict") : canActAsGuest(actor, guest);
}

/** Changing, or coming back: not for whom an organiser removed, nor before she confirmed. */
export function canChangeAsGuest(
  actor: Actor,
  guest: { stage: EventStage; over: boolean; confirmedAt: Date | null; signUp: object | null; lastLeft: string | null },
): Decision {
  if (!guest.confirmedAt) return hide;
  if (!guest.signUp && guest.lastLeft === "removed") return refuse("not_yours");
  return canActAsGuest(actor, guest);
}

/** Her name and address are hers to take away, whatever became of the event. */
export const canLeaveAsGuest = (): Decision => allow;

/** What a guest does by her link needs no account; a cancelled event has no places. */
export function canActAsGuest(_: Actor, guest: { stage: EventStage; over: boolean }): Decision {
  if (guest.stage !== "published") return refuse("event_cancelled", "conflict");
  return guest.over ? refuse("event_over", "conflict") : allow;
}
