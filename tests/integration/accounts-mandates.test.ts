import { beforeEach, describe, expect, it } from "vitest";
import { system, visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import {
  createAdmin,
  enterAs,
  requestEmailChange,
  setPassword,
  signOut,
  suspendMember,
  verifyAdherent,
} from "@/features/accounts/index.ts";
import { giveMandate } from "@/features/mandates/index.ts";
import { eraseAccount, requestErasureCode } from "@/features/personal-data/index.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfSession } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import {
  actingAs,
  aMember,
  callerOf,
  confirmation,
  factsAbout,
  freshEmail,
  kindOf,
  noLimits,
  refusal,
} from "./accounts-world.ts";

const REASON = "Attaques personnelles répétées.";
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
let cuts: string[] = [];
beforeEach(() => {
  singletons.limits = noLimits;
  cuts = [];
  singletons.publisher = (facts) => void cuts.push(...facts.flatMap((fact) => fact.cut));
});

const aLeader = () => aMember({ mandates: [["section_leader", "national/63/63113"]] });
const aFederation = (scope = "national/63") => aMember({ mandates: [["federation_admin", scope]] });
const aModerator = () => aMember({ mandates: [["moderator", "national"]] });
const anAdmin = () => aMember({ mandates: [["national_admin", "national"]] });

describe("suspending a member", () => {
  it("ends her pages and sockets at once, and leaves her the reason, signing out and erasing", async () => {
    const [admin, member] = [await anAdmin(), await aMember()];
    await suspendMember(admin.caller, { memberId: member.id, reason: REASON, endsAt: inDays(3) });
    expect(cuts).toEqual([`member:${member.id}`]);
    expect(await actorOfSession(member.sessionId)).toMatchObject({ kind: "suspended", suspension: { reason: REASON } });
    const her = await callerOf(member.sessionId);
    expect(await refusal(setPassword(her, { password: "sept vélos rouges au Sancy" }))).toMatchObject({
      code: "forbidden",
      reason: "suspended",
    });
    expect((await refusal(requestEmailChange(her, { email: freshEmail() }))).reason).toBe("suspended");
    await eraseAccount(her, confirmation(await requestErasureCode(her, {})));
    await signOut(her, {});
  });

  it("ends by itself", async () => {
    const member = await aMember();
    const ends = inDays(1);
    await suspendMember({ actor: system }, { memberId: member.id, reason: REASON, endsAt: ends });
    await db.suspension.updateMany({
      where: { memberId: member.id },
      data: { beginsAt: inDays(-2), endsAt: inDays(-1) },
    });
    expect(await kindOf(member.sessionId)).toBe("member");
  });

  it("is for seven days in one's own federation, thirty for moderators, longer for the national level", async () => {
    const [federation, moderator, admin] = [await aFederation(), await aModerator(), await anAdmin()];
    const attempt = async (caller: typeof admin.caller, days: number | null) => {
      const { id } = await aMember();
      return suspendMember(caller, { memberId: id, reason: REASON, ...(days !== null && { endsAt: inDays(days) }) });
    };
    await attempt(federation.caller, 6.9);
    await attempt(moderator.caller, 29.9);
    await attempt(admin.caller, 400);
    await attempt(admin.caller, null);
    expect((await refusal(attempt(federation.caller, 8))).reason).toBe("beyond_own_mandate");
    expect((await refusal(attempt(federation.caller, null))).reason).toBe("beyond_own_mandate");
    expect((await refusal(attempt(moderator.caller, 31))).reason).toBe("beyond_own_mandate");
  });

  it("does not exist for whoever has no say over her", async () => {
    const member = await aMember();
    const callers = [
      { actor: visitor },
      (await aMember()).caller,
      (await aLeader()).caller,
      (await aFederation("national/75")).caller,
    ];
    for (const caller of callers) {
      const refused = await refusal(suspendMember(caller, { memberId: member.id, reason: REASON, endsAt: inDays(1) }));
      expect(refused).toEqual(
        await refusal(suspendMember(caller, { memberId: newId(), reason: REASON, endsAt: inDays(1) })),
      );
      expect(refused.code).toBe("not_found");
    }
    expect(await kindOf(member.sessionId)).toBe("member");
  });

  it("reaches neither oneself nor anybody of one's rank", async () => {
    const [moderator, other, admin] = [await aModerator(), await aModerator(), await anAdmin()];
    for (const memberId of [moderator.id, other.id, admin.id]) {
      expect(
        (await refusal(suspendMember(moderator.caller, { memberId, reason: REASON, endsAt: inDays(1) }))).code,
      ).toBe("forbidden");
    }
  });

  it("leaves one national admin who can sign in", async () => {
    await db.mandate.deleteMany({ where: { role: "national_admin" } });
    const admin = await anAdmin();
    const refused = await refusal(suspendMember({ actor: system }, { memberId: admin.id, reason: REASON }));
    expect(refused).toMatchObject({ code: "conflict", reason: "last_national_admin" });
  });
});

