import { createPerson, inBrowser, type Person, withoutLimits } from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as searchRoute } from "@/app/api/membres/recherche/route.ts";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { resembling, spellingsOf } from "@/features/profiles/directory.rules.ts";
import { getDirectory, searchMembers } from "@/features/profiles/index.ts";
import { db, sql } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/navigation", () => ({ redirect: () => {}, notFound: () => {} }));

const ids = new Map<string, string>();
let reader: Person;

/** Somebody who shows all of herself to members, unless told otherwise. */
async function live(
  name: string,
  options: { section?: string; skills?: string[]; interests?: string[]; skillsFor?: "coopains" } = {},
) {
  const person = await createPerson(name, { section: options.section ?? "03185" });
  await db.profile.create({
    data: {
      memberId: person.id,
      cardFor: "members",
      skills: options.skills ?? [],
      interests: options.interests ?? [],
      skillsFor: options.skillsFor ?? "members",
      interestsFor: "members",
      updatedAt: new Date(),
    },
  });
  ids.set(name, person.id);
  return person;
}

/** A town with coordinates of our own, so that bands are known. */
async function liveAt(name: string, km: number) {
  const person = await live(name, { section: "63-autres" });
  const code = `T${newId().slice(0, 5)}`;
  await db.$executeRaw(sql`
    insert into commune (code, kind, name, search_name, postal_codes, federation_id, population, section_id, latitude, longitude)
    select ${code}, kind, ${code}, ${code.toLowerCase()}, '{}', federation_id, 1, '63-autres', 10 + ${km}::float8 / 111.195, 10
    from commune where code = '63113'`);
  await db.member.update({ where: { id: person.id }, data: { communeCode: code } });
}

beforeAll(async () => {
  withoutLimits();
  reader = await createPerson("Lise Lectrice");
  for (const name of ["Élodie Thévenet", "Nadia Mercier", "Jean-Luc D’Artagnan", "François Œuvrard", "Maurice Mercier"])
    await live(name);
  await live("Gaëlle Graphiste", { skills: ["Graphisme", "Prise de notes"], interests: ["Santé"] });
  await live("Gaston Graphiste", { skills: ["Graphisme web"], section: "63113" });
  await live("Solange Secrète", { skills: ["Graphisme"], skillsFor: "coopains" });
  for (const [name, km] of [
    ["Berthe Bourg", 4],
    ["Denis Dix", 9],
    ["Vera Vingt", 19],
    ["Luc Loin", 49],
    ["Ava Ailleurs", 60],
  ] as const)
    await liveAt(name, km);
  await db.commune.update({ where: { code: "63113" }, data: { latitude: 10, longitude: 10 } });
  await db.member.update({ where: { id: reader.id }, data: { communeCode: "63113" } });
});

const me = () => actorOfMember(reader.id);
const found = async (input: unknown) => (await getDirectory(await me(), input)).people.map(({ name }) => name);
const proposed = async (q: string) => (await searchMembers(await me(), { q })).map(({ name }) => name);

describe("looking somebody up by her name", () => {
  it.each([
    ["elodie", "Élodie Thévenet"],
    ["THÉVENET", "Élodie Thévenet"],
    ["theve", "Élodie Thévenet"],
    ["thévenet élodie", "Élodie Thévenet"],
    ["jean luc", "Jean-Luc D’Artagnan"],
    ["luc", "Jean-Luc D’Artagnan"],
    ["d'artagnan", "Jean-Luc D’Artagnan"],
    ["artagnan", "Jean-Luc D’Artagnan"],
    ["oeuvrard", "François Œuvrard"],
    ["francois", "François Œuvrard"],
    ["vrard", "François Œuvrard"],
    ["thevennet", "Élodie Thévenet"],
    ["Thévnet", "Élodie Thévenet"],
    ["Nadia Mercer", "Nadia Mercier"],
    ["nadai", "Nadia Mercier"],
  ])("finds %j", async (q, name) => {
    expect(await found({ q })).toContain(name);
    expect(await proposed(q)).toContain(name);
  });

  it("looks at what resembles only when few are called so, and says it", async () => {
    const exact = await getDirectory(await me(), { q: "graphiste" });
    expect(exact).toMatchObject({ loose: false });
    const near = await getDirectory(await me(), { q: "thevennet" });
    expect(near).toMatchObject({ loose: true });
  });

  it("takes the signs of patterns for nothing", async () => {
    for (const q of ["%%", "__", "\\\\", ".*", "(((", "[a", "$1", "'; drop table member; --"]) {
      const view = await getDirectory(await me(), { q });
      expect(view.people.map(({ name }) => name)).not.toContain("Nadia Mercier");
      expect(await proposed(q)).not.toContain("Nadia Mercier");
    }
    expect(await found({ q: "mer%a" })).not.toContain("Nadia Mercier");
  });

  it("proposes coopains first, then her section, then the others, eight at most", async () => {
    const friend = await live("Zaza Zébulon");
    await db.$executeRaw(sql`insert into coopain (member_id, other_id, since)
      values (${reader.id}, ${friend.id}, now()), (${friend.id}, ${reader.id}, now())`);
    await live("Zaza Zénith", { section: "63113" });
    for (let n = 0; n < 9; n++) await live(`Zaza Autre-${n}`);
    const names = await proposed("zaza");
    expect(names.slice(0, 2)).toEqual(["Zaza Zébulon", "Zaza Zénith"]);
    expect(names).toHaveLength(8);
  });
});

