import { createHash } from "node:crypto";
import { createGroup } from "@tests/support/groups-world.ts";
import { blockInTheDatabase, outcomeOf, refusalOf, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import {
  askToJoin,
  createGroupLink,
  ensurePlaceGroups,
  getGroup,
  getGroupInvitePage,
  getGroupLink,
  joinByLink,
  revokeGroupLink,
} from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { type Somebody, told } from "./coopains-world.ts";
import { actorNow, adherent, prepareEntry, roleOf, termsOfGroup } from "./group-entry-world.ts";

const realNow = clock.now;
let lead: Somebody;
let ines: Somebody;
beforeAll(async () => {
  await prepareEntry();
  lead = await adherent("Lina Responsable");
});
beforeEach(async () => {
  ines = await adherent("Inès Arrive");
});
afterEach(() => {
  clock.now = realNow;
});
const at = (days: number) => {
  clock.now = () => new Date(realNow().getTime() + days * 86_400_000);
};
const closed = (options: Parameters<typeof createGroup>[0] = {}) =>
  createGroup({ entry: "closed", leads: [lead], ...options });
const linkTo = async (groupId: string, { uses = 5, days = 7, by = lead } = {}) =>
  (await createGroupLink(by.caller, { groupId, uses, days })).token;
const rowOf = async (groupId: string) => db.groupLink.findFirstOrThrow({ where: { groupId } });
const join = (who: Somebody, token: string) => joinByLink(who.caller, { token });

describe("making a link", () => {
  it("answers a token of 128 bits once, and keeps its hash alone, even of a request sent with a key", async () => {
    const group = await closed();
    const facts = await told(async () => {
      const { token } = await createGroupLink(
        { ...lead.caller, key: "une-cle" },
        { groupId: group.id, uses: 3, days: 7 },
      );
      expect(token).toMatch(/^[0-9A-Za-z_-]{22}$/);
      const row = await rowOf(group.id);
      const hash = createHash("sha256").update(`group-link:${token}`).digest();
      expect(Buffer.from(row.tokenHash).equals(hash)).toBe(true);
      expect(row).toMatchObject({ remaining: 3, createdById: lead.id, revokedAt: null });
      expect(Math.round((row.expiresAt.getTime() - row.createdAt.getTime()) / 86_400_000)).toBe(7);
      const receipts = await db.commandReceipt.findMany({ where: { memberId: lead.id } });
      expect(JSON.stringify(receipts)).not.toContain(token);
      const page = await getGroupInvitePage(lead.caller.actor, group.id, {});
      expect(page.links).toMatchObject([{ remaining: 3, by: null }]);
      expect(JSON.stringify(page)).not.toContain(token);
    });
    expect(facts).toEqual([
      { name: "group.link-created", ids: { groupId: group.id, linkId: (await rowOf(group.id)).id } },
    ]);
  });

  it("takes from one to a thousand places, and thirty days at most", async () => {
    const group = await closed();
    const outcome = (uses: number, days: number) =>
      outcomeOf(createGroupLink(lead.caller, { groupId: group.id, uses, days }));
    expect(await outcome(1000, 30)).toBe("ok");
    for (const [uses, days] of [
      [0, 7],
      [1001, 7],
      [5, 0],
      [5, 31],
      [1.5, 7],
      [Number.NaN, 7],
    ] as const)
      expect(await outcome(uses, days), `${uses}, ${days}`).toBe("invalid");
  });

  it("is for those who keep a group that members formed", async () => {
    const [member, outside] = [await adherent("Mona Membre"), await adherent("Otto Dehors")];
    const group = await closed({ members: [member] });
    const input = { groupId: group.id, uses: 1, days: 1 };
    expect(await outcomeOf(createGroupLink(member.caller, input))).toBe("forbidden");
    expect(await outcomeOf(createGroupLink(outside.caller, input))).toBe("not_found");
    expect(await outcomeOf(createGroupLink({ actor: visitor }, input))).toBe("not_found");
    expect((await getGroupInvitePage(member.caller.actor, group.id, {})).links).toEqual([]);
    await ensurePlaceGroups();
    const { id } = await db.group.findUniqueOrThrow({ where: { place: "national/63/63113" } });
    const leader = await adherent("Lucie Locale", {
      mandates: [{ role: "section_leader", scope: "national/63/63113" }],
    });
    const actor = await actorOfMember(leader.id);
    expect(await outcomeOf(createGroupLink({ actor }, { ...input, groupId: id }))).toBe("forbidden");
  });

  it("stops at twenty that hold", async () => {
    const group = await closed();
    for (let made = 0; made < 20; made++) await linkTo(group.id);
    expect(await refusalOf(linkTo(group.id))).toMatchObject({ reason: "enough_links" });
    await revokeGroupLink(lead.caller, { linkId: (await rowOf(group.id)).id });
    expect(await outcomeOf(linkTo(group.id))).toBe("ok");
  });
});

describe("coming in by a link", () => {
  it("makes her a member of a closed group, and spends one place", async () => {
    const group = await closed();
    const token = await linkTo(group.id, { uses: 2 });
    const facts = await told(() => join(ines, token));
    expect(facts.map(({ name }) => name)).toEqual(["group.link-used", "group.joined"]);
    expect(await roleOf(group.id, ines)).toBe("member");
    expect((await getGroup(await actorNow(ines), group.id)).reads).toBe(true);
    expect((await rowOf(group.id)).remaining).toBe(1);
  });

  it("twice spends one place, also of the last one, and a member of the group spends none", async () => {
    const group = await closed();
    const token = await linkTo(group.id, { uses: 1 });
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => outcomeOf(join(ines, token))));
    expect(outcomes).toEqual(["ok", "ok", "ok", "ok"]);
    expect((await rowOf(group.id)).remaining).toBe(0);
    expect(await told(() => join(lead, token))).toEqual([]);
  });

  it("lets nobody in whose account is erased meanwhile", async () => {
    const group = await closed();
    const token = await linkTo(group.id);
    await db.member.update({ where: { id: ines.id }, data: { erasedAt: new Date() } });
    expect(await outcomeOf(join(ines, token))).toBe("not_found");
    expect(await roleOf(group.id, ines)).toBeNull();
    expect((await rowOf(group.id)).remaining).toBe(5);
    const onRequest = await closed({ entry: "request" });
    const input = { groupId: onRequest.id, terms: await termsOfGroup(onRequest.id) };
    expect(await outcomeOf(askToJoin(ines.caller, input))).toBe("not_found");
  });

  it("asks for the rules as the page showed them", async () => {
    const group = await closed({ rules: "On s’écoute." });
    const token = await linkTo(group.id);
    const terms = await termsOfGroup(group.id);
    expect(await refusalOf(joinByLink(ines.caller, { token, terms }))).toMatchObject({
      fields: { rulesAccepted: expect.anything() },
    });
    await db.group.update({ where: { id: group.id }, data: { rules: "On s’écoute et on décide." } });
    expect(await outcomeOf(joinByLink(ines.caller, { token, terms, rulesAccepted: "oui" }))).toBe("conflict");
    expect((await rowOf(group.id)).remaining).toBe(5);
    const { terms: now } = await getGroupLink(ines.caller.actor, token);
    expect(await outcomeOf(joinByLink(ines.caller, { token, terms: now, rulesAccepted: "oui" }))).toBe("ok");
  });

  it("settles what waited: her request, her invitation", async () => {
    const group = await closed();
    const waits = { groupId: group.id, memberId: ines.id };
    await db.groupRequest.create({ data: { id: newId(), ...waits, askedAt: clock.now() } });
    await db.groupInvitation.create({ data: { id: newId(), ...waits, invitedById: lead.id, invitedAt: clock.now() } });
    await join(ines, await linkTo(group.id));
    expect(await db.groupRequest.count({ where: { ...waits, answeredAt: null, cancelledAt: null } })).toBe(0);
    expect(await db.groupInvitation.count({ where: { ...waits, answeredAt: null, withdrawnAt: null } })).toBe(0);
  });

  it("of the last place lets exactly one of a hundred in", { timeout: 60_000 }, async () => {
    const group = await closed();
    const token = await linkTo(group.id, { uses: 1 });
    const crowd: Somebody[] = [];
    for (let number = 0; number < 100; number++) crowd.push(await adherent(`Foule Numéro ${number}`));
    const outcomes = await Promise.all(crowd.map((one) => outcomeOf(join(one, token))));
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "not_found")).toHaveLength(99);
    expect(await db.groupMembership.count({ where: { groupId: group.id, role: "member" } })).toBe(1);
    expect((await rowOf(group.id)).remaining).toBe(0);
  });
});

