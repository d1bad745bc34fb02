import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findCodeToSend } from "@/features/accounts/account.queries.ts";
import {
  accountJobs,
  confirmCode,
  requestAnotherCode,
  requestSignInCode,
  requestSignUp,
} from "@/features/accounts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { singletons } from "@/platform/singletons.ts";
import {
  aMember,
  confirmation,
  factsAbout,
  freshEmail,
  kindOf,
  noLimits,
  refusal,
  signUpInput,
  someone,
  wrongDigits,
} from "./accounts-world.ts";

const realNow = clock.now;
beforeEach(() => {
  singletons.limits = noLimits;
});
afterEach(() => {
  clock.now = realNow;
});
const later = (minutes: number) => {
  clock.now = () => new Date(realNow().getTime() + minutes * 60_000);
};
const membersOf = (email: string) => db.member.count({ where: { email } });
const nothingHidden = { codeId: expect.any(String), browserSecret: expect.any(String) };

describe("asking to join", () => {
  it("writes a code to send, and no member before it is confirmed", async () => {
    const input = signUpInput();
    const asked = await requestSignUp(someone, input);
    expect(await membersOf(input.email)).toBe(0);
    expect(await findCodeToSend(asked.codeId)).toMatchObject({ email: input.email, hasAccount: false });
  });

  it("answers a known and an unknown address alike, and leaves the account as it is", async () => {
    const known = await aMember({ name: "Inès Bonnet" });
    const [forKnown, forUnknown] = [
      await requestSignUp(someone, signUpInput(known.email)),
      await requestSignUp(someone, signUpInput()),
    ];
    expect(forKnown).toEqual(nothingHidden);
    expect(forUnknown).toEqual(nothingHidden);
    const { sessionId } = await confirmCode(someone, confirmation(forKnown));
    expect(await kindOf(sessionId)).toBe("member");
    expect(await db.member.findUnique({ where: { id: known.id } })).toMatchObject({
      name: "Inès Bonnet",
      claim: "sympathiser",
    });
    expect(await factsAbout("member.joined", known.id)).toBe(0);
  });

  it("takes two spellings of one address for one (NFKC, capitals)", async () => {
    const email = freshEmail();
    const first = await requestSignUp(someone, signUpInput(email.toUpperCase()));
    const second = await requestSignUp(someone, signUpInput(email.replace("p", "ｐ")));
    await confirmCode(someone, confirmation(first));
    await confirmCode(someone, confirmation(second));
    expect(await membersOf(email)).toBe(1);
  });

  it("asks for the date only when the year leaves a doubt, and keeps neither", async () => {
    clock.now = () => new Date("2026-11-22T12:00:00Z");
    const fifteen = { ...signUpInput(), birthYear: "2011" };
    expect((await refusal(requestSignUp(someone, fifteen))).fields).toHaveProperty("birthDate");
    expect((await refusal(requestSignUp(someone, { ...fifteen, birthDate: "2011-11-23" }))).fields).toHaveProperty(
      "birthDate",
    );
    expect((await refusal(requestSignUp(someone, { ...fifteen, birthYear: "2012" }))).fields).toHaveProperty(
      "birthYear",
    );
    const asked = await requestSignUp(someone, { ...fifteen, birthDate: "2011-11-22" });
    const row = await db.emailCode.findUniqueOrThrow({ where: { id: asked.codeId } });
    expect(JSON.stringify(row.pending)).not.toMatch(/2011/);
    expect(row.pending).toMatchObject({ adultOn: "2029-11-22T00:00:00.000Z" });
  });

  it("refuses a commune that does not exist, and Paris as a whole", async () => {
    for (const communeCode of ["00000", "75056"]) {
      expect((await refusal(requestSignUp(someone, { ...signUpInput(), communeCode }))).fields).toHaveProperty(
        "communeCode",
      );
    }
  });

  it("lets somebody abroad join the section of her country", async () => {
    const input = { ...signUpInput(), communeCode: "FE-DE" };
    await confirmCode(someone, confirmation(await requestSignUp(someone, input)));
    expect(await db.member.findUnique({ where: { email: input.email } })).toMatchObject({ sectionId: "FE-DE" });
  });

  it("stops at three mails an hour to one address, and forty sign-ups from one place", async () => {
    singletons.limits = createLimits();
    const caller = { ...someone, address: "203.0.113.90" };
    const email = freshEmail();
    for (let times = 0; times < 3; times++) await requestSignUp(caller, signUpInput(email));
    const refused = await refusal(requestSignUp(caller, signUpInput(email)));
    expect(refused).toMatchObject({ code: "rate_limited", retryAfter: expect.any(Number) });
    for (let times = 0; times < 36; times++) await requestSignUp(caller, signUpInput());
    expect((await refusal(requestSignUp(caller, signUpInput()))).code).toBe("rate_limited");
    expect(JSON.stringify(await db.rateLimit.findMany({ select: { key: true } }))).not.toContain(email);
  });
});

