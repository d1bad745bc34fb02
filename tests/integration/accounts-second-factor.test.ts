import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  confirmSecondFactor,
  getMyAccount,
  listMySessions,
  removeSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
} from "@/features/accounts/index.ts";
import { getSecondFactor } from "@/features/accounts/second-factor.queries.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { actorOfSession } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import {
  aGuardedMember,
  aMember,
  aSession,
  callerOf,
  digitsOf,
  factsAbout,
  kindOf,
  noLimits,
  PASSWORD,
  refusal,
  signedIn,
  someone,
} from "./accounts-world.ts";

const realNow = clock.now;
let cuts: string[] = [];
let regated: string[] = [];
beforeEach(() => {
  singletons.limits = noLimits;
  cuts = [];
  regated = [];
  singletons.publisher = (facts) => {
    cuts.push(...facts.flatMap((fact) => fact.cut));
    regated.push(...facts.flatMap((fact) => fact.regate));
  };
});
afterEach(() => {
  clock.now = realNow;
});
const later = (ms: number) => {
  clock.now = () => new Date(realNow().getTime() + ms);
};
const noticesTo = async (email: string) => {
  const rows = await db.$queryRawUnsafe<{ kind: string }[]>(
    "select data->>'kind' as kind from pgboss.job where name = 'accounts.send-notice' and data->>'to' = $1 order by created_on",
    email,
  );
  return rows.map(({ kind }) => kind);
};
const another = (digits: string) => digits.replace(/^./, (digit) => String((Number(digit) + 1) % 10));

