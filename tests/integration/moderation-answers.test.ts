import { createPerson, outcomeOf, refusalOf } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { appealDecision, getDecision, settleAppeal } from "@/features/moderation/index.ts";
import { db } from "@/platform/db/client.ts";
import type { Mail } from "@/platform/mail.ts";
import { actorOfMember } from "@/platform/session.ts";
import {
  acting,
  aDecider,
  answeredWords,
  decide,
  deliver,
  factsNamed,
  prepare,
  report,
  someWords,
  WORDS,
} from "./moderation-world.ts";

const { sent } = vi.hoisted(() => ({ sent: [] as Mail[] }));
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

beforeAll(prepare);

describe("answering a decision", () => {
  it("is for the author, once; another person shows the words again, and she is told", async () => {
    const [first, second] = [await aDecider("moderator"), await aDecider("moderator")];
    const { author, appeal, decision, objectId, reporter } = await answeredWords(first);
    await deliver(sent);
    await settleAppeal(await acting(second), {
      appealId: appeal.id,
      outcome: "show",
      words: "C’est bien le programme.",
    });
    expect(await db.contribution.count({ where: { id: objectId, hiddenAt: null } })).toBe(1);
    expect(await factsNamed("debate.contribution-shown", { contributionId: objectId })).toBe(1);
    const mails = await deliver(sent);
    expect(mails).toMatchObject([{ to: author.email, subject: "Ta réponse a été lue\u00a0: tes mots sont revenus" }]);
    expect(JSON.stringify(mails)).not.toContain(reporter.name);
    const page = await getDecision(await actorOfMember(author.id), decision.id);
    expect(page).toMatchObject({
      isAuthor: true,
      caseId: null,
      settlement: { outcome: "nothing" },
      can: { appeal: false },
    });
    expect(JSON.stringify(page)).not.toMatch(/Maud|Rémi/);
  });

  it("keeps them hidden for good otherwise: the second decision cannot be answered", async () => {
    const { author, appeal, objectId } = await answeredWords(await aDecider("moderator"));
    const second = await aDecider("national_admin");
    await settleAppeal(await acting(second), { appealId: appeal.id, outcome: "keep", words: WORDS });
    const { settledById } = await db.appeal.findUniqueOrThrow({ where: { id: appeal.id } });
    const last = await db.decision.findUniqueOrThrow({ where: { id: settledById ?? "" } });
    expect(last).toMatchObject({ outcome: "hide", rule: 1 });
    expect(await db.contribution.count({ where: { id: objectId, hiddenAt: null } })).toBe(0);
    for (const decisionId of [appeal.decisionId, last.id])
      expect(await refusalOf(appealDecision(await acting(author), { decisionId, words: WORDS }))).toMatchObject({
        reason: "already_answered",
      });
    expect((await getDecision(await actorOfMember(author.id), last.id)).decisionId).toBe(appeal.decisionId);
  });

  it("has its time: six months after the decision, and its page says until when", async () => {
    const words = await someWords();
    await report(await createPerson("Rémi"), words);
    const { id: decisionId } = await decide(await aDecider("moderator"), words, "hide");
    const page = async () => getDecision((await acting(words.author)).actor, decisionId);
    const answering = async () => appealDecision(await acting(words.author), { decisionId, words: WORDS });
    const decidedAgo = (days: number) =>
      db.decision.update({
        where: { id: decisionId },
        data: { decidedAt: new Date(Date.now() - days * 24 * 3_600_000) },
      });
    await decidedAgo(185);
    expect(await page()).toMatchObject({ can: { appeal: false }, answerUntil: expect.any(Date) });
    expect(await refusalOf(answering())).toMatchObject({ reason: "answer_too_late" });
    await decidedAgo(180);
    const { can, answerUntil } = await page();
    expect(can.appeal).toBe(true);
    expect(answerUntil?.getTime()).toBeGreaterThan(Date.now());
    await answering();
    expect(await page()).toMatchObject({ can: { appeal: false }, answerUntil: null });
  });

  it("is refused to the first decider and to who reported, and happens once", async () => {
    const [first, reporter] = [await aDecider("moderator"), await aDecider("federation_admin")];
    const words = await someWords();
    await report(reporter, words);
    const decision = await decide(first, words, "hide");
    await appealDecision(await acting(words.author), { decisionId: decision.id, words: WORDS });
    const { id: appealId } = await db.appeal.findUniqueOrThrow({ where: { decisionId: decision.id } });
    const input = { appealId, outcome: "show" as const, words: WORDS };
    expect(await refusalOf(settleAppeal(await acting(first), input))).toMatchObject({ reason: "own_decision" });
    expect(await refusalOf(settleAppeal(await acting(reporter), input))).toMatchObject({ reason: "own_report" });
    expect(await outcomeOf(settleAppeal(await acting(words.author), input))).toBe("not_found");
    const others = [await aDecider("moderator"), await aDecider("moderator")];
    const attempts = await Promise.all(others.map(async (who) => outcomeOf(settleAppeal(await acting(who), input))));
    expect(attempts.sort()).toEqual(["conflict", "ok"]);
    expect(await db.decision.count({ where: { caseId: decision.caseId } })).toBe(2);
  });

  it("is refused where nothing was taken away, and to everybody else: another’s decision is absent", async () => {
    const words = await someWords();
    await report(await createPerson("Rémi"), words);
    const left = await decide(await aDecider("moderator"), words, "nothing");
    const answer = async (person: { id: string }, decisionId = left.id) =>
      refusalOf(appealDecision(await acting(person), { decisionId, words: WORDS }));
    expect(await answer(words.author)).toMatchObject({ code: "conflict", reason: "nothing_to_answer" });
    const stranger = await createPerson("Étrangère");
    expect(await answer(stranger)).toEqual(await answer(stranger, newId()));
    expect(await outcomeOf(getDecision(await actorOfMember(stranger.id), left.id))).toBe("not_found");
    expect(await outcomeOf(getDecision(visitor, left.id))).toBe("not_found");
  });

  it("is written once when sent twice at the same time", async () => {
    const words = await someWords();
    await report(await createPerson("Rémi"), words);
    const { id: decisionId } = await decide(await aDecider("moderator"), words, "hide");
    const caller = await acting(words.author);
    const attempts = await Promise.all(
      [1, 2, 3].map(() => outcomeOf(appealDecision(caller, { decisionId, words: WORDS }))),
    );
    expect(attempts.sort()).toEqual(["conflict", "conflict", "ok"]);
    expect(await db.appeal.count({ where: { decisionId } })).toBe(1);
  });
});
