import { createPerson, outcomeOf, refusalOf } from "@tests/support/worlds.ts";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import {
  appealDecision,
  decideCase,
  getCase,
  getDecision,
  getReportPage,
  giveNotice,
  reportObject,
  settleAppeal,
} from "@/features/moderation/index.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import type { Mail } from "@/platform/mail.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import {
  acting,
  aDecider,
  answeredWords,
  asVisitor,
  caseOf,
  decide,
  deliver,
  factsNamed,
  moreWords,
  notice,
  noticeOf,
  prepare,
  report,
  someWords,
  textOf,
  WORDS,
} from "./moderation-world.ts";

const { sent } = vi.hoisted(() => ({ sent: [] as Mail[] }));
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

beforeAll(prepare);
afterEach(() => vi.restoreAllMocks());

const waitingIn = async (words: { kind: string; objectId: string }) =>
  db.report.count({ where: { case: { kind: words.kind, objectId: words.objectId }, decisionId: null } });

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

describe("deciding", () => {
  it("hides by a rule: in the log, for every report at once, with its reasons", async () => {
    const words = await someWords();
    const decider = await aDecider("moderator");
    await report(await createPerson("Rémi"), words);
    await notice(words);
    const decision = await decide(decider, words, "hide", "1");
    expect(decision).toMatchObject({ outcome: "hide", rule: 1, decidedById: decider.id });
    expect(await waitingIn(words)).toBe(0);
    const { hiddenAt } = await db.contribution.findUniqueOrThrow({ where: { id: words.objectId } });
    expect(hiddenAt).not.toBeNull();
    const changes = await db.debateChange.findMany({ where: { debateId: words.debateId } });
    expect(changes).toMatchObject([{ kind: "hidden", contributionId: words.objectId, byId: decider.id, seq: 2 }]);
    expect(await factsNamed("debate.contribution-hidden", { contributionId: words.objectId })).toBe(1);
    expect(await factsNamed("moderation.case-decided", { decisionId: decision.id })).toBe(1);
  });

  it("tells the author which words, which rule and why, and each reporter once; not who reported, nor the hidden words", async () => {
    await deliver(sent);
    const words = await someWords();
    const reporter = await createPerson("Rémi Rapporteur");
    const bystander = await createPerson("Témoin");
    await report(reporter, words);
    await notice(words, "vera@example.org");
    await deliver(sent);
    const decision = await decide(await aDecider("moderator"), words, "hide");
    const mails = await deliver(sent);
    expect(mails.map(({ to }) => to).sort()).toEqual([words.author.email, reporter.email, "vera@example.org"].sort());
    const [hers] = mails.filter(({ to }) => to === words.author.email);
    for (const said of [
      "Le plein coûte trop cher",
      "règle 1, «\u00a0On discute",
      "On parle ici de la personne.",
      `/moderation/decisions/${decision.id}`,
    ])
      expect(textOf(hers)).toContain(said);
    expect(JSON.stringify(hers)).not.toMatch(/Rémi|Vera|Maud/);
    for (const mail of mails.filter(({ to }) => to !== words.author.email)) {
      expect(textOf(mail)).toContain("On parle ici de la personne.");
      expect(JSON.stringify(mail)).not.toMatch(/Le plein coûte|Aline|Maud/);
    }
    expect(mails.some(({ to }) => to === bystander.email)).toBe(false);
    expect(await deliver(sent)).toEqual([]);
  });

  it("leaves the words, and says so to both", async () => {
    await deliver(sent);
    const words = await someWords();
    const reporter = await createPerson("Rémi Rapporteur");
    await report(reporter, words);
    const decision = await decide(await aDecider("moderator"), words, "nothing", "1");
    expect(decision.rule).toBeNull();
    expect(await db.contribution.count({ where: { id: words.objectId, hiddenAt: null } })).toBe(1);
    expect(await db.debateChange.count({ where: { debateId: words.debateId } })).toBe(0);
    const subjects = (await deliver(sent)).map(({ to, subject }) => `${to === words.author.email}: ${subject}`);
    expect(subjects.sort()).toEqual([
      "false: Ton signalement a été lu\u00a0: rien ne change",
      "true: Tes mots ont été signalés, et restent en ligne",
    ]);
  });

  it("writes to nobody whose account is erased, and names no place that a reporter no longer sees", async () => {
    const words = await someWords({ audience: "members", scope: "national/63/63113" });
    const [gone, moved] = [await createPerson("Partie Loin"), await createPerson("Déménagée")];
    await report(gone, words);
    await report(moved, words);
    await decide(await aDecider("moderator"), words, "hide");
    await db.member.updateMany({ where: { id: { in: [gone.id, words.author.id] } }, data: { erasedAt: new Date() } });
    await db.member.update({ where: { id: moved.id }, data: { sectionId: "03185" } });
    const mails = await deliver(sent);
    expect(mails.map(({ to }) => to)).toEqual([moved.email]);
    expect(textOf(mails[0])).not.toContain("Faut-il des bus gratuits");
  });

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
