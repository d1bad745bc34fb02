import { randomUUID } from "node:crypto";
import { startLive } from "@tests/support/live-server.ts";
import { createDebate, formOf, inBrowser, outcomeOf, scopes } from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as contributeRoute } from "@/app/api/debats/contribuer/route.ts";
import { jobs } from "@/composition.ts";
import { system } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { abandonSignInAction, confirmCodeAction, passSecondFactorAction } from "@/features/accounts/account.actions.ts";
import {
  abandonSignIn,
  createAdmin,
  getMyAccount,
  listMySessions,
  passSecondFactor,
  requestPasswordReset,
  requestSignInCode,
  resetPassword,
  resetSecondFactor,
  setPassword,
  signInWithPassword,
  signOut,
  suspendMember,
} from "@/features/accounts/index.ts";
import { findHalfOpenSession } from "@/features/accounts/second-factor.queries.ts";
import { contributeAction } from "@/features/debates/debate.actions.ts";
import { contribute, getDebatePage, listOpenableScopes } from "@/features/debates/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { settleFacts } from "@/platform/facts.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { createLimits } from "@/platform/limits.ts";
import { actorOfSession } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import {
  aGuardedMember,
  aMember,
  callerOf,
  confirmation,
  digitsOf,
  factsAbout,
  freshEmail,
  kindOf,
  noLimits,
  PASSWORD,
  refusal,
  signedIn,
  someone,
} from "./accounts-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw Object.assign(new Error("redirect"), { to });
  },
}));

const realNow = clock.now;
let live: Awaited<ReturnType<typeof startLive>>;
beforeAll(async () => {
  await prepareJobs(jobs, { working: false });
  live = await startLive();
});
afterAll(async () => {
  await live.close();
  await settleFacts();
});
beforeEach(() => {
  singletons.limits = noLimits;
});
afterEach(() => {
  clock.now = realNow;
});

const another = (digits: string) => digits.replace(/^./, (digit) => String((Number(digit) + 1) % 10));
const contribution = (debateId: string) => ({
  debateId,
  clientId: randomUUID(),
  side: "pour" as const,
  body: "Un argument qui mérite d’être lu.",
});
/** Where an action led. */
const ledTo = async (work: Promise<unknown>) => {
  try {
    return await work;
  } catch (error) {
    return (error as { to?: string }).to ?? error;
  }
};

