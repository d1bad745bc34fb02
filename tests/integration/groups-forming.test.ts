import { createGroup } from "@tests/support/groups-world.ts";
import { createPerson, outcomeOf, type Person, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { jobs } from "@/composition.ts";
import { type Actor, system } from "@/core/actor.ts";
import { isAppError } from "@/core/app-error.ts";
import { ensurePlaceGroups, getGroup, groupCommands, listFormingScopes } from "@/features/groups/index.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfSession } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";

const CLERMONT = "national/63/63113";
const content: Parameters<typeof groupCommands.createGroup>[1] = {
  name: "Logement à Clermont",
  purpose: "Suivre le plan local de l’habitat.",
  kind: "thematic",
  scope: CLERMONT,
  themes: ["logement"],
  entry: "open",
};

let people: Record<"samia" | "agnes" | "lucie" | "farid" | "noe", Person>;
const as = (person: Person): Promise<Actor> => actorOfSession(person.session);
const fieldsOf = async (work: Promise<unknown>) =>
  work.then(
    () => ({}),
    (error) => (isAppError(error) ? (error.fields ?? { code: error.code }) : { fault: String(error) }),
  );
const factsOf = (groupId: string) =>
  db.fact.findMany({ where: { ids: { path: ["groupId"], equals: groupId } }, orderBy: { id: "asc" } });

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  await ensurePlaceGroups();
  const adherent = { adherent: true };
  people = {
    samia: await createPerson("Samia Sympathisante"),
    agnes: await createPerson("Agnès Adhérente", adherent),
    lucie: await createPerson("Lucie Locale", {
      ...adherent,
      section: "63-autres",
      mandates: [{ role: "section_leader", scope: CLERMONT }],
    }),
    farid: await createPerson("Farid Fédéral", {
      ...adherent,
      section: "03185",
      mandates: [{ role: "federation_admin", scope: "national/63" }],
    }),
    noe: await createPerson("Noé National", { ...adherent, mandates: [{ role: "national_admin", scope: "national" }] }),
  };
});

describe("forming a group", () => {
  it("makes its author the lead, and tells it", async () => {
    const actor = await as(people.agnes);
    const { id, slug } = await groupCommands.createGroup({ actor }, content);
    expect(slug).toBe("logement-a-clermont");
    expect(await getGroup(actor, id)).toMatchObject({ name: content.name, role: "lead", reads: true, memberCount: 1 });
    expect((await factsOf(id)).map(({ name }) => name)).toEqual(["group.created"]);
  });

  it("is for adherents, where they live or answer", async () => {
    const form = async (person: Person, scope: string) =>
      outcomeOf(groupCommands.createGroup({ actor: await as(person) }, { ...content, scope }));
    expect(await form(people.samia, CLERMONT)).toBe("forbidden");
    expect(await form(people.agnes, "national/63")).toBe("ok");
    expect(await form(people.agnes, "national")).toBe("ok");
    expect(await form(people.agnes, "national/03")).toBe("forbidden");
    expect(await form(people.lucie, CLERMONT)).toBe("ok");
    expect(await form(people.farid, "national/63/63-autres")).toBe("ok");
    expect(await form(people.noe, "national/03/03185")).toBe("ok");
    expect(await form(people.agnes, "national/63/99999")).toBe("invalid");
  });

  it("offers those places and no other", async () => {
    const scopes = async (person: Person) => (await listFormingScopes(await as(person))).map(({ scope }) => scope);
    expect(await scopes(people.samia)).toEqual([]);
    expect(await scopes(people.agnes)).toEqual([CLERMONT, "national/63", "national"]);
    expect(await scopes(people.lucie)).toEqual([
      ...(await scopes(people.lucie)).filter((scope) => scope.split("/").length === 3),
      "national/63",
      "national",
    ]);
    expect(await scopes(people.farid)).toContain("national/63/63-autres");
  });

  it("says what is wrong, field by field", async () => {
    const actor = await as(people.agnes);
    const wrong = (patch: object) => fieldsOf(groupCommands.createGroup({ actor }, { ...content, ...patch } as never));
    expect(Object.keys(await wrong({ name: "x" }))).toEqual(["name"]);
    expect(Object.keys(await wrong({ purpose: "court" }))).toEqual(["purpose"]);
    expect(Object.keys(await wrong({ kind: "place" }))).toEqual(["kind"]);
    expect(Object.keys(await wrong({ entry: "ouvert" }))).toEqual(["entry"]);
    expect(Object.keys(await wrong({ questions: ["Qui ?", "Quand ?", "Comment ?", "Encore ?"] }))).toEqual([
      "questions",
    ]);
    const six = ["ecologie", "logement", "sante", "ecole", "travail", "culture"];
    expect(Object.keys(await wrong({ themes: six }))).toEqual(["themes"]);
  });

  it("happens once for a form that is sent twice, and three times a day", async () => {
    const ana = await createPerson("Ana Pressée", { adherent: true });
    const actor = await as(ana);
    const twice = { actor, key: "11111111-1111-4111-8111-111111111111" };
    const [one, two] = [
      await groupCommands.createGroup(twice, content),
      await groupCommands.createGroup(twice, content),
    ];
    expect(two).toEqual(one);
    singletons.limits = undefined;
    try {
      for (const expected of ["ok", "ok", "ok", "rate_limited"])
        expect(await outcomeOf(groupCommands.createGroup({ actor }, content))).toBe(expected);
    } finally {
      withoutLimits();
    }
  });
});