describe("a link that leads nowhere", () => {
  type Dead = (groupId: string, linkId: string) => Promise<unknown>;
  const deaths: Record<string, Dead> = {
    "is revoked": (_, linkId) => revokeGroupLink(lead.caller, { linkId }),
    "is over": async () => at(8),
    "is spent": (_, id) => db.groupLink.update({ where: { id }, data: { remaining: 0 } }),
    "leads to a hidden group": (id) => db.group.update({ where: { id }, data: { hiddenAt: new Date() } }),
    "was made by somebody who keeps the group no more": (groupId) =>
      db.groupMembership.update({
        where: { groupId_memberId: { groupId, memberId: lead.id } },
        data: { role: "member" },
      }),
  };

  it.each(Object.entries(deaths))("%s: it is absent, as one that never was", async (_, die) => {
    const group = await closed();
    const token = await linkTo(group.id);
    expect(await outcomeOf(getGroupLink(ines.caller.actor, token))).toBe("ok");
    await die(group.id, (await rowOf(group.id)).id);
    const never = "A".repeat(22);
    for (const actor of [ines.caller.actor, visitor])
      expect(await refusalOf(getGroupLink(actor, token))).toEqual(await refusalOf(getGroupLink(actor, never)));
    expect(await refusalOf(join(ines, token))).toEqual(await refusalOf(join(ines, never)));
    expect(await roleOf(group.id, ines)).toBeNull();
  });

  it("is strange: no token breaks anything", async () => {
    for (const token of ["", "x", "A".repeat(21), "A".repeat(23), `${"A".repeat(21)}%`, "../../etc"])
      expect(await outcomeOf(getGroupLink(ines.caller.actor, token)), token).toBe("not_found");
  });

  it("is one of a group of adherents to a sympathiser, who does not learn of it", async () => {
    const samia = await adherent("Samia Sympathisante", { adherent: false });
    const group = await closed({ entry: "request", adherentsOnly: true });
    const token = await linkTo(group.id);
    expect(await outcomeOf(getGroupLink(samia.caller.actor, token))).toBe("not_found");
    expect(await outcomeOf(join(samia, token))).toBe("not_found");
    expect(await outcomeOf(join(ines, token))).toBe("ok");
  });
});

