import { outcomeOf, refusalOf, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { factJobs } from "@/composition.ts";
import { visitor } from "@/core/actor.ts";
import { confirmCode, invitationToken, requestAnotherCode, requestSignUp } from "@/features/accounts/index.ts";
import {
  findFollowedInvitation,
  followInvitation,
  getInvitation,
  getInvitePage,
  getOpposition,
  getTie,
  inviteByEmail,
  openPaperCode,
  opposeInvitations,
  renewLink,
} from "@/features/coopains/index.ts";
import { db, sql } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import type { Mail } from "@/platform/mail.ts";
import { singletons } from "@/platform/singletons.ts";
import { confirmation, freshEmail, signUpInput } from "./accounts-world.ts";
import { deliver, prepare, type Somebody, somebody, told } from "./coopains-world.ts";

const sent: Mail[] = [];
let failing: unknown = null;
vi.mock("@/platform/mail.ts", () => ({
  sendMail: async (mail: Mail) => {
    sent.push(mail);
    if (failing) throw failing;
  },
}));

const passer = { actor: visitor, address: "203.0.113.9" };
beforeAll(() => prepare(factJobs));
beforeEach(() => deliver(sent));
afterEach(() => {
  failing = null;
});

async function linkOf(somebody: Somebody) {
  const { link } = await getInvitePage(somebody.caller.actor);
  return { token: link?.url.split("/").at(-1) ?? "", code: link?.code ?? "" };
}
const withLink = async (name = "Inès Mercier Dupont") => {
  const ines = await somebody(name);
  await renewLink(ines.caller, {});
  return { ines, ...(await linkOf(ines)) };
};
async function invite(by: Somebody, email: string): Promise<Mail[]> {
  await inviteByEmail(by.caller, { email });
  return deliver(sent);
}
const tokenIn = (mail: Mail | undefined) => mail?.link?.path.split("/").at(-1) ?? "";

/** Signs up with what this browser followed; answers the newcomer. */
async function join(invitation: string | undefined, email = freshEmail()) {
  const asked = await requestSignUp(passer, { ...signUpInput(email), ...(invitation && { invitation }) });
  await confirmCode(passer, confirmation(asked));
  await deliver(sent);
  return db.member.findUniqueOrThrow({ where: { email } });
}
const requestsTo = (id: string) => db.coopainRequest.findMany({ where: { toId: id } });

describe("a personal link", () => {
  it("says the first name and the section, to whom holds it; the database holds neither token nor code", async () => {
    const { ines, token, code } = await withLink();
    expect(await getInvitation(visitor, token)).toEqual({
      token,
      inviter: "Inès",
      section: expect.any(String),
      member: null,
    });
    const rows = JSON.stringify(await db.invitationLink.findMany({ where: { memberId: ines.id } }));
    expect(rows).not.toContain(token.slice(12));
    expect(rows).not.toContain(code.replace(/-/g, ""));
    expect(token).toMatch(/^[0-9a-z]{38}$/);
  });

  it("brings its owner a newcomer: written down, and asked in her name without a word", async () => {
    const { ines, token } = await withLink();
    expect(await followInvitation(passer, { token })).toEqual({ token });
    const newcomer = await join(token);
    expect(newcomer.invitedById).toBe(ines.id);
    expect(await requestsTo(newcomer.id)).toMatchObject([{ fromId: ines.id, words: "" }]);
    expect((await getTie(ines.caller.actor, newcomer.id)).state).toBe("sent");
    expect(await getInvitePage(ines.caller.actor)).toMatchObject({ joined: [{ id: newcomer.id }], others: 0 });
    expect((await join(token)).invitedById).toBe(ines.id);
  });

  it("goes along with another code, and is verified again when the code is confirmed", async () => {
    const { ines, token } = await withLink();
    const email = freshEmail();
    const asked = await requestSignUp(passer, { ...signUpInput(email), invitation: token });
    const again = await requestAnotherCode(passer, asked);
    await renewLink(ines.caller, {});
    await confirmCode(passer, confirmation(again));
    expect((await db.member.findUniqueOrThrow({ where: { email } })).invitedById).toBeNull();
    const second = await linkOf(ines);
    const next = await requestSignUp(passer, { ...signUpInput(), invitation: second.token });
    await confirmCode(passer, confirmation(await requestAnotherCode(passer, next)));
    expect(await db.member.count({ where: { invitedById: ines.id } })).toBe(1);
  });

  it("changes nothing for who is a member already, and keeps nobody from joining when it does not hold", async () => {
    const { ines, token } = await withLink();
    const known = await somebody("Déjà Là");
    await join(token, known.email);
    expect((await db.member.findUniqueOrThrow({ where: { id: known.id } })).invitedById).toBeNull();
    expect(await requestsTo(known.id)).toEqual([]);
    for (const bad of [
      "",
      "x",
      `${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`,
      `${ines.id}${"0".repeat(26)}`,
    ])
      expect((await join(bad)).invitedById).toBeNull();
  });

  it("is absent once renewed, forged, foreign, or its owner gone or suspended: one answer", async () => {
    const { ines, token, code } = await withLink();
    await renewLink(ines.caller, {});
    const { ines: gone, token: ofGone } = await withLink("Partie Loin");
    await db.member.update({ where: { id: gone.id }, data: { erasedAt: new Date() } });
    const { ines: suspended, token: ofSuspended } = await withLink("Suspendue Ici");
    await suspendInTheDatabase(suspended.id);
    const forged = token.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    const tokens = [token, forged, ofGone, ofSuspended, "nimporte-quoi", ""];
    const answers = await Promise.all(
      tokens.flatMap((one) => [
        refusalOf(getInvitation(visitor, one)),
        refusalOf(followInvitation(passer, { token: one })),
      ]),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: "not_found" });
    expect(await outcomeOf(openPaperCode(passer, { code }))).toBe("invalid");
    expect(await findFollowedInvitation(token)).toBeNull();
  });

  it("is one at a time, even renewed twenty times at once; for members alone", async () => {
    const ines = await somebody("Inès Pressée");
    await Promise.all(Array.from({ length: 20 }, () => renewLink(ines.caller, {})));
    expect(await db.invitationLink.count({ where: { memberId: ines.id, revokedAt: null } })).toBe(1);
    expect(await outcomeOf(renewLink(passer, {}))).toBe("unauthenticated");
  });

  it("shows its owner her own words, and a member the profile when it is open to her", async () => {
    const { ines, token } = await withLink();
    const other = await somebody("Marc Membre");
    expect((await getInvitation(ines.caller.actor, token)).member).toEqual({ own: true, profile: null });
    expect((await getInvitation(other.caller.actor, token)).member?.profile).toContain(ines.id);
    await db.profile.update({ where: { memberId: ines.id }, data: { cardFor: "coopains" } });
    expect((await getInvitation(other.caller.actor, token)).member).toEqual({ own: false, profile: null });
  });
});

