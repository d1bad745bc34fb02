import { createGroup, inviteInTheDatabase, putInGroup } from "@tests/support/groups-world.ts";
import {
  blockInTheDatabase,
  createPerson,
  outcomeOf,
  type Person,
  suspendInTheDatabase,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { system, visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import {
  ensurePlaceGroups,
  type GroupRole,
  getGroup,
  getGroupAbout,
  groupCommands,
  groupsPersonalData,
  listGroupInvitations,
  listNameable,
} from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import type { Mail } from "@/platform/mail.ts";
import { as, CLERMONT, composeGroups, deliver, groupCast, sent } from "./groups-cast.ts";

vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

let people: Awaited<ReturnType<typeof groupCast>>;
const roleOf = async (groupId: string, { id: memberId }: { id: string }) =>
  (await db.groupMembership.findUnique({ where: { groupId_memberId: { groupId, memberId } } }))?.role ?? null;
const give = async (by: Person, groupId: string, to: { id: string }, role: GroupRole) =>
  outcomeOf(groupCommands.setRole(await as(by), { groupId, memberId: to.id, role }));
const remove = async (by: Person, groupId: string, whom: { id: string }) =>
  outcomeOf(groupCommands.removeFromGroup(await as(by), { groupId, memberId: whom.id, words: "Il coupe la parole." }));

beforeAll(async () => {
  withoutLimits();
  await composeGroups();
  await ensurePlaceGroups();
  people = await groupCast();
});
beforeEach(() => deliver());

describe("giving a role", () => {
  it("is a lead's to do, up to her own; who is raised is told, once, and nobody else", async () => {
    const { id } = await createGroup({ leads: [people.agnes], members: [people.samia, people.basile] });
    expect(await give(people.agnes, id, people.samia, "manager")).toBe("ok");
    expect(await give(people.agnes, id, people.samia, "manager")).toBe("ok");
    const mails = await deliver();
    expect(mails.map(({ to }) => to)).toEqual([people.samia.email]);
    expect(mails[0]?.subject).toContain("gestionnaire");
    expect(await give(people.agnes, id, people.samia, "lead")).toBe("ok");
    expect((await deliver())[0]?.subject).toContain("responsable");
    expect(await give(people.agnes, id, people.samia, "follower")).toBe("ok");
    expect(await deliver()).toEqual([]); // less than before is said by who decided it
  });

  it("is not for managers, members, oneself or strangers", async () => {
    const { id } = await createGroup({ leads: [people.agnes], managers: [people.samia], members: [people.basile] });
    expect(await give(people.samia, id, people.basile, "manager")).toBe("forbidden");
    expect(await give(people.basile, id, people.basile, "lead")).toBe("forbidden");
    expect(await give(people.agnes, id, people.agnes, "member")).toBe("forbidden");
    expect(await give(people.carla, id, people.basile, "manager")).toBe("not_found");
    expect(await give(people.agnes, id, people.carla, "manager")).toBe("not_found"); // not in it
    expect(await give(people.agnes, id, { id: newId() }, "manager")).toBe("not_found");
    const person = { groupId: id, memberId: people.basile.id, role: "manager" } as const;
    expect(await outcomeOf(groupCommands.setRole({ actor: visitor }, person))).toBe("not_found");
  });

  it("by a mandate makes a member a manager, no more, in its own territory and in no closed group", async () => {
    const { id } = await createGroup({ leads: [people.agnes], members: [people.basile], scope: CLERMONT });
    expect(await give(people.lucie, id, people.basile, "lead")).toBe("forbidden");
    expect(await give(people.lucie, id, people.agnes, "member")).toBe("forbidden");
    expect(await give(people.lucie, id, people.basile, "manager")).toBe("ok");
    expect((await deliver()).map(({ to }) => to)).toEqual([people.basile.email]);
    const far = await createGroup({ members: [people.basile], scope: "national/03" });
    expect(await give(people.lucie, far.id, people.basile, "manager")).toBe("not_found");
    const closed = await createGroup({ entry: "closed", members: [people.basile], scope: CLERMONT });
    for (const by of [people.lucie, people.noe])
      expect(await give(by, closed.id, people.basile, "manager")).toBe("not_found");
  });

  it("by a mandate is offered among members whose card she sees, where she does not read the group herself", async () => {
    const shy = await createPerson("Sacha Secret", { section: "03185" });
    const { id } = await createGroup({ entry: "request", leads: [people.agnes], members: [people.basile, shy] });
    const nameable = async (person: Person) => {
      const { actor } = await as(person);
      return (await listNameable(actor, await getGroup(actor, id))).map(({ name }) => name);
    };
    expect(await nameable(people.lucie)).toEqual(["Basile Berger"]);
    for (const person of [people.agnes, people.samia, people.carla, people.noe])
      expect(await nameable(person)).toEqual([]);
    expect(await give(people.lucie, id, people.basile, "manager")).toBe("ok");
    expect(await nameable(people.lucie)).toEqual([]);
  });

  it("reaches whoever is in the group, also who blocked the lead: a block takes no group hostage", async () => {
    const rita = await createPerson("Rita Rebelle");
    const { id } = await createGroup({ leads: [people.agnes], members: [rita, people.basile] });
    await blockInTheDatabase(rita.id, people.agnes.id);
    expect(await remove(people.agnes, id, rita)).toBe("ok");
    await putInGroup(id, rita.id);
    await blockInTheDatabase(rita.id, people.lucie.id);
    expect(await give(people.lucie, id, rita, "manager")).toBe("not_found"); // who keeps none of it sees no more than her card
  });
});

describe("taking somebody out", () => {
  it("is for who keeps the group, of whoever is less in it; she is told why, by no name", async () => {
    const { id } = await createGroup({ leads: [people.agnes], managers: [people.samia], members: [people.basile] });
    expect(await remove(people.basile, id, people.samia)).toBe("forbidden");
    expect(await remove(people.samia, id, people.agnes)).toBe("forbidden");
    expect(await remove(people.samia, id, people.samia)).toBe("conflict");
    expect(await remove(people.carla, id, people.basile)).toBe("not_found");
    expect(await remove(people.lucie, id, people.basile)).toBe("forbidden"); // a mandate edits and names, it does not exclude
    expect(await remove(people.samia, id, people.basile)).toBe("ok");
    const mails = await deliver();
    expect(mails.map(({ to }) => to)).toEqual([people.basile.email]);
    expect(JSON.stringify(mails)).toContain("Il coupe la parole.");
    expect(JSON.stringify(mails)).not.toContain(people.samia.name);
    expect(await roleOf(id, people.basile)).toBeNull();
  });

  it("keeps her out of an open one, by herself, as a follower and by a member’s invitation, until who keeps it lets her", async () => {
    const { id: groupId } = await createGroup({ leads: [people.agnes], members: [people.samia, people.basile] });
    expect(await remove(people.agnes, groupId, people.basile)).toBe("ok");
    const caller = await as(people.basile);
    expect(await outcomeOf(groupCommands.joinGroup(caller, { groupId }))).toBe("forbidden");
    expect(await outcomeOf(groupCommands.followGroup(caller, { groupId }))).toBe("forbidden");
    expect((await getGroup(caller.actor, groupId)).can).toMatchObject({ join: false, follow: false });
    await inviteInTheDatabase(groupId, people.basile.id, people.samia.id);
    expect(await listGroupInvitations(caller.actor)).toEqual([]);
    const words = { groupId, memberId: people.basile.id, words: "On oublie." };
    expect(await outcomeOf(groupCommands.inviteToGroup(await as(people.agnes), words))).toBe("ok");
    const [invitation] = await listGroupInvitations(caller.actor);
    const answer = { invitationId: invitation?.id ?? "", answer: "oui" as const, terms: "" };
    await groupCommands.answerGroupInvitation(caller, answer as never);
    expect(await roleOf(groupId, people.basile)).toBe("member");
    expect(await db.groupRemoval.count({ where: { groupId } })).toBe(0);
  });

  it("asks for a word, and spares a lead from another", async () => {
    const { id } = await createGroup({ leads: [people.agnes, people.samia], members: [people.basile] });
    expect(await remove(people.agnes, id, people.samia)).toBe("forbidden");
    const silent = { groupId: id, memberId: people.basile.id, words: "" };
    expect(await outcomeOf(groupCommands.removeFromGroup(await as(people.agnes), silent))).toBe("invalid");
  });
});

describe("a group whose last lead goes", () => {
  it("passes, when she is suspended, to who has been its manager for longest, who is told", async () => {
    const ana = await createPerson("Ana Lead");
    const { id } = await createGroup({ leads: [ana], members: [people.basile], managers: [people.carla] });
    await suspendInTheDatabase(ana.id);
    await groupCommands.replaceLeads({ actor: system }, { memberId: ana.id });
    expect([await roleOf(id, people.carla), await roleOf(id, people.basile)]).toEqual(["lead", "member"]);
    expect((await deliver()).map(({ to }) => to)).toEqual([people.carla.email]);
    await groupCommands.replaceLeads({ actor: system }, { memberId: ana.id });
    expect(await deliver()).toEqual([]); // twice does no more
  });

  it("stays with the other leads where there are some", async () => {
    const ana = await createPerson("Ana Lead");
    const { id } = await createGroup({ leads: [ana, people.agnes], managers: [people.carla] });
    await suspendInTheDatabase(ana.id);
    await groupCommands.replaceLeads({ actor: system }, { memberId: ana.id });
    expect(await roleOf(id, people.carla)).toBe("manager");
  });

  it("passes, when she erases her account, to who has been in it for longest; what she sent goes with her", async () => {
    const ana = await createPerson("Ana Lead");
    const { id } = await createGroup({ leads: [ana] });
    const early = { groupId: id, memberId: people.basile.id, role: "member" } as const;
    await db.groupMembership.create({ data: { ...early, joinedAt: new Date("2026-01-01") } });
    await putInGroup(id, people.carla.id);
    const invited = { id: newId(), groupId: id, memberId: people.samia.id, invitedById: ana.id, words: "Viens !" };
    await db.groupInvitation.create({ data: { ...invited, invitedAt: clock.now() } });
    const facts = await db.$transaction((tx) => groupsPersonalData.erase(tx as unknown as Tx, ana));
    expect(facts).toMatchObject([{ name: "group.role-given", ids: { memberId: people.basile.id, role: "lead" } }]);
    expect(await roleOf(id, people.basile)).toBe("lead");
    expect(await db.groupInvitation.findUnique({ where: { id: invited.id } })).toMatchObject({
      invitedById: null,
      words: "",
      withdrawnAt: expect.any(Date),
    });
  });

  it("is nobody's own command", async () => {
    const input = { memberId: people.agnes.id };
    expect(await outcomeOf(groupCommands.replaceLeads(await as(people.noe), input))).toBe("forbidden");
  });
});

describe("a visit of the national level", () => {
  const visit = async (by: Person, groupId: string, purpose = "Un signalement nous est venu.") =>
    outcomeOf(groupCommands.visitGroup(await as(by), { groupId, purpose }));
  const visitsSeenBy = async (person: Person, groupId: string) => {
    const { actor } = await as(person);
    return (await getGroupAbout(actor, await getGroup(actor, groupId))).visits;
  };

  it("opens the group for a day to who said why; its members read it, nobody else", async () => {
    const { id } = await createGroup({ entry: "request", members: [people.samia] });
    const { actor } = await as(people.noe);
    expect(await getGroup(actor, id)).toMatchObject({ reads: false, role: null, can: { visit: true } });
    expect(await visit(people.noe, id)).toBe("ok");
    expect(await getGroup(actor, id)).toMatchObject({ reads: true, role: null, can: { post: false, visit: false } });
    expect(await visit(people.noe, id)).toBe("conflict");
    expect(await visitsSeenBy(people.samia, id)).toMatchObject([
      { purpose: "Un signalement nous est venu.", by: { name: "Noé National" } },
    ]);
    expect(await visitsSeenBy(people.agnes, id)).toEqual([]);
  });

  it("asks for a reason, and is nobody else's; a closed group stays unknown", async () => {
    const { id } = await createGroup({ entry: "request" });
    expect(await visit(people.noe, id, "Pour voir")).toBe("invalid");
    for (const by of [people.agnes, people.lucie]) expect(await visit(by, id)).toBe("forbidden");
    const closed = await createGroup({ entry: "closed", members: [people.samia] });
    expect(await visit(people.noe, closed.id)).toBe("not_found");
    const place = await db.group.findUniqueOrThrow({ where: { place: "national/03/03185" } });
    expect(await visit(people.noe, place.id)).toBe("ok");
    expect((await getGroup((await as(people.noe)).actor, place.id)).can.post).toBe(false);
  });
});