describe("giving a mandate", () => {
  const leader = { role: "section_leader", scope: "national/63/63113" } as const;
  const federation = { role: "federation_admin", scope: "national/63" } as const;
  const national = { role: "national_admin", scope: "national" } as const;

  it("gives its rights from the next request on, and is told", async () => {
    const [giver, member] = [await aFederation(), await aMember()];
    await giveMandate(giver.caller, { memberId: member.id, ...leader });
    expect((await actorOfSession(member.sessionId)).grants).toEqual([leader]);
    expect(await factsAbout("mandate.given", member.id)).toBe(1);
    expect(await db.mandate.findFirst({ where: { memberId: member.id } })).toMatchObject({ givenById: giver.id });
  });

  it("goes to nobody beyond one's own scope or rank, nor to oneself", async () => {
    const member = await aMember();
    const [own, elsewhere, admin] = [await aFederation(), await aFederation("national/75"), await anAdmin()];
    const refused = async (caller: typeof own.caller, asked: object, memberId = member.id) =>
      (await refusal(giveMandate(caller, { memberId, ...asked } as never))).reason;
    expect(await refused(elsewhere.caller, leader)).toBe("beyond_own_mandate");
    expect(await refused(own.caller, federation)).toBe("beyond_own_mandate");
    expect(await refused(own.caller, leader, own.id)).toBe("beyond_own_mandate");
    expect(await refused(admin.caller, national)).toBe("needs_second_admin");
    expect(await refused(admin.caller, federation, admin.id)).toBe("beyond_own_mandate");
    await giveMandate(admin.caller, { memberId: member.id, ...federation });
    await giveMandate({ actor: system }, { memberId: member.id, ...national });
  });

  it("does not exist for members, leaders and visitors", async () => {
    const member = await aMember();
    for (const caller of [{ actor: visitor }, (await aMember()).caller, (await aLeader()).caller])
      expect((await refusal(giveMandate(caller, { memberId: member.id, ...leader }))).code).toBe("not_found");
  });

  it("is held only where the role has a meaning", async () => {
    const member = await aMember();
    for (const asked of [
      { ...leader, scope: "national/63" },
      { ...leader, scope: "national/63/00000" },
      { ...federation, scope: "national/999" },
      { ...national, scope: "national/63" },
    ]) {
      expect((await refusal(giveMandate({ actor: system }, { memberId: member.id, ...asked }))).code).toBe("invalid");
    }
  });

  it("ends with its date", async () => {
    const member = await aMember();
    await giveMandate({ actor: system }, { memberId: member.id, ...leader, endsAt: inDays(1) });
    await db.mandate.updateMany({ where: { memberId: member.id }, data: { beginsAt: inDays(-2), endsAt: inDays(-1) } });
    expect((await actingAs(member.id)).actor.grants).toEqual([]);
  });
});

describe("naming a national admin from the command line", () => {
  const input = () => ({ email: freshEmail(), name: "Hélène Vasseur", communeCode: "59350" });

  it("opens the account that is missing, and names the one that exists, once", async () => {
    const asked = input();
    const { memberId } = await createAdmin({ actor: system }, asked);
    expect(await createAdmin({ actor: system }, asked)).toEqual({ memberId });
    expect((await actingAs(memberId)).actor.grants).toEqual([{ role: "national_admin", scope: "national" }]);
  });

  it("does not exist for anybody else", async () => {
    for (const caller of [{ actor: visitor }, (await anAdmin()).caller])
      expect((await refusal(createAdmin(caller, input()))).code).toBe("not_found");
  });
});

describe("verifying an adherent", () => {
  it("is for her federation and the national level, and once", async () => {
    const [federation, member] = [await aFederation(), await aMember()];
    await verifyAdherent(federation.caller, { memberId: member.id });
    await verifyAdherent((await anAdmin()).caller, { memberId: member.id });
    expect(await actorOfSession(member.sessionId)).toMatchObject({ adherent: true });
    expect(await factsAbout("member.adherent-verified", member.id)).toBe(1);
  });

  it("is for nobody else, nor for oneself", async () => {
    const member = await aMember();
    const callers = [
      { actor: visitor },
      member.caller,
      (await aLeader()).caller,
      (await aFederation("national/75")).caller,
    ];
    for (const caller of callers)
      expect((await refusal(verifyAdherent(caller, { memberId: member.id }))).code).toBe("not_found");
    const federation = await aFederation();
    expect((await refusal(verifyAdherent(federation.caller, { memberId: federation.id }))).code).toBe("forbidden");
  });
});

describe("entering the demo as somebody", () => {
  it("opens only accounts of the cast", async () => {
    const cast = await aMember({ email: `ines-${newId()}@demo.example` });
    const { sessionId } = await enterAs({ actor: visitor }, { castEmail: cast.email });
    expect(await kindOf(sessionId)).toBe("member");
    const other = await aMember();
    expect((await refusal(enterAs({ actor: visitor }, { castEmail: other.email }))).code).toBe("not_found");
  });
});
