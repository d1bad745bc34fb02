import { createPerson, outcomeOf } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { getDecision, settleAppeal } from "@/features/moderation/index.ts";
import { forgetReporters } from "@/features/moderation/mail.queries.ts";
import { forgetOldReporters } from "@/features/moderation/moderation.jobs.ts";
import { eraseAccount } from "@/features/personal-data/index.ts";
import { db } from "@/platform/db/client.ts";
import { aMember, PASSWORD } from "./accounts-world.ts";
import {
  acting,
  aDecider,
  answeredWords,
  caseOf,
  decide,
  notice,
  prepare,
  report,
  someWords,
} from "./moderation-world.ts";

beforeAll(prepare);

describe("leaving La Coopol", () => {
  it("takes one’s reports’ and answers’ author away, what one hosts and follows; the cases stay", async () => {
    const { id, caller } = await aMember({ password: PASSWORD });
    const [reported, hosted] = [await someWords(), await someWords()];
    const author = { ...(await createPerson("x")), id };
    const { appeal } = await answeredWords(await aDecider("moderator"), { author });
    await report(author, reported);
    await db.debateHost.create({ data: { debateId: hosted.debateId, memberId: id, addedAt: new Date() } });
    await db.debateFollow.create({ data: { debateId: hosted.debateId, memberId: id, followedAt: new Date() } });
    await eraseAccount(caller, { password: PASSWORD });
    expect(await db.report.count({ where: { reporterId: id } })).toBe(0);
    expect(await db.report.count({ where: { caseId: (await caseOf(reported)).id, decisionId: null } })).toBe(1);
    expect(await db.appeal.findUniqueOrThrow({ where: { id: appeal.id } })).toMatchObject({
      authorId: null,
      settledById: null,
    });
    expect(await db.debateHost.count({ where: { memberId: id } })).toBe(0);
    expect(await db.debateFollow.count({ where: { memberId: id } })).toBe(0);
    expect(await outcomeOf(getDecision(caller.actor, appeal.decisionId))).toBe("not_found");
  });
});

describe("forgetting who reported", () => {
  it("happens six months after the decision: before, and while it waits, it is known", async () => {
    const moderator = await aDecider("moderator");
    const [old, recent, waiting] = [await someWords(), await someWords(), await someWords()];
    for (const words of [old, recent, waiting]) {
      await report(await createPerson("Rémi"), words);
      await notice(words);
    }
    const { id } = await decide(moderator, old, "nothing");
    await decide(moderator, recent, "nothing");
    const longAgo = new Date(Date.now() - 185 * 24 * 3_600_000);
    await db.decision.update({ where: { id }, data: { decidedAt: longAgo } });
    await forgetOldReporters.run({});
    const known = async ({ objectId }: { objectId: string }) =>
      (await db.report.findMany({ where: { case: { objectId } } })).filter(
        ({ reporterId, noticeEmail, noticeName }) => reporterId ?? noticeEmail ?? noticeName,
      ).length;
    expect(await Promise.all([old, recent, waiting].map(known))).toEqual([0, 2, 2]);
    expect(await forgetReporters(longAgo)).toBe(0);
  });

  it("waits for the answer that waits: nobody settles the answer to her own report", async () => {
    const { appeal, decision, objectId } = await answeredWords(await aDecider("moderator"));
    const longAgo = new Date(Date.now() - 185 * 24 * 3_600_000);
    await db.decision.update({ where: { id: decision.id }, data: { decidedAt: longAgo } });
    const known = () => db.report.count({ where: { case: { objectId }, reporterId: { not: null } } });
    await forgetOldReporters.run({});
    expect(await known()).toBe(1);
    const settling = { appealId: appeal.id, outcome: "keep" as const, words: "Les mots visent bien une personne." };
    await settleAppeal(await acting(await aDecider("national_admin")), settling);
    await forgetOldReporters.run({});
    expect(await known()).toBe(0);
  });
});
