import { fc } from "@tests/support/properties.ts";
import { createPerson, outcomeOf, type Person, suspendInTheDatabase, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { getDirectory, getProfile, searchMembers } from "@/features/profiles/index.ts";
import type { Visibility } from "@/features/profiles/visibility.rules.ts";
import { db, sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";

beforeAll(() => withoutLimits());

const show = (memberId: string, cardFor: Visibility | null, more: object = {}) =>
  db.profile.create({ data: { memberId, cardFor, updatedAt: new Date(), ...more } });
const block = (blockerId: string, blockedId: string) =>
  db.block.create({ data: { blockerId, blockedId, blockedAt: new Date() } });
const tie = (a: string, b: string) =>
  db.$executeRaw(sql`insert into coopain (member_id, other_id, since) values (${a}, ${b}, now()), (${b}, ${a}, now())`);

/** Whom every door of the directory shows for a name. */
async function seen(actor: Actor, q: string): Promise<string[][]> {
  const [page, typing] = await Promise.all([getDirectory(actor, { q }), searchMembers(actor, { q })]);
  return [page.people.map(({ id }) => id).sort(), typing.map(({ id }) => id).sort()];
}

describe("the directory never shows", () => {
  const hidden: Record<string, (person: Person, reader: Person) => Promise<unknown>> = {
    "somebody who shows her card to her coopains": () => Promise.resolve(),
    "somebody whom she has blocked": (person, reader) => block(reader.id, person.id),
    "somebody who has blocked her": (person, reader) => block(person.id, reader.id),
    "a blocked coopain": async (person, reader) => {
      await tie(reader.id, person.id);
      await block(person.id, reader.id);
    },
    "a suspended member": (person) => suspendInTheDatabase(person.id),
    "an erased member": (person) => db.member.update({ where: { id: person.id }, data: { erasedAt: new Date() } }),
    "a member under 18": (person) =>
      db.member.update({ where: { id: person.id }, data: { adultOn: new Date(Date.now() + 86_400_000 * 90) } }),
  };
  it.each(Object.keys(hidden))("%s, through no filter", async (who) => {
    const reader = await createPerson("Lise Lectrice");
    const name = `Hermine ${newId().replace(/\d/g, "x")}`;
    const person = await createPerson(name);
    const coopains = who === "somebody who shows her card to her coopains";
    await show(person.id, coopains ? "coopains" : "members", {
      skills: ["Dressage"],
      skillsFor: "everyone",
      interests: ["Licornes"],
      interestsFor: "everyone",
    });
    const actor = await actorOfMember(reader.id);
    if (!coopains) expect(await seen(actor, name)).toEqual([[person.id], [person.id]]);
    await hidden[who]?.(person, reader);
    const filters = [
      { q: name },
      {},
      { lieu: "63000", q: name },
      { competence: "dressage" },
      { interet: "licornes" },
      { distance: "50", q: name },
    ];
    for (const filter of filters) {
      const { people } = await getDirectory(actor, filter);
      expect(
        people.map(({ id }) => id),
        JSON.stringify(filter),
      ).not.toContain(person.id);
    }
    expect(await searchMembers(actor, { q: name })).toEqual([]);
  });

  it("the reader herself", async () => {
    const reader = await createPerson("Narcisse Seule");
    expect(await seen(await actorOfMember(reader.id), "narcisse seule")).toEqual([[], []]);
  });

  it("a photo that does not reach", async () => {
    const reader = await createPerson("Lise Lectrice");
    const person = await createPerson("Phanie Photo", { section: "03185" });
    const image = newId();
    const bytes = new Uint8Array([1]);
    await db.image.create({
      data: {
        id: image,
        large: bytes,
        small: bytes,
        width: 1,
        height: 1,
        uploadedById: person.id,
        uploadedAt: new Date(),
      },
    });
    await show(person.id, "members", { photoId: image, photoFor: "section" });
    const { people } = await getDirectory(await actorOfMember(reader.id), { q: "phanie" });
    expect(people).toMatchObject([{ id: person.id, photo: null }]);
  });
});

describe("who answers for a place", () => {
  it("finds there those who show themselves to nobody else, and nowhere else", async () => {
    const leader = await createPerson("Lucie Locale", {
      mandates: [{ role: "section_leader", scope: "national/03/03185" }],
    });
    const here = await createPerson("Ursule Cachée", { section: "03185" });
    const there = await createPerson("Ursule Lointaine", { section: "75111" });
    for (const { id } of [here, there]) await show(id, "coopains");
    expect(await seen(await actorOfMember(leader.id), "ursule")).toEqual([[here.id], [here.id]]);
  });
});

describe("in any world", () => {
  const member = fc.record({
    section: fc.constantFrom("63113", "03185"),
    card: fc.constantFrom<(Visibility | null)[]>(null, "coopains", "section", "members", "everyone"),
    mandate: fc.constantFrom(false, false, false, true),
    suspended: fc.constantFrom(false, false, false, true),
    minor: fc.constantFrom(false, false, false, true),
  });
  const relation = fc.record({
    of: fc.nat(7),
    to: fc.nat(7),
    kind: fc.constantFrom("tie", "tie", "block", "request"),
  });

  it("lists of the others exactly those whose page opens, but for minors", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(member, { minLength: 8, maxLength: 8 }),
        fc.array(relation, { maxLength: 8 }),
        async (people, relations) => {
          const word = `monde${newId().replace(/\d/g, "x")}`;
          const persons: Person[] = [];
          for (const [index, one] of people.entries()) {
            const person = await createPerson(`${"abcdefgh"[index]} ${word}`, {
              section: one.section,
              mandates: one.mandate
                ? [{ role: "section_leader", scope: `national/${one.section.slice(0, 2)}/${one.section}` }]
                : [],
            });
            persons.push(person);
            if (one.card) await show(person.id, one.card);
            if (one.suspended) await suspendInTheDatabase(person.id);
            if (one.minor)
              await db.member.update({ where: { id: person.id }, data: { adultOn: new Date("2100-01-01") } });
          }
          for (const { of, to, kind } of relations) {
            const [a, b] = [persons[of]?.id ?? "", persons[to]?.id ?? ""];
            if (a === b) continue;
            if (kind === "tie") await tie(a, b).catch(() => {});
            else if (kind === "block") await block(a, b).catch(() => {});
            else
              await db.coopainRequest
                .create({ data: { id: newId(), fromId: a, toId: b, sentAt: new Date() } })
                .catch(() => {});
          }
          for (const [index, reader] of persons.entries()) {
            if (people[index]?.suspended) continue;
            const actor = await actorOfMember(reader.id);
            const open = [];
            for (const [at, other] of persons.entries())
              if (at !== index && !people[at]?.minor && (await outcomeOf(getProfile(actor, other.id))) === "ok")
                open.push(other.id);
            expect(await seen(actor, word)).toEqual([open.sort(), open.sort()]);
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});
