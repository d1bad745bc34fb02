import { createDebate, createPerson, type Person } from "@tests/support/worlds.ts";
import { vi } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import type { Fact } from "@/core/fact.ts";
import { debateLiveFacts } from "@/features/debates/debate.live.ts";
import type { DebatePhase } from "@/features/debates/debate.rules.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import type { Audience } from "./matrix.ts";

/** Those who run debates, and those who may not. All live in Clermont-Ferrand. */
export async function createHosts() {
  const led = [{ role: "section_leader" as const, scope: "national/63/63113" }];
  const people = {
    leader: await createPerson("Lucie Locale", { adherent: true, mandates: led }),
    host: await createPerson("Hélène Hôte", { adherent: true }),
    adherent: await createPerson("Agnès Adhérente", { adherent: true }),
    sympathiser: await createPerson("Samia Sympathisante"),
    moderator: await createPerson("Maud Modératrice", {
      adherent: true,
      mandates: [{ role: "moderator", scope: "national" }],
    }),
    federation: await createPerson("Farid Fédéral", {
      adherent: true,
      mandates: [{ role: "federation_admin", scope: "national/63" }],
    }),
    elsewhere: await createPerson("Élie Ailleurs", {
      section: "03185",
      adherent: true,
      mandates: [{ role: "section_leader", scope: "national/03/03185" }],
    }),
  };
  const actors = {} as Record<keyof typeof people, Actor>;
  for (const [name, person] of Object.entries(people) as [keyof typeof people, Person][])
    actors[name] = await actorOfMember(person.id);
  return { people, actors: { ...actors, visitor } };
}

/** A debate of the section in a phase, run by these hosts. */
export async function debateIn(
  phase: DebatePhase,
  options: { hosts?: readonly string[]; audience?: Audience; opensAt?: Date; closesAt?: Date } = {},
) {
  const { hosts = [], audience = "members", ...dates } = options;
  const debate = await createDebate(audience, "national/63/63113", null, { phase, ...dates });
  for (const memberId of hosts)
    await db.debateHost.create({ data: { debateId: debate.id, memberId, addedAt: clock.now() } });
  return debate;
}

export const rowOf = (id: string) => db.debate.findUniqueOrThrow({ where: { id }, include: { hosts: true } });
/** What the log says of its phases, in order. */
export const storyOf = (debateId: string) =>
  db.debateChange.findMany({ where: { debateId, kind: "phase" }, orderBy: { seq: "asc" } });

/** What was published since: the names of the facts, the rooms and frames that they moved, the pages made stale. */
export function listening() {
  const heard: Fact[] = [];
  singletons.publisher = (facts) => void heard.push(...facts);
  return {
    names: () => heard.map(({ name }) => name),
    stale: () => heard.flatMap(({ stale }) => stale),
    async frames() {
      const frames = await Promise.all(
        debateLiveFacts.map(({ fact, frames: of }) => of(heard.filter(({ name }) => name === fact))),
      );
      return frames.flat();
    },
  };
}

/** The clock stands at a moment until the test is over (`vi.restoreAllMocks`). */
export const atTime = (moment: Date) => vi.spyOn(clock, "now").mockReturnValue(moment);
