import { createGroup, inviteInTheDatabase, putInGroup } from "@tests/support/groups-world.ts";
import { createPerson, outcomeOf, type Person, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { getGroup, groupCommands, termsOf } from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import type { Mail } from "@/platform/mail.ts";
import { as, composeGroups, deliver, groupCast, sent } from "./groups-cast.ts";

vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

const { joinGroup, followGroup, leaveGroup } = groupCommands;
let people: Awaited<ReturnType<typeof groupCast>>;

const roleOf = async (groupId: string, { id: memberId }: Person) =>
  (await db.groupMembership.findUnique({ where: { groupId_memberId: { groupId, memberId } } }))?.role ?? null;
const factsOf = async (groupId: string) =>
  (await db.fact.findMany({ where: { ids: { path: ["groupId"], equals: groupId } }, orderBy: { id: "asc" } })).map(
    ({ name, ids }) => [name, (ids as { memberId?: string }).memberId],
  );

beforeAll(async () => {
  withoutLimits();
  await composeGroups();
  people = await groupCast();
});
beforeEach(() => deliver());

describe("joining a group", () => {
  it("lets whoever reads an open one in; the fact is about her, nobody is written to", async () => {
    const { id: groupId } = await createGroup({ leads: [people.agnes] });
    expect(await joinGroup(await as(people.samia), { groupId })).toMatchObject({ id: groupId });
    expect(await roleOf(groupId, people.samia)).toBe("member");
    expect(await factsOf(groupId)).toEqual([["group.joined", people.samia.id]]);
    expect(await deliver()).toEqual([]);
  });

  it("asks that its rules be accepted, where it has some, and keeps when they were", async () => {
    const { id: groupId } = await createGroup({ rules: "On s’écoute.", leads: [people.agnes] });
    expect(await outcomeOf(joinGroup(await as(people.samia), { groupId }))).toBe("invalid");
    expect(await roleOf(groupId, people.samia)).toBeNull();
    const accepted = { groupId, rulesAccepted: "oui" as const };
    // What the form showed is what she accepts, and not what was written meanwhile.
    expect(await outcomeOf(joinGroup(await as(people.samia), { ...accepted, terms: "anciennes" }))).toBe("conflict");
    await joinGroup(await as(people.samia), { ...accepted, terms: termsOf({ questions: [], rules: "On s’écoute." }) });
    const row = await db.groupMembership.findFirstOrThrow({ where: { groupId, memberId: people.samia.id } });
    expect(row.rulesAcceptedAt).not.toBeNull();
  });

  it("is refused where one asks first, is in already, or is nobody; what one may not know of is absent", async () => {
    const asked = await createGroup({ entry: "request", leads: [people.agnes] });
    const closed = await createGroup({ entry: "closed", leads: [people.agnes] });
    const adherents = await createGroup({ adherentsOnly: true, leads: [people.agnes] });
    const open = await createGroup({ members: [people.samia] });
    const join = async (groupId: string, person = people.samia) => outcomeOf(joinGroup(await as(person), { groupId }));
    expect(await join(asked.id)).toBe("forbidden");
    expect(await join(closed.id)).toBe("not_found");
    expect(await join(adherents.id)).toBe("not_found");
    expect(await join(adherents.id, people.basile)).toBe("ok");
    expect(await join(open.id)).toBe("conflict");
    expect(await join(newId())).toBe("not_found");
    expect(await outcomeOf(joinGroup({ actor: visitor }, { groupId: open.id }))).toBe("unauthenticated");
    await inviteInTheDatabase(closed.id, people.samia.id, people.agnes.id);
    expect(await join(closed.id)).toBe("forbidden"); // an invitation is answered, by its own door
  });

  it("happens once, however many clicks at once", async () => {
    const { id: groupId } = await createGroup({ leads: [people.agnes] });
    const caller = await as(people.samia);
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => outcomeOf(joinGroup(caller, { groupId }))));
    expect(outcomes).toContain("ok");
    expect(outcomes.every((one) => one === "ok" || one === "conflict")).toBe(true);
    expect(await factsOf(groupId)).toEqual([["group.joined", people.samia.id]]);
  });

  it("makes a follower a member, and settles what waited between the two", async () => {
    const { id: groupId } = await createGroup({ leads: [people.agnes], followers: [people.samia] });
    await inviteInTheDatabase(groupId, people.samia.id, people.agnes.id);
    await db.groupRequest.create({
      data: { id: newId(), groupId, memberId: people.samia.id, askedAt: clock.now() },
    });
    await joinGroup(await as(people.samia), { groupId });
    expect(await roleOf(groupId, people.samia)).toBe("member");
    expect(await db.groupInvitation.findFirst({ where: { groupId } })).toMatchObject({ accepted: true });
    expect((await db.groupRequest.findFirstOrThrow({ where: { groupId } })).cancelledAt).not.toBeNull();
  });

  it("gives a lead to a group that nobody leads any more: whoever comes first, who is told", async () => {
    const { id: groupId } = await createGroup();
    await joinGroup(await as(people.samia), { groupId });
    await joinGroup(await as(people.basile), { groupId });
    expect([await roleOf(groupId, people.samia), await roleOf(groupId, people.basile)]).toEqual(["lead", "member"]);
    expect((await deliver()).map(({ to }) => to)).toEqual([people.samia.email]);
  });
});

