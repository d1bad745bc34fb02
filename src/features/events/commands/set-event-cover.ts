import { z } from "zod";
import { encodedImage } from "@/core/encoded-image.ts";
import { newId } from "@/core/ids.ts";
import { idText } from "@/core/text.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { keepImage } from "@/platform/stored-images.ts";
import { eventChanged } from "../event.facts.ts";
import { canEditEvent } from "../event.policy.ts";
import { eventInput } from "../event.schema.ts";
import { type LockedEvent, lockVisibleEvent } from "./lock-event.ts";

const setCoverInput = z.strictObject({
  eventId: idText,
  image: encodedImage,
});

/** Who runs an event gives it a picture; the one before is gone for good. */
export const setEventCover = command({
  name: "event.set-cover",
  input: setCoverInput,
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: (actor, event) => canEditEvent(actor, event, clock.now()),
  async execute({ tx, actor, input: { image }, subject: event, record }) {
    const id = await keepImage(tx, image, actor.id);
    record(...(await replaceCover(tx, event, id, actor.id)));
    return { id };
  },
});

/** Who runs an event takes its picture away; without one, nothing happens. */
export const removeEventCover = command({
  name: "event.remove-cover",
  input: eventInput,
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: (actor, event) => canEditEvent(actor, event, clock.now()),
  async execute({ tx, actor, subject: event, record }) {
    if (event.coverId) record(...(await replaceCover(tx, event, null, actor.id)));
  },
});

/** Nobody is told of a picture; its pages show it. */
async function replaceCover(tx: Tx, event: LockedEvent, coverId: string | null, byId: string | null) {
  const [eventId, changeId, now] = [event.id, newId(), clock.now()];
  await tx.event.update({ where: { id: eventId }, data: { coverId, changedAt: now } });
  if (event.coverId) await tx.image.delete({ where: { id: event.coverId } });
  const change = { fields: ["cover"], told: false, byId, at: now };
  await tx.eventChange.create({ data: { id: changeId, eventId, kind: "changed", ...change } });
  return event.stage === "published" ? [eventChanged({ eventId, changeId })] : [];
}
