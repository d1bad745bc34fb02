import type { Actor } from "@/core/actor.ts";
import { allow, type Decision, hide, refuse } from "@/core/decision.ts";
import type { EventStage } from "@/features/events/index.ts";
import { canBePresent } from "@/features/profiles/index.ts";

/** An event as taking part in it asks of it: `endsAt` is that of the shift where there is one. */
export type Open = { stage: EventStage; endsAt: Date; now: Date };

/** Taking, keeping or giving up a place: a member, on what is published and not over. */
export function canTakePart(actor: Actor, { stage, endsAt, now }: Open): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (stage === "cancelled") return refuse("event_cancelled", "conflict");
  if (stage !== "published") return refuse("event_not_open", "conflict");
  return endsAt <= now ? refuse("event_over", "conflict") : allow;
}

/** Taking a place, or a turn: not for whom an organiser took off the list, until she is let back in or invited. */
export function canJoin(actor: Actor, part: Open & { takenOff: boolean }): Decision {
  const takes = canTakePart(actor, part);
  if (!takes.allowed) return takes;
  return part.takenOff ? refuse("taken_off", "conflict") : allow;
}

/** How long before the beginning people may be called over: some arrive early. */
export const ATTENDANCE_BEFORE_MS = 2 * 3_600_000;

/** Whether it is time to note who is there. */
export const isTimeForAttendance = (startsAt: Date, now: Date): boolean =>
  now.getTime() >= startsAt.getTime() - ATTENDANCE_BEFORE_MS;

/** Noting who is there: its organisers and staff, to whom alone the list exists; from shortly before, without an end. */
export function canNoteAttendance(
  _: Actor,
  { stage, startsAt, now }: { stage: EventStage; startsAt: Date; now: Date },
): Decision {
  if (stage === "cancelled") return refuse("event_cancelled", "conflict");
  return isTimeForAttendance(startsAt, now) ? allow : refuse("too_early_for_attendance", "conflict");
}

/** What only the process does by itself. */
export const onlySystem = (actor: Actor): Decision => (actor.kind === "system" ? allow : hide);
