import { randomUUID } from "node:crypto";
import { expectExact, moderate, type Someone, someone } from "@tests/support/debate-checks.ts";
import { createDebate, outcomeOf, scopes, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { jobs } from "@/composition.ts";
import { type Actor, system } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { codeOf } from "@/features/accounts/code.rules.ts";
import * as accounts from "@/features/accounts/index.ts";
import { castVote, contribute } from "@/features/debates/index.ts";
import { giveMandate } from "@/features/mandates/index.ts";
import { eraseAccount, requestErasureCode } from "@/features/personal-data/index.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfSession } from "@/platform/session.ts";

const visitor: Actor = { kind: "visitor", id: null, grants: [] };
const values = ["agree", "disagree", "pass"] as const;
const crowd = (size: number) => Promise.all(Array.from({ length: size }, (_, n) => someone(`Membre ${n}`)));

const contribution = (debateId: string) => ({
  debateId,
  clientId: randomUUID(),
  side: Math.random() < 0.5 ? ("pour" as const) : ("contre" as const),
  body: "Un argument écrit en même temps que cent autres.",
});

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
});

describe("a hundred members at once", () => {
  it("each get a number of their own: 1 to 100, without a gap", async () => {
    const members = await crowd(100);
    const { id } = await createDebate("members", "national", null);
    const answers = await Promise.all(members.map(({ actor }) => contribute({ actor }, contribution(id))));
    expect(answers.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(members.map((_, n) => n + 2));
    const rows = await db.contribution.findMany({ where: { debateId: id }, orderBy: { seq: "asc" } });
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, n) => n + 1));
    await expectExact(id);
  });

  it("who write in ten debates at once leave a gap in none", async () => {
    const members = await crowd(20);
    const opened = await Promise.all(Array.from({ length: 10 }, () => createDebate("members", "national", null)));
    const all = members.flatMap(({ actor }) => opened.map(({ id }) => contribute({ actor }, contribution(id))));
    await Promise.all(all);
    for (const { id } of opened) await expectExact(id);
  });

  it("vote, change their mind and are counted once each", async () => {
    const members = await crowd(100);
    const { id, contributionId } = await createDebate("members", "national", null);
    const [writer] = members;
    const others = await Promise.all(
      [1, 2].map(() => contribute({ actor: writer?.actor ?? visitor }, contribution(id))),
    );
    const targets = [contributionId, ...others.map((one) => one.id)];
    const votes = members.flatMap(({ actor }, n) =>
      targets.flatMap((target, t) =>
        [0, 1, 2].map((turn) =>
          castVote({ actor }, { contributionId: target, value: values[(n + t + turn) % 3] ?? "pass" }),
        ),
      ),
    );
    await Promise.all(votes);
    expect(await db.vote.count({ where: { contribution: { debateId: id } } })).toBe(300);
    await expectExact(id);
  });
});

describe("one member in many tabs", () => {
  it("votes fifty times at once and has one vote", async () => {
    const { actor } = await someone("Nadia");
    const { id, contributionId } = await createDebate("members", "national", null);
    const votes = Array.from({ length: 50 }, (_, n) =>
      castVote({ actor }, { contributionId, value: values[n % 3] ?? "pass" }),
    );
    await Promise.all(votes);
    expect(await db.vote.count({ where: { contributionId } })).toBe(1);
    await expectExact(id);
  });

  it("replies to a contribution while it is hidden: all of them before, or none after", async () => {
    const members = await crowd(20);
    const { id, contributionId } = await createDebate("members", "national", null);
    const replies = members.map(({ actor }) => {
      const { side: _, ...words } = contribution(id);
      return outcomeOf(contribute({ actor }, { ...words, parentId: contributionId }));
    });
    const votes = members.map(({ actor }) => outcomeOf(castVote({ actor }, { contributionId, value: "agree" })));
    const hidden = await moderate(contributionId, true);
    const outcomes = await Promise.all([...replies, ...votes]);
    expect(outcomes.filter((outcome) => outcome !== "ok" && outcome !== "not_found")).toEqual([]);
    const after = await db.contribution.count({ where: { debateId: id, seq: { gt: Number(hidden?.ids.from) } } });
    expect(after).toBe(0);
    await expectExact(id);
  });

  it("sends the same contribution twenty times and writes it once", async () => {
    const { actor } = await someone("Nadia");
    const { id } = await createDebate("members", "national", null);
    const input = contribution(id);
    const answers = await Promise.all(Array.from({ length: 20 }, () => contribute({ actor }, input)));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    await expectExact(id);
  });

  it("cannot take another member’s client id or idempotency key", async () => {
    const [nadia, paul] = await Promise.all([someone("Nadia"), someone("Paul")]);
    const { id } = await createDebate("members", "national", null);
    const input = contribution(id);
    const [hers, his] = await Promise.all([
      contribute({ actor: nadia.actor }, input),
      contribute({ actor: paul.actor }, { ...input, body: "Le même identifiant, une autre personne." }),
    ]);
    expect(his.id).not.toBe(hers.id);
    const asked = await Promise.all([nadia, paul].map(({ actor }) => requestErasureCode({ actor, key: "same" }, {})));
    expect(asked[0]?.codeId).not.toBe(asked[1]?.codeId);
  });
});

