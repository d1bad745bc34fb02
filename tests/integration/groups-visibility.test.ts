import { createGroup, inviteInTheDatabase } from "@tests/support/groups-world.ts";
import {
  blockInTheDatabase,
  createPerson,
  outcomeOf,
  type Person,
  suspendInTheDatabase,
} from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, type Member, visitor } from "@/core/actor.ts";
import { ensurePlaceGroups, findMyGroups, getGroup, myGroupIds } from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { actorOfSession } from "@/platform/session.ts";

const CLERMONT = "national/63/63113";
const names = ["samia", "agnes", "lise", "lucie", "farid", "noe", "suzanne"] as const;
let people: Record<(typeof names)[number], Person>;
const as = (who: keyof typeof people): Promise<Actor> => actorOfSession(people[who].session);
const placeGroup = async (place: string) => (await db.group.findUniqueOrThrow({ where: { place } })).id;

/** "–" does not exist for her, "card" she may know of it, or what she is in what she reads ("reader" at least). */
async function standing(actor: Actor, id: string): Promise<string> {
  if ((await outcomeOf(getGroup(actor, id))) !== "ok") return "–";
  const group = await getGroup(actor, id);
  return group.reads ? (group.role ?? "reader") : "card";
}

beforeAll(async () => {
  await ensurePlaceGroups();
  people = {
    samia: await createPerson("Samia Sympathisante"),
    agnes: await createPerson("Agnès Adhérente", { adherent: true }),
    lise: await createPerson("Lise Lointaine", { section: "03185", adherent: true }),
    lucie: await createPerson("Lucie Locale", {
      adherent: true,
      section: "63-autres",
      mandates: [{ role: "section_leader", scope: CLERMONT }],
    }),
    farid: await createPerson("Farid Fédéral", {
      adherent: true,
      section: "03185",
      mandates: [{ role: "federation_admin", scope: "national/63" }],
    }),
    noe: await createPerson("Noé National", {
      adherent: true,
      mandates: [{ role: "national_admin", scope: "national" }],
    }),
    suzanne: await createPerson("Suzanne Suspendue", { adherent: true }),
  };
  await suspendInTheDatabase(people.suzanne.id);
});

describe("the group of a place", () => {
  it("is that of those who live there, led by those who answer for it, and nobody else knows of it", async () => {
    const id = await placeGroup(CLERMONT);
    expect(await standing(await as("samia"), id)).toBe("member");
    expect(await standing(await as("lise"), id)).toBe("–");
    expect(await standing(await as("lucie"), id)).toBe("lead");
    expect(await standing(await as("farid"), id)).toBe("lead");
    expect(await standing(visitor, id)).toBe("–");
    expect(await standing(await as("suzanne"), id)).toBe("–");
  });

  it("follows a member who moves: the old one closes, the new one opens", async () => {
    const ana = await createPerson("Ana Déménage");
    const [clermont, vichy] = [await placeGroup(CLERMONT), await placeGroup("national/03/03185")];
    const whole = await placeGroup("national");
    const places = async () => {
      const actor = await actorOfSession(ana.session);
      return [await standing(actor, clermont), await standing(actor, vichy), await standing(actor, whole)];
    };
    expect(await places()).toEqual(["member", "–", "member"]);
    await db.member.update({ where: { id: ana.id }, data: { sectionId: "03185" } });
    expect(await places()).toEqual(["–", "member", "member"]);
  });

  it("of the whole country is led by the national level, which knows the card of the others", async () => {
    expect(await standing(await as("noe"), await placeGroup("national"))).toBe("lead");
    const vichy = await placeGroup("national/03/03185");
    expect(await standing(await as("noe"), vichy)).toBe("card");
    await db.groupVisit.create({
      data: {
        id: "v00000000001",
        groupId: vichy,
        visitorId: people.noe.id,
        purpose: "Voir un signalement.",
        visitedAt: clock.now(),
      },
    });
    expect(await standing(await as("noe"), vichy)).toBe("reader");
    const old = new Date(clock.now().getTime() - 25 * 3_600_000);
    await db.groupVisit.update({ where: { id: "v00000000001" }, data: { visitedAt: old } });
    expect(await standing(await as("noe"), vichy)).toBe("card");
  });
});