describe("looking for who can do something", () => {
  it("finds a skill without accents or case, and by the beginning of its words", async () => {
    expect(await found({ competence: "GRAPHISME" })).toEqual(["Gaëlle Graphiste", "Gaston Graphiste"]);
    expect(await found({ competence: "notes" })).toEqual(["Gaëlle Graphiste"]);
    expect(await found({ interet: "sante" })).toEqual(["Gaëlle Graphiste"]);
  });

  it("says only what matched", async () => {
    const { people } = await getDirectory(await me(), { competence: "graphisme", q: "gaëlle" });
    expect(people.map(({ labels }) => labels)).toEqual([["Graphisme"]]);
  });

  it("never matches what does not reach the reader, until she is a coopain", async () => {
    expect(await found({ q: "Solange" })).toEqual(["Solange Secrète"]);
    expect(await found({ competence: "graphisme", q: "Solange" })).toEqual([]);
    const other = ids.get("Solange Secrète") ?? "";
    await db.$executeRaw(sql`insert into coopain (member_id, other_id, since)
      values (${reader.id}, ${other}, now()), (${other}, ${reader.id}, now())`);
    expect(await found({ competence: "graphisme", q: "Solange" })).toEqual(["Solange Secrète"]);
  });
});

describe("looking around", () => {
  it("tells bands, the nearest first, and never a distance", async () => {
    const { people } = await getDirectory(await me(), { distance: "50" });
    const bands = people.filter(({ name }) => /Bourg|Dix|Vingt|Loin|Ailleurs/.test(name));
    expect(bands.map(({ name, band }) => [name, band])).toEqual([
      ["Berthe Bourg", 5],
      ["Denis Dix", 10],
      ["Vera Vingt", 20],
      ["Luc Loin", 50],
    ]);
    expect(Object.keys(people[0] ?? {}).sort()).toEqual(["band", "href", "id", "labels", "name", "photo", "section"]);
    expect(await found({ distance: "10", q: "vera" })).toEqual([]);
  });

  it("says so when her own commune is on no map", async () => {
    const abroad = await createPerson("Anna Abroad", { section: "FE-DE" });
    const view = await getDirectory(await actorOfMember(abroad.id), { distance: "20" });
    expect(view).toMatchObject({ people: [], unknown: "distance" });
  });

  it("finds a section by one of its communes, and offers the others of that name", async () => {
    const view = await getDirectory(await me(), { lieu: "Moulins" });
    expect(view.place).not.toBeNull();
    expect((await getDirectory(await me(), { lieu: "03100" })).people.map(({ name }) => name)).toContain(
      "Nadia Mercier",
    );
    expect(await getDirectory(await me(), { lieu: "Zzqxw" })).toMatchObject({ unknown: "lieu", people: [] });
  });
});

