import { fc } from "@tests/support/properties.ts";
import {
  createDebate,
  createPerson,
  outcomeOf,
  refusalOf,
  suspendInTheDatabase,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { listDebatesOfScope } from "@/features/debates/index.ts";
import { listedProfiles, profileOf } from "@/features/profiles/index.ts";
import { getFederation, getSection, getSectionsMap, searchSections } from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";

const CLERMONT = { federation: "puy-de-dome", section: "clermont-ferrand" };
const BREST = { federation: "finistere", section: "brest" };
const SAINT_ETIENNE = { federation: "loire", section: "saint-etienne" };

const show = (memberId: string, cardFor: "coopains" | "section" | "members" | "everyone") =>
  db.profile.upsert({
    where: { memberId },
    create: { memberId, cardFor, updatedAt: clock.now() },
    update: { cardFor },
  });
const member = async (name: string, options: Parameters<typeof createPerson>[1] = {}) => {
  const person = await createPerson(name, options);
  return { ...person, actor: await actorOfMember(person.id) };
};
const presenceOf = async (actor: Actor, id: string) =>
  (await getSectionsMap(actor)).federations.find((federation) => federation.id === id);

beforeAll(() => withoutLimits());

describe("the map of sections", () => {
  it("says who is there in every federation, and hides small numbers from visitors", async () => {
    const { federations, mine, desk } = await getSectionsMap(visitor);
    expect(federations).toHaveLength(110);
    expect([mine, desk]).toEqual([null, null]);
    expect(federations.every(({ members }) => members.count === 0)).toBe(true);
    const inCreuse = await member("Célia Creusoise", { section: "23-autres" });
    expect((await presenceOf(visitor, "23"))?.members).toEqual({ count: null, step: 1 });
    expect((await presenceOf(inCreuse.actor, "23"))?.members).toEqual({ count: 1, step: 1 });
    for (const name of ["Un", "Deux", "Trois", "Quatre"]) await createPerson(name, { section: "23-autres" });
    expect((await presenceOf(visitor, "23"))?.members).toEqual({ count: 5, step: 2 });
    const hers = await getSectionsMap(inCreuse.actor);
    expect(hers.mine).toEqual({
      name: "Creuse, toutes les communes",
      href: "/sections/creuse/creuse-toutes-les-communes",
    });
    expect(hers.desk).toMatchObject({ scope: "national", can: { write: true }, conversation: null, inboxHref: null });
  });

  it("counts sections in charge and running debates that the reader sees", async () => {
    const leader = await member("Lou Landaise", {
      section: "40192",
      mandates: [{ role: "section_leader", scope: "national/40/40192" }],
    });
    await createDebate("open", "national/40", null);
    await createDebate("members", "national/40/40192", null);
    await createDebate("open", "national/40", null, { phase: "closed" });
    expect(await presenceOf(visitor, "40")).toMatchObject({ led: 1, debates: 1 });
    expect(await presenceOf(leader.actor, "40")).toMatchObject({ led: 1, debates: 2 });
    await suspendInTheDatabase(leader.id);
    expect(await presenceOf(visitor, "40")).toMatchObject({ led: 0 });
  });

  it("leads from a commune to its section", async () => {
    const { found } = await searchSections({ commune: "clermont ferrand" });
    expect(found[0]).toMatchObject({
      label: "Clermont-Ferrand (63)",
      section: { name: "Clermont-Ferrand", href: "/sections/puy-de-dome/clermont-ferrand" },
    });
    expect((await searchSections({ commune: "Aigueperse", communeCode: "63001" })).chosen?.section.name).toBe(
      "Puy-de-Dôme, autres communes",
    );
    expect(await searchSections({ commune: "xyzzyx" })).toMatchObject({ found: [], chosen: null });
    expect(await searchSections({})).toMatchObject({ text: "", found: [], chosen: null });
    expect(await searchSections({ commune: ["a", "b"], communeCode: "%' or 1=1" })).toMatchObject({ found: [] });
  });
});

describe("a section’s page", () => {
  it("does not exist under another name", async () => {
    for (const section of ["clermont", "Clermont-Ferrand", "../x", ""])
      expect(await outcomeOf(getSection(visitor, { ...CLERMONT, section }))).toBe("not_found");
    expect(await outcomeOf(getSection(visitor, { ...CLERMONT, federation: "allier" }))).toBe("not_found");
    expect(await outcomeOf(getFederation(visitor, { federation: "nulle-part" }))).toBe("not_found");
  });

  it("shows no member to visitors, and no letter box", async () => {
    const shown = await createPerson("Élise Éclatante");
    await show(shown.id, "everyone");
    const view = await getSection(visitor, CLERMONT);
    expect(view.people).toBeNull();
    expect(view.desk).toMatchObject({
      scope: "national/63/63113",
      can: { write: false },
      conversation: null,
      inboxHref: null,
    });
    expect(JSON.stringify(view)).not.toContain("Éclatante");
  });

  it("names who is in charge to members, and to visitors only who shows herself to everyone", async () => {
    const leader = await createPerson("Lise Limousine", {
      section: "87085",
      mandates: [{ role: "section_leader", scope: "national/87/87085" }],
    });
    const page = { federation: "haute-vienne", section: "limoges" };
    expect((await getSection(visitor, page)).holders).toMatchObject([
      { role: "section_leader", name: null, href: null },
    ]);
    expect(JSON.stringify(await getSection(visitor, page))).not.toContain(leader.id);
    const reader = await member("Ravi Lecteur");
    expect((await getSection(reader.actor, page)).holders).toMatchObject([{ name: "Lise Limousine" }]);
    await db.profile.create({
      data: { memberId: leader.id, cardFor: "everyone", mandatesFor: "everyone", updatedAt: clock.now() },
    });
    expect((await getSection(visitor, page)).holders).toMatchObject([{ name: "Lise Limousine" }]);
  });

  it("pages through the cards by name, each once, and none that its own law hides", async () => {
    const reader = await member("Zoé Zélée", { section: "42218" });
    const written: string[] = [];
    for (let number = 0; number < 47; number++) {
      const { id } = await createPerson(`${["Ém", "Em", "Ab", "Za"][number % 4]}ile ${number}`, { section: "42218" });
      if (number % 5 === 0) await show(id, "coopains");
      else written.push(id);
    }
    const blocked = written[3] ?? "";
    await db.block.create({ data: { blockerId: blocked, blockedId: reader.id, blockedAt: clock.now() } });
    const seen: string[] = [];
    let apres: string | null = null;
    for (let page = 0; page < 5; page++) {
      const { people } = await getSection(reader.actor, { ...SAINT_ETIENNE, apres });
      seen.push(...(people?.cards.map(({ id }) => id) ?? []));
      apres = people?.after ?? null;
      if (!apres) break;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect([...seen].sort()).toEqual(written.filter((id) => id !== blocked).sort());
    expect(seen).not.toContain(reader.id);
    const outside = await member("Odile Dehors");
    expect((await getSection(outside.actor, SAINT_ETIENNE)).people?.cards).toEqual([]);
    // A page after somebody hidden from her is as absent as one after nobody.
    expect((await getSection(reader.actor, { ...SAINT_ETIENNE, apres: blocked })).people?.cards).toEqual([]);
    expect((await getSection(reader.actor, { ...SAINT_ETIENNE, apres: newId() })).people?.cards).toEqual([]);
    expect((await getSection(reader.actor, { ...SAINT_ETIENNE, apres: "'; --" })).people?.cards).toHaveLength(20);
  });

  it("lists exactly the cards that its law shows, whatever people chose (property)", async () => {
    const reader = await member("Prune Propriété", { section: "03185" });
    const people = await Promise.all(
      Array.from({ length: 8 }, (_, index) => createPerson(`Personne ${index}`, { section: "03185" })),
    );
    const choice = fc.record({
      card: fc.constantFrom("coopains", "section", "members", "everyone" as const),
      blocks: fc.boolean(),
      minor: fc.boolean(),
      suspended: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(choice, { minLength: 8, maxLength: 8 }), async (choices) => {
        await db.$executeRaw(sql`delete from block`);
        await db.$executeRaw(sql`delete from suspension where member_id = any(${people.map(({ id }) => id)}::text[])`);
        for (const [index, { card, blocks, minor, suspended }] of choices.entries()) {
          const { id } = people[index] as { id: string };
          await show(id, card as "section");
          await db.member.update({ where: { id }, data: { adultOn: minor ? new Date("2100-01-01") : null } });
          if (blocks) await db.$executeRaw(sql`insert into block values (${reader.id}, ${id}, ${clock.now()})`);
          if (suspended) await suspendInTheDatabase(id);
        }
        const page = await getSection(reader.actor, { federation: "allier", section: "montlucon" });
        const law = await db.$queryRaw<{ id: string }[]>(sql`select m.id from member m ${profileOf}
          where m.section_id = '03185' and ${listedProfiles(reader.actor)}`);
        const listed = page.people?.cards.map(({ id }) => id).sort();
        expect(listed).toEqual(law.map(({ id }) => id).sort());
        const expected = people.filter((_, index) => {
          const one = choices[index];
          return one && one.card !== "coopains" && !one.blocks && !one.minor && !one.suspended;
        });
        expect(listed).toEqual(expected.map(({ id }) => id).sort());
      }),
      { numRuns: 12 },
    );
  });

  it("folds the communes by their initial", async () => {
    const { communes } = await getSection(visitor, {
      federation: "puy-de-dome",
      section: "puy-de-dome-autres-communes",
    });
    expect(communes.length).toBeGreaterThan(10);
    expect(communes[0]?.initial).toBe("A");
    expect(communes.flatMap(({ names }) => names).length).toBeGreaterThan(400);
    expect((await getSection(visitor, CLERMONT)).communes).toEqual([{ initial: "C", names: ["Clermont-Ferrand"] }]);
  });

  it("shows the debates of that place alone, of those that the reader sees, the running ones first", async () => {
    const scope = "national/03/03185";
    const closed = await createDebate("open", scope, null, { phase: "closed" });
    const open = await createDebate("open", scope, null);
    const members = await createDebate("members", scope, null);
    await createDebate("open", "national/03", null);
    const ids = async (actor: Actor) => (await listDebatesOfScope(actor, scope, 10)).map(({ id }) => id);
    expect(await ids(visitor)).toEqual([open.id, closed.id]);
    const inside = await member("Inès Montluçonnaise", { section: "03185" });
    expect((await ids(inside.actor)).sort()).toEqual([open.id, closed.id, members.id].sort());
    expect((await ids(inside.actor)).at(-1)).toBe(closed.id);
  });
});

describe("a section that nobody leads", () => {
  it("is looked after by the nearest one that is led, else its federation, else the national level", async () => {
    expect((await getSection(visitor, BREST)).standIn).toMatchObject({ level: "national" });
    const federal = await member("Fanny Fédérale", {
      section: "29019",
      mandates: [{ role: "federation_admin", scope: "national/29" }],
    });
    expect((await getSection(visitor, BREST)).standIn).toMatchObject({
      level: "federation",
      href: "/sections/finistere",
    });
    await createPerson("Louis Lointain", {
      section: "56121",
      mandates: [{ role: "section_leader", scope: "national/56/56121" }],
    });
    expect((await getSection(visitor, BREST)).standIn).toMatchObject({ level: "federation" }); // Lorient is 112 km away
    await createPerson("Quentin Quimpérois", {
      section: "29232",
      mandates: [{ role: "section_leader", scope: "national/29/29232" }],
    });
    const { standIn } = await getSection(visitor, BREST);
    expect(standIn).toMatchObject({ level: "section", name: "Quimper", href: "/sections/finistere/quimper" });
    expect(standIn?.level === "section" && Math.round(standIn.km / 10)).toBe(5);
    await createPerson("Bleuenn Brestoise", {
      section: "29019",
      mandates: [{ role: "section_leader", scope: "national/29/29019" }],
    });
    const led = await getSection(federal.actor, BREST);
    expect(led.standIn).toBeNull();
    expect(led.holders).toHaveLength(1);
    expect(led.can).toEqual({ manage: true });
  });

  it("is not looked after from the other end of the world", async () => {
    expect((await getSection(visitor, { federation: "la-reunion", section: "saint-denis" })).standIn?.level).toBe(
      "national",
    );
    expect((await getSection(visitor, { federation: "francais-de-l-etranger", section: "japon" })).standIn?.level).toBe(
      "national",
    );
  });

  it("knows who has offered herself, for her own eyes", async () => {
    const willing = await member("Wendy Volontaire", { section: "973-autres" });
    const page = { federation: "guyane", section: "guyane-autres-communes" };
    expect(await getSection(willing.actor, page)).toMatchObject({ isMine: true, volunteered: false });
    await db.volunteer.create({
      data: { id: newId(), memberId: willing.id, sectionId: "973-autres", words: "Moi !", offeredAt: clock.now() },
    });
    expect((await getSection(willing.actor, page)).volunteered).toBe(true);
    const other = await member("Olga Autre", { section: "973-autres" });
    expect((await getSection(other.actor, page)).volunteered).toBe(false);
  });
});

describe("a federation’s page", () => {
  it("lists its sections with who is there, the rest of the département last", async () => {
    const view = await getFederation(visitor, { federation: "puy-de-dome" });
    expect(view).toMatchObject({ id: "63", name: "Puy-de-Dôme", isMember: false, can: { manage: false } });
    expect(view.sections.at(-1)?.name).toBe("Puy-de-Dôme, autres communes");
    const member63 = await member("Maya Membre");
    const mine = await getFederation(member63.actor, { federation: "puy-de-dome" });
    expect(mine).toMatchObject({ isMine: true, desk: { can: { write: true } } });
    const { count } = mine.members;
    expect(count).toBe(await db.member.count({ where: { section: { federationId: "63" }, erasedAt: null } }));
    expect(mine.sections.reduce((sum, { members }) => sum + (members.count ?? 0), 0)).toBe(count);
  });

  it("answers a suspended member as a visitor: nobody is shown to her", async () => {
    const suspended = await member("Sami Suspendu");
    await suspendInTheDatabase(suspended.id);
    const actor = await actorOfMember(suspended.id);
    expect((await getSection(actor, CLERMONT)).people).toBeNull();
    expect(await refusalOf(getFederation(actor, { federation: "puy-de-dome" }))).toMatchObject({
      answered: { desk: { can: { write: false } } },
    });
  });
});
