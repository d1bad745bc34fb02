import { beforeEach, describe, expect, it } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import {
  answerPublicName,
  confirmCode,
  confirmEmailChange,
  getMyAccount,
  getPublicNameAnswer,
  listMySessions,
  requestEmailChange,
  requestPasswordReset,
  requestSignInCode,
  resetPassword,
  revokeOtherSessions,
  revokeSession,
  setPassword,
  signInWithPassword,
  signOut,
} from "@/features/accounts/index.ts";
import { eraseAccount, requestErasureCode } from "@/features/personal-data/index.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import {
  actingAs,
  aMember,
  aSession,
  callerOf,
  confirmation,
  factsAbout,
  freshEmail,
  kindOf,
  noLimits,
  PASSWORD,
  refusal,
  someone,
  wrongDigits,
} from "./accounts-world.ts";

const NEW_PASSWORD = "sept vélos rouges au Sancy";
let cuts: string[] = [];
let stale: string[] = [];
beforeEach(() => {
  singletons.limits = noLimits;
  cuts = [];
  stale = [];
  singletons.publisher = (facts) => {
    cuts.push(...facts.flatMap((fact) => fact.cut));
    stale.push(...facts.flatMap((fact) => fact.stale));
  };
});
const hourAgo = () => new Date(Date.now() - 3_600_000);

describe("signing in with a password", () => {
  it("opens a session", async () => {
    const { email } = await aMember({ password: PASSWORD });
    const { sessionId } = await signInWithPassword(someone, { email, password: PASSWORD });
    expect(await kindOf(sessionId)).toBe("member");
  });

  it("gives one answer to a wrong password, an unknown address and an account without a password", async () => {
    const { email } = await aMember({ password: PASSWORD });
    const codeOnly = await aMember();
    const answers = await Promise.all(
      [email, freshEmail(), codeOnly.email].map((address) =>
        refusal(signInWithPassword(someone, { email: address, password: "ce n’est pas le bon" })),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: "invalid", reason: "wrong_password" });
  });

  it("slows a guesser down after five failures, without shutting the owner out", async () => {
    singletons.limits = createLimits();
    const { email } = await aMember({ password: PASSWORD });
    const guesser = { ...someone, address: "203.0.113.66" };
    const guess = () => refusal(signInWithPassword(guesser, { email, password: "encore une idée" }));
    for (let times = 0; times < 5; times++) expect((await guess()).code).toBe("invalid");
    expect((await guess()).code).toBe("rate_limited");
    expect((await refusal(signInWithPassword(guesser, { email, password: PASSWORD }))).code).toBe("rate_limited");
    const elsewhere = { ...someone, address: "203.0.113.67" };
    await signInWithPassword(elsewhere, { email, password: PASSWORD });
    await confirmCode(guesser, confirmation(await requestSignInCode(guesser, { email })));
  });

  it("forgives the failures before a success", async () => {
    singletons.limits = createLimits();
    const { email } = await aMember({ password: PASSWORD });
    const caller = { ...someone, address: "203.0.113.68" };
    for (let round = 0; round < 2; round++) {
      for (let times = 0; times < 4; times++) await refusal(signInWithPassword(caller, { email, password: "raté" }));
      await signInWithPassword(caller, { email, password: PASSWORD });
    }
  });
});

describe("one's sessions", () => {
  it("ends this one on signing out, and tells its sockets alone", async () => {
    const member = await aMember();
    const other = await aSession(member.id);
    await signOut(member.caller, {});
    expect([await kindOf(member.sessionId), await kindOf(other)]).toEqual(["visitor", "member"]);
    expect(cuts).toEqual([`session:${member.sessionId}`]);
  });

  it("ends a lost one, or all the others", async () => {
    const member = await aMember();
    const [lost, second, third] = [await aSession(member.id), await aSession(member.id), await aSession(member.id)];
    await revokeSession(member.caller, { sessionId: lost });
    expect(cuts).toEqual([`session:${lost}`]);
    expect(await listMySessions(member.caller.actor)).toHaveLength(3);
    await revokeOtherSessions(member.caller, {});
    expect(await Promise.all([second, third, member.sessionId].map(kindOf))).toEqual(["visitor", "visitor", "member"]);
  });

  it("hides those of others", async () => {
    const [member, other] = [await aMember(), await aMember()];
    const hidden = await refusal(revokeSession(member.caller, { sessionId: other.sessionId }));
    expect(hidden).toEqual(await refusal(revokeSession(member.caller, { sessionId: newId() })));
    expect(hidden.code).toBe("not_found");
    expect(await kindOf(other.sessionId)).toBe("member");
  });
});