describe("a code on paper", () => {
  it("leads where the link leads, however it is typed, and has no look-alikes", async () => {
    const { token, code } = await withLink();
    expect(code).toMatch(/^[3467ACDEFGHJKMNPQRTWXY9]{4}-[3467ACDEFGHJKMNPQRTWXY9]{4}-[3467ACDEFGHJKMNPQRTWXY9]{2}$/);
    for (const typed of [code, code.toLowerCase(), code.replace(/-/g, ""), ` ${code.replace(/-/g, " – ")} `])
      expect(await openPaperCode(passer, { code: typed })).toEqual({ token });
  });

  it("that is wrong says so beside the field; too many tries from one address wait", async () => {
    for (const code of ["AAAA-AAAA-AA", "zzz", "🙂", "' or 1=1"])
      expect(await refusalOf(openPaperCode(passer, { code }))).toMatchObject({
        code: "invalid",
        fields: { code: expect.any(String) },
      });
    const limits = singletons.limits;
    singletons.limits = createLimits();
    const outcomes = [];
    for (let n = 0; n < 121; n++) outcomes.push(await outcomeOf(openPaperCode(passer, { code: "AAAA-AAAA-AA" })));
    expect(outcomes.filter((outcome) => outcome === "invalid")).toHaveLength(120);
    expect(outcomes.at(-1)).toBe("rate_limited");
    if (limits) singletons.limits = limits;
  });
});

