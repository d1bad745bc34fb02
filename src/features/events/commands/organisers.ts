import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { isSuspended, profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { limits } from "@/platform/limits.ts";
import { canRunEvent } from "../event.policy.ts";
import { eventNewsTold, organiserAdded, organiserRemoved } from "../organiser.facts.ts";
import { tellOfEvent } from "../organiser.jobs.ts";
import { organiserInput } from "../organiser.schema.ts";
import { eventRequests, preparations, requestsToMember } from "../organiser-limit.rules.ts";
import { canPrepareEvent, couldAttend } from "../people.policy.ts";
import { lockVisibleEvent, mustBeReadAgain } from "./lock-event.ts";
import { keepModelApart, withFollowing } from "./series-rows.ts";

/** Who runs an event asks somebody whom she sees, and who may come, to run it with her. */
export const addOrganiser = command({
  name: "event.add-organiser",
  input: organiserInput,
  limits: [preparations, eventRequests],
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: canPrepareEvent,
  async execute({ tx, actor, input: { memberId, alsoNext }, subject: event, record, enqueue }) {
    if (!(await couldPrepare(tx, actor, event.id, memberId))) throw new AppError("conflict", "cannot_organise");
    const ids = await withFollowing(tx, actor, event, alsoNext);
    if (!alsoNext) await keepModelApart(tx, event.id);
    const data = ids.map((eventId) => ({ eventId, memberId, addedAt: clock.now() }));
    const { count } = await tx.eventOrganiser.createMany({ data, skipDuplicates: true });
    if (count === 0) return;
    await mustBeReadAgain(tx, event);
    await limitRequests(tx, actor, memberId);
    for (const eventId of ids) record(organiserAdded({ eventId, memberId }));
    if (memberId === actor.id) return;
    record(eventNewsTold({ eventId: event.id, memberId, news: "organiser-added" }));
    await enqueue(tellOfEvent, { news: "organiser-added", eventId: event.id, to: memberId });
  },
});

/** An organiser leaves, or is thanked by another who runs the event. The last one stays, unless those in charge decide. */
export const removeOrganiser = command({
  name: "event.remove-organiser",
  input: organiserInput,
  limits: [preparations],
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: canRunEvent,
  async execute({ tx, actor, input: { memberId, alsoNext }, subject: event, record }) {
    const organisers = await tx.eventOrganiser.count({ where: { eventId: event.id } });
    if (organisers === 1 && !event.staffs && actor.kind !== "system") throw new AppError("conflict", "last_organiser");
    const ids = await withFollowing(tx, actor, event, alsoNext);
    if (!alsoNext) await keepModelApart(tx, event.id);
    // On a later occurrence, too, somebody stays.
    const gone = await tx.$queryRaw<{ eventId: string }[]>(sql`
      delete from event_organiser o where o.member_id = ${memberId} and o.event_id = any(${ids}::text[])
        and (o.event_id = ${event.id} or exists (select 1 from event_organiser b
          where b.event_id = o.event_id and b.member_id <> o.member_id))
      returning o.event_id as "eventId"`);
    for (const { eventId } of gone) record(organiserRemoved({ eventId, memberId }));
    // Without a mandate there, whoever leaves no longer runs it.
    return { id: event.id, slug: event.slug, left: memberId === actor.id && !event.staffs };
  },
});

/** What asks something of another is written to her so many times a day, by whoever it is. Throws `rate_limited`. */
export async function limitRequests(tx: Tx, actor: Actor, memberId: string): Promise<void> {
  if (actor.id && actor.id !== memberId) await limits().consume(requestsToMember, `${actor.id}:${memberId}`, tx);
}

/** Whether this actor sees the member, and she may come, is of age and not suspended. */
export async function couldPrepare(tx: Tx, actor: Actor, eventId: string, memberId: string): Promise<boolean> {
  const now = clock.now();
  const found = await tx.$queryRaw<unknown[]>(sql`
    select 1 from member m ${profileOf} join section s on s.id = m.section_id join event e on e.id = ${eventId}
    where m.id = ${memberId} and ${visibleProfiles(actor)} and m.erased_at is null and not ${isSuspended(now)}
      and (m.adult_on is null or m.adult_on <= ${now}::date) and ${couldAttend()}
    for key share of m`);
  return found.length > 0;
}