describe("setting up a second factor", () => {
  it("shows a secret, takes its first code, and answers ten recovery codes this once", async () => {
    const member = await aMember();
    await startSecondFactor(member.caller, {});
    const view = await getSecondFactor(member.caller.actor);
    if (view.state !== "setting-up") throw new Error(view.state);
    expect(view.secretGroups.join("")).toMatch(/^[A-Z2-7]{32}$/);
    expect(view.uri).toContain(`secret=${view.secretGroups.join("")}`);
    expect(view.qrCode).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(await kindOf(member.sessionId)).toBe("member"); // nothing is asked of her yet

    const { recoveryCodes } = await confirmSecondFactor(member.caller, { code: await digitsOf(member.id) });
    expect(new Set(recoveryCodes).size).toBe(10);
    const after = await getSecondFactor(await actorOfSession(member.sessionId));
    expect(after).toEqual({ state: "on", since: expect.any(Date), recoveryCodesLeft: 10, holdsMandate: false });
  });

  it("keeps neither the secret nor the codes in clear, not even for a repeated request", async () => {
    const member = await aMember();
    const keyed = { ...member.caller, key: "the same request" };
    await startSecondFactor(keyed, {});
    const view = await getSecondFactor(member.caller.actor);
    const secret = view.state === "setting-up" ? view.secretGroups.join("") : "";
    const { recoveryCodes } = await confirmSecondFactor(keyed, { code: await digitsOf(member.id) });
    later(30_000);
    const renewed = await renewRecoveryCodes(keyed, { code: await digitsOf(member.id) });
    const kept = JSON.stringify([
      await db.secondFactor.findMany(),
      await db.recoveryCode.findMany(),
      await db.commandReceipt.findMany(),
      (await db.fact.findMany()).map(({ ids }) => ids),
      await db.$queryRawUnsafe("select data from pgboss.job"),
    ]);
    for (const clear of [secret, ...recoveryCodes, ...renewed.recoveryCodes]) expect(kept).not.toContain(clear);
  });

  it("ends her other sessions, tells her by e-mail, and wakes her mandates in this one", async () => {
    const member = await aMember({ mandates: [["federation_admin", "national/63"]] });
    await db.session.update({ where: { id: member.sessionId }, data: { secondFactorAt: null } });
    const before = await callerOf(member.sessionId);
    expect(before.actor).toMatchObject({ kind: "member", grants: [], grantsAsleep: true });
    expect(await getMyAccount(before.actor)).toMatchObject({ grantsAsleep: true, hasSecondFactor: false });
    const other = await aSession(member.id);
    await startSecondFactor(before, {});
    await confirmSecondFactor(before, { code: await digitsOf(member.id) });
    const awake = await actorOfSession(member.sessionId);
    expect(awake).toMatchObject({ grants: [{ role: "federation_admin", scope: "national/63" }] });
    expect(awake).not.toHaveProperty("grantsAsleep");
    expect(await kindOf(other)).toBe("visitor");
    expect(cuts).toEqual([`session:${other}`]);
    expect(regated).toContain(member.id);
    expect(await factsAbout("second-factor.changed", member.id)).toBe(1);
    expect(await noticesTo(member.email)).toEqual(["second_factor_on"]);
  });

  it("asks for a session that has just begun, or the password", async () => {
    const member = await aMember({ password: PASSWORD });
    const old = await callerOf(await aSession(member.id, new Date(Date.now() - 3_600_000)));
    expect((await refusal(startSecondFactor(old, {}))).fields).toHaveProperty("currentPassword");
    const wrong = { currentPassword: "ce n’est pas lui" };
    expect((await refusal(startSecondFactor(old, wrong))).reason).toBe("wrong_own_password");
    expect(await db.secondFactor.count({ where: { memberId: member.id } })).toBe(0);
    await startSecondFactor(old, { currentPassword: PASSWORD });
  });

  it("refuses a wrong code, and a secret that was shown more than a quarter of an hour ago", async () => {
    const member = await aMember();
    const tooEarly = await refusal(confirmSecondFactor(member.caller, { code: "123456" }));
    expect(tooEarly).toMatchObject({ code: "conflict", reason: "second_factor_expired" });
    await startSecondFactor(member.caller, {});
    const wrong = await refusal(confirmSecondFactor(member.caller, { code: another(await digitsOf(member.id)) }));
    expect(wrong).toMatchObject({ code: "invalid", reason: "wrong_second_code", fields: { code: expect.any(String) } });
    later(16 * 60_000);
    const expired = await refusal(confirmSecondFactor(member.caller, { code: await digitsOf(member.id) }));
    expect(expired.reason).toBe("second_factor_expired");
    expect(await getSecondFactor(member.caller.actor)).toMatchObject({ state: "off" });
  });

  it("is not begun again over one that is in place, and shows its secret no more", async () => {
    const member = await aGuardedMember();
    const { secret } = await db.secondFactor.findUniqueOrThrow({ where: { memberId: member.id } });
    expect((await refusal(startSecondFactor(member.caller, {}))).reason).toBe("second_factor_on");
    const again = { code: await digitsOf(member.id, 1) };
    expect((await refusal(confirmSecondFactor(member.caller, again))).reason).toBe("second_factor_on");
    expect((await db.secondFactor.findUniqueOrThrow({ where: { memberId: member.id } })).secret).toBe(secret);
    expect(JSON.stringify(await getSecondFactor(member.caller.actor))).not.toContain("otpauth");
  });

  it("is nobody's but a member's", async () => {
    for (const command of [
      () => startSecondFactor(someone, {}),
      () => confirmSecondFactor(someone, { code: "123456" }),
    ])
      expect((await refusal(command())).code).toBe("unauthenticated");
    await expect(getSecondFactor(someone.actor)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("recovery codes", () => {
  it("are renewed with a code, and the earlier ones stop working", async () => {
    const member = await aGuardedMember();
    later(30_000);
    const { recoveryCodes } = await renewRecoveryCodes(member.caller, { code: await digitsOf(member.id) });
    expect(recoveryCodes).not.toContain(member.first);
    expect((await refusal(removeSecondFactor(member.caller, { code: member.first }))).reason).toBe("wrong_second_code");
    await removeSecondFactor(member.caller, { code: recoveryCodes[0] ?? "" });
    expect(await noticesTo(member.email)).toEqual(["second_factor_on", "recovery_codes_renewed", "second_factor_off"]);
  });

  it("are not renewed with the code that set them up: none serves twice", async () => {
    const member = await aGuardedMember();
    const used = { code: await digitsOf(member.id) };
    expect((await refusal(renewRecoveryCodes(member.caller, used))).reason).toBe("wrong_second_code");
    expect(await db.recoveryCode.count({ where: { memberId: member.id, usedAt: null } })).toBe(10);
  });

  it("are not guessed: the fifth wrong code ends the session, even one that was in", async () => {
    const member = await aGuardedMember();
    const wrong = { code: another(await digitsOf(member.id)) };
    for (let times = 0; times < 4; times++)
      expect((await refusal(renewRecoveryCodes(member.caller, wrong))).reason).toBe("wrong_second_code");
    expect((await refusal(removeSecondFactor(member.caller, wrong))).reason).toBe("too_many_second_codes");
    expect(await kindOf(member.sessionId)).toBe("visitor");
    expect(cuts).toContain(`session:${member.sessionId}`);
  });
});

describe("removing a second factor", () => {
  it("takes its codes away, puts her mandates to sleep at once, and ends her other sessions", async () => {
    const member = await aGuardedMember({ mandates: [["section_leader", "national/63/63113"]] });
    const waiting = await signedIn(member.email);
    later(30_000);
    await removeSecondFactor(member.caller, { code: await digitsOf(member.id) });
    expect(await actorOfSession(member.sessionId)).toMatchObject({ kind: "member", grants: [], grantsAsleep: true });
    expect(await kindOf(waiting)).toBe("visitor"); // half in: it must not open by this
    expect(await db.recoveryCode.count({ where: { memberId: member.id } })).toBe(0);
    expect(regated).toContain(member.id);
    expect(await getSecondFactor(await actorOfSession(member.sessionId))).toMatchObject({
      state: "off",
      grantsAsleep: true,
    });
  });

  it("is not proven by a password", async () => {
    const member = await aGuardedMember({ password: PASSWORD });
    expect((await refusal(removeSecondFactor(member.caller, { code: PASSWORD }))).code).toBe("invalid");
    const asOther = { code: "", currentPassword: PASSWORD } as never;
    expect((await refusal(removeSecondFactor(member.caller, asOther))).code).toBe("invalid");
    expect(await kindOf(member.sessionId)).toBe("member");
  });

  it("has nothing to remove where there is none", async () => {
    const member = await aMember();
    for (const command of [removeSecondFactor, renewRecoveryCodes])
      expect((await refusal(command(member.caller, { code: "123456" }))).reason).toBe("second_factor_off");
  });
});

describe("one's sessions", () => {
  it("say which one waits for a second code", async () => {
    const member = await aGuardedMember();
    const waiting = await signedIn(member.email);
    const sessions = await listMySessions((await callerOf(member.sessionId)).actor);
    expect(Object.fromEntries(sessions.map((one) => [one.id, one.waiting]))).toEqual({
      [waiting]: true,
      [member.sessionId]: false,
    });
  });
});

describe("limits", () => {
  it("hold for all the sessions of a member together", async () => {
    singletons.limits = createLimits();
    const member = await aMember();
    await startSecondFactor(member.caller, {});
    const wrong = { code: another(await digitsOf(member.id)) };
    for (let times = 0; times < 20; times++)
      expect((await refusal(confirmSecondFactor(member.caller, wrong))).code).toBe("invalid");
    const elsewhere = await callerOf(await aSession(member.id));
    expect((await refusal(confirmSecondFactor(elsewhere, wrong))).code).toBe("rate_limited");
  });
});