describe("one's password", () => {
  it("is set in a session that has just begun, and ends the other sessions", async () => {
    const member = await aMember();
    const other = await aSession(member.id);
    await setPassword(member.caller, { password: NEW_PASSWORD });
    expect([await kindOf(member.sessionId), await kindOf(other)]).toEqual(["member", "visitor"]);
    expect(cuts).toEqual([`session:${other}`]);
    expect(await factsAbout("member.password-changed", member.id)).toBe(1);
    await signInWithPassword(someone, { email: member.email, password: NEW_PASSWORD });
  });

  it("asks for the current one in an older session", async () => {
    const member = await aMember({ password: PASSWORD });
    const old = await callerOf(await aSession(member.id, hourAgo()));
    expect((await refusal(setPassword(old, { password: NEW_PASSWORD }))).fields).toHaveProperty("currentPassword");
    const wrong = { password: NEW_PASSWORD, currentPassword: "ce n’est pas lui" };
    expect((await refusal(setPassword(old, wrong))).reason).toBe("wrong_own_password");
    await setPassword(old, { password: NEW_PASSWORD, currentPassword: PASSWORD });
  });

  it("refuses short and common ones, and those made of one's own name", async () => {
    const member = await aMember({ name: "Maryse Quintin" });
    for (const password of ["trop court", "motdepasse2026", "azertyuiop123", "MaryseQuintin63"]) {
      expect((await refusal(setPassword(member.caller, { password }))).fields).toHaveProperty("password");
    }
  });

  it("is chosen again with a code, which ends every other session", async () => {
    const member = await aMember({ password: PASSWORD });
    const asked = await requestPasswordReset(someone, { email: member.email });
    const { sessionId } = await resetPassword(someone, { ...confirmation(asked), password: NEW_PASSWORD });
    expect([await kindOf(sessionId), await kindOf(member.sessionId)]).toEqual(["member", "visitor"]);
    expect(cuts).toEqual([`session:${member.sessionId}`]);
    expect((await refusal(signInWithPassword(someone, { email: member.email, password: PASSWORD }))).code).toBe(
      "invalid",
    );
  });

  it("keeps the code when the new password is refused, and not when the digits are wrong", async () => {
    const member = await aMember();
    const asked = await requestPasswordReset(someone, { email: member.email });
    const common = await refusal(resetPassword(someone, { ...confirmation(asked), password: "motdepasse2026" }));
    expect(common.reason).toBe("common_password");
    const wrong = { ...asked, code: wrongDigits(asked.codeId), password: NEW_PASSWORD };
    for (let times = 0; times < 5; times++)
      expect((await refusal(resetPassword(someone, wrong))).reason).toBe("wrong_code");
    expect((await refusal(resetPassword(someone, { ...confirmation(asked), password: NEW_PASSWORD }))).reason).toBe(
      "wrong_code",
    );
  });

  it("lets a code serve only what it was asked for", async () => {
    const member = await aMember();
    const reset = await requestPasswordReset(someone, { email: member.email });
    expect((await refusal(confirmCode(someone, confirmation(reset)))).reason).toBe("wrong_code");
    const signIn = await requestSignInCode(someone, { email: member.email });
    expect((await refusal(eraseAccount(member.caller, confirmation(signIn)))).reason).toBe("wrong_code");
  });
});

