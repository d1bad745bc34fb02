import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { eventCreated } from "../event.facts.ts";
import { canDuplicate } from "../event.policy.ts";
import { nextWeekOf } from "../event.rules.ts";
import { eventInput } from "../event.schema.ts";
import { copyEvent } from "./copy-event.ts";
import { eventsOfAccount } from "./create-event.ts";
import { lockVisibleEvent } from "./lock-event.ts";

/** Another event like this one, on the same weekday at the same hour, the next week to come: a draft of whoever copies it. */
export const duplicateEvent = command({
  name: "event.duplicate",
  input: eventInput,
  limits: [eventsOfAccount],
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: canDuplicate,
  async execute({ tx, actor, subject: event, record }) {
    const startsAt = nextWeekOf(event.startsAt, event.zone, clock.now());
    const copy = { startsAt, stage: "draft", seriesId: null, seriesDay: null, byId: actor.id } as const;
    const made = await copyEvent(tx, event.id, copy);
    if (!made) throw new Error("a copy of no series is always made");
    record(eventCreated({ eventId: made.id }));
    return made;
  },
});
