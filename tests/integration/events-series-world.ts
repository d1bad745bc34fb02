import { createEvent } from "@tests/support/events-world.ts";
import { createPerson, type Person } from "@tests/support/worlds.ts";
import { newId } from "@/core/ids.ts";
import { zonedDay } from "@/core/zoned-time.ts";
import { takePlace } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import { actorOfSession } from "@/platform/session.ts";

export const callerOf = async ({ session }: Person) => ({ actor: await actorOfSession(session) });

/** Somebody who leads Clermont-Ferrand, and another who only lives there. */
export async function people() {
  const leader = await createPerson("Lucie Locale", {
    adherent: true,
    mandates: [{ role: "section_leader", scope: "national/63/63113" }],
  });
  const organiser = await createPerson("Odile Organise", { adherent: true });
  const [nadia, jules] = [await createPerson("Nadia Vient"), await createPerson("Jules Vient")];
  return { leader, organiser, nadia, jules };
}

/** An event in three days that nobody but its organiser runs. */
export const anEvent = (organiser: Person, options: Parameters<typeof createEvent>[0] = {}) =>
  createEvent({ organiserIds: [organiser.id], needed: 2, maximum: 4, ...options });

/** Every occurrence of an event's series, in their order. */
export async function occurrencesOf(eventId: string) {
  const { seriesId } = await db.event.findUniqueOrThrow({ where: { id: eventId } });
  return db.event.findMany({
    where: { seriesId: seriesId ?? "none" },
    orderBy: { startsAt: "asc" },
    include: { shifts: { where: { removedAt: null }, orderBy: { startsAt: "asc" } }, organisers: true, contact: true },
  });
}
export type Occurrence = Awaited<ReturnType<typeof occurrencesOf>>[number];

export const dayOf = ({ startsAt, zone }: { startsAt: Date; zone: string }) => zonedDay(startsAt, zone);

/** Somebody takes a place on the only shift of an event. */
export async function signUp(eventId: string, memberId: string): Promise<string> {
  const shift = await db.shift.findFirstOrThrow({ where: { eventId, removedAt: null } });
  const { signUpId } = await db.$transaction((tx) =>
    takePlace(tx as unknown as Tx, {
      shiftId: shift.id,
      who: { memberId },
      size: 1,
      now: clock.now(),
      record: () => undefined,
    }),
  );
  return signUpId;
}

/** Somebody without an account has a place. */
export async function signUpGuest(eventId: string, email: string): Promise<void> {
  const shift = await db.shift.findFirstOrThrow({ where: { eventId, removedAt: null } });
  const [id, now] = [newId(), clock.now()];
  await db.eventGuest.create({
    data: {
      id,
      eventId,
      name: "Gaël Passant",
      email,
      shiftId: shift.id,
      tokenHash: crypto.getRandomValues(new Uint8Array(32)),
      askedAt: now,
      confirmedAt: now,
    },
  });
  await db.$transaction((tx) =>
    takePlace(tx as unknown as Tx, { shiftId: shift.id, who: { guestId: id }, size: 1, now, record: () => undefined }),
  );
}

/** What waits in the queue under a name, oldest first. */
export async function queued<Data>(name: string): Promise<Data[]> {
  const rows = await db.$queryRawUnsafe<{ data: Data }[]>(
    "select data from pgboss.job where name = $1 and state = 'created' order by created_on, id",
    name,
  );
  return rows.map(({ data }) => data);
}

/** Empties the queue: the next test reads its own. */
export const emptyQueue = () => db.$executeRawUnsafe("delete from pgboss.job");