describe("the page of a link", () => {
  it("tells a member what the group is, and a visitor only that there is one", async () => {
    const group = await closed({ name: "Vélo et train" });
    const token = await linkTo(group.id);
    expect(await getGroupLink(ines.caller.actor, token)).toMatchObject({
      group: { id: group.id, name: "Vélo et train", memberCount: 1 },
      inside: false,
    });
    expect(await getGroupLink(visitor, token)).toEqual({ token, group: null, terms: "", inside: false });
    expect(await getGroupLink(lead.caller.actor, token)).toMatchObject({ inside: true });
    expect(await outcomeOf(joinByLink({ actor: visitor }, { token }))).toBe("unauthenticated");
    // It names nobody: a block with who made it changes nothing.
    await blockInTheDatabase(lead.id, ines.id);
    expect(await outcomeOf(join(ines, token))).toBe("ok");
  });

  it("is closed to a suspended member", async () => {
    const token = await linkTo((await closed()).id);
    await suspendInTheDatabase(ines.id);
    const actor = await actorOfMember(ines.id);
    expect(await outcomeOf(getGroupLink(actor, token))).toBe("not_found");
    expect(await outcomeOf(joinByLink({ actor }, { token }))).toBe("forbidden");
  });
});

describe("revoking a link", () => {
  it("is for those who keep its group, once; for anybody else there is no link", async () => {
    const [member, other] = [await adherent("Mona Membre"), await adherent("Olga Ailleurs")];
    const group = await closed({ members: [member] });
    await closed({ leads: [other] });
    await linkTo(group.id);
    const { id: linkId } = await rowOf(group.id);
    for (const who of [member, other, ines])
      expect(await refusalOf(revokeGroupLink(who.caller, { linkId }))).toEqual(
        await refusalOf(revokeGroupLink(who.caller, { linkId: newId() })),
      );
    const facts = await told(() => revokeGroupLink(lead.caller, { linkId }));
    expect(facts).toEqual([{ name: "group.link-revoked", ids: { groupId: group.id, linkId } }]);
    expect(await told(() => revokeGroupLink(lead.caller, { linkId }))).toEqual([]);
    expect((await getGroupInvitePage(lead.caller.actor, group.id, {})).links).toEqual([]);
  });
});
