import { createPerson, type Person } from "@tests/support/worlds.ts";
import type { Actor } from "@/core/actor.ts";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { type Field, fields, type Visibility } from "@/features/profiles/visibility.rules.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";

/** A person who said something in every field. */
export async function createProfile(
  name: string,
  options: Parameters<typeof createPerson>[1] & { shown?: Partial<Record<Field, Visibility | null>> } = {},
): Promise<Person> {
  const person = await createPerson(name, options);
  const photoId = newId();
  await db.image.create({
    data: {
      id: photoId,
      large: new Uint8Array([1, 2]),
      small: new Uint8Array([3]),
      width: 8,
      height: 8,
      uploadedById: person.id,
      uploadedAt: new Date(),
    },
  });
  await db.profile.create({
    data: {
      memberId: person.id,
      photoId,
      presentation: "Je tiens le marché **le samedi**.",
      status: "Au marché samedi",
      statusAt: new Date(),
      skills: ["Cuisine"],
      interests: ["Logement"],
      links: ["https://exemple.org/moi"],
      willing: ["accueillir"],
      updatedAt: new Date(),
      ...Object.fromEntries(Object.entries(options.shown ?? {}).map(([field, value]) => [`${field}For`, value])),
    },
  });
  await db.mandate.create({
    data: {
      id: newId(),
      memberId: person.id,
      role: "section_leader",
      scope: "national/63/63113",
      beginsAt: new Date("2024-01-01"),
      endsAt: new Date("2025-01-01"),
      givenAt: new Date("2024-01-01"),
    },
  });
  return person;
}

/** All fields shown to the same circle, some otherwise. */
export const allShown = (to: Visibility, others: Partial<Record<Field, Visibility>> = {}) =>
  ({ ...Object.fromEntries(fields.map((field) => [field, to])), ...others }) as Record<Field, Visibility>;

export async function tie(one: { id: string }, other: { id: string }): Promise<void> {
  const since = new Date();
  // Two rows that hold each other: in one statement.
  await db.coopain.createMany({
    data: [
      { memberId: one.id, otherId: other.id, since },
      { memberId: other.id, otherId: one.id, since },
    ],
  });
}

export const block = (one: { id: string }, other: { id: string }) =>
  db.block.create({ data: { blockerId: one.id, blockedId: other.id, blockedAt: new Date() } });

/** The actor of a person as a request reads it; a visitor for nobody. */
export const actorOf = (person: { id: string } | null): Promise<Actor> =>
  person ? actorOfMember(person.id) : Promise.resolve(visitor);
