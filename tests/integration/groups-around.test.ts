import { randomUUID } from "node:crypto";
import { createGroup, type GroupOfWorld } from "@tests/support/groups-world.ts";
import { createPerson, type Person, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { getActivity } from "@/features/activity/index.ts";
import { findGroupsOfPlace, listGroupsOfMember } from "@/features/groups/index.ts";
import { listNewestPosts } from "@/features/posts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";

const CLERMONT = "national/63/63113";
let people: Record<"neighbour" | "adherent" | "far" | "leader" | "national", Person>;
let groups: Record<"open" | "asked" | "closed" | "elsewhere", GroupOfWorld>;
const me = (who: keyof typeof people) => actorOfMember(people[who].id);
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).sort();

const write = (groupId: string, author: Person, body: string, daysAgo = 0, more: object = {}) =>
  db.post.create({
    data: {
      ...{ id: newId(), groupId, authorId: author.id, body, clientId: randomUUID() },
      ...{ createdAt: new Date(clock.now().getTime() - daysAgo * 86_400_000), ...more },
    },
  });

beforeAll(async () => {
  withoutLimits();
  people = {
    neighbour: await createPerson("Samia Voisine"),
    adherent: await createPerson("Agnès Adhérente", { adherent: true }),
    far: await createPerson("Lise Lointaine", { section: "03185" }),
    leader: await createPerson("Lucie Locale", {
      section: "03185",
      adherent: true,
      mandates: [{ role: "section_leader", scope: CLERMONT }],
    }),
    national: await createPerson("Noé National", {
      section: "03185",
      mandates: [{ role: "national_admin", scope: "national" }],
    }),
  };
  const { adherent, far } = people;
  groups = {
    open: await createGroup({ name: "Ouvert", members: [adherent], followers: [far] }),
    asked: await createGroup({ name: "Sur demande", entry: "request", members: [adherent] }),
    closed: await createGroup({ name: "Fermé", entry: "closed", leads: [adherent] }),
    elsewhere: await createGroup({ name: "Ailleurs", scope: "national/03/03185", members: [adherent] }),
  };
});

describe("the page of a place", () => {
  it("shows members the groups formed there that they may know of, and visitors none", async () => {
    const formed = async (who: keyof typeof people) =>
      names((await findGroupsOfPlace(await me(who), CLERMONT))?.formed ?? []);
    expect(await formed("neighbour")).toEqual(["Ouvert", "Sur demande"]);
    expect(await formed("far")).toEqual(["Ouvert", "Sur demande"]);
    expect(await formed("adherent")).toEqual(["Fermé", "Ouvert", "Sur demande"]);
    expect(await findGroupsOfPlace(visitor, CLERMONT)).toBeNull();
  });

  it("shows its own wall to those who live there and to those who answer for it alone", async () => {
    const own = await db.group.findUniqueOrThrow({ where: { place: CLERMONT } });
    await write(own.id, people.adherent, "Avant-hier.", 2);
    await write(own.id, people.adherent, "Hier.", 1);
    await write(own.id, people.adherent, "Masqué.", 0, { hiddenAt: clock.now() });
    await write(own.id, people.adherent, "Entre adhérent·e·s.", 0.5, { adherentsOnly: true });
    const wall = async (who: keyof typeof people) => {
      const actor = await me(who);
      const place = await findGroupsOfPlace(actor, CLERMONT);
      return place?.own && (await listNewestPosts(actor, place.own.id, 2)).map(({ body }) => body);
    };
    expect(await wall("neighbour")).toEqual(["Hier.", "Avant-hier."]);
    expect(await wall("adherent")).toEqual(["Entre adhérent·e·s.", "Hier."]);
    expect(await wall("leader")).toEqual(["Entre adhérent·e·s.", "Hier."]);
    expect(await wall("far")).toBeNull();
    expect(await wall("national")).toBeNull();
    expect(await listNewestPosts(visitor, own.id, 2)).toEqual([]);
  });
});

describe("the groups on a member’s page", () => {
  it("are those in which the reader reads her name already; never a closed one, nor what she only follows", async () => {
    const shown = async (who: keyof typeof people, of: keyof typeof people) =>
      names(await listGroupsOfMember(await me(who), people[of].id));
    expect(await shown("neighbour", "adherent")).toEqual(["Ailleurs", "Ouvert"]);
    expect(await shown("adherent", "adherent")).toEqual(["Ailleurs", "Fermé", "Ouvert", "Sur demande"]);
    expect(await shown("national", "adherent")).toEqual(["Ailleurs", "Ouvert"]);
    expect(await shown("neighbour", "far")).toEqual([]);
    expect(await listGroupsOfMember(visitor, people.adherent.id)).toEqual([]);
    await db.group.update({ where: { id: groups.elsewhere.id }, data: { hiddenAt: clock.now() } });
    expect(await shown("neighbour", "adherent")).toEqual(["Ouvert"]);
  });
});

describe("what is said on walls", () => {
  it("counts among a member’s real acts, by days; not what was taken away or hidden", async () => {
    const member = await createPerson("Paule Parle");
    const own = await actorOfMember(member.id);
    const days = async () =>
      (await getActivity(own, member.id))?.details?.find(({ label }) => /publications/.test(label))?.days;
    expect(await days()).toBe(0);
    const { id: postId } = await write(groups.open.id, member, "Une idée.", 3);
    await write(groups.open.id, member, "Une autre.", 3);
    await write(groups.open.id, member, "Reprise.", 9, { removedAt: clock.now() });
    await write(groups.open.id, member, "Masquée.", 12, { hiddenAt: clock.now() });
    await write(groups.open.id, member, "Trop vieille.", 90);
    expect(await days()).toBe(1);
    await db.postComment.create({
      data: { id: newId(), postId, authorId: member.id, body: "Oui.", clientId: randomUUID(), createdAt: clock.now() },
    });
    expect(await days()).toBe(2);
  });
});