describe("turning pages", () => {
  it("shows each member once, twenty at a time, in the order of the alphabet", async () => {
    for (let n = 0; n < 45; n++) await live(`Page ${String.fromCharCode(97 + (n % 26))}${n}`);
    const names: string[] = [];
    let apres: string | undefined;
    do {
      const view = await getDirectory(await me(), { q: "page", apres });
      expect(view.people.length).toBeLessThanOrEqual(20);
      names.push(...view.people.map(({ name }) => name));
      apres = view.next ?? undefined;
    } while (apres);
    expect(names).toHaveLength(45);
    expect(new Set(names).size).toBe(45);
    expect(names).toEqual([...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  });

  it("shows a whole section so, too", async () => {
    const names: string[] = [];
    let apres: string | undefined;
    do {
      const view = await getDirectory(await me(), { section: "03185", apres });
      names.push(...view.people.map(({ name }) => name));
      apres = view.next ?? undefined;
    } while (apres);
    const all = await db.$queryRaw<{ name: string }[]>(sql`
      select m.name from member m join profile p on p.member_id = m.id and p.card_for = 'members'
      where m.section_id = '03185' order by folded(m.name) collate "C", m.id`);
    expect(all.length).toBeGreaterThan(45);
    expect(names).toEqual(all.map(({ name }) => name));
  });

  it("begins nowhere after somebody hidden", async () => {
    const hidden = await createPerson("Page Hidden", { section: "03185" });
    expect(await found({ q: "page", apres: hidden.id })).toEqual([]);
    expect(await found({ section: "03185", apres: hidden.id })).toEqual([]);
    expect(await found({ q: "page", apres: newId() })).toEqual([]);
  });
});

describe("what makes no sense", () => {
  const megabyte = "a".repeat(1_000_000);
  it.each([
    ["an array", { q: ["a", "b"] }],
    ["1 MB", { q: megabyte }],
    ["NUL", { q: "a\0b" }],
    ["a lone surrogate", { q: "a\ud800" }],
    ["signs alone", { q: "%%%" }],
  ])("answers %s with a word, and finds nobody", async (_, input) => {
    expect(await getDirectory(await me(), input)).toMatchObject({ people: [], unknown: "q" });
  });

  it("leaves out other fields that make none", async () => {
    const view = await getDirectory(await me(), { q: "nadia", distance: "7", apres: "../..", section: "%", role: "x" });
    expect(view.people.map(({ name }) => name)).toContain("Nadia Mercier");
    expect(await found({ section: "inconnue" })).toEqual([]);
  });

  const over = async (session: string | null, search: string) => {
    const request = new NextRequest(`http://localhost/api/membres/recherche${search}`);
    const response = await inBrowser(session, () => searchRoute(request, { params: Promise.resolve({}) }));
    return { status: response.status, body: await response.json(), retry: response.headers.get("retry-after") };
  };

  it("refuses it over HTTP with 422", async () => {
    for (const search of ["", "?q=", "?q=a", `?q=${"a".repeat(2000)}`, "?q=ab%00", "?q=nadia&role=x"])
      expect((await over(reader.session, search)).status).toBe(422);
  });

  it("is absent for visitors and suspended members", async () => {
    expect((await over(null, "?q=nadia")).status).toBe(404);
    await expect(getDirectory(visitor, {})).rejects.toMatchObject({ code: "not_found" });
  });

  it("stops at sixty a minute over HTTP with 429 and a time, and at six hundred a day in its own words", async () => {
    singletons.limits = createLimits();
    const person = await createPerson("Robot Recopieur");
    for (let n = 0; n < 60; n++) expect((await over(person.session, "?q=nadia")).status).toBe(200);
    const refused = await over(person.session, "?q=nadia");
    expect(refused).toMatchObject({ status: 429, body: { error: { code: "rate_limited" } } });
    expect(Number(refused.retry)).toBeGreaterThan(0);
    const patient = await createPerson("Patient Recopieur");
    await db.$executeRaw(sql`insert into rate_limit (key, points, expire)
      values (${`directory-day:${patient.id}`}, 600, ${Date.now() + 3_600_000})`);
    await expect(getDirectory(await actorOfMember(patient.id), { q: "nadia" })).rejects.toMatchObject({
      code: "rate_limited",
      reason: "searched_enough",
    });
    // Her own section, without a search, stays open.
    expect(await getDirectory(await actorOfMember(patient.id), {})).toMatchObject({ own: true });
    withoutLimits();
  });
});

describe("the words of a search", () => {
  it("forgives one slip in words of four letters at least", () => {
    const forgives = (typed: string, name: string) => resembling(name.split(" "), typed).length > 0;
    for (const typed of ["nadia", "nadai", "nadi", "naddia", "naria", "ndaia", "andia"])
      expect(forgives(typed, "nadia mercier"), typed).toBe(true);
    for (const typed of ["madia", "dnaix", "norda"]) expect(forgives(typed, "nadia mercier"), typed).toBe(false);
    expect(forgives("nda", "nadia mercier")).toBe(false);
  });

  it("knows labels by the beginning of their words", () => {
    expect(spellingsOf(["Prise de notes", "Notes", "Annotations"], "notes")).toEqual(["Prise de notes", "Notes"]);
    expect(spellingsOf(["Santé"], "s")).toEqual([]);
  });
});
