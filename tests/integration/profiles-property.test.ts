import { fc } from "@tests/support/properties.ts";
import { createPerson, outcomeOf, type Person, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { describe, expect, it } from "vitest";
import { getProfile, listedProfiles, profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { defaults, type Field, fields, type Visibility, visibilities } from "@/features/profiles/visibility.rules.ts";
import { db, sql } from "@/platform/db/client.ts";
import { actorOf, block, createProfile, tie } from "./profiles-world.ts";

const PEOPLE = 5;
const sections = ["63113", "03185"] as const;
const pairs = Array.from({ length: PEOPLE }, (_, a) => Array.from({ length: a }, (_, b) => [a, b] as const)).flat();

const shown = fc.record(
  Object.fromEntries(fields.map((field) => [field, fc.constantFrom(null, ...visibilities)])) as Record<
    Field,
    fc.Arbitrary<Visibility | null>
  >,
);
const world = fc.record({
  people: fc.array(
    fc.record({
      section: fc.constantFrom(...sections),
      shown: fc.option(shown, { freq: 5 }),
      leads: fc.boolean(),
      suspended: fc.integer({ max: 7 }).map((dice) => dice === 0),
      erased: fc.integer({ max: 9 }).map((dice) => dice === 0),
      minor: fc.integer({ max: 5 }).map((dice) => dice === 0),
    }),
    { minLength: PEOPLE, maxLength: PEOPLE },
  ),
  ties: fc.subarray(pairs),
  blocks: fc.subarray(pairs, { maxLength: 2 }),
  turned: fc.boolean(),
});
type World = typeof world extends fc.Arbitrary<infer Shape> ? Shape : never;

const among = (list: readonly (readonly [number, number])[], one: number, other: number) =>
  list.some(([a, b]) => (a === one && b === other) || (a === other && b === one));

/** The law told again, without SQL and without the rules of the product. -1 is a visitor. */
function lawOf({ people, ties, blocks }: World) {
  const circle = (reader: number, member: number): number => {
    if (reader < 0) return 3;
    if (among(ties, reader, member)) return 0;
    return people[reader]?.section === people[member]?.section ? 1 : 2;
  };
  const reach = (field: Field, reader: number, member: number): boolean => {
    if (reader === member) return true;
    const choice = people[member]?.shown?.[field] ?? defaults[field];
    return visibilities.indexOf(choice) >= circle(reader, member);
  };
  const card = (reader: number, member: number): boolean => {
    const [who, whom] = [people[reader], people[member]];
    if (!whom || whom.erased || who?.suspended) return reader === member && !who?.suspended;
    if (reader < 0) return !whom.suspended && reach("card", reader, member);
    if (reader === member) return true;
    if (among(blocks, reader, member)) return false;
    if (who?.leads && who.section === whom.section) return true;
    return !whom.suspended && (reach("card", reader, member) || whom.leads);
  };
  return { card, reach };
}

async function build({ people, ties, blocks, turned }: World) {
  const made: (Person & { erased: boolean })[] = [];
  for (const [index, { section, shown, leads, suspended, erased, minor }] of people.entries()) {
    const scope = section === "63113" ? "national/63/63113" : "national/03/03185";
    const options = { section, mandates: leads ? [{ role: "section_leader" as const, scope }] : [] };
    const name = `Membre ${index}`;
    const person = shown ? await createProfile(name, { ...options, shown }) : await createPerson(name, options);
    if (suspended) await suspendInTheDatabase(person.id);
    if (minor) await db.member.update({ where: { id: person.id }, data: { adultOn: new Date("2099-01-01") } });
    made.push({ ...person, erased });
  }
  const at = (index: number) => {
    const person = made[index];
    if (!person) throw new Error("no such person");
    return person;
  };
  for (const [a, b] of ties) await tie(at(a), at(b));
  for (const [a, b] of blocks) await (turned ? block(at(b), at(a)) : block(at(a), at(b)));
  // Read as actors before they leave: an erased member has no session, but somebody's law must still hide her.
  const actors = await Promise.all(made.map(actorOf));
  for (const { id, erased } of made)
    if (erased) await db.member.update({ where: { id }, data: { erasedAt: new Date() } });
  return { made, actors: [...actors, await actorOf(null)] };
}

describe("in any world of members, ties, blocks, mandates and choices", () => {
  it("a profile holds exactly what its reader’s nearness allows, and lists are the filter of items", async () => {
    await fc.assert(
      fc.asyncProperty(world, async (drawn) => {
        const { made, actors } = await build(drawn);
        const law = lawOf(drawn);
        const ids = made.map(({ id }) => id);
        for (const [index, actor] of actors.entries()) {
          const reader = index === PEOPLE ? -1 : index;
          if (drawn.people[reader]?.erased) continue; // nobody reads with an erased account
          const rows = await db.$queryRaw<{ id: string; listed: boolean }[]>(sql`
            select m.id, ${listedProfiles(actor)} as listed from member m ${profileOf}
            where m.id = any(${ids}) and ${visibleProfiles(actor)}`);
          for (const [member, { id }] of made.entries()) {
            const label = `${reader} reads ${member}`;
            const visible = law.card(reader, member);
            const found = rows.find((row) => row.id === id);
            expect(found !== undefined, label).toBe(visible);
            expect(found?.listed ?? false, label).toBe(
              visible && reader >= 0 && reader !== member && !drawn.people[member]?.minor,
            );
            if (!visible) {
              expect(await outcomeOf(getProfile(actor, id)), label).toBe("not_found");
              continue;
            }
            const view = await getProfile(actor, id);
            if (!drawn.people[member]?.shown) continue; // she said nothing
            const got = {
              photo: view.photo !== null,
              presentation: view.presentation !== null,
              status: view.status !== null,
              skills: view.skills.length > 0,
              interests: view.interests.length > 0,
              links: view.links.length > 0,
              mandates: view.mandates.length > 0,
              offer: view.offer !== null,
              coopains: view.coopains !== null,
            };
            for (const field of Object.keys(got) as (keyof typeof got)[]) {
              const membersOnly = field === "coopains" && reader < 0;
              expect(got[field], `${label}: ${field}`).toBe(law.reach(field, reader, member) && !membersOnly);
            }
          }
        }
        // Blocks are symmetric, whoever asked.
        for (const [a, b] of drawn.blocks)
          for (const [reader, member] of [
            [a, b],
            [b, a],
          ] as const)
            if (!drawn.people[reader]?.erased && actors[reader])
              expect(await outcomeOf(getProfile(actors[reader], ids[member] ?? ""))).toBe("not_found");
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
