import { createPerson } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/platform/db/client.ts";
import type { Mail } from "@/platform/mail.ts";
import {
  aDecider,
  decide,
  deliver,
  factsNamed,
  notice,
  prepare,
  report,
  someWords,
  textOf,
  waitingIn,
} from "./moderation-world.ts";

const { sent } = vi.hoisted(() => ({ sent: [] as Mail[] }));
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

beforeAll(prepare);

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
});
