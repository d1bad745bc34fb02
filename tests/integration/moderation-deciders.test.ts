import { createPerson, outcomeOf, refusalOf } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { decideCase, getCase } from "@/features/moderation/index.ts";
import { db } from "@/platform/db/client.ts";
import type { Mail } from "@/platform/mail.ts";
import { actorOfMember } from "@/platform/session.ts";
import {
  acting,
  aDecider,
  caseOf,
  decide,
  deliver,
  moreWords,
  prepare,
  report,
  someWords,
  WORDS,
  waitingIn,
} from "./moderation-world.ts";

const { sent } = vi.hoisted(() => ({ sent: [] as Mail[] }));
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

beforeAll(prepare);

describe("who decides, and when", () => {
  it("asks for a rule to hide, and for words in any case", async () => {
    const words = await someWords();
    await report(await createPerson("Rémi"), words);
    const { id: caseId } = await caseOf(words);
    const caller = await acting(await aDecider("moderator"));
    const hide = { caseId, outcome: "hide" as const, words: WORDS };
    for (const rule of ["", undefined, "12"])
      expect(await refusalOf(decideCase(caller, { ...hide, rule }))).toMatchObject({
        code: "invalid",
        fields: { rule: expect.any(String) },
      });
    for (const outcome of ["nothing", "hide"] as const)
      expect(await outcomeOf(decideCase(caller, { caseId, outcome, rule: "1", words: " " }))).toBe("invalid");
    expect(await waitingIn(words)).toBe(1);
  });

  it("is for another person than the author, who does not even see the case, or than one who reported", async () => {
    const author = await aDecider("national_admin");
    const words = await someWords({ author });
    const reporter = await aDecider("moderator");
    await report(reporter, words);
    const { id: caseId } = await caseOf(words);
    const input = { caseId, outcome: "hide" as const, rule: "1", words: WORDS };
    expect(await outcomeOf(decideCase(await acting(author), input))).toBe("not_found");
    expect(await outcomeOf(getCase((await acting(author)).actor, caseId))).toBe("not_found");
    expect(await refusalOf(decideCase(await acting(reporter), input))).toMatchObject({
      code: "forbidden",
      reason: "own_report",
    });
    expect((await getCase((await acting(reporter)).actor, caseId)).can).toEqual({ decide: false, settle: false });
    await decideCase(await acting(await aDecider("moderator")), input);
  });

  it("happens once when two moderators decide at the same time: the other is told", async () => {
    const words = await someWords();
    const [one, two] = [await aDecider("moderator"), await aDecider("national_admin")];
    await report(await createPerson("Rémi"), words);
    const { id: caseId } = await caseOf(words);
    const attempts = await Promise.all(
      [one, two, one, two].map(async (who) =>
        outcomeOf(decideCase(await acting(who), { caseId, outcome: "hide", rule: "2", words: WORDS })),
      ),
    );
    expect(attempts.sort()).toEqual(["conflict", "conflict", "conflict", "ok"]);
    expect(await db.decision.count({ where: { caseId } })).toBe(1);
    expect(await db.debateChange.count({ where: { debateId: words.debateId } })).toBe(1);
  });

  it("begins again when the same words are reported again: what was answered before counts no more", async () => {
    const words = await someWords();
    const [one, two] = [await aDecider("moderator"), await aDecider("moderator")];
    await report(one, words);
    await decide(two, words, "nothing");
    await deliver(sent);
    const later = await createPerson("Autre Rapporteuse");
    await report(later, words);
    await decide(one, words, "hide");
    expect((await deliver(sent)).map(({ to }) => to).sort()).toEqual([words.author.email, later.email].sort());
    expect(
      await db.report.findMany({ where: { case: { objectId: words.objectId } }, distinct: ["decisionId"] }),
    ).toHaveLength(2);
  });

  it("leaves no report waiting about hidden words, whoever reports meanwhile", async () => {
    for (let round = 0; round < 5; round++) {
      const words = await someWords();
      const people = await Promise.all(Array.from({ length: 6 }, () => createPerson("Foule")));
      await report(await createPerson("Rémi"), words);
      const decider = await aDecider("moderator");
      await Promise.all([decide(decider, words, "hide"), ...people.map((person) => outcomeOf(report(person, words)))]);
      expect(await waitingIn(words)).toBe(0);
    }
  });

  it("belongs to the debate’s host while she is an adherent, and to no other member", async () => {
    const words = await someWords({ audience: "members", scope: "national/63/63113" });
    const host = await createPerson("Hélène Hôte", { adherent: true });
    await db.debateHost.create({ data: { debateId: words.debateId, memberId: host.id, addedAt: new Date() } });
    await report(await createPerson("Rémi"), words);
    const { id } = await caseOf(words);
    const sees = async (person: { id: string }) => outcomeOf(getCase(await actorOfMember(person.id), id));
    expect(await sees(await createPerson("Voisine", { adherent: true }))).toBe("not_found");
    expect(await sees(host)).toBe("ok");
    await db.member.update({ where: { id: host.id }, data: { adherentSince: null } });
    expect(await sees(host)).toBe("not_found");
    await db.member.update({ where: { id: host.id }, data: { adherentSince: new Date(), sectionId: "03185" } });
    expect(await sees(host)).toBe("not_found"); // she no longer reads the debate
  });

  it("shows a moderator the words in their context, where she reads the debate only through the report", async () => {
    const words = await someWords({ audience: "adherents", scope: "national/03/03185" });
    const reply = await moreWords(words.debateId, "Une réponse vive.", words.objectId);
    await db.contributionRevision.create({
      data: { contributionId: reply, number: 1, body: "Une réponse plus vive encore.", replacedAt: new Date() },
    });
    const reporter = await createPerson("Rémi", { section: "03185", adherent: true });
    await report(reporter, { kind: "contribution", objectId: reply });
    const moderator = await actorOfMember((await aDecider("moderator")).id);
    const page = await getCase(moderator, (await caseOf({ kind: "contribution", objectId: reply })).id);
    expect(page.object).toMatchObject({
      text: "Une réponse vive.",
      answers: { text: "Le plein coûte trop cher à Gerzat.", author: "Aline Auteure" },
      history: [{ text: "Une réponse plus vive encore." }],
      place: { label: "Faut-il des bus gratuits ?", href: null },
    });
    expect(page.waiting).toMatchObject([{ rule: 1, mine: false, fromVisitor: false }]);
    expect(JSON.stringify(page)).not.toContain(reporter.id);
  });
});
