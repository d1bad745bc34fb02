import type { Actor } from "@/core/actor.ts";
import { allow, type Decision, hide, refuse } from "@/core/decision.ts";
import { canRunEvent, type EventStage, organisesEvent, staffsEvent, visibleEvents } from "@/features/events/index.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { ANNOUNCED_MS } from "./note.rules.ts";

/** Whether the actor has a place on the event `e`, is offered one, or waits for one. */
export function takesPart(actor: Actor): Sql {
  if (actor.kind !== "member") return sql`false`;
  return sql`exists (select 1 from sign_up s join shift h on h.id = s.shift_id
    where h.event_id = e.id and h.removed_at is null and s.member_id = ${actor.id} and s.state <> 'left')`;
}

/**
 * The notes `n` of events `e` that this actor may read: the only form of this law. Those who take part, those who
 * organise and those who answer for the place; what was hidden or taken away, or answers such a thing, is nobody's.
 */
export function visibleNotes(actor: Actor): Sql {
  return sql`(n.hidden_at is null and n.removed_at is null and not exists (select 1 from event_note q where q.id = n.parent_id
      and (q.hidden_at is not null or q.removed_at is not null))
    and ${visibleEvents(actor)} and (${actor.kind === "system"} or ${takesPart(actor)} or ${organisesEvent(actor)} or ${staffsEvent(actor)}))`;
}

export type NoteStanding = {
  stage: EventStage;
  endsAt: Date;
  takesPart: boolean;
  organises: boolean;
  staffs: boolean;
};

/** Writing to everybody who comes: organisers, on what will take place, and to thank them; they are no list to keep. */
export function canAnnounce(actor: Actor, event: NoteStanding, now: Date): Decision {
  const runs = canRunEvent(actor, event);
  if (!runs.allowed) return runs;
  if (event.stage !== "published") return refuse("event_cancelled", "conflict");
  return now.getTime() - event.endsAt.getTime() > ANNOUNCED_MS ? refuse("too_late_to_announce", "conflict") : allow;
}

/** A question is asked by whoever takes part; organisers announce. */
export function canAsk(actor: Actor, event: NoteStanding): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (event.stage !== "published") return refuse("event_cancelled", "conflict");
  return event.takesPart ? allow : refuse("not_signed_up", "conflict");
}

/** Answering, and hiding, are the organisers’; others who read the note learn that it is not theirs to do. */
export function canKeepNote(actor: Actor, note: NoteStanding & { kind: string }): Decision {
  return canRunEvent(actor, note);
}

/** A question is answered, nothing else is. */
export function canAnswerNote(actor: Actor, note: NoteStanding & { kind: string }): Decision {
  return note.kind === "question" ? canRunEvent(actor, note) : hide;
}
