import type { Actor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { eventCommands } from "@/features/events/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { createEvent } from "./events-world.ts";

type Id = { id: string };

/** Valid inputs of the commands that prepare events: who may run each, on events of their own. */
export async function preparationInputs(who: {
  leader: Id;
  stranger: Id;
  neighbour: Id;
  locally: Actor;
  nationally: Actor;
  system: Actor;
}): Promise<[unknown, Actor, Record<string, unknown>][]> {
  const { leader, stranger, neighbour, locally, nationally, system } = who;
  const now = clock.now();
  const [event, series, single] = [
    await createEvent({ organiserIds: [leader.id], audience: "members" }),
    await createEvent({ organiserIds: [leader.id], audience: "members", inHours: 96 }),
    await createEvent({ organiserIds: [leader.id], audience: "members", inHours: 120 }),
  ];
  const [itemId, eventId] = [newId(), event.id];
  await db.eventItem.create({ data: { id: itemId, eventId, label: "Tracts", quantity: 5, position: 0 } });
  const named = { memberId: leader.id, askedAt: now };
  await db.eventContact.create({ data: { eventId, ...named, phone: "+33612345678", consentedAt: now } });
  await db.eventCoSection.create({ data: { eventId, scope: "national/03/03185", askedAt: now } });
  await eventCommands.repeatEvent({ actor: system }, { eventId: series.id, repeat: "weekly", until: "" });
  const { seriesId } = await db.event.findUniqueOrThrow({ where: { id: series.id } });
  const memberId = neighbour.id;
  const person = { eventId, memberId, alsoNext: "oui" };
  const phone = { phone: "06 12 34 56 78", consent: "oui", forSeries: "oui" };
  const rule = { repeat: "weekly2", until: "2099-01-01", skipHolidays: "oui" };
  return [
    [eventCommands.addOrganiser, locally, person],
    [eventCommands.removeOrganiser, locally, person],
    [eventCommands.askCoSection, locally, { eventId, scope: "national/63/63-autres", alsoNext: "oui" }],
    [eventCommands.answerCoSection, nationally, { eventId, scope: "national/03/03185", answer: "oui" }],
    [eventCommands.leaveCoSection, locally, { eventId, scope: "national/03/03185" }],
    [eventCommands.nameContact, locally, { eventId: single.id, memberId }],
    [eventCommands.answerContact, locally, { eventId, ...phone }],
    [eventCommands.withdrawContact, locally, { eventId: single.id }],
    [eventCommands.readContact, nationally, { eventId }],
    [eventCommands.wipePhones, system, {}],
    [eventCommands.addItem, locally, { eventId, label: "Badges", quantity: "3", alsoNext: "oui" }],
    [eventCommands.removeItem, locally, { itemId, alsoNext: "oui" }],
    [eventCommands.claimItem, locally, { itemId, quantity: "1" }],
    [eventCommands.unclaimItem, locally, { itemId }],
    [eventCommands.inviteMember, locally, { eventId, memberId: stranger.id }],
    [eventCommands.uninviteMember, locally, { eventId, memberId: stranger.id }],
    [eventCommands.repeatEvent, locally, { eventId: single.id, ...rule }],
    [eventCommands.changeRule, locally, { eventId: series.id, ...rule, spread: "next" }],
    [eventCommands.endSeries, locally, { eventId: series.id, reason: "Le marché ferme." }],
    [eventCommands.extendSeries, system, { seriesId: seriesId ?? "" }],
  ];
}
