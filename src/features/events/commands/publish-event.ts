import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { eventProposed, eventPublished } from "../event.facts.ts";
import { canPublishEvent, publishes } from "../event.policy.ts";
import { isOver } from "../event.rules.ts";
import { eventInput } from "../event.schema.ts";
import { tellLeaders } from "./event-news.ts";
import { lockVisibleEvent } from "./lock-event.ts";

/** Who prepares a draft makes it known: published, or proposed to those who answer for its place. */
export const publishEvent = command({
  name: "event.publish",
  input: eventInput,
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: canPublishEvent,
  async execute({ tx, actor, subject: event, record, enqueue }) {
    const [eventId, now] = [event.id, clock.now()];
    if (isOver(event, now)) throw new AppError("conflict", "event_past");
    const place = { id: eventId, OR: [{ communeCode: { not: null } }, { onlineUrl: { not: null } }] };
    if ((await tx.event.count({ where: place })) === 0) throw new AppError("conflict", "event_needs_place");
    const stage = publishes(actor, event) ? "published" : "proposed";
    const publishedAt = stage === "published" ? now : null;
    await tx.event.update({ where: { id: eventId }, data: { stage, publishedAt, changedAt: now } });
    await tx.eventChange.create({ data: { id: newId(), eventId, kind: stage, byId: actor.id, at: now } });
    record(stage === "published" ? eventPublished({ eventId }) : eventProposed({ eventId }));
    await tellLeaders(
      { tx, actor, record, enqueue },
      { id: eventId, scope: event.scope, stage, audience: event.audience },
    );
    return { id: eventId, slug: event.slug, stage } as const;
  },
});
