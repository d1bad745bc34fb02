import { createGroup, inviteInTheDatabase, putInGroup } from "@tests/support/groups-world.ts";
import { fc } from "@tests/support/properties.ts";
import { createPerson, outcomeOf, type Person, suspendInTheDatabase, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import {
  ensurePlaceGroups,
  type GroupRole,
  getGroup,
  getGroupList,
  groupRoles,
  readableGroups,
  roleInGroup,
  visibleGroups,
} from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { actorOfSession } from "@/platform/session.ts";

const PEOPLE = 5;
const GROUPS = 4;
const sections = { "63113": "national/63/63113", "03185": "national/03/03185" } as const;
const scopes = ["national", "national/63", "national/63/63113", "national/03/03185"] as const;
const pairs = Array.from({ length: GROUPS }, (_, group) =>
  Array.from({ length: PEOPLE }, (_, person) => [group, person] as const),
).flat();

const world = fc.record({
  people: fc.array(
    fc.record({
      section: fc.constantFrom(...(Object.keys(sections) as (keyof typeof sections)[])),
      adherent: fc.boolean(),
      mandate: fc.constantFrom("none", "none", "section", "federation", "national"),
      suspended: fc.integer({ max: 9 }).map((dice) => dice === 0),
    }),
    { minLength: PEOPLE, maxLength: PEOPLE },
  ),
  groups: fc.array(
    fc.record({
      entry: fc.constantFrom("open", "request", "closed" as const),
      adherentsOnly: fc.boolean(),
      scope: fc.constantFrom(...scopes),
      hidden: fc.integer({ max: 9 }).map((dice) => dice === 0),
    }),
    { minLength: GROUPS, maxLength: GROUPS },
  ),
  memberships: fc.subarray(pairs, { maxLength: 9 }),
  roles: fc.array(fc.constantFrom(...groupRoles), { minLength: 9, maxLength: 9 }),
  invited: fc.subarray(pairs, { maxLength: 4 }),
  visits: fc.subarray(pairs, { maxLength: 4 }),
});
type World = typeof world extends fc.Arbitrary<infer Shape> ? Shape : never;

const among = (list: readonly (readonly [number, number])[], group: number, person: number) =>
  list.some(([a, b]) => a === group && b === person);

/** The law told again, without SQL and without the rules of the product. -1 is a visitor. */
function lawOf({ people, groups, memberships, roles, invited, visits }: World) {
  const belonging = (group: number, person: number): GroupRole | null => {
    const at = memberships.findIndex(([a, b]) => a === group && b === person);
    return at === -1 ? null : (roles[at] ?? null);
  };
  const formed = (group: number, person: number): { known: boolean; reads: boolean; role: GroupRole | null } => {
    const [what, reader] = [groups[group], people[person]];
    const none = { known: false, reads: false, role: null };
    if (!what || what.hidden || reader?.suspended) return none;
    if (!reader) {
      const known = what.entry !== "closed" && !what.adherentsOnly;
      return { known, reads: known && what.entry === "open", role: null };
    }
    const reached = !what.adherentsOnly || reader.adherent;
    const role = reached ? belonging(group, person) : null;
    const national = reader.mandate === "national" && what.entry !== "closed";
    // Whom the first of them invites knows of it as long as he is in it himself.
    const inviter = belonging(group, 0);
    const stands = inviter !== null && inviter !== "follower" && among(invited, group, person);
    const known = national || (reached && (what.entry !== "closed" || role !== null || stands));
    const reads = (reached && (what.entry === "open" || role !== null)) || (national && among(visits, group, person));
    return { known, reads, role };
  };
  const place = (scope: string, person: number): { known: boolean; reads: boolean; role: GroupRole | null } => {
    const reader = people[person];
    if (!reader || reader.suspended) return { known: false, reads: false, role: null };
    const home: string = sections[reader.section];
    const inside = (outer: string, inner: string) => inner === outer || inner.startsWith(`${outer}/`);
    const federation = home.split("/").slice(0, 2).join("/");
    const held = { none: null, section: home, federation, national: null }[reader.mandate as "none"] as string | null;
    const leads = (held !== null && inside(held, scope)) || (reader.mandate === "national" && scope === "national");
    const lives = inside(scope, home);
    return {
      known: lives || leads || reader.mandate === "national",
      reads: lives || leads,
      role: leads ? "lead" : lives ? "member" : null,
    };
  };
  return { formed, place };
}

async function build({ people, groups, memberships, roles, invited, visits }: World) {
  const made: Person[] = [];
  for (const [index, { section, adherent, mandate, suspended }] of people.entries()) {
    const scope = sections[section];
    const held = {
      none: [],
      section: [{ role: "section_leader" as const, scope }],
      federation: [{ role: "federation_admin" as const, scope: scope.split("/").slice(0, 2).join("/") }],
      national: [{ role: "national_admin" as const, scope: "national" }],
    }[mandate as "none"];
    const person = await createPerson(`Membre ${index}`, { section, adherent, mandates: held });
    if (suspended) await suspendInTheDatabase(person.id);
    made.push(person);
  }
  const at = (index: number) => made[index] as Person;
  const ids: string[] = [];
  for (const [index, { hidden, ...options }] of groups.entries()) {
    const { id } = await createGroup({ name: `Groupe ${index}`, ...options });
    if (hidden) await db.group.update({ where: { id }, data: { hiddenAt: clock.now() } });
    ids.push(id);
  }
  const idAt = (index: number) => ids[index] ?? "";
  for (const [index, [group, person]] of memberships.entries())
    await putInGroup(idAt(group), at(person).id, roles[index] ?? "member");
  for (const [group, person] of invited) await inviteInTheDatabase(idAt(group), at(person).id, at(0).id);
  for (const [group, person] of visits)
    await db.groupVisit.create({
      data: {
        id: newId(),
        groupId: idAt(group),
        visitorId: at(person).id,
        purpose: "Un signalement nous est venu.",
        visitedAt: clock.now(),
      },
    });
  return { ids, actors: await Promise.all(made.map(({ session }) => actorOfSession(session))) };
}

type Row = { id: string; place: string | null; reads: boolean; role: GroupRole | null };
/** What the list knows of, with what stands beside each. */
const listed = (actor: Actor) =>
  db.$queryRaw<Row[]>(sql`select g.id, g.place, ${readableGroups(actor)} as reads, ${roleInGroup(actor)} as role
    from member_group g where ${visibleGroups(actor)} and (g.place is null or g.place = any(${[...scopes]}::text[]))`);

beforeAll(async () => {
  withoutLimits();
  await ensurePlaceGroups();
});

describe("in any world of groups", () => {
  it("the list is the filter of the item, and both are the law; nobody is more than she was made", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(world, async (shape) => {
        await db.$executeRaw(sql`delete from member_group where kind <> 'place'`);
        const { ids, actors } = await build(shape);
        const law = lawOf(shape);
        for (const [person, actor] of [...actors.entries(), [-1, visitor] as const]) {
          const rows = await listed(actor);
          const found = actor.kind === "suspended" ? [] : (await getGroupList(actor, { q: "Groupe" })).found;
          for (const [index, id] of ids.entries()) {
            const { known, reads, role } = law.formed(index, person);
            const row = rows.find((one) => one.id === id);
            expect(row !== undefined).toBe(known);
            expect((await outcomeOf(getGroup(actor, id))) === "ok").toBe(known);
            expect(found.some((one) => one.id === id)).toBe(known);
            if (!row) continue;
            expect({ reads: row.reads, role: row.role }).toEqual({ reads, role });
            const view = await getGroup(actor, id);
            expect({ reads: view.reads, role: view.role }).toEqual({ reads, role });
            expect(view.within).toBe(reads && person >= 0);
            const weight = role === null ? -1 : groupRoles.indexOf(role);
            expect(view.can).toMatchObject({
              post: weight >= 1,
              work: weight >= 1,
              keep: weight >= 2,
              lead: weight >= 3,
            });
          }
          for (const scope of scopes) {
            const row = rows.find((one) => one.place === scope);
            const { known, reads, role } = law.place(scope, person);
            expect(row !== undefined, scope).toBe(known);
            if (row) expect({ reads: row.reads, role: row.role }, scope).toEqual({ reads, role });
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