describe("changing a group", () => {
  const change = async (person: Person, groupId: string, patch: object = {}) =>
    groupCommands.editGroup({ actor: await as(person) }, { groupId, ...content, ...patch });

  it("is its leads' to do, and of those who answer for its place; nobody else's", async () => {
    const { id } = await createGroup({ leads: [people.agnes], managers: [people.samia], scope: CLERMONT });
    expect(await change(people.agnes, id, { name: "Habiter" })).toMatchObject({ slug: "habiter" });
    expect((await factsOf(id)).map(({ name }) => name)).toEqual(["group.edited"]);
    for (const who of ["lucie", "farid", "noe"] as const) expect(await outcomeOf(change(people[who], id))).toBe("ok");
    expect(await outcomeOf(change(people.samia, id))).toBe("forbidden");
    const elsewhere = await createGroup({ scope: "national/03" });
    expect(await outcomeOf(change(people.lucie, elsewhere.id, { scope: "national/03" }))).toBe("forbidden");
  });

  it("of a closed group is its leads' alone: for a mandate it does not exist", async () => {
    const { id } = await createGroup({ entry: "closed", leads: [people.agnes] });
    for (const who of ["lucie", "farid", "noe"] as const)
      expect(await outcomeOf(change(people[who], id))).toBe("not_found");
    expect(await outcomeOf(change(people.agnes, id, { entry: "closed" }))).toBe("ok");
  });

  it("takes it to another place only where its author could form it", async () => {
    const { id } = await createGroup({ leads: [people.agnes], scope: CLERMONT });
    expect(Object.keys(await fieldsOf(change(people.agnes, id, { scope: "national/03" })))).toEqual(["scope"]);
    expect(await outcomeOf(change(people.agnes, id, { scope: "national/63" }))).toBe("ok");
  });

  it("does not let somebody lock herself out", async () => {
    const { id } = await createGroup({ leads: [people.samia] });
    const shut = change(people.samia, id, { adherentsOnly: true });
    expect(Object.keys(await fieldsOf(shut))).toEqual(["adherentsOnly"]);
    expect(await outcomeOf(change(people.samia, id))).toBe("ok");
  });

  it("of a place leaves its name, its place and its way in as they are", async () => {
    const place = await db.group.findUniqueOrThrow({ where: { place: CLERMONT } });
    const words = { purpose: "Ce que l’on fait à Clermont.", postedBy: "manager", about: "", rules: "" } as const;
    const edit = async (person: Person) =>
      outcomeOf(groupCommands.editPlaceGroup({ actor: await as(person) }, { groupId: place.id, ...words }));
    expect(await edit(people.lucie)).toBe("ok");
    expect(await edit(people.agnes)).toBe("forbidden");
    expect(await outcomeOf(change(people.lucie, place.id))).toBe("not_found");
    const { name, slug, scope, entry, kind } = place;
    expect(await db.group.findUnique({ where: { id: place.id } })).toMatchObject({
      name,
      slug,
      scope,
      entry,
      kind,
      ...words,
    });
  });
});

describe("a place's group", () => {
  it("is made once, however often and however many at once", async () => {
    const before = await db.group.count({ where: { kind: "place" } });
    await Promise.all([ensurePlaceGroups(), ensurePlaceGroups(), ensurePlaceGroups()]);
    expect(await db.group.count({ where: { kind: "place" } })).toBe(before);
    const places = (await db.section.count()) + (await db.federation.count()) + 1;
    expect(before).toBe(places);
  });

  it("is nobody's to join, leave or change the roles of", async () => {
    const { id } = await db.group.findUniqueOrThrow({ where: { place: CLERMONT } });
    const actor = await as(people.agnes);
    expect(await outcomeOf(groupCommands.joinGroup({ actor }, { groupId: id }))).toBe("forbidden");
    expect(await outcomeOf(groupCommands.followGroup({ actor }, { groupId: id }))).toBe("forbidden");
    expect(await outcomeOf(groupCommands.leaveGroup({ actor }, { groupId: id }))).toBe("forbidden");
    const role = { groupId: id, memberId: people.samia.id, role: "manager" } as const;
    expect(await outcomeOf(groupCommands.setRole({ actor: await as(people.lucie) }, role))).toBe("not_found");
    expect(await outcomeOf(groupCommands.replaceLeads({ actor: system }, { memberId: people.lucie.id }))).toBe("ok");
  });
});
