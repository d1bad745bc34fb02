import { createPerson, type Person } from "@tests/support/worlds.ts";
import { createEvent } from "@/features/events/index.ts";
import { takePlace } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";

export const CLERMONT = "national/63/63113";

/** A calendar day from today on. */
export const dayIn = (days: number) => new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** Two teams at the market, in five days; what `more` says otherwise. */
export const leafleting = (more: object = {}) => ({
  kind: "leafleting" as const,
  scope: CLERMONT,
  title: "Tractage au marché Saint-Pierre",
  day: dayIn(5),
  shifts: [
    { from: "10:30", to: "12:00", needed: 4, maximum: 6 },
    { from: "09:00", to: "10:30", needed: 4, maximum: 6, label: "Équipe de la halle" },
  ],
  communeCode: "63113",
  audience: "section" as const,
  ...more,
});

/** People around a section: who proposes, who publishes, who answers for it, for its federation, who lives elsewhere. */
export async function eventsCast() {
  const leader = { role: "section_leader", scope: CLERMONT } as const;
  const federal = { role: "federation_admin", scope: "national/63" } as const;
  return {
    sympathiser: await createPerson("Samia Sympathisante"),
    adherent: await createPerson("Agnès Adhérente", { adherent: true }),
    leader: await createPerson("Lucie Locale", { adherent: true, mandates: [leader] }),
    second: await createPerson("Léo Local", { adherent: true, mandates: [leader] }),
    federal: await createPerson("Farid Fédéral", { section: "03185", adherent: true, mandates: [federal] }),
    stranger: await createPerson("Paul Passant", { section: "03185" }),
  };
}
export type EventsCast = Awaited<ReturnType<typeof eventsCast>>;

export const as = async ({ id }: Person) => ({ actor: await actorOfMember(id) });

/** Creates an event as this person. */
export const createAs = async (person: Person, more: object = {}) => createEvent(await as(person), leafleting(more));

/** Puts a member on a shift, as the engine does. */
export async function signUp({ id: memberId }: Person, shiftId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const place = { shiftId, who: { memberId }, size: 1, now: clock.now(), record: () => {} };
    await takePlace(tx as unknown as Tx, place);
  });
}

/** What was recorded about an event, in order. */
export async function factsOf(eventId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>(sql`
    select name from fact where ids->>'eventId' = ${eventId} and name like 'event.%' order by id`);
  return rows.map(({ name }) => name);
}
