import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import {
  canRunEvent,
  type EventStage,
  type LockedEvent,
  lockVisibleEvent,
  organisesEvent,
  staffsEvent,
  visibleEvents,
  wasTakenOff,
} from "@/features/events/index.ts";
import { clock } from "@/platform/clock.ts";
import { type Sql, sql, type Tx } from "@/platform/db/client.ts";

/** An event that cannot change meanwhile, and one shift of it: its hours are those that count. */
export type LockedPart = {
  id: string;
  stage: EventStage;
  organises: boolean;
  staffs: boolean;
  /** The actor said that she may come, or that she does not. */
  answered: boolean;
  /** An organiser took the actor off the list. */
  takenOff: boolean;
  startsAt: Date;
  endsAt: Date;
  now: Date;
};

/** Keeps the actor's account from being erased meanwhile: members first, as erasing takes them, then events and shifts. */
export async function keepSelf(tx: Tx, actor: Actor): Promise<void> {
  if (actor.id === null) return;
  const [self] = await tx.$queryRaw<unknown[]>(sql`
    select 1 from member where id = ${actor.id} and erased_at is null for key share`);
  if (!self) throw new AppError("unauthenticated", "sign_in_first");
}

/** The event of a shift that the actor sees; hidden, absent or taken off is `not_found`. */
export const lockEventOfShift = (tx: Tx, actor: Actor, shiftId: string): Promise<LockedPart> =>
  lockPart(tx, actor, sql`${shiftId}`);

/** The event of the actor's own sign-up; another's is `not_found`. */
export const lockMySignUp = (tx: Tx, actor: Actor, signUpId: string): Promise<LockedPart> =>
  lockPart(tx, actor, sql`(select s.shift_id from sign_up s where s.id = ${signUpId} and s.member_id = ${actor.id})`);

/** The event of anybody's sign-up, for those who run it; to others the list of who comes does not exist. */
export async function lockSignUpToRun(tx: Tx, actor: Actor, signUpId: string): Promise<LockedPart> {
  const part = await lockPart(tx, actor, sql`(select s.shift_id from sign_up s where s.id = ${signUpId})`);
  if (!canRunEvent(actor, part).allowed) throw new AppError("not_found", "absent");
  return part;
}

/** An event under lock, for those who run it. */
export async function lockEventToRun(tx: Tx, actor: Actor, eventId: string): Promise<LockedEvent & { now: Date }> {
  const event = await lockVisibleEvent(tx, actor, eventId);
  if (!canRunEvent(actor, event).allowed) throw new AppError("not_found", "absent");
  return { ...event, now: clock.now() };
}

/**
 * Shares the lock of the event: what changes or cancels it waits, others who take part do not. They meet at the lock of
 * the shift, which the engine of places takes: as late as can be, for a crowd waits for it.
 */
async function lockPart(tx: Tx, actor: Actor, shiftId: Sql): Promise<LockedPart> {
  const [locked] = await tx.$queryRaw<{ here: boolean }[]>(sql`
    with me as materialized (select id from member where id = ${actor.id} and erased_at is null for key share)
    select exists (select 1 from me) as here from event e
    where e.id = (select part.event_id from shift part where part.id = ${shiftId}) and (select count(*) from me) >= 0
    for share of e`);
  if (!locked) throw new AppError("not_found", "absent");
  if (actor.id !== null && !locked.here) throw new AppError("unauthenticated", "sign_in_first");
  const [row] = await tx.$queryRaw<Omit<LockedPart, "now">[]>(sql`
    select e.id, e.stage, part.starts_at as "startsAt", part.ends_at as "endsAt",
      ${organisesEvent(actor)} as organises, ${staffsEvent(actor)} as staffs,
      exists (select 1 from event_answer a where a.event_id = e.id and a.member_id = ${actor.id}) as answered,
      ${wasTakenOff(sql`${actor.id}`)} as "takenOff"
    from shift part join event e on e.id = part.event_id
    where part.id = ${shiftId} and part.removed_at is null and ${visibleEvents(actor)}`);
  if (!row) throw new AppError("not_found", "absent");
  return { ...row, now: clock.now() };
}