describe("a session without its second code", () => {
  it("is opened by a code, a password or a new password alike", async () => {
    const member = await aGuardedMember({ password: PASSWORD });
    const byPassword = await signInWithPassword(someone, { email: member.email, password: PASSWORD });
    const asked = await requestPasswordReset(someone, { email: member.email });
    const byReset = await resetPassword(someone, { ...confirmation(asked), password: "sept vélos rouges au Sancy" });
    const byCode = await signedIn(member.email);
    expect(await kindOf(byPassword.sessionId)).toBe("visitor"); // ended by the new password, besides
    for (const sessionId of [byReset.sessionId, byCode]) {
      expect(await kindOf(sessionId)).toBe("visitor");
      expect(await findHalfOpenSession(sessionId)).toEqual({ memberId: member.id, ended: false });
    }
  });

  it("leads to the page of the second code, and home for those who have no second factor", async () => {
    const [guarded, other] = [await aGuardedMember(), await aMember()];
    const signIn = async (email: string) => {
      const { code, ...proof } = confirmation(await requestSignInCode(someone, { email }));
      return ledTo(
        inBrowser(null, async () => {
          const { nextHeaders } = await import("@tests/support/worlds.ts");
          (await nextHeaders.cookies()).set("coopol-code", `${proof.codeId}.${proof.browserSecret}`);
          return confirmCodeAction({}, formOf({ code }));
        }),
      );
    };
    expect(await signIn(guarded.email)).toBe("/connexion/second-facteur");
    expect(await signIn(other.email)).toBe("/accueil");
  });

  it("is a visitor's on every door", async () => {
    const member = await aGuardedMember({ mandates: [["national_admin", "national"]] });
    const waiting = await signedIn(member.email);
    const { id } = await createDebate("members", "national", null);
    const open = await createDebate("open", scopes["own section"], null);
    const actor = await actorOfSession(waiting);
    // queries
    expect(actor).toEqual({ kind: "visitor", id: null, grants: [] });
    expect(await outcomeOf(getDebatePage(actor, id))).toBe("not_found");
    for (const query of [getMyAccount, listMySessions]) expect(await outcomeOf(query(actor))).toBe("not_found");
    // commands and form actions
    expect((await refusal(setPassword({ actor }, { password: PASSWORD }))).code).toBe("unauthenticated");
    expect((await refusal(contribute({ actor }, contribution(open.id)))).code).toBe("unauthenticated");
    const posted = await inBrowser(waiting, () => contributeAction({}, formOf(contribution(open.id))));
    expect(posted.error?.code).toBe("unauthenticated");
    // JSON
    const request = new NextRequest("http://localhost/api", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(contribution(open.id)),
    });
    expect((await inBrowser(waiting, () => contributeRoute(request))).status).toBe(401);
    // sockets
    const screen = await live.open(waiting);
    expect(await screen.ask("join", { room: "debate", id })).toMatchObject({ error: { code: "not_found" } });
    expect(await screen.ask("join", { room: "debate", id: open.id })).toHaveProperty("value");
    const called = await screen.ask("call", { name: "debate.contribute", input: contribution(open.id) });
    expect(called).toMatchObject({ error: { code: "unauthenticated" } });
    expect(await db.contribution.count({ where: { debateId: open.id } })).toBe(1);
  });

  it("opens with the next code of her application, rights and sockets included", async () => {
    const member = await aGuardedMember({ mandates: [["national_admin", "national"]] });
    const waiting = await signedIn(member.email);
    clock.now = () => new Date(realNow().getTime() + 30_000);
    const { id } = await createDebate("members", "national", null);
    await (await live.open(waiting)).ask("join", { room: "debate", id });
    const answer = inBrowser(waiting, async () =>
      passSecondFactorAction({}, formOf({ code: await digitsOf(member.id), sessionId: member.sessionId })),
    );
    expect(await ledTo(answer)).toBe("/accueil");
    expect(await actorOfSession(waiting)).toMatchObject({
      kind: "member",
      grants: [{ role: "national_admin", scope: "national" }],
    });
    expect(await factsAbout("second-factor.passed", member.id)).toBe(1);
    expect(await (await live.open(waiting)).ask("join", { room: "debate", id })).toHaveProperty("value");
  });

  it("is left by whoever is asked, and a session that is in is not", async () => {
    const member = await aGuardedMember();
    const waiting = await signedIn(member.email);
    expect(await ledTo(inBrowser(waiting, () => abandonSignInAction({}, formOf({}))))).toBe("/connexion");
    expect(await findHalfOpenSession(waiting)).toBeNull();
    await abandonSignIn(someone, { sessionId: member.sessionId });
    expect(await kindOf(member.sessionId)).toBe("member");
    await abandonSignIn(someone, { sessionId: newId() });
    await signOut(member.caller, {});
    expect(await findHalfOpenSession(member.sessionId)).toBeNull();
  });
});