describe("changing one's e-mail address", () => {
  it("waits for the code sent to the new one, then ends the other sessions", async () => {
    const member = await aMember();
    const other = await aSession(member.id);
    const email = freshEmail();
    const asked = await requestEmailChange(member.caller, { email });
    expect((await getMyAccount(member.caller.actor)).email).toBe(member.email);
    await confirmEmailChange(member.caller, confirmation(asked));
    expect((await getMyAccount(member.caller.actor)).email).toBe(email);
    expect([await kindOf(member.sessionId), await kindOf(other)]).toEqual(["member", "visitor"]);
    expect(await factsAbout("member.email-changed", member.id)).toBe(1);
  });

  it("is not open to an old session alone: her password is asked", async () => {
    const member = await aMember({ password: PASSWORD });
    const monthAgo = new Date(Date.now() - 30 * 86_400_000);
    await db.session.update({ where: { id: member.sessionId }, data: { createdAt: monthAgo } });
    const email = freshEmail();
    for (const attempt of [{ email }, { email, currentPassword: "not-her-password" }])
      expect((await refusal(requestEmailChange(member.caller, attempt))).reason).toBe("wrong_own_password");
    expect(await db.emailCode.count({ where: { email } })).toBe(0);
    await requestEmailChange(member.caller, { email, currentPassword: PASSWORD });
    expect(await db.emailCode.count({ where: { email } })).toBe(1);
  });

  it("refuses somebody else's code and somebody else's address", async () => {
    const [member, other] = [await aMember(), await aMember()];
    const asked = await requestEmailChange(member.caller, { email: freshEmail() });
    expect((await refusal(confirmEmailChange(other.caller, confirmation(asked)))).reason).toBe("wrong_code");
    const taken = await requestEmailChange(member.caller, { email: other.email });
    expect((await refusal(confirmEmailChange(member.caller, confirmation(taken)))).reason).toBe("email_taken");
  });
});

