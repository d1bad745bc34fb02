import { createEvent } from "@tests/support/events-world.ts";
import { newId } from "@/core/ids.ts";
import { hashOfToken } from "@/features/participation/link.rules.ts";
import { takePlace } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import type { Witness } from "./personal-data-world.ts";

/** What she asked and announced on an event, and a place that she took elsewhere by her address alone. */
export async function inNotes(one: Witness, now: Date): Promise<void> {
  const { id: eventId } = await createEvent({ audience: "members" });
  const note = { eventId, authorId: one.id, writtenAt: now };
  await db.eventNote.create({ data: { ...note, id: newId(), kind: "question", words: `${one.sentinel} demande` } });
  const words = `Annonce de ${one.sentinel.toLowerCase()}-mots.`;
  await db.eventNote.create({ data: { ...note, id: newId(), kind: "announcement", words } });
  for (const inHours of [-48, 48]) await asGuest(one, inHours);
}

async function asGuest(one: Witness, inHours: number): Promise<void> {
  const event = await createEvent({ audience: "everyone", inHours, maximum: 5 });
  const [id, now] = [newId(), clock.now()];
  const held = {
    eventId: event.id,
    shiftId: event.shiftId,
    tokenHash: hashOfToken(id),
    askedAt: now,
    confirmedAt: now,
  };
  await db.eventGuest.create({ data: { id, name: `${one.sentinel} Dupont`, email: one.email, ...held } });
  const { shiftId, startsAt } = event;
  const when = inHours < 0 ? new Date(startsAt.getTime() - 3_600_000) : now;
  const place = { shiftId, who: { guestId: id }, size: 1, now: when, record: () => {} };
  await db.$transaction((tx) => takePlace(tx as unknown as Tx, place));
}