describe("giving the second code", () => {
  it("refuses one that was used, in another session too", async () => {
    const member = await aGuardedMember();
    const [one, other] = [await signedIn(member.email), await signedIn(member.email)];
    const setUp = { code: await digitsOf(member.id) };
    expect((await refusal(passSecondFactor(someone, { sessionId: one, ...setUp }))).reason).toBe("wrong_second_code");
    clock.now = () => new Date(realNow().getTime() + 30_000);
    const code = await digitsOf(member.id);
    await passSecondFactor(someone, { sessionId: one, code });
    expect((await refusal(passSecondFactor(someone, { sessionId: other, code }))).reason).toBe("wrong_second_code");
    expect([await kindOf(one), await kindOf(other)]).toEqual(["member", "visitor"]);
  });

  it("gives one pass to two identical codes at once, and twenty", async () => {
    const member = await aGuardedMember();
    const waiting = await Promise.all(Array.from({ length: 20 }, () => signedIn(member.email)));
    clock.now = () => new Date(realNow().getTime() + 30_000);
    const code = await digitsOf(member.id);
    const answers = await Promise.all(
      [...waiting, ...waiting].map((sessionId) => outcomeOf(passSecondFactor(someone, { sessionId, code }))),
    );
    expect(answers.filter((answer) => answer === "ok")).toHaveLength(1);
    const kinds = await Promise.all(waiting.map(kindOf));
    expect(kinds.filter((kind) => kind === "member")).toHaveLength(1);
    expect(await factsAbout("second-factor.passed", member.id)).toBe(1);
  });

  it("takes a recovery code once, says so by e-mail, and not another's", async () => {
    const [member, other] = [await aGuardedMember(), await aGuardedMember()];
    const [one, two] = [await signedIn(member.email), await signedIn(member.email)];
    expect((await refusal(passSecondFactor(someone, { sessionId: one, code: other.first }))).reason).toBe(
      "wrong_second_code",
    );
    await passSecondFactor(someone, { sessionId: one, code: ` ${member.first.toLowerCase().replaceAll("-", " ")} ` });
    const again = await refusal(passSecondFactor(someone, { sessionId: two, code: member.first }));
    expect(again.reason).toBe("wrong_second_code");
    expect([await kindOf(one), await kindOf(two)]).toEqual(["member", "visitor"]);
    const rows = await db.$queryRawUnsafe<{ to: string }[]>(
      "select data->>'to' as to from pgboss.job where name = 'accounts.send-notice' and data->>'kind' = 'recovery_code_used'",
    );
    expect(rows.map(({ to }) => to)).toEqual([member.email]);
  });

  it("gives one pass to one recovery code, ten times at once", async () => {
    const member = await aGuardedMember();
    const waiting = await Promise.all(Array.from({ length: 10 }, () => signedIn(member.email)));
    const answers = await Promise.all(
      waiting.map((sessionId) => outcomeOf(passSecondFactor(someone, { sessionId, code: member.first }))),
    );
    expect(answers.filter((answer) => answer === "ok")).toHaveLength(1);
  });

  it("ends the session at the fifth wrong code, whatever comes after, and says so to its browser", async () => {
    const member = await aGuardedMember();
    const waiting = await signedIn(member.email);
    const give = (code: string) => refusal(passSecondFactor(someone, { sessionId: waiting, code }));
    const wrong = another(await digitsOf(member.id, 1));
    for (let times = 0; times < 4; times++) expect((await give(wrong)).code).toBe("invalid");
    expect(await give(wrong)).toMatchObject({ code: "unauthenticated", reason: "too_many_second_codes" });
    expect((await give(member.first)).code).toBe("unauthenticated");
    expect(await kindOf(waiting)).toBe("visitor");
    expect(await findHalfOpenSession(waiting)).toEqual({ memberId: null, ended: true });
    expect(await db.recoveryCode.count({ where: { memberId: member.id, usedAt: null } })).toBe(10);
    // her other sessions, and a new one, are not touched
    expect(await kindOf(member.sessionId)).toBe("member");
    await passSecondFactor(someone, { sessionId: await signedIn(member.email), code: member.first });
  });

  it("counts fifty wrong codes at once as five", async () => {
    const member = await aGuardedMember();
    const waiting = await signedIn(member.email);
    const wrong = another(await digitsOf(member.id, 1));
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => refusal(passSecondFactor(someone, { sessionId: waiting, code: wrong }))),
    );
    expect(answers.filter(({ reason }) => reason === "wrong_second_code")).toHaveLength(4);
    expect(answers.filter(({ reason }) => reason === "too_many_second_codes")).toHaveLength(1);
    expect((await db.session.findUniqueOrThrow({ where: { id: waiting } })).factorTries).toBe(5);
  });

  it("is limited for all the sessions of a member together", async () => {
    const member = await aGuardedMember();
    const sessions = await Promise.all(Array.from({ length: 6 }, () => signedIn(member.email)));
    const wrong = another(await digitsOf(member.id, 1));
    singletons.limits = createLimits();
    const outcomes: string[] = [];
    for (const sessionId of sessions)
      for (let times = 0; times < 4; times++)
        outcomes.push(await outcomeOf(passSecondFactor(someone, { sessionId, code: wrong })));
    // one was used to set it up, without limits; twenty an hour from here
    expect(outcomes.filter((outcome) => outcome === "invalid")).toHaveLength(20);
    expect(outcomes.at(-1)).toBe("rate_limited");
  });

  it("means nothing for a session that does not wait for it", async () => {
    const [guarded, plain] = [await aGuardedMember(), await aMember()];
    for (const sessionId of ["", newId(), "x", guarded.sessionId, plain.sessionId])
      expect((await refusal(passSecondFactor(someone, { sessionId, code: guarded.first }))).code).toBe(
        "unauthenticated",
      );
    expect(await db.recoveryCode.count({ where: { memberId: guarded.id, usedAt: null } })).toBe(10);
  });

  it("refuses what is neither six digits nor a recovery code, before counting anything", async () => {
    const member = await aGuardedMember();
    const waiting = await signedIn(member.email);
    for (const code of ["", "12345", "abcdef", "x".repeat(70), "00000000000000000"])
      expect(await refusal(passSecondFactor(someone, { sessionId: waiting, code }))).toMatchObject({
        reason: "bad_input",
        fields: { code: expect.stringContaining("six chiffres") },
      });
    expect((await db.session.findUniqueOrThrow({ where: { id: waiting } })).factorTries).toBe(0);
  });

  it("lets a suspended member in as one", async () => {
    const member = await aGuardedMember();
    await suspendMember({ actor: system }, { memberId: member.id, reason: "Règle 2 : injures répétées." });
    const waiting = await signedIn(member.email);
    expect(await kindOf(waiting)).toBe("visitor");
    await passSecondFactor(someone, { sessionId: waiting, code: member.first });
    expect(await kindOf(waiting)).toBe("suspended");
  });
});

