import { newId } from "@/core/ids.ts";
import { leaveAll } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { eventCancelled } from "../event.facts.ts";
import { canCancelEvent } from "../event.policy.ts";
import { cancelEventInput } from "../event.schema.ts";
import { lockVisibleEvent } from "./lock-event.ts";

/** An event will not take place: everybody who comes leaves it, and reads why. */
export const cancelEvent = command({
  name: "event.cancel",
  input: cancelEventInput,
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: (actor, event) => canCancelEvent(actor, event, clock.now()),
  async execute({ tx, actor, input: { eventId, reason }, subject: event, record }) {
    const now = clock.now();
    const data = { stage: "cancelled", changedAt: now, sequence: { increment: 1 } } as const;
    await tx.event.update({ where: { id: eventId }, data });
    await tx.eventChange.create({ data: { id: newId(), eventId, kind: "cancelled", reason, byId: actor.id, at: now } });
    await leaveAll(tx, { eventId, because: "event_cancelled", now, record });
    record(eventCancelled({ eventId }));
    return { id: eventId, slug: event.slug };
  },
});