describe("confirming a code", () => {
  it("creates the member in her section with her consent, signs her in, and tells it", async () => {
    const input = signUpInput();
    const { sessionId } = await confirmCode(someone, confirmation(await requestSignUp(someone, input)));
    const member = await db.member.findUniqueOrThrow({ where: { email: input.email }, include: { consents: true } });
    expect(member).toMatchObject({ name: "Yanis Moreau", sectionId: "63113", adherentSince: null, passwordHash: null });
    expect(member.consents).toMatchObject([{ kind: "political_data", withdrawnAt: null }]);
    expect(await kindOf(sessionId)).toBe("member");
    expect(await factsAbout("member.joined", member.id)).toBe(1);
  });

  it("forgets what sign-up asked once the code has served", async () => {
    const asked = await requestSignUp(someone, signUpInput());
    await confirmCode(someone, confirmation(asked));
    expect(await db.emailCode.findUnique({ where: { id: asked.codeId } })).toMatchObject({ pending: null });
  });

  it("signs a member in with a code, and knows nobody behind an unknown address", async () => {
    const member = await aMember();
    const { sessionId } = await confirmCode(
      someone,
      confirmation(await requestSignInCode(someone, { email: member.email })),
    );
    expect(await kindOf(sessionId)).toBe("member");
    const unknown = await requestSignInCode(someone, { email: freshEmail() });
    expect((await refusal(confirmCode(someone, confirmation(unknown)))).reason).toBe("wrong_code");
  });

  it("gives one answer to a wrong, replayed, expired, unknown and foreign code", async () => {
    const member = await aMember();
    const ask = () => requestSignInCode(someone, { email: member.email });
    const [wrong, used, expired, foreign] = [await ask(), await ask(), await ask(), await ask()];
    await confirmCode(someone, confirmation(used));
    const answers = [
      await refusal(confirmCode(someone, { ...wrong, code: wrongDigits(wrong.codeId) })),
      await refusal(confirmCode(someone, confirmation(used))),
      await refusal(confirmCode(someone, { ...confirmation(foreign), browserSecret: wrong.browserSecret })),
      await refusal(confirmCode(someone, { ...confirmation(foreign), codeId: "000000000000" })),
    ];
    later(16);
    answers.push(await refusal(confirmCode(someone, confirmation(expired))));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: "invalid", reason: "wrong_code" });
  });

  it("closes a code after five wrong tries, even for the right digits", async () => {
    const member = await aMember();
    const asked = await requestSignInCode(someone, { email: member.email });
    const wrong = { ...asked, code: wrongDigits(asked.codeId) };
    for (let times = 0; times < 5; times++) await refusal(confirmCode(someone, wrong));
    expect((await refusal(confirmCode(someone, confirmation(asked)))).reason).toBe("wrong_code");
  });

  it("counts parallel wrong tries, and lets nobody spend those of another browser", async () => {
    const member = await aMember();
    const asked = await requestSignInCode(someone, { email: member.email });
    const foreign = { ...confirmation(asked), browserSecret: "A".repeat(22) };
    await Promise.all(Array.from({ length: 8 }, () => refusal(confirmCode(someone, foreign))));
    expect(await db.emailCode.findUnique({ where: { id: asked.codeId } })).toMatchObject({ tries: 0 });
    const wrong = { ...asked, code: wrongDigits(asked.codeId) };
    await Promise.all(Array.from({ length: 20 }, () => refusal(confirmCode(someone, wrong))));
    expect(await db.emailCode.findUnique({ where: { id: asked.codeId } })).toMatchObject({ tries: 5 });
  });

  it("makes one member and one use of twenty parallel confirmations", async () => {
    const input = signUpInput();
    const asked = await requestSignUp(someone, input);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => confirmCode(someone, confirmation(asked))),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await membersOf(input.email)).toBe(1);
  });

  it("makes one member of two sign-ups of one address confirmed at once in two browsers", async () => {
    const input = signUpInput();
    const asked = await Promise.all([requestSignUp(someone, input), requestSignUp(someone, input)]);
    const opened = await Promise.all(asked.map((one) => confirmCode(someone, confirmation(one))));
    expect(await membersOf(input.email)).toBe(1);
    expect(await Promise.all(opened.map(({ sessionId }) => kindOf(sessionId)))).toEqual(["member", "member"]);
  });
});

describe("asking for another code", () => {
  it("closes the one before, and keeps what sign-up asked", async () => {
    const input = signUpInput();
    const first = await requestSignUp(someone, input);
    const second = await requestAnotherCode(someone, first);
    expect((await refusal(confirmCode(someone, confirmation(first)))).reason).toBe("wrong_code");
    await confirmCode(someone, confirmation(second));
    expect(await membersOf(input.email)).toBe(1);
  });

  it("counts as a mail to that address, and is refused to another browser", async () => {
    singletons.limits = createLimits();
    let asked = await requestSignInCode(someone, { email: freshEmail() });
    expect((await refusal(requestAnotherCode(someone, { ...asked, browserSecret: "B".repeat(22) }))).reason).toBe(
      "wrong_code",
    );
    for (let times = 0; times < 5; times++) asked = await requestAnotherCode(someone, asked);
    expect((await refusal(requestAnotherCode(someone, asked))).code).toBe("rate_limited");
  });
});

describe("the hourly purge", () => {
  it("forgets expired codes and keeps what still serves", async () => {
    const [old, live] = [await requestSignUp(someone, signUpInput()), await requestSignUp(someone, signUpInput())];
    const day = 86_400_000;
    const [createdAt, expiresAt] = [new Date(Date.now() - 2 * day), new Date(Date.now() - day)];
    await db.emailCode.update({ where: { id: old.codeId }, data: { createdAt, expiresAt } });
    const purge = accountJobs.find(({ name }) => name === "accounts.purge");
    await purge?.run({} as never);
    expect(await db.emailCode.count({ where: { id: { in: [old.codeId, live.codeId] } } })).toBe(1);
  });
});
