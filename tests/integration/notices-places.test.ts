import { createDebate } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { memberJoined, memberMoved } from "@/features/accounts/account.facts.ts";
import { assignPointPerson, declineAdherent, markWelcomed, writeWelcome } from "@/features/desk/index.ts";
import { confirmHandover, endMandate, giveMandate, proposeHandover } from "@/features/mandates/index.ts";
import { appealDecision, decideCase, reportObject, settleAppeal } from "@/features/moderation/index.ts";
import { answerVolunteer, volunteer } from "@/features/sections/index.ts";
import { db } from "@/platform/db/client.ts";
import { acting, type Somebody, somebody } from "./coopains-world.ts";
import { freshSection } from "./desk-world.ts";
import { forgetAll, linesOf, prepareAll, tellAllAfterJobs, textsOf } from "./notices-world.ts";
import { recorded } from "./participation-world.ts";

vi.mock("@/platform/mail.ts", () => ({ sendMail: async () => undefined }));

/** Somebody who lives in a section of its own, settled there long ago. */
async function living(
  where: { id: string },
  name: string,
  { newcomer = false, ...options }: Parameters<typeof somebody>[1] & { newcomer?: boolean } = {},
): Promise<Somebody> {
  const person = await somebody(name, options);
  const settled = newcomer ? {} : { joinedAt: new Date(Date.now() - 4e10) };
  await db.member.update({ where: { id: person.id }, data: { sectionId: where.id, ...settled } });
  return { ...person, caller: await acting(person.id) };
}

let section: { id: string; scope: string };
let people: Record<"federal" | "leader" | "ines" | "bruno" | "newcomer" | "far", Somebody>;

beforeAll(async () => {
  await prepareAll();
  section = await freshSection();
  people = {
    federal: await somebody("Farid Fédéral", {
      adherent: true,
      mandates: [{ role: "federation_admin", scope: "national/63" }],
    }),
    leader: await living(section, "Lucie Locale", {
      adherent: true,
      mandates: [{ role: "section_leader", scope: section.scope }],
    }),
    ines: await living(section, "Inès Bonnet", { adherent: true }),
    bruno: await living(section, "Bruno Roux", { adherent: true }),
    newcomer: await living(section, "Yanis Nouveau", { card: "coopains", newcomer: true }),
    far: await somebody("Paul Passant", { section: "03185" }),
  };
});
beforeEach(forgetAll);
const callerOf = (who: Somebody) => acting(who.id);

describe("newcomers", () => {
  it("are told of to those who answer for their section, until somebody writes to them", async () => {
    const { newcomer, leader, ines } = people;
    await recorded(async ({ record }) => record(memberJoined({ memberId: newcomer.id, sectionId: section.id })));
    await tellAllAfterJobs();
    const [line] = await textsOf(leader, "place.newcomers");
    expect(line).toContain("Yanis Nouveau");
    for (const who of [ines, newcomer, people.far, people.federal]) expect(await linesOf(who)).toEqual([]);
    await writeWelcome(await callerOf(leader), { memberId: newcomer.id, words: "Bienvenue parmi nous, Yanis." });
    expect(await linesOf(leader)).toEqual([]);
    await tellAllAfterJobs();
    expect(await textsOf(newcomer, "place.welcome")).toEqual(["Lucie Locale te souhaite la bienvenue"]);
  });

  it("are entrusted to somebody, who is told as long as it is so", async () => {
    const { newcomer, leader, ines } = people;
    await assignPointPerson(await callerOf(leader), { memberId: newcomer.id, pointPersonId: ines.id });
    await tellAllAfterJobs();
    expect(await textsOf(ines, "place.newcomers")).toEqual(["On te confie l’accueil de Yanis Nouveau"]);
    expect(await linesOf(leader)).toEqual([]);
    await markWelcomed(await callerOf(leader), { memberId: newcomer.id });
    expect(await linesOf(ines)).toEqual([]);
  });

  it("who move are told of where they arrive", async () => {
    const moved = await living(section, "Mona Mobile");
    await recorded(async ({ record }) =>
      record(memberMoved({ memberId: moved.id, fromSectionId: "03185", toSectionId: section.id })),
    );
    await tellAllAfterJobs();
    const lines = await textsOf(people.leader, "place.newcomers");
    expect(lines.some((text) => text.startsWith("Mona Mobile rejoint la section"))).toBe(true);
    await db.member.update({ where: { id: moved.id }, data: { sectionId: "63113" } });
    expect((await textsOf(people.leader, "place.newcomers")).some((text) => text.startsWith("Mona"))).toBe(false);
  });

  it("learn what became of their claim, as long as it is so", async () => {
    const claimed = await living(section, "Carla Costa");
    await declineAdherent(await callerOf(people.federal), { memberId: claimed.id });
    await tellAllAfterJobs();
    expect(await textsOf(claimed, "place.welcome")).toEqual(["Ton adhésion n’a pas pu être confirmée"]);
    await db.member.update({ where: { id: claimed.id }, data: { adherentSince: new Date() } });
    expect(await textsOf(claimed, "place.welcome")).toEqual([]);
  });
});

