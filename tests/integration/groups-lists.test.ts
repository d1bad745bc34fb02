import { createGroup, putInGroup } from "@tests/support/groups-world.ts";
import { blockInTheDatabase, createPerson, outcomeOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import { ensurePlaceGroups, getGroup, getGroupList, getGroupMembers } from "@/features/groups/index.ts";
import { db } from "@/platform/db/client.ts";
import { as, CLERMONT, composeGroups, groupCast } from "./groups-cast.ts";

let people: Awaited<ReturnType<typeof groupCast>>;
const actorOf = async (who: keyof typeof people) => (await as(people[who])).actor;
const namesOf = async (actor: Actor, asked: object) => (await getGroupList(actor, asked)).found.map(({ name }) => name);

beforeAll(async () => {
  withoutLimits();
  await composeGroups();
  await ensurePlaceGroups();
  people = await groupCast();
});

describe("finding a group", () => {
  beforeAll(async () => {
    await createGroup({ name: "Écologie populaire", themes: ["ecologie"], scope: CLERMONT });
    await createGroup({ name: "Vélo à Montluçon", kind: "local", themes: ["transports"], scope: "national/03/03185" });
    await createGroup({ name: "Hôpital public", kind: "working", themes: ["sante"], scope: "national/63" });
    await createGroup({ name: "Conseil caché", entry: "closed", leads: [people.agnes] });
    await createGroup({ name: "Entre adhérents", adherentsOnly: true, scope: "national" });
  });

  it("takes its name without accents, and with a slip", async () => {
    const actor = await actorOf("samia");
    expect(await namesOf(actor, { q: "ecologie" })).toEqual(["Écologie populaire"]);
    expect(await namesOf(actor, { q: "HOPITAL" })).toEqual(["Hôpital public"]);
    expect(await namesOf(actor, { q: "ecolgie" })).toEqual(["Écologie populaire"]);
    expect(await namesOf(actor, { q: "%" })).toEqual([]);
    expect(await namesOf(actor, { q: "!_" })).toEqual([]);
  });

  it("takes a theme, a sort, and a commune with its federation", async () => {
    const actor = await actorOf("samia");
    expect(await namesOf(actor, { theme: "sante" })).toEqual(["Hôpital public"]);
    expect(await namesOf(actor, { genre: "local" })).toEqual(["Vélo à Montluçon"]);
    expect(await namesOf(actor, { lieu: "Montluçon" })).toEqual(["Vélo à Montluçon"]);
    expect(await namesOf(actor, { lieu: "63000" })).toEqual(["Écologie populaire", "Hôpital public"]);
    expect(await getGroupList(actor, { lieu: "zzqqxx" })).toMatchObject({ unknownPlace: true, found: [] });
    expect(await namesOf(actor, { theme: "x", genre: ["a"], q: { evil: 1 } })).toContain("Hôpital public");
  });

  it("holds what the reader may know of, the nearest first, her own apart", async () => {
    const samia = await namesOf(await actorOf("samia"), {});
    expect(samia).toEqual(["Écologie populaire", "Hôpital public", "Vélo à Montluçon"]);
    expect(await namesOf(await actorOf("basile"), {})).toEqual([
      "Écologie populaire",
      "Hôpital public",
      "Entre adhérents",
      "Vélo à Montluçon",
    ]);
    expect(await namesOf(visitor, {})).toEqual(expect.arrayContaining(samia));
    expect(await namesOf(visitor, { q: "caché" })).toEqual([]);
    expect(await namesOf(await actorOf("noe"), { q: "caché" })).not.toContain("Conseil caché");
    const agnes = await getGroupList(await actorOf("agnes"), {});
    expect(agnes.mine.map(({ name }) => name)).toEqual([
      "Clermont-Ferrand",
      "Puy-de-Dôme",
      "Le parti",
      "Conseil caché",
    ]);
    expect(agnes.found.map(({ name }) => name)).not.toContain("Conseil caché");
  });

  it("goes on page after page, each group once", async () => {
    for (let n = 0; n < 45; n++) await createGroup({ name: `Jardin ${n % 7}`, themes: ["agriculture"] });
    const actor = await actorOf("samia");
    const seen: string[] = [];
    let apres: string | null | undefined;
    do {
      const page: Awaited<ReturnType<typeof getGroupList>> = await getGroupList(actor, {
        theme: "agriculture",
        ...(apres && { apres }),
      });
      seen.push(...page.found.map(({ id }) => id));
      apres = page.next;
    } while (apres);
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
  });

  it("tells visitors no number of members", async () => {
    const [found] = (await getGroupList(visitor, { q: "hopital" })).found;
    expect(found).toMatchObject({ name: "Hôpital public", memberCount: null, role: null });
  });
});

describe("the members of a group", () => {
  const list = async (who: keyof typeof people, groupId: string, asked: object = {}) => {
    const actor = await actorOf(who);
    return getGroupMembers(actor, await getGroup(actor, groupId), asked);
  };

  it("are told by those whose card the reader sees, and a count of the others; who follows is counted apart", async () => {
    const shy = await createPerson("Sacha Secret", { section: "03185" });
    const { id } = await createGroup({
      leads: [people.agnes],
      members: [people.samia, people.basile, shy],
      followers: [people.carla],
    });
    const view = await list("samia", id);
    expect(view.members.map(({ name, role }) => [name, role])).toEqual([
      ["Agnès Adhérente", "lead"],
      ["Basile Berger", "member"],
      ["Samia Sympathisante", "member"],
    ]);
    expect(view).toMatchObject({ others: 1, followers: 1 });
    expect(view.members.every(({ roles, canRemove }) => roles.length === 0 && !canRemove)).toBe(true);
  });

  it("are all known by name to who keeps it, whoever blocked whom; the card stays closed", async () => {
    const rita = await createPerson("Rita Rebelle");
    const { id } = await createGroup({ leads: [people.agnes], members: [rita, people.basile] });
    await blockInTheDatabase(rita.id, people.agnes.id);
    const kept = (await list("agnes", id)).members.find(({ name }) => name === "Rita Rebelle");
    expect(kept).toMatchObject({ href: null, photo: null, canRemove: true });
    expect(kept?.roles).toEqual(["follower", "manager", "lead"]);
    await blockInTheDatabase(rita.id, people.basile.id);
    const view = await list("basile", id);
    expect(view.members.map(({ name }) => name)).not.toContain("Rita Rebelle");
    expect(view.others).toBe(1);
  });

  it("are found by name, also without accents, and nothing else is told of those who are not", async () => {
    const { id } = await createGroup({ leads: [people.agnes], members: [people.basile] });
    expect((await list("samia", id, { q: "agnes" })).members.map(({ name }) => name)).toEqual(["Agnès Adhérente"]);
    expect(await list("samia", id, { q: "zzz" })).toMatchObject({ members: [], others: null });
    expect((await list("samia", id, { q: "%" })).members).toEqual([]);
  });

  it("are nobody's who does not read within: visitors of an open group, non-members of one on request", async () => {
    const open = await createGroup({ leads: [people.agnes] });
    const asked = await createGroup({ entry: "request", leads: [people.agnes] });
    const members = async (actor: Actor, id: string) =>
      outcomeOf(getGroup(actor, id).then((group) => getGroupMembers(actor, group, {})));
    expect(await members(visitor, open.id)).toBe("not_found");
    expect(await members(await actorOf("samia"), asked.id)).toBe("not_found");
    expect(await members(await actorOf("samia"), open.id)).toBe("ok");
  });

  it("of a section are those who live there, its leader first; of a federation, the directory's", async () => {
    const section = await db.group.findUniqueOrThrow({ where: { place: "national/63/63-autres" } });
    const leader = await createPerson("Zoé Secrétaire", {
      section: "63-autres",
      adherent: true,
      mandates: [{ role: "section_leader", scope: "national/63/63-autres" }],
    });
    const { actor } = await as(leader);
    const view = await getGroupMembers(actor, await getGroup(actor, section.id), {});
    expect(view.members[0]).toMatchObject({ name: "Zoé Secrétaire", role: "lead" });
    expect(view.members.map(({ name }) => name)).toContain("Lucie Locale");
    expect(view.members.every(({ roles, canRemove }) => roles.length === 0 && !canRemove)).toBe(true);
    const federation = await db.group.findUniqueOrThrow({ where: { place: "national/63" } });
    expect(await list("samia", federation.id)).toMatchObject({ tooMany: true, members: [] });
  });

  it("go on page after page, each once", async () => {
    const { id } = await createGroup({ leads: [people.agnes] });
    for (let n = 0; n < 35; n++) await putInGroup(id, (await createPerson(`Membre ${n % 5}`)).id);
    const seen: string[] = [];
    let apres: string | null | undefined;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list("agnes", id, apres ? { apres } : {});
      seen.push(...page.members.map((one) => one.id));
      apres = page.next;
    } while (apres);
    expect(seen).toHaveLength(36);
    expect(new Set(seen).size).toBe(36);
  });
});
