import { command } from "@/platform/command.ts";
import { canDiscardEvent } from "../event.policy.ts";
import { eventInput } from "../event.schema.ts";
import { lockVisibleEvent } from "./lock-event.ts";

/** A draft or a proposal goes away, with its picture. Nobody was asked to come: nobody is told. */
export const discardEvent = command({
  name: "event.discard",
  input: eventInput,
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: canDiscardEvent,
  async execute({ tx, subject: event }) {
    const { coverId } = await tx.event.delete({ where: { id: event.id }, select: { coverId: true } });
    if (coverId) await tx.image.delete({ where: { id: coverId } });
  },
});