describe("following a group", () => {
  it("is for open ones, and takes nothing from a role that one has", async () => {
    const { id: groupId } = await createGroup({ leads: [people.agnes] });
    await followGroup(await as(people.samia), { groupId });
    expect(await roleOf(groupId, people.samia)).toBe("follower");
    expect(await outcomeOf(followGroup(await as(people.samia), { groupId }))).toBe("conflict");
    expect(await outcomeOf(followGroup(await as(people.agnes), { groupId }))).toBe("conflict");
    expect(await roleOf(groupId, people.agnes)).toBe("lead");
    const asked = await createGroup({ entry: "request" });
    expect(await outcomeOf(followGroup(await as(people.samia), { groupId: asked.id }))).toBe("forbidden");
    expect(await outcomeOf(followGroup({ actor: visitor }, { groupId }))).toBe("unauthenticated");
  });
});

describe("leaving a group", () => {
  it("takes one out of it, or stops following", async () => {
    const { id: groupId } = await createGroup({
      leads: [people.agnes],
      members: [people.samia],
      followers: [people.basile],
    });
    for (const person of [people.samia, people.basile]) {
      await leaveGroup(await as(person), { groupId });
      expect(await roleOf(groupId, person)).toBeNull();
      expect(await outcomeOf(leaveGroup(await as(person), { groupId }))).toBe("conflict");
    }
    expect(await factsOf(groupId)).toEqual([
      ["group.left", people.samia.id],
      ["group.left", people.basile.id],
    ]);
  });

  it("waits until the last lead has handed it over", async () => {
    const { id: groupId } = await createGroup({ leads: [people.agnes], members: [people.samia] });
    const leave = async () => outcomeOf(leaveGroup(await as(people.agnes), { groupId }));
    expect(await leave()).toBe("conflict");
    await groupCommands.setRole(await as(people.agnes), { groupId, memberId: people.samia.id, role: "lead" });
    expect(await leave()).toBe("ok");
    expect(await roleOf(groupId, people.samia)).toBe("lead");
  });

  it("is free for who is alone in it, followers apart", async () => {
    const { id: groupId } = await createGroup({ leads: [people.agnes], followers: [people.samia] });
    expect(await outcomeOf(leaveGroup(await as(people.agnes), { groupId }))).toBe("ok");
  });

  it("leaves one lead at least when two leave at the same moment", async () => {
    const { id: groupId } = await createGroup({ leads: [people.agnes, people.basile], members: [people.samia] });
    const both = await Promise.all(
      [people.agnes, people.basile].map(async (person) => outcomeOf(leaveGroup(await as(person), { groupId }))),
    );
    expect(both.sort()).toEqual(["conflict", "ok"]);
    expect(await db.groupMembership.count({ where: { groupId, role: "lead" } })).toBe(1);
  });
});

describe("a group of adherents", () => {
  it("lets nobody else in, also who knows of it by her mandate", async () => {
    const national = await createPerson("Noé Sympathisant", {
      mandates: [{ role: "national_admin", scope: "national" }],
    });
    const { id: groupId } = await createGroup({ adherentsOnly: true, leads: [people.agnes] });
    expect(await outcomeOf(getGroup((await as(national)).actor, groupId))).toBe("ok");
    expect(await outcomeOf(joinGroup(await as(national), { groupId }))).toBe("forbidden");
    expect(await outcomeOf(followGroup(await as(national), { groupId }))).toBe("forbidden");
  });
});

describe("a group that was of adherents", () => {
  it("lets who is one no longer neither post, keep nor lead it, and lets her leave nothing", async () => {
    const ana = await createPerson("Ana Partie", { adherent: true });
    const { id: groupId } = await createGroup({ adherentsOnly: true, leads: [ana], members: [people.basile] });
    await db.member.update({ where: { id: ana.id }, data: { adherentSince: null } });
    const person = { groupId, memberId: people.basile.id };
    expect(await outcomeOf(groupCommands.setRole(await as(ana), { ...person, role: "manager" }))).toBe("not_found");
    expect(await outcomeOf(leaveGroup(await as(ana), { groupId }))).toBe("not_found");
    await putInGroup(groupId, people.carla.id);
    // Whoever comes next finds it led again.
    await groupCommands.joinGroup(await as(people.agnes), { groupId });
    expect(await roleOf(groupId, people.basile)).toBe("lead");
  });
});