describe("leaving while taking part", () => {
  /** Erases an account with a code of its own; answers "ok" or the code of the error. */
  async function erase({ actor }: Someone): Promise<string> {
    const asked = await requestErasureCode({ actor }, {});
    return outcomeOf(eraseAccount({ actor }, { ...asked, code: codeOf(asked.codeId) }));
  }

  it("leaves no vote and no name behind, and every tally exact", async () => {
    const members = await crowd(12);
    const { id, contributionId } = await createDebate("members", "national", null);
    await Promise.all(members.map(({ actor }) => castVote({ actor }, { contributionId, value: "agree" })));
    const codes = await Promise.all(members.map(({ actor }) => requestErasureCode({ actor }, {})));
    const acts = members.flatMap(({ actor }, n) => {
      const asked = codes[n];
      if (!asked) return [];
      const erasing = eraseAccount({ actor }, { ...asked, code: codeOf(asked.codeId) });
      return [
        outcomeOf(castVote({ actor }, { contributionId, value: "disagree" })),
        outcomeOf(erasing),
        outcomeOf(contribute({ actor }, contribution(id))),
        outcomeOf(castVote({ actor }, { contributionId, value: "pass" })),
      ];
    });
    const outcomes = await Promise.all(acts);
    expect(outcomes.filter((outcome) => outcome.startsWith("fault") || outcome === "unexpected")).toEqual([]);
    const ids = members.map((member) => member.id);
    expect(await db.member.count({ where: { id: { in: ids }, erasedAt: null } })).toBe(0);
    expect(await db.vote.count({ where: { memberId: { in: ids } } })).toBe(0);
    expect(await db.contribution.count({ where: { authorId: { in: ids } } })).toBe(0);
    await expectExact(id);
  });

  it("writes nothing for an actor that was read before the account was erased", async () => {
    const gone = await someone("Gaspard");
    const { id, contributionId } = await createDebate("members", "national", null);
    expect(await erase(gone)).toBe("ok");
    const { actor } = gone; // a socket keeps hers for 3 seconds
    expect(await outcomeOf(castVote({ actor }, { contributionId, value: "agree" }))).not.toBe("ok");
    expect(await outcomeOf(contribute({ actor }, contribution(id)))).not.toBe("ok");
    expect(
      await outcomeOf(accounts.answerPublicName({ actor }, { answer: "oui" })).then(() =>
        db.consent.count({ where: { memberId: gone.id } }),
      ),
    ).toBe(0);
    expect(await db.vote.count({ where: { memberId: gone.id } })).toBe(0);
    await expectExact(id);
  });

  it("is done with an idempotency key as well as without", async () => {
    const gone = await someone("Gaspard");
    const asked = await requestErasureCode({ actor: gone.actor }, {});
    const erasing = eraseAccount({ actor: gone.actor, key: "k" }, { ...asked, code: codeOf(asked.codeId) });
    expect(await outcomeOf(erasing)).toBe("ok");
    expect(await db.commandReceipt.count({ where: { memberId: gone.id } })).toBe(0);
  });

  it("keeps one of two last national admins who leave, or are suspended, together", async () => {
    await db.mandate.deleteMany({ where: { role: "national_admin" } });
    const mandates = [{ role: "national_admin" as const, scope: "national" }];
    const pair = await Promise.all([someone("Noé", { mandates }), someone("Naïma", { mandates })]);
    const outcomes = await Promise.all(pair.map(erase));
    expect(outcomes.sort()).toEqual(["conflict", "ok"]);
    const [last] = await db.mandate.findMany({ where: { role: "national_admin" } });
    const suspension = { memberId: last?.memberId ?? "", reason: "Par erreur, sans doute." };
    expect(await outcomeOf(accounts.suspendMember({ actor: system }, suspension))).toBe("conflict");
    const newcomer = await someone("Nina", { mandates });
    const both = [newcomer.id, suspension.memberId].map((memberId) =>
      outcomeOf(accounts.suspendMember({ actor: system }, { memberId, reason: "En même temps." })),
    );
    expect((await Promise.all(both)).sort()).toEqual(["conflict", "ok"]);
  });
});