describe("a section that nobody leads", () => {
  it("is told of above, with who offers, and who offered reads the answer", async () => {
    const empty = await freshSection();
    const { federal } = people;
    const offers = await living(empty, "Vera Volontaire", { adherent: true });
    await volunteer(offers.caller, { sectionId: empty.id, words: "Je connais tout le monde ici." });
    await tellAllAfterJobs();
    const [line] = await textsOf(federal, "place.volunteer");
    expect(line).toMatch(/^Vera Volontaire se propose pour la section Essai /);
    for (const who of [offers, people.leader, people.far]) expect(await linesOf(who)).toEqual([]);
    const { id } = await db.volunteer.findFirstOrThrow({ where: { memberId: offers.id } });
    await answerVolunteer(await callerOf(federal), { volunteerId: id });
    await tellAllAfterJobs();
    expect(await textsOf(federal, "place.volunteer")).toEqual([]);
    expect((await textsOf(offers, "place.welcome"))[0]).toMatch(/^On te remercie de t’être proposé·e/);
  });
});

describe("mandates", () => {
  it("given and ended are told to their holder, and an empty section to those above; who did it is not told", async () => {
    const other = await freshSection();
    const { federal } = people;
    const holder = await living(other, "Sacha Suivante", { adherent: true });
    const { mandateId } = (await giveMandate(await callerOf(federal), {
      memberId: holder.id,
      role: "section_leader",
      scope: other.scope,
    })) as { mandateId: string };
    await tellAllAfterJobs();
    expect((await textsOf(holder, "mandate.changed"))[0]).toMatch(/^Tu es responsable de la section /);
    expect(await textsOf(federal, "mandate.changed")).toEqual([]);
    await endMandate(await callerOf(federal), { mandateId, reason: "Elle part vivre à Lyon." });
    await tellAllAfterJobs();
    expect((await textsOf(holder, "mandate.changed")).at(-1)).toMatch(/^Tu n’es plus responsable de la section /);
    expect((await textsOf(federal, "place.volunteer"))[0]).toMatch(/n’a plus personne en charge$/);
    expect(await linesOf(people.far)).toEqual([]);
  });

  it("that pass on are told to the two, and to those who confirm; to nobody else", async () => {
    const { leader, ines, federal } = people;
    const { id: mandateId } = await db.mandate.findFirstOrThrow({ where: { memberId: leader.id } });
    const { handoverId } = await proposeHandover(await callerOf(leader), {
      mandateId,
      successorId: ines.id,
      effectiveAt: new Date(Date.now() + 9e8),
    });
    await tellAllAfterJobs();
    expect(await textsOf(ines, "mandate.changed")).toEqual(["Lucie Locale te propose de prendre sa suite"]);
    expect((await textsOf(federal, "mandate.changed"))[0]).toMatch(/^Passation à confirmer/);
    await confirmHandover(await callerOf(federal), { handoverId });
    await tellAllAfterJobs();
    for (const who of [leader, ines])
      expect(await textsOf(who, "mandate.changed")).toContain("La passation est confirmée : il reste à signer");
    for (const who of [people.bruno, people.far]) expect(await linesOf(who)).toEqual([]);
  });
});

describe("moderation", () => {
  it("tells those who decide what waits, then the author and who reported what was decided; who decided is never named", async () => {
    const { ines, bruno, far } = people;
    const moderator = await somebody("Maud Modératrice", {
      section: "03185",
      adherent: true,
      mandates: [{ role: "moderator", scope: "national" }],
    });
    const second = await somebody("Mehdi Modérateur", {
      section: "03185",
      adherent: true,
      mandates: [{ role: "moderator", scope: "national" }],
    });
    const { contributionId } = await createDebate("open", "national", ines.id);
    await reportObject(bruno.caller, {
      kind: "contribution",
      objectId: contributionId,
      rule: "1",
      words: "Ces mots visent une personne.",
    });
    await tellAllAfterJobs();
    expect(await textsOf(moderator, "moderation.waiting")).toEqual(["1 signalement ou réponse attend une décision"]);
    for (const who of [ines, bruno, far]) expect(await linesOf(who)).toEqual([]);
    const { id: caseId } = await db.moderationCase.findFirstOrThrow({ where: { objectId: contributionId } });
    await decideCase(await callerOf(moderator), {
      caseId,
      outcome: "hide",
      rule: "1",
      words: "On parle ici de la personne.",
    });
    await tellAllAfterJobs();
    expect(await textsOf(ines, "moderation.decided")).toEqual(["Tes mots ont été masqués : voici pourquoi"]);
    expect(await textsOf(bruno, "moderation.decided")).toEqual(["Ton signalement a été lu : les mots sont masqués"]);
    expect(await linesOf(moderator)).toEqual([]);
    expect(await linesOf(far)).toEqual([]);
    const { id: decisionId } = await db.decision.findFirstOrThrow({ where: { caseId } });
    await appealDecision(ines.caller, { decisionId, words: "Je parlais de son programme." });
    await tellAllAfterJobs();
    expect(await textsOf(second, "moderation.waiting")).toHaveLength(1);
    const { id: appealId } = await db.appeal.findFirstOrThrow({ where: { decisionId } });
    await settleAppeal(await callerOf(second), { appealId, outcome: "show", words: "C’était bien du programme." });
    await tellAllAfterJobs();
    expect(await textsOf(ines, "moderation.decided")).toContain("Ta réponse a été lue : tes mots sont revenus");
    expect(await textsOf(second, "moderation.waiting")).toEqual([]);
  });
});