describe("a group that members formed", () => {
  it("is everybody's to read when it is open, unless it is for adherents", async () => {
    const { id } = await createGroup({ entry: "open" });
    expect(await standing(visitor, id)).toBe("reader");
    expect(await standing(await as("samia"), id)).toBe("reader");
    const adherents = await createGroup({ entry: "open", adherentsOnly: true });
    expect(await standing(visitor, adherents.id)).toBe("–");
    expect(await standing(await as("samia"), adherents.id)).toBe("–");
    expect(await standing(await as("lise"), adherents.id)).toBe("reader");
    expect(await standing(await as("suzanne"), id)).toBe("–");
  });

  it("on request shows its card to whoever may ask, and its wall to its members", async () => {
    const { id } = await createGroup({ entry: "request", members: [people.agnes] });
    expect(await standing(visitor, id)).toBe("card");
    expect(await standing(await as("samia"), id)).toBe("card");
    expect(await standing(await as("farid"), id)).toBe("card");
    expect(await standing(await as("agnes"), id)).toBe("member");
  });

  it("closed does not exist but for its members and those whom they invite, whatever her mandate", async () => {
    const { id } = await createGroup({ entry: "closed", leads: [people.agnes] });
    for (const who of ["samia", "lucie", "farid", "noe"] as const) expect(await standing(await as(who), id)).toBe("–");
    await inviteInTheDatabase(id, people.samia.id, people.agnes.id);
    expect(await standing(await as("samia"), id)).toBe("card");
    expect(await standing(await as("agnes"), id)).toBe("lead");
    await db.groupVisit.create({
      data: {
        id: "v00000000002",
        groupId: id,
        visitorId: people.noe.id,
        purpose: "Voir ce qui s’y dit.",
        visitedAt: clock.now(),
      },
    });
    expect(await standing(await as("noe"), id)).toBe("–");
  });

  it("closed is unknown again to who was invited by somebody with whom she has a block, whoever asked for it", async () => {
    const { id } = await createGroup({ entry: "closed", leads: [people.agnes] });
    const [one, two] = [await createPerson("Rita Bloque"), await createPerson("Rose Bloquée")];
    for (const person of [one, two]) await inviteInTheDatabase(id, person.id, people.agnes.id);
    expect(await standing(await actorOfSession(one.session), id)).toBe("card");
    await blockInTheDatabase(one.id, people.agnes.id);
    await blockInTheDatabase(people.agnes.id, two.id);
    for (const person of [one, two]) expect(await standing(await actorOfSession(person.session), id)).toBe("–");
  });

  it("of adherents ends for a member who is one no longer, and nobody invites her back in", async () => {
    const ana = await createPerson("Ana Partie", { adherent: true });
    const { id } = await createGroup({ entry: "request", adherentsOnly: true, members: [ana] });
    expect(await standing(await actorOfSession(ana.session), id)).toBe("member");
    await db.member.update({ where: { id: ana.id }, data: { adherentSince: null } });
    expect(await standing(await actorOfSession(ana.session), id)).toBe("–");
    await inviteInTheDatabase(id, ana.id, people.agnes.id);
    expect(await standing(await actorOfSession(ana.session), id)).toBe("–");
    expect(await findMyGroups((await actorOfSession(ana.session)) as Member)).not.toContainEqual(
      expect.objectContaining({ id }),
    );
  });

  it("hidden by moderation exists for nobody", async () => {
    const { id } = await createGroup({ leads: [people.agnes] });
    await db.group.update({ where: { id }, data: { hiddenAt: clock.now() } });
    for (const who of ["samia", "agnes", "noe"] as const) expect(await standing(await as(who), id)).toBe("–");
    expect(await standing(visitor, id)).toBe("–");
  });
});

describe("one's own groups", () => {
  it("are those of her places, then those that she is in or follows", async () => {
    const ana = await createPerson("Ana Nouvelle");
    const { id } = await createGroup({ name: "Zones humides", followers: [ana] });
    const led = await createGroup({ name: "Zèle", leads: [ana] });
    const actor = (await actorOfSession(ana.session)) as Member;
    expect(await findMyGroups(actor)).toMatchObject([
      { name: "Clermont-Ferrand", role: "member" },
      { name: "Puy-de-Dôme", role: "member" },
      { name: "Le parti", role: "member" },
      { id: led.id, role: "lead" },
      { id, role: "follower" },
    ]);
    const [{ count } = { count: 0 }] = await db.$queryRaw<{ count: number }[]>(
      sql`select count(*)::int from member_group g where g.id in ${myGroupIds(actor)}`,
    );
    expect(count).toBe(5);
  });
});
