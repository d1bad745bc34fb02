import type { Actor } from "@/core/actor.ts";
import type { Fact } from "@/core/fact.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { eventHidden, eventShown } from "../event.facts.ts";
import { findReadableEvent, getReportedEvent, listReportedEvents } from "../reported-event.queries.ts";

/** Hides an event or shows it again, for a decision whose policy is the caller's; the fact to record, or null. */
async function moderate(
  tx: Tx,
  { objectId: eventId, hidden, byId }: { objectId: string; hidden: boolean; byId: string | null },
): Promise<Fact | null> {
  const now = clock.now();
  const { count } = await tx.event.updateMany({
    where: { id: eventId, hiddenAt: hidden ? null : { not: null } },
    data: { hiddenAt: hidden ? now : null, changedAt: now, sequence: { increment: 1 } },
  });
  if (count === 0) return null;
  await tx.eventChange.create({
    data: { id: newId(), eventId, kind: hidden ? "hidden" : "shown", byId, at: now },
  });
  return hidden ? eventHidden({ eventId }) : eventShown({ eventId });
}

/** Who made the event of a case `k`. */
const authorOfCase: Sql = sql`(select e.created_by_id from event e where e.id = k.object_id)`;

/** Whoever prepares an event stands for its words, whoever wrote them. */
const standsFor = ({ id }: Actor): Sql =>
  sql`exists (select 1 from event_organiser o where o.event_id = k.object_id and o.member_id = ${id})`;

/** What events offer to moderation: how their words are reported, read and hidden. Its organisers decide on none of it. */
export const eventReports = {
  kind: "event",
  title: "Signaler un événement",
  find: findReadableEvent,
  list: listReportedEvents,
  read: getReportedEvent,
  table: sql`event`,
  authorOfCase,
  standsFor,
  decidedBy: (): Sql => sql`false`,
  decidesSomewhere: (): Sql => sql`false`,
  setHidden: moderate,
} as const;
