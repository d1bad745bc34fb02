import { createPerson, outcomeOf, refusalOf } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { getReportPage, giveNotice, reportObject } from "@/features/moderation/index.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import type { Mail } from "@/platform/mail.ts";
import { singletons } from "@/platform/singletons.ts";
import {
  acting,
  aDecider,
  asVisitor,
  caseOf,
  decide,
  deliver,
  moreWords,
  notice,
  noticeOf,
  prepare,
  report,
  someWords,
  textOf,
  WORDS,
  waitingIn,
} from "./moderation-world.ts";

const { sent } = vi.hoisted(() => ({ sent: [] as Mail[] }));
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

beforeAll(prepare);

describe("reporting words", () => {
  it("makes them wait for those who decide, and is recorded without saying who reported", async () => {
    const words = await someWords({ audience: "members", scope: "national/63/63113" });
    const reporter = await createPerson("Rémi Rapporteur");
    expect(await report(reporter, words, "3")).toEqual({ already: false });
    const found = await caseOf(words);
    expect(found.scope).toBe("national/63/63113");
    const rows = await db.report.findMany({ where: { caseId: found.id } });
    expect(rows).toMatchObject([{ rule: 3, words: WORDS, reporterId: reporter.id, noticeEmail: null }]);
    const [fact] = await db.fact.findMany({
      where: { name: "moderation.object-reported" },
      orderBy: { id: "desc" },
      take: 1,
    });
    expect(fact?.ids).toEqual({ caseId: found.id });
  });

  it("tells nobody: neither the author nor who decides is written to", async () => {
    await deliver(sent);
    const words = await someWords();
    await report(await createPerson("Rémi Rapporteur"), words);
    expect(await deliver(sent)).toEqual([]);
  });

  it("counts once by person while it waits, a hundred times at once or again later", async () => {
    const words = await someWords();
    const reporter = await createPerson("Rémi Rapporteur");
    const answers = await Promise.all(Array.from({ length: 100 }, () => report(reporter, words)));
    expect(answers.filter(({ already }) => !already)).toHaveLength(1);
    expect(await report(reporter, words, "2")).toEqual({ already: true });
    expect(await waitingIn(words)).toBe(1);
    await decide(await aDecider("moderator"), words, "nothing");
    expect(await report(reporter, words)).toEqual({ already: false });
    expect(await waitingIn(words)).toBe(1);
  });

  it("opens one case when a hundred people report the same words at once", async () => {
    const words = await someWords();
    const people = await Promise.all(Array.from({ length: 20 }, () => createPerson("Foule")));
    await Promise.all(people.map((person) => report(person, words)));
    expect(await db.moderationCase.count({ where: { objectId: words.objectId } })).toBe(1);
    expect(await waitingIn(words)).toBe(20);
  });

  it("is refused for one’s own words, and to a visitor, who has another form", async () => {
    const words = await someWords();
    expect(await refusalOf(report(words.author, words))).toMatchObject({ code: "forbidden", reason: "own_words" });
    const input = { kind: words.kind, objectId: words.objectId, rule: "1", words: "" };
    expect(await outcomeOf(reportObject(asVisitor, input))).toBe("unauthenticated");
    expect(await db.moderationCase.count({ where: { objectId: words.objectId } })).toBe(0);
  });

  it("does not reach what the reporter does not read: hidden is absent", async () => {
    const reporter = await createPerson("Rémi Rapporteur");
    const elsewhere = await someWords({ audience: "members", scope: "national/03" });
    const hidden = await someWords();
    await db.contribution.update({ where: { id: hidden.objectId }, data: { hiddenAt: new Date() } });
    const reply = await moreWords(hidden.debateId, "Une réponse à ce qui est masqué.", hidden.objectId);
    const absent = await refusalOf(report(reporter, { kind: "contribution", objectId: newId() }));
    for (const objectId of [elsewhere.objectId, hidden.objectId, reply])
      expect(await refusalOf(report(reporter, { kind: "contribution", objectId }))).toEqual(absent);
    for (const kind of ["member", "", "__proto__", "Contribution"])
      expect(await refusalOf(report(reporter, { kind, objectId: hidden.objectId }))).toEqual(absent);
    expect(absent).toMatchObject({ code: "not_found" });
  });

  it.each(["", "0", "11", "1e1", "-1", " 1", "abc", "999999999999"])("refuses %j for a rule", async (rule) => {
    const words = await someWords();
    const refusal = await refusalOf(report(await createPerson("Rémi"), words, rule));
    expect(refusal).toMatchObject({ code: "invalid", fields: { rule: expect.any(String) } });
  });

  it("is limited to twenty a day", async () => {
    const words = await someWords();
    const reporter = await createPerson("Rémi Rapporteur");
    const unlimited = singletons.limits;
    singletons.limits = createLimits();
    for (let times = 0; times < 20; times++) await report(reporter, words);
    expect(await outcomeOf(report(reporter, words))).toBe("rate_limited");
    singletons.limits = unlimited;
  });
});

describe("a visitor’s notice", () => {
  it("waits like a report, and its arrival is confirmed to the address it gave", async () => {
    await deliver(sent);
    const words = await someWords();
    await notice(words, "Vera@Example.org ");
    const rows = await db.report.findMany({ where: { case: { objectId: words.objectId } } });
    expect(rows).toMatchObject([{ noticeName: "Vera Visiteuse", noticeEmail: "vera@example.org", reporterId: null }]);
    const mails = await deliver(sent);
    expect(mails).toMatchObject([{ to: "vera@example.org", subject: "Ton signalement est bien arrivé" }]);
    expect(textOf(mails[0])).toContain("Faut-il des bus gratuits ?");
  });

  it("reaches open debates only: the others do not exist", async () => {
    const absent = await refusalOf(notice({ kind: "contribution", objectId: newId() }));
    for (const audience of ["members", "adherents"] as const)
      expect(await refusalOf(notice(await someWords({ audience })))).toEqual(absent);
    expect(await refusalOf(getReportPage(visitor, "contribution", newId()))).toEqual(absent);
  });

  it("is refused without good faith, an address, or an explanation, and to members", async () => {
    const words = await someWords();
    const member = await createPerson("Membre");
    for (const wrong of [{ goodFaith: "" }, { email: "pas une adresse" }, { words: "court" }, { name: "" }])
      expect(await outcomeOf(giveNotice(asVisitor, { ...noticeOf(words), ...wrong } as never))).toBe("invalid");
    expect(await outcomeOf(giveNotice(await acting(member), noticeOf(words)))).toBe("forbidden");
    expect(await waitingIn(words)).toBe(0);
  });

  it("counts once by address while it waits, answered the same way, with one mail", async () => {
    await deliver(sent);
    const words = await someWords();
    await Promise.all(Array.from({ length: 10 }, () => notice(words, "twin@example.org")));
    expect(await waitingIn(words)).toBe(1);
    expect(await deliver(sent)).toHaveLength(1);
  });

  it("sends no address more than three mails an hour", async () => {
    const unlimited = singletons.limits;
    singletons.limits = createLimits();
    const outcomes: string[] = [];
    for (let times = 0; times < 4; times++)
      outcomes.push(await outcomeOf(notice(await someWords(), "cible@example.org")));
    singletons.limits = unlimited;
    expect(outcomes).toEqual(["ok", "ok", "ok", "rate_limited"]);
  });
});
