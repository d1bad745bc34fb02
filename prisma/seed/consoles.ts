import { newId } from "@/core/ids.ts";
import { db } from "@/platform/db/client.ts";
import type { Person } from "./speakers.ts";

const DAY_MS = 24 * 3_600_000;
const ago = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS);
const [INES, BRUNO, HELENE, GERALD] = ["cast00000001", "cast00000004", "cast00000006", "cast00000008"] as const;
const CLERMONT = "63113";

/** What waits, or has been done, in each console of the demo: none is empty. */
export async function seedConsoles(people: readonly Person[], now: Date): Promise<void> {
  const crowd = people.filter(({ id }) => !id.startsWith("cast") && !id.startsWith("newc"));
  await seedWelcomed(crowd, now);
  await seedVolunteer(crowd, now);
  await seedNational(crowd, now);
}

/** The secretary of Clermont-Ferrand has looked after those who arrived in the last weeks. */
async function seedWelcomed(crowd: readonly Person[], now: Date): Promise<void> {
  const arrived = crowd.filter(
    ({ scope, joinedAt }) => scope.endsWith(`/${CLERMONT}`) && joinedAt > ago(now, 58) && joinedAt < ago(now, 12),
  );
  for (const { id: memberId, joinedAt } of arrived) {
    const after = (days: number) => new Date(joinedAt.getTime() + days * DAY_MS);
    await db.welcome.create({
      data: {
        ...{ memberId, sectionId: CLERMONT, pointPersonId: INES, assignedById: INES, assignedAt: after(1) },
        ...{ writtenAt: after(1), welcomedById: INES, welcomedAt: after(9) },
      },
    });
  }
}

/** Somebody of the Puy-de-Dôme offers to look after her section, which nobody leads. */
async function seedVolunteer(crowd: readonly Person[], now: Date): Promise<void> {
  const led = new Set((await db.mandate.findMany({ select: { scope: true } })).map(({ scope }) => scope));
  const somebody = crowd.find(({ scope, adherent }) => adherent && scope.startsWith("national/63/") && !led.has(scope));
  if (!somebody) throw new Error("nobody offers to look after a section");
  await db.volunteer.create({
    data: {
      ...{ id: newId(), memberId: somebody.id, sectionId: somebody.scope.split("/")[2] ?? "", offeredAt: ago(now, 4) },
      words:
        "Je suis libre le mercredi et je connais le marché par cœur. Je n’ai jamais animé de section : si quelqu’un m’épaule les premiers mois, j’y vais.",
    },
  });
}

/** Another national admin proposes a third one; what staff read of members is written down. */
async function seedNational(crowd: readonly Person[], now: Date): Promise<void> {
  const far = crowd.filter(({ adherent, scope }) => adherent && !scope.startsWith("national/63/"));
  const held = await db.mandate.findMany({ select: { memberId: true } });
  const [colleague, proposed] = far.filter(({ id }) => !held.some(({ memberId }) => memberId === id));
  if (!colleague || !proposed) throw new Error("nobody to be proposed");
  const national = { role: "national_admin", scope: "national" } as const;
  const since = ago(now, 210);
  await db.mandate.create({
    data: { ...national, id: newId(), memberId: colleague.id, beginsAt: since, givenAt: since, givenById: HELENE },
  });
  await db.nomination.create({
    data: { ...national, id: newId(), memberId: proposed.id, nominatedById: colleague.id, nominatedAt: ago(now, 3) },
  });
  const viewed = (memberId: string, viewerId: string, purpose: string, days: number) =>
    db.contactView.create({ data: { id: newId(), memberId, viewerId, purpose, viewedAt: ago(now, days) } });
  await viewed(GERALD, HELENE, "Lui dire de vive voix pourquoi son compte est suspendu.", 1);
  await viewed(BRUNO, colleague.id, "Son adresse e-mail ne répond plus : lui demander la nouvelle.", 16);
}
