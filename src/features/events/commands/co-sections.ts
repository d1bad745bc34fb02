import { AppError } from "@/core/app-error.ts";
import { covers } from "@/core/scope.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { canRunEvent } from "../event.policy.ts";
import { coSectionAnswered, coSectionAsked, coSectionLeft } from "../organiser.facts.ts";
import { tellCoAnswer, tellCoRequest } from "../organiser.jobs.ts";
import { coSectionAnswerInput, coSectionInput, leaveCoSectionInput } from "../organiser.schema.ts";
import { eventRequests, preparations } from "../organiser-limit.rules.ts";
import { aheadOf, canAnswerFor, canPrepareEvent } from "../people.policy.ts";
import { lockVisibleEvent } from "./lock-event.ts";
import { asDate, asDay, keepModelApart, requireToRun, withFollowing } from "./series-rows.ts";

/** Who runs an event asks another section or federation to organise it too; its leaders answer. */
export const askCoSection = command({
  name: "event.ask-co-section",
  input: coSectionInput,
  limits: [preparations, eventRequests],
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: canPrepareEvent,
  async execute({ tx, actor, input: { scope, alsoNext }, subject: event, record, enqueue }) {
    if (event.stage !== "published") throw new AppError("conflict", "publish_first");
    // What is a group's own stays with its members.
    if (event.audience === "group") throw new AppError("conflict", "cannot_co_organise");
    // Its own place, and those around it, organise it already; the whole country is nobody's section.
    if (covers(scope, event.scope) || !(await isPlace(tx, scope))) throw new AppError("conflict", "cannot_co_organise");
    const ids = await withFollowing(tx, actor, event, alsoNext);
    if (!alsoNext) await keepModelApart(tx, event.id);
    const data = ids.map((eventId) => ({ eventId, scope, askedById: actor.id, askedAt: clock.now() }));
    const { count } = await tx.eventCoSection.createMany({ data, skipDuplicates: true });
    if (count === 0) throw new AppError("conflict", "asked_already");
    for (const eventId of ids) record(coSectionAsked({ eventId, scope }));
    await enqueue(tellCoRequest, { eventId: event.id, scope });
  },
});

/** Those in charge of the place that was asked accept or refuse, for every date of the series that waits. */
export const answerCoSection = command({
  name: "event.answer-co-section",
  input: coSectionAnswerInput,
  limits: [preparations],
  subject: async ({ tx, actor, input: { eventId, scope } }) => {
    const event = await lockVisibleEvent(tx, actor, eventId);
    const asked = await tx.eventCoSection.findUnique({ where: { eventId_scope: { eventId, scope } } });
    if (!asked) throw new AppError("not_found", "absent");
    return { ...event, answeredAt: asked.answeredAt };
  },
  policy: (actor, event, { scope }) => {
    const decision = canAnswerFor(actor, scope);
    return decision.allowed ? aheadOf(event) : decision;
  },
  async execute({ tx, actor, input: { scope, answer }, subject: event, record, enqueue }) {
    if (event.answeredAt) throw new AppError("conflict", "answered_already");
    const rows = await tx.$queryRaw<{ eventId: string }[]>(sql`
      update event_co_section k set answered_by_id = ${actor.id}, answered_at = ${clock.now()}, accepted = ${answer === "oui"}
      from event e where e.id = k.event_id and k.scope = ${scope} and k.answered_at is null
        and (e.id = ${event.id} or (${event.seriesId}::text is not null and e.series_id = ${event.seriesId}))
      returning k.event_id as "eventId"`);
    for (const { eventId } of rows) record(coSectionAnswered({ eventId, scope }));
    await enqueue(tellCoAnswer, { eventId: event.id, scope });
  },
});

/** A place stops organising it too, by its own leaders or by those who run the event; a request is taken back so, too. */
export const leaveCoSection = command({
  name: "event.leave-co-section",
  input: leaveCoSectionInput,
  limits: [preparations],
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: (actor, event, { scope }) => {
    const own = canAnswerFor(actor, scope);
    return own.allowed ? own : canRunEvent(actor, event);
  },
  async execute({ tx, actor, input: { scope }, subject: event, record }) {
    const own = canAnswerFor(actor, scope).allowed;
    const { seriesDay } = await tx.event.findUniqueOrThrow({ where: { id: event.id }, select: { seriesDay: true } });
    // In a series, of this date and of those after it.
    const from = event.seriesId && seriesDay ? asDate(asDay(seriesDay)) : null;
    if (from && event.seriesId && !own) {
      const ahead = await tx.event.findMany({
        where: { seriesId: event.seriesId, seriesDay: { gte: from }, coSections: { some: { scope } } },
        select: { id: true },
      });
      await requireToRun(
        tx,
        actor,
        ahead.map(({ id }) => id),
      );
    }
    // A place that refused is not asked again by those whom it answered: its refusal stays.
    const rows = await tx.$queryRaw<{ eventId: string }[]>(sql`
      delete from event_co_section k using event e where e.id = k.event_id and k.scope = ${scope}
        and (${own}::boolean or k.accepted is distinct from false) and (e.id = ${event.id} or (${from}::date is not null and e.series_id = ${event.seriesId} and e.series_day >= ${from}::date))
      returning k.event_id as "eventId"`);
    for (const { eventId } of rows) record(coSectionLeft({ eventId, scope }));
  },
});

async function isPlace(tx: Tx, scope: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>(sql`
    select 1 from section s where s.scope = ${scope} union all select 1 from federation f where 'national/' || f.id = ${scope}`);
  return found.length > 0;
}