describe("two people responsible at once", () => {
  it("give one mandate, not several", async () => {
    const subject = await someone("Lucie");
    const input = { memberId: subject.id, role: "section_leader", scope: scopes["own section"] } as const;
    await Promise.all(Array.from({ length: 10 }, () => giveMandate({ actor: system }, input)));
    expect(await db.mandate.count({ where: { memberId: subject.id } })).toBe(1);
  });

  it("verify an adherent once, and tell it once", async () => {
    const subject = await someone("Agnès");
    await Promise.all(
      Array.from({ length: 10 }, () => accounts.verifyAdherent({ actor: system }, { memberId: subject.id })),
    );
    const told = { name: "member.adherent-verified", ids: { path: ["memberId"], equals: subject.id } };
    expect(await db.fact.count({ where: told })).toBe(1);
  });

  it("make one account for one address", async () => {
    const input = { email: `${newId()}@example.org`, name: "Noé National", communeCode: "63113" };
    const made = await Promise.all(Array.from({ length: 8 }, () => accounts.createAdmin({ actor: system }, input)));
    expect(new Set(made.map(({ memberId }) => memberId)).size).toBe(1);
    await db.mandate.deleteMany({ where: { memberId: made[0]?.memberId ?? "" } });
  });
});

describe("one code written in many tabs", () => {
  const signUp = (email: string) => ({
    name: "Inès Nouvelle",
    email,
    communeCode: "63113",
    claim: "sympathiser" as const,
    birthYear: "1990",
    consent: "oui" as const,
  });
  const confirm = (asked: { codeId: string; browserSecret: string }) =>
    accounts.confirmCode({ actor: visitor }, { ...asked, code: codeOf(asked.codeId), userAgent: "Test" });

  it("makes one member, with one session", async () => {
    const email = `${newId()}@example.org`;
    const asked = await accounts.requestSignUp({ actor: visitor }, signUp(email));
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => outcomeOf(confirm(asked))));
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "invalid")).toHaveLength(19);
    const member = await db.member.findUniqueOrThrow({ where: { email }, include: { sessions: true, consents: true } });
    expect(member.sessions).toHaveLength(1);
    expect(member.consents.map(({ kind }) => kind)).toEqual(["political_data"]);
  });

  it("makes one member of two sign-ups of one address, confirmed together", async () => {
    const email = `${newId()}@example.org`;
    const asked = await Promise.all([1, 2].map(() => accounts.requestSignUp({ actor: visitor }, signUp(email))));
    await Promise.all(asked.map(confirm));
    expect(await db.member.count({ where: { email } })).toBe(1);
    expect(await db.consent.count({ where: { member: { email } } })).toBe(1);
  });

  it("is tried five times, however many guess together", async () => {
    const { email } = await someone("Nadia");
    const asked = await accounts.requestSignInCode({ actor: visitor }, { email });
    const right = codeOf(asked.codeId);
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, "0");
    const guess = () => outcomeOf(accounts.confirmCode({ actor: visitor }, { ...asked, code: wrong, userAgent: "" }));
    await Promise.all(Array.from({ length: 40 }, guess));
    expect((await db.emailCode.findUniqueOrThrow({ where: { id: asked.codeId } })).tries).toBe(5);
    expect(await outcomeOf(confirm(asked))).toBe("invalid");
  });

  it("opens nothing in another browser, nor for another purpose", async () => {
    const { email, actor, session } = await someone("Nadia");
    const hers = await accounts.requestSignInCode({ actor: visitor }, { email });
    const other = await accounts.requestSignInCode({ actor: visitor }, { email: "autre@example.org" });
    expect(await outcomeOf(confirm({ codeId: hers.codeId, browserSecret: other.browserSecret }))).toBe("invalid");
    const erasure = await requestErasureCode({ actor }, {});
    expect(await outcomeOf(confirm(erasure))).toBe("invalid");
    const reset = await accounts.requestPasswordReset({ actor: visitor }, { email });
    expect(await outcomeOf(confirm(reset))).toBe("invalid");
    const change = await accounts.requestEmailChange(
      { actor: await actorOfSession(session) },
      { email: `${newId()}@example.org` },
    );
    expect(await outcomeOf(confirm(change))).toBe("invalid");
  });
});
