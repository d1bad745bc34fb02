import { createGroup, inviteInTheDatabase, putInGroup } from "@tests/support/groups-world.ts";
import { blockInTheDatabase, outcomeOf, refusalOf, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import {
  answerGroupInvitation,
  ensurePlaceGroups,
  findWayIn,
  getGroup,
  getGroupInvitePage,
  inviteToGroup,
  listGroupInvitations,
  withdrawInvitation,
} from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import type { Mail } from "@/platform/mail.ts";
import { type Somebody, told } from "./coopains-world.ts";
import { actorNow, adherent, deliverGroups, prepareEntry, roleOf, termsOfGroup, tie } from "./group-entry-world.ts";

const sent: Mail[] = [];
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

const realNow = clock.now;
let lead: Somebody;
let member: Somebody;
let ines: Somebody;
beforeAll(async () => {
  await prepareEntry();
  lead = await adherent("Lina Responsable");
  member = await adherent("Mona Membre");
});
beforeEach(async () => {
  ines = await adherent("Inès Invitée");
  await tie(member, ines);
  await deliverGroups(sent);
  await db.$executeRaw(sql`delete from mail_claim`);
});
afterEach(() => {
  clock.now = realNow;
});
const at = (days: number) => {
  clock.now = () => new Date(realNow().getTime() + days * 86_400_000);
};

const closed = (options: Parameters<typeof createGroup>[0] = {}) =>
  createGroup({ entry: "closed", leads: [lead], members: [member], ...options });
const invite = (who: Somebody, groupId: string, { id: memberId }: { id: string }, words = "") =>
  inviteToGroup(who.caller, { groupId, memberId, words });
/** The invitation of somebody into a group that waits. */
const waiting = async (groupId: string, { id: memberId }: { id: string }) =>
  (await db.groupInvitation.findFirstOrThrow({ where: { groupId, memberId, answeredAt: null, withdrawnAt: null } })).id;
const said = async (who: Somebody, groupId: string, answer: "oui" | "non", more: object = {}) =>
  answerGroupInvitation(who.caller, {
    ...{ invitationId: await waiting(groupId, who), answer, terms: await termsOfGroup(groupId) },
    ...more,
  });
const received = async (who: Somebody) => listGroupInvitations(await actorNow(who));

describe("inviting into a group", () => {
  it("shows a coopain the card of a closed group, who invites her and her words, and nothing behind it", async () => {
    const group = await closed();
    expect(await outcomeOf(getGroup(ines.caller.actor, group.id))).toBe("not_found");
    const facts = await told(() => invite(member, group.id, ines, "On a besoin\nde toi"));
    expect(facts).toEqual([
      {
        name: "group.invited",
        ids: { groupId: group.id, invitationId: await waiting(group.id, ines), memberId: ines.id },
      },
    ]);
    expect(await getGroup(ines.caller.actor, group.id)).toMatchObject({ reads: false, role: null, invited: true });
    expect(await received(ines)).toMatchObject([
      { group: { id: group.id }, by: { name: "Mona Membre", href: expect.any(String) }, words: "On a besoin de toi" },
    ]);
    expect(await findWayIn(ines.caller.actor, await getGroup(ines.caller.actor, group.id))).toMatchObject({
      invitation: { words: "On a besoin de toi" },
      can: { ask: false },
    });
  });

  it("is for coopains of members, and for whoever keeps the group anybody whose card she sees", async () => {
    const stranger = await adherent("Paul Étranger");
    const discreet = await adherent("Dora Discrète", { card: "coopains" });
    const minor = await adherent("Juna Jeune", { underAge: true });
    const group = await closed();
    expect(await outcomeOf(invite(member, group.id, stranger))).toBe("forbidden");
    expect(await outcomeOf(invite(lead, group.id, stranger))).toBe("ok");
    expect(await outcomeOf(invite(lead, group.id, discreet))).toBe("not_found");
    expect(await outcomeOf(invite(lead, group.id, minor))).toBe("forbidden");
    await tie(lead, minor);
    expect(await outcomeOf(invite(lead, group.id, minor))).toBe("ok");
  });

  it("is not for followers, nor for who is not in the group, nor into the group of a place", async () => {
    const [follower, outside] = [await adherent("Fanny Suit"), await adherent("Otto Dehors")];
    for (const one of [follower, outside]) await tie(one, ines);
    const open = await closed({ entry: "open", followers: [follower] });
    expect(await outcomeOf(invite(follower, open.id, ines))).toBe("forbidden");
    expect(await outcomeOf(invite(outside, open.id, ines))).toBe("forbidden");
    expect(await outcomeOf(invite(outside, (await closed()).id, ines))).toBe("not_found");
    const input = { groupId: open.id, memberId: ines.id };
    expect(await outcomeOf(inviteToGroup({ actor: visitor }, input))).toBe("not_found"); // her card is not a visitor’s
    await ensurePlaceGroups();
    const { id } = await db.group.findUniqueOrThrow({ where: { place: "national/63/63113" } });
    expect(await outcomeOf(invite(member, id, ines))).toBe("forbidden");
  });

  it("of who blocked her, of who is suspended and of nobody is one answer", async () => {
    const group = await closed();
    const [blocking, blocked, suspended] = [
      await adherent("Bea B"),
      await adherent("Carl C"),
      await adherent("Suzie S"),
    ];
    await blockInTheDatabase(blocking.id, lead.id);
    await blockInTheDatabase(lead.id, blocked.id);
    await suspendInTheDatabase(suspended.id);
    const nobody = await refusalOf(invite(lead, group.id, { id: newId() }));
    for (const other of [blocking, blocked, suspended])
      expect(await refusalOf(invite(lead, group.id, other))).toEqual(nobody);
  });

  it("never tells of a group of adherents to anybody else", async () => {
    const samia = await adherent("Samia Sympathisante", { adherent: false });
    await tie(member, samia);
    const group = await closed({ entry: "request", adherentsOnly: true });
    expect(await outcomeOf(invite(member, group.id, samia))).toBe("conflict");
    expect(await outcomeOf(getGroup(samia.caller.actor, group.id))).toBe("not_found");
    expect(await outcomeOf(invite(member, group.id, ines))).toBe("ok");
  });

  it("waits once for each person, is refused of who is in, and for a month of who said no, in the same words", async () => {
    const group = await closed();
    const both = await Promise.all([
      outcomeOf(invite(member, group.id, ines)),
      outcomeOf(invite(lead, group.id, ines)),
      outcomeOf(invite(member, group.id, ines)),
    ]);
    expect(both.sort()).toEqual(["conflict", "conflict", "ok"]);
    const waitingStill = await refusalOf(invite(lead, group.id, ines));
    await said(ines, group.id, "non");
    expect(await refusalOf(invite(lead, group.id, ines))).toEqual(waitingStill);
    at(31);
    expect(await outcomeOf(invite(lead, group.id, ines))).toBe("ok");
    await said(ines, group.id, "oui");
    expect(await refusalOf(invite(lead, group.id, ines))).toMatchObject({ reason: "inside_already" });
  });

  it("of somebody who blocked who invited her is taken over by another", async () => {
    const group = await closed();
    await invite(member, group.id, ines);
    await blockInTheDatabase(ines.id, member.id);
    expect(await received(ines)).toEqual([]);
    expect(await outcomeOf(invite(lead, group.id, ines))).toBe("ok");
    expect(await received(ines)).toMatchObject([{ by: { name: "Lina Responsable" } }]);
  });
});

describe("answering an invitation", () => {
  it("yes makes her a member, whatever way one comes in otherwise, once the rules are accepted", async () => {
    for (const entry of ["open", "request", "closed"] as const) {
      const omar = await adherent("Omar Vient");
      await tie(member, omar);
      const group = await closed({ entry, rules: "On s’écoute." });
      await invite(member, group.id, omar);
      const invitationId = await waiting(group.id, omar);
      expect(await refusalOf(said(omar, group.id, "oui"))).toMatchObject({
        fields: { rulesAccepted: expect.anything() },
      });
      expect(await outcomeOf(said(omar, group.id, "oui", { rulesAccepted: "oui", terms: "autre chose" }))).toBe(
        "conflict",
      );
      const facts = await told(() => said(omar, group.id, "oui", { rulesAccepted: "oui" }));
      expect(facts.map(({ name }) => name)).toEqual(["group.joined", "group.invitation-answered"]);
      expect(await roleOf(group.id, omar)).toBe("member");
      expect((await getGroup(await actorNow(omar), group.id)).reads).toBe(true);
      // The same answer again is no fault, the other one is too late.
      const again = { invitationId, answer: "oui" as const };
      expect(await told(() => answerGroupInvitation(omar.caller, again))).toEqual([]);
      expect(await outcomeOf(answerGroupInvitation(omar.caller, { ...again, answer: "non" }))).toBe("conflict");
    }
  });

  it("no closes a closed group again, without accepting anything and without telling anybody", async () => {
    const group = await closed({ rules: "On s’écoute." });
    await invite(member, group.id, ines);
    await deliverGroups(sent);
    expect((await told(() => said(ines, group.id, "non"))).map(({ name }) => name)).toEqual([
      "group.invitation-answered",
    ]);
    expect(await outcomeOf(getGroup(await actorNow(ines), group.id))).toBe("not_found");
    expect(await roleOf(group.id, ines)).toBeNull();
    expect(await deliverGroups(sent)).toEqual([]);
    expect((await getGroupInvitePage(member.caller.actor, group.id, {})).sent).toEqual([]);
  });

  it("is hers alone; one withdrawn, of a hidden group, or from who is blocked, is none", async () => {
    const group = await closed();
    await invite(member, group.id, ines);
    const invitationId = await waiting(group.id, ines);
    const answer = (who: Somebody) => answerGroupInvitation(who.caller, { invitationId, answer: "oui" });
    for (const other of [member, lead, await adherent("Paul Passant")])
      expect(await outcomeOf(answer(other))).toBe("not_found");
    await db.group.update({ where: { id: group.id }, data: { hiddenAt: new Date() } });
    expect(await outcomeOf(answer(ines))).toBe("not_found");
    await db.group.update({ where: { id: group.id }, data: { hiddenAt: null } });
    await blockInTheDatabase(member.id, ines.id);
    expect(await outcomeOf(answer(ines))).toBe("not_found");
    await db.block.deleteMany({ where: { blockerId: member.id } });
    await withdrawInvitation(member.caller, { invitationId });
    expect(await outcomeOf(answer(ines))).toBe("not_found"); // the closed group is no longer hers to know of
    expect(await roleOf(group.id, ines)).toBeNull();
  });

  it("crossing its withdrawal leaves one of the two", async () => {
    for (let round = 0; round < 5; round++) {
      const group = await closed({ entry: "open" });
      const omar = await adherent("Omar Hésite");
      await tie(member, omar);
      await invite(member, group.id, omar);
      const invitationId = await waiting(group.id, omar);
      const outcomes = await Promise.all([
        outcomeOf(answerGroupInvitation(omar.caller, { invitationId, answer: "oui" })),
        outcomeOf(withdrawInvitation(member.caller, { invitationId })),
      ]);
      expect(outcomes.sort()).toEqual(["conflict", "ok"]);
      const { accepted } = await db.groupInvitation.findUniqueOrThrow({ where: { id: invitationId } });
      expect(await roleOf(group.id, omar)).toBe(accepted ? "member" : null);
    }
  });
});

describe("taking an invitation back", () => {
  it("is for who sent it and for who keeps the group", async () => {
    const other = await adherent("Olga Autre");
    const group = await closed({ members: [member, other] });
    await invite(member, group.id, ines);
    const invitationId = await waiting(group.id, ines);
    for (const stranger of [other, ines, await adherent("Paul Passant")])
      expect(await outcomeOf(withdrawInvitation(stranger.caller, { invitationId }))).toBe("not_found");
    const facts = await told(() => withdrawInvitation(lead.caller, { invitationId }));
    expect(facts.map(({ name }) => name)).toEqual(["group.invitation-withdrawn"]);
    expect(await told(() => withdrawInvitation(member.caller, { invitationId }))).toEqual([]);
    expect(await outcomeOf(getGroup(await actorNow(ines), group.id))).toBe("not_found");
  });

  it("comes too late after the answer", async () => {
    const group = await closed();
    await invite(member, group.id, ines);
    const invitationId = await waiting(group.id, ines);
    await said(ines, group.id, "oui");
    expect(await outcomeOf(withdrawInvitation(member.caller, { invitationId }))).toBe("conflict");
    expect(await roleOf(group.id, ines)).toBe("member");
  });
});

describe("the page of invitations", () => {
  it("proposes exactly those whom inviting would take", async () => {
    const found = async (who: Somebody, groupId: string, q = "") =>
      (await getGroupInvitePage(await actorNow(who), groupId, { q })).people.map(({ name }) => name);
    const host = await adherent("Hugo Hôte");
    const group = await closed({ adherentsOnly: true, managers: [host] });
    const people = {
      free: await adherent("Zoé Libre"),
      far: await adherent("Zoé Lointaine"),
      minor: await adherent("Zoé Jeune", { underAge: true }),
      inside: await adherent("Zoé Dedans"),
      invited: await adherent("Zoé Invitée"),
      sympathiser: await adherent("Zoé Sympathisante", { adherent: false }),
      blocking: await adherent("Zoé Bloque"),
    };
    for (const one of [people.free, people.inside, people.invited, people.sympathiser]) await tie(host, one);
    await putInGroup(group.id, people.inside.id);
    await inviteInTheDatabase(group.id, people.invited.id, lead.id);
    await blockInTheDatabase(people.blocking.id, host.id);
    expect(await found(host, group.id)).toEqual(["Zoé Libre"]);
    expect(await found(host, group.id, "zoe")).toEqual(["Zoé Libre", "Zoé Lointaine"]);
    expect(await found(host, group.id, "%")).toEqual([]);
    await tie(member, people.far);
    expect(await found(member, group.id, "zoe")).toEqual(["Zoé Lointaine"]);
    const taken: string[] = [];
    for (const [name, person] of Object.entries(people))
      if ((await outcomeOf(invite(host, group.id, person))) === "ok") taken.push(name);
    expect(taken).toEqual(["free", "far"]);
  });

  it("lists what she sent, or everything to who keeps the group; nobody else reads it", async () => {
    const group = await closed();
    const other = await adherent("Olga Autre");
    await putInGroup(group.id, other.id);
    await invite(member, group.id, ines);
    const sentOf = async (who: Somebody) => (await getGroupInvitePage(who.caller.actor, group.id, {})).sent;
    expect(await sentOf(member)).toMatchObject([{ person: { name: "Inès Invitée" }, by: null }]);
    expect(await sentOf(lead)).toMatchObject([{ person: { name: "Inès Invitée" }, by: "Mona Membre" }]);
    expect(await sentOf(other)).toEqual([]);
    for (const actor of [visitor, ines.caller.actor])
      expect(await outcomeOf(getGroupInvitePage(actor, group.id, {}))).toBe("not_found");
    await blockInTheDatabase(ines.id, lead.id);
    expect(await sentOf(lead)).toEqual([]);
  });
});

describe("the mail of an invitation", () => {
  it("leaves once for each inviter and group in thirty days, and to nobody else", async () => {
    const group = await closed({ name: "Vélo et train" });
    await invite(member, group.id, ines, "Viens !");
    const [mail, ...others] = await deliverGroups(sent);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: ines.email, subject: expect.stringContaining("Mona Membre t’invite") });
    expect(mail?.paragraphs.join(" ")).toContain("Viens !");
    const again = async (who: Somebody) => {
      await withdrawInvitation(lead.caller, { invitationId: await waiting(group.id, ines) });
      await invite(who, group.id, ines);
      return (await deliverGroups(sent)).length;
    };
    expect(await again(member)).toBe(0);
    expect(await again(lead)).toBe(1);
  });

  it("does not leave for one that was withdrawn, that a block parts, of who left, or to who came in", async () => {
    const group = await closed();
    const mails = async (before: (invitationId: string) => Promise<unknown>) => {
      const omar = await adherent("Omar Attend");
      await tie(member, omar);
      await invite(member, group.id, omar);
      await before(await waiting(group.id, omar));
      return (await deliverGroups(sent)).length;
    };
    const ofInvitation = (id: string) => db.groupInvitation.findUniqueOrThrow({ where: { id } });
    expect(await mails((invitationId) => withdrawInvitation(member.caller, { invitationId }))).toBe(0);
    expect(await mails(async (id) => blockInTheDatabase((await ofInvitation(id)).memberId, member.id))).toBe(0);
    expect(await mails(async (id) => putInGroup(group.id, (await ofInvitation(id)).memberId))).toBe(0);
    expect(await mails(async (id) => suspendInTheDatabase((await ofInvitation(id)).memberId))).toBe(0);
    expect(
      await mails(() => db.groupMembership.deleteMany({ where: { groupId: group.id, memberId: member.id } })),
    ).toBe(0);
  });
});