describe("an invitation by e-mail", () => {
  it("is one message in her name, saying where the address comes from, with a way to be left alone", async () => {
    const ines = await somebody("Inès Mercier");
    const email = freshEmail();
    const [mail, ...others] = await invite(ines, email);
    expect(others).toEqual([]);
    expect(mail?.to).toBe(email);
    expect(mail?.subject).toContain("Inès Mercier");
    expect(mail?.paragraphs.join(" ")).toContain("Inès a écrit ton adresse");
    expect(mail?.smallLink?.path).toMatch(/\/invitation\/[0-9a-z]{38}\/opposition$/);
    expect(await getInvitation(visitor, tokenIn(mail))).toMatchObject({ inviter: "Inès Mercier" });
    const kept = JSON.stringify([await db.invitation.findMany(), await db.fact.findMany({ select: { ids: true } })]);
    expect(kept).not.toContain(email);
  });

  it("is answered alike for a new, known, invited and opposed address; one message ever, whoever asks", async () => {
    const [ines, marc] = [await somebody("Inès Mercier"), await somebody("Marc Aussi")];
    const [fresh, opposed] = [freshEmail(), freshEmail()];
    const [toOppose] = await invite(marc, opposed);
    await opposeInvitations(passer, { token: tokenIn(toOppose) });
    await invite(marc, fresh);
    const addresses = [freshEmail(), marc.email, fresh, opposed, fresh.toUpperCase()];
    const answers: unknown[] = [];
    const facts = await told(async () => {
      for (const email of addresses) answers.push(await refusalOf(inviteByEmail(ines.caller, { email })));
    });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(new Set(facts.map((fact) => JSON.stringify(fact))).size).toBe(1);
    expect((await deliver(sent)).map(({ to }) => to)).toEqual([addresses[0]]);
  });

  it("asked twenty times at once by twenty members is one message", async () => {
    const inviters = await Promise.all(Array.from({ length: 20 }, (_, n) => somebody(`Inviteuse ${n}`)));
    const email = freshEmail();
    await Promise.all(inviters.map(({ caller }) => inviteByEmail(caller, { email })));
    expect(await deliver(sent)).toHaveLength(1);
  });

  it("serves once, and its opposition stays open whatever became of who invited", async () => {
    const ines = await somebody("Inès Mercier");
    const [mail] = await invite(ines, freshEmail());
    const token = tokenIn(mail);
    const first = await join(token);
    expect(first.invitedById).toBe(ines.id);
    expect((await join(token)).invitedById).toBeNull();
    expect(await outcomeOf(getInvitation(visitor, token))).toBe("not_found");
    await db.member.update({ where: { id: ines.id }, data: { erasedAt: new Date() } });
    expect(await getOpposition(token)).toEqual({ token, opposed: false });
    expect(await outcomeOf(opposeInvitations(passer, { token }))).toBe("ok");
    expect(await outcomeOf(opposeInvitations(passer, { token }))).toBe("ok");
    expect(await getOpposition(token)).toEqual({ token, opposed: true });
  });

  it("two newcomers at once with one token: one of them came through her", async () => {
    const ines = await somebody("Inès Mercier");
    const [mail] = await invite(ines, freshEmail());
    const asked = await Promise.all(
      [1, 2, 3].map(() => requestSignUp(passer, { ...signUpInput(), invitation: tokenIn(mail) })),
    );
    await Promise.all(asked.map((one) => confirmCode(passer, confirmation(one))));
    expect(await db.member.count({ where: { invitedById: ines.id } })).toBe(1);
  });

  it("opposed to leads nowhere any more; a personal link has nothing to oppose", async () => {
    const { ines, token: link } = await withLink();
    const [mail] = await invite(ines, freshEmail());
    await opposeInvitations(passer, { token: tokenIn(mail) });
    expect(await outcomeOf(getInvitation(visitor, tokenIn(mail)))).toBe("not_found");
    for (const token of [link, invitationToken({ kind: "email", id: "zzzzzzzzzzzz" }), "x"]) {
      expect(await outcomeOf(getOpposition(token))).toBe("not_found");
      expect(await outcomeOf(opposeInvitations(passer, { token }))).toBe("not_found");
    }
  });

  it("is tried again when surely nothing left, never when it may have arrived", async () => {
    const ines = await somebody("Inès Mercier");
    failing = Object.assign(new Error("connect"), { code: "ECONNREFUSED", command: "CONN" });
    const email = freshEmail();
    expect(await invite(ines, email)).toHaveLength(1);
    failing = null;
    expect((await deliver(sent)).map(({ to }) => to)).toEqual([email]);
    expect(await deliver(sent)).toEqual([]);
    failing = Object.assign(new Error("Timeout"), { code: "ETIMEDOUT", command: "CONN" });
    const other = freshEmail();
    expect(await invite(ines, other)).toHaveLength(1);
    failing = null;
    expect(await deliver(sent)).toEqual([]);
    expect(await invite(ines, other)).toEqual([]);
  });

  it("ten times a day, no more; not for visitors, nor what is no address", async () => {
    const ines = await somebody("Inès Mercier");
    const limits = singletons.limits;
    singletons.limits = createLimits();
    for (let n = 0; n < 10; n++) await inviteByEmail(ines.caller, { email: freshEmail() });
    expect(await outcomeOf(inviteByEmail(ines.caller, { email: freshEmail() }))).toBe("rate_limited");
    if (limits) singletons.limits = limits;
    expect(await outcomeOf(inviteByEmail(passer, { email: freshEmail() }))).toBe("unauthenticated");
    expect(await outcomeOf(inviteByEmail(ines.caller, { email: "a@b\r\nBcc: c@d.fr" }))).toBe("invalid");
    await db.$executeRaw(sql`delete from pgboss.job where name like 'coopains.%'`);
  });
});
