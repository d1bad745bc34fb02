import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { type EventStanding, keepsGroupOfEvent, organisesEvent, staffsEvent, visibleEvents } from "../event.policy.ts";
import type { EventKind } from "../event.rules.ts";

export type LockedEvent = EventStanding & {
  id: string;
  slug: string;
  kind: EventKind;
  title: string;
  zone: string;
  sequence: number;
  changedAt: Date;
  seriesId: string | null;
  createdById: string | null;
  adherentsOnly: boolean;
  coverId: string | null;
  /** The actor keeps the group that organises it. */
  keepsGroup: boolean;
};

/**
 * An event that the actor may see, locked against every other writer of it. Locks go event, then its shifts in id order,
 * then sign-ups. Throws `not_found`.
 */
export async function lockVisibleEvent(tx: Tx, actor: Actor, eventId: string): Promise<LockedEvent> {
  // Locked first, read after: what waited for the lock must not be judged by what it saw before.
  await tx.$queryRaw(sql`select e.id from event e where e.id = ${eventId} for no key update`);
  const [row] = await tx.$queryRaw<LockedEvent[]>(sql`
    select e.id, e.slug, e.kind, e.title, e.zone, e.sequence, e.changed_at as "changedAt", e.scope, e.stage, e.audience, e.group_id as "groupId",
      e.starts_at as "startsAt", e.ends_at as "endsAt", e.series_id as "seriesId", e.created_by_id as "createdById",
      e.adherents_only as "adherentsOnly", e.cover_id as "coverId",
      ${organisesEvent(actor)} as organises, ${staffsEvent(actor)} as staffs,
      ${keepsGroupOfEvent(actor)} as "keepsGroup"
    from event e where e.id = ${eventId} and ${visibleEvents(actor)}`);
  if (!row) throw new AppError("not_found", "absent");
  return row;
}

/** What is proposed became something else, beside its own columns: whoever answers must read it again. */
export async function mustBeReadAgain(tx: Tx, event: Pick<LockedEvent, "id" | "stage">): Promise<void> {
  if (event.stage === "proposed") await tx.event.update({ where: { id: event.id }, data: { changedAt: clock.now() } });
}