describe("one's name in open debates", () => {
  it("is asked once: a refusal is an answer, a yes is withdrawn in one click", async () => {
    const { caller, id } = await aMember();
    const answer = () => getPublicNameAnswer(caller.actor);
    expect(await answer()).toBe("unasked");
    await answerPublicName(caller, { answer: "non" });
    expect(await answer()).toBe("refused");
    await answerPublicName(caller, { answer: "oui" });
    await answerPublicName(caller, { answer: "oui" });
    expect(await answer()).toBe("given");
    await answerPublicName(caller, { answer: "non" });
    expect(await answer()).toBe("refused");
    expect(await factsAbout("public-name.changed", id)).toBe(3);
    expect(stale).toEqual(["open-debates", "open-debates", "open-debates"]);
    const rows = await db.consent.findMany({ where: { memberId: id, kind: "public_name" } });
    expect(rows.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  });

  it("is one consent whatever the number of clicks", async () => {
    const { caller, id } = await aMember();
    await Promise.all(Array.from({ length: 10 }, () => answerPublicName(caller, { answer: "oui" })));
    expect(await db.consent.count({ where: { memberId: id, kind: "public_name" } })).toBe(1);
  });
});

/** A debate where the member wrote once and voted on two contributions, among other people. */
async function aDebateWith(memberId: string, otherId: string) {
  const debateId = newId();
  const now = new Date();
  await db.debate.create({
    data: {
      id: debateId,
      slug: "velo",
      question: "Faut-il des vélos partout ?",
      framing: "",
      scope: "national",
      audience: "open",
      opensAt: now,
      closesAt: new Date(now.getTime() + 86_400_000),
      createdAt: now,
      phase: "debate",
      lastSeq: 2,
      pourCount: 1,
      contreCount: 1,
      voteCount: 3,
    },
  });
  const ids = [newId(), newId()];
  const write = (id: string, seq: number, authorId: string, tally: object) =>
    db.contribution.create({
      data: {
        id,
        debateId,
        seq,
        side: seq === 1 ? "pour" : "contre",
        body: "Une contribution assez longue.",
        authorId,
        clientId: crypto.randomUUID(),
        createdAt: now,
        ...tally,
      },
    });
  await write(ids[0] ?? "", 1, memberId, { agree: 1 });
  await write(ids[1] ?? "", 2, otherId, { agree: 1, disagree: 1 });
  const vote = (contributionId: string, voter: string, value: "agree" | "disagree") =>
    db.vote.create({ data: { contributionId, memberId: voter, value, castAt: now } });
  await vote(ids[0] ?? "", otherId, "agree");
  await vote(ids[1] ?? "", memberId, "disagree");
  await vote(ids[1] ?? "", otherId, "agree");
  return { debateId, mine: ids[0] ?? "", theirs: ids[1] ?? "" };
}

describe("erasing one's account", () => {
  it("empties it, ends it everywhere, keeps the words and the tallies exact", async () => {
    const [member, other] = [await aMember({ password: PASSWORD }), await aMember()];
    const { debateId, mine, theirs } = await aDebateWith(member.id, other.id);
    const hers = { debateId, memberId: member.id };
    await db.debateHost.create({ data: { ...hers, addedAt: new Date() } });
    await db.debateFollow.create({ data: { ...hers, followedAt: new Date() } });
    await eraseAccount(member.caller, { password: PASSWORD });
    expect(await db.debateHost.count({ where: hers })).toBe(0);
    expect(await db.debateFollow.count({ where: hers })).toBe(0);
    expect(await kindOf(member.sessionId)).toBe("visitor");
    expect((await actorOfMember(member.id)).kind).toBe("visitor");
    expect(await db.member.findUnique({ where: { id: member.id } })).toMatchObject({
      name: "Compte supprimé",
      email: `erased-${member.id}@invalid`,
      passwordHash: null,
    });
    expect(await db.contribution.findUnique({ where: { id: mine } })).toMatchObject({
      authorId: null,
      agree: 1,
      tallyVersion: 0,
    });
    expect(await db.contribution.findUnique({ where: { id: theirs } })).toMatchObject({
      agree: 1,
      disagree: 0,
      tallyVersion: 1,
    });
    expect(await db.debate.findUnique({ where: { id: debateId } })).toMatchObject({ voteCount: 2, countsVersion: 1 });
    expect(await db.vote.count({ where: { memberId: member.id } })).toBe(0);
    expect(await db.consent.count({ where: { memberId: member.id } })).toBe(0);
    expect(cuts).toEqual([`member:${member.id}`]);
    expect(stale).toEqual(["open-debates"]);
    expect((await refusal(signInWithPassword(someone, { email: member.email, password: PASSWORD }))).reason).toBe(
      "wrong_password",
    );
  });

  it("needs the password or a code sent for that, whose wrong tries count", async () => {
    const member = await aMember({ password: PASSWORD });
    expect((await refusal(eraseAccount(member.caller, { password: "pas celui-là" }))).reason).toBe(
      "wrong_own_password",
    );
    expect((await refusal(eraseAccount(member.caller, {}))).reason).toBe("wrong_code");
    const asked = await requestErasureCode(member.caller, {});
    await refusal(eraseAccount(member.caller, { ...asked, code: wrongDigits(asked.codeId) }));
    expect(await db.emailCode.findUnique({ where: { id: asked.codeId } })).toMatchObject({ tries: 1 });
    expect((await refusal(confirmCode(someone, confirmation(asked)))).reason).toBe("wrong_code");
    await eraseAccount(member.caller, confirmation(asked));
    expect(await db.emailCode.count({ where: { memberId: member.id } })).toBe(0);
  });

  it("keeps the last national admin, even when the last two leave at once", async () => {
    await db.mandate.deleteMany({ where: { role: "national_admin" } });
    const national = { password: PASSWORD, mandates: [["national_admin", "national"]] as ["national_admin", string][] };
    const [first, second] = [await aMember(national), await aMember(national)];
    const outcomes = await Promise.allSettled(
      [first, second].map(({ caller }) => eraseAccount(caller, { password: PASSWORD })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [stays] = await db.mandate.findMany({ where: { role: "national_admin" } });
    const refused = await refusal(eraseAccount(await actingAs(stays?.memberId ?? ""), { password: PASSWORD }));
    expect(refused).toMatchObject({ code: "conflict", reason: "last_national_admin" });
  });

  it("lets the same address join again, from nothing", async () => {
    const member = await aMember({ password: PASSWORD });
    await eraseAccount(member.caller, { password: PASSWORD });
    const again = await aMember({ email: member.email });
    expect(again.id).not.toBe(member.id);
  });
});

describe("a visitor", () => {
  it("is asked to sign in before touching any account", async () => {
    const nobody = { actor: visitor };
    const refusals = await Promise.all(
      [
        setPassword(nobody, { password: NEW_PASSWORD }),
        requestEmailChange(nobody, { email: freshEmail() }),
        revokeSession(nobody, { sessionId: newId() }),
        revokeOtherSessions(nobody, {}),
        answerPublicName(nobody, { answer: "oui" }),
        requestErasureCode(nobody, {}),
        eraseAccount(nobody, { password: PASSWORD }),
      ].map(refusal),
    );
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(["unauthenticated"]));
  });
});