describe("mandates without a second factor", () => {
  it("sleep: a national admin of the command line does nothing as one, until she sets it up", async () => {
    const email = freshEmail();
    const target = await aMember();
    await createAdmin({ actor: system }, { email, name: "Noé National", communeCode: "63113" });
    const caller = await callerOf(await signedIn(email));
    expect(caller.actor).toMatchObject({ kind: "member", grants: [], grantsAsleep: true });
    const suspend = { memberId: target.id, reason: "Une raison assez longue." };
    expect((await refusal(suspendMember(caller, suspend))).code).toBe("not_found");
    expect(await listOpenableScopes(caller.actor).catch(() => [])).toEqual([]);
    const { startSecondFactor, confirmSecondFactor } = await import("@/features/accounts/index.ts");
    await startSecondFactor(caller, {});
    const member = await db.member.findUniqueOrThrow({ where: { email } });
    await confirmSecondFactor(caller, { code: await digitsOf(member.id) });
    const sessionId = caller.actor.kind === "member" ? caller.actor.sessionId : null;
    await suspendMember(await callerOf(sessionId ?? ""), suspend);
  });
});

describe("the command line's reset", () => {
  it("takes the second factor away, with every session, open or waiting", async () => {
    const member = await aGuardedMember({ mandates: [["moderator", "national"]] });
    const waiting = await signedIn(member.email);
    await resetSecondFactor({ actor: system }, { memberId: member.id });
    expect([await kindOf(member.sessionId), await kindOf(waiting)]).toEqual(["visitor", "visitor"]);
    expect(await findHalfOpenSession(waiting)).toBeNull();
    expect(await actorOfSession(await signedIn(member.email))).toMatchObject({ grants: [], grantsAsleep: true });
    const again = await refusal(resetSecondFactor({ actor: system }, { memberId: member.id }));
    expect(again.reason).toBe("second_factor_off");
  });

  it("does not exist for anybody else, her included", async () => {
    const [member, admin] = [await aGuardedMember(), await aMember({ mandates: [["national_admin", "national"]] })];
    for (const caller of [someone, member.caller, admin.caller])
      expect((await refusal(resetSecondFactor(caller, { memberId: member.id }))).code).toBe("not_found");
    expect(await db.secondFactor.count({ where: { memberId: member.id } })).toBe(1);
  });
});
