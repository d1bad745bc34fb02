import { createPerson, outcomeOf, refusalOf, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { system, visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import {
  decideNomination,
  endMandate,
  giveMandate,
  listHolders,
  listRecipients,
  mandatesPersonalData,
  nominate,
} from "@/features/mandates/index.ts";
import { keepMandates, watchEndings } from "@/features/mandates/mandate.jobs.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { writeFacts } from "@/platform/facts.ts";
import { enqueue } from "@/platform/jobs.ts";
import type { Mail } from "@/platform/mail.ts";
import { singletons } from "@/platform/singletons.ts";
import {
  aConfirmedHandover,
  acting,
  actingAs,
  aHolder,
  aLeader,
  aModerator,
  aNational,
  anAdherent,
  anAdmin,
  CLERMONT,
  clearMandates,
  deliver,
  emails,
  factsNamed,
  grantsOf,
  hush,
  inDays,
  mailTo,
  mandateOf,
  mandateRow,
  mandatesInForce,
  PUY_DE_DOME,
  prepare,
  propose,
  REASON,
  toOf,
} from "./mandates-world.ts";

const sent: Mail[] = vi.hoisted(() => []);
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

let regated: string[] = [];
beforeAll(prepare);
beforeEach(async () => {
  vi.restoreAllMocks();
  await clearMandates();
  regated = [];
  singletons.publisher = (facts) => void regated.push(...facts.flatMap((fact) => fact.regate));
});

const leads = { role: "section_leader", scope: CLERMONT } as const;

describe("giving a mandate", () => {
  it("writes to its holder alone, and says that a second factor opens it", async () => {
    const [admin, other, member] = [await anAdmin(), await anAdmin(), await anAdherent()];
    await giveMandate(await acting(admin), { memberId: member.id, ...leads });
    const mails = await deliver(sent);
    expect(toOf(mails)).toEqual(emails(member));
    expect(mailTo(mails, member)).toContain("second facteur");
    expect(toOf(mails)).not.toContain(other.email);
  });

  it("gives its rights from its first day on and until its last, to several holders if need be", async () => {
    const [admin, member] = [await anAdmin(), await anAdherent()];
    const leader = await aLeader();
    const input = { memberId: member.id, ...leads, beginsAt: inDays(10), endsAt: inDays(20) };
    await giveMandate(await acting(admin), input);
    expect(await mandatesInForce(CLERMONT)).toEqual([leader.id]);
    vi.spyOn(clock, "now").mockReturnValue(inDays(15));
    expect((await mandatesInForce(CLERMONT)).sort()).toEqual([leader.id, member.id].sort());
    expect((await actingAs(member)).actor.grants).toEqual([leads]);
  });

  it("has days in their order, as a form sends them", async () => {
    const [admin, member] = [await anAdmin(), await anAdherent()];
    const give = async (dates: object) =>
      outcomeOf(giveMandate(await acting(admin), { memberId: member.id, ...leads, ...dates } as never));
    const day = (days: number) => inDays(days).toISOString().slice(0, 10);
    expect(await give({ beginsAt: day(10), endsAt: day(5) })).toBe("invalid");
    expect(await give({ endsAt: day(-5) })).toBe("invalid");
    expect(await give({ beginsAt: "2026-02-31" })).toBe("invalid");
    expect(await give({ beginsAt: "", endsAt: "" })).toBe("ok");
  });

  it("does not reach a member whose card its giver does not see, nor one who is suspended", async () => {
    const admin = await anAdmin("Alba Allier", "national/03");
    const far = await createPerson("Zoé Zone", { section: "75101" }).catch(() => null);
    const hidden = far ?? (await createPerson("Zoé Zone", { section: "69381" }));
    const caller = await acting(admin);
    const there = { role: "section_leader", scope: "national/03/03185" } as const;
    expect(await refusalOf(giveMandate(caller, { memberId: hidden.id, ...there }))).toEqual(
      await refusalOf(giveMandate(caller, { memberId: newId(), ...there })),
    );
    const suspended = await createPerson("Suzanne Suspendue", { section: "03185" });
    await suspendInTheDatabase(suspended.id);
    expect(await refusalOf(giveMandate(caller, { memberId: suspended.id, ...there }))).toMatchObject({
      reason: "member_suspended",
    });
  });
});

describe("ending a mandate", () => {
  it("takes its rights at once, tells its holder why, and those above that nobody is left", async () => {
    const [admin, second, leader, national] = [await anAdmin(), await anAdmin(), await aLeader(), await aNational()];
    await endMandate(await acting(admin), { mandateId: (await mandateOf(leader)).id, reason: REASON });
    expect(await grantsOf(leader)).toEqual([]);
    expect(regated).toEqual([leader.id]);
    const mails = await deliver(sent);
    expect(toOf(mails)).toEqual(emails(leader, admin, second));
    expect(mailTo(mails, leader)).toContain(REASON);
    expect(mailTo(mails, second)).toContain("n’a plus personne en charge");
    expect(toOf(mails)).not.toContain(national.email);
  });

  it("is for its holder who gives it up, even while it sleeps; those above are told unless somebody is left", async () => {
    const [leader, colleague, admin] = [await aLeader(), await aLeader("Colin Coresponsable"), await anAdmin()];
    const giveUp = async (person: typeof leader) => {
      await db.session.update({ where: { id: person.session }, data: { secondFactorAt: null } });
      await endMandate(await acting(person), { mandateId: (await mandateOf(person)).id, reason: REASON });
      return toOf(await deliver(sent));
    };
    expect(await giveUp(leader)).toEqual([]);
    expect(await giveUp(colleague)).toEqual(emails(admin));
  });

  it("tells the national level when the federation has nobody, and about a federation left without an admin", async () => {
    const [leader, national] = [await aLeader(), await aNational()];
    await endMandate(await acting(leader), { mandateId: (await mandateOf(leader)).id, reason: REASON });
    expect(toOf(await deliver(sent))).toEqual(emails(national));
    const admin = await anAdmin();
    await endMandate(await acting(admin), { mandateId: (await mandateOf(admin)).id, reason: REASON });
    const mails = await deliver(sent);
    expect(toOf(mails)).toEqual(emails(national));
    expect(mailTo(mails, national)).toContain("La fédération du Puy-de-Dôme n’a plus personne");
  });

  it("is for nobody else: not outside one’s scope, not below, not between peers", async () => {
    const [leader, admin, national] = [await aLeader(), await anAdmin(), await aNational()];
    const [moderator, peer] = [await aModerator(), await aNational("Nadège Nationale")];
    const end = async (person: { session: string }, of: { id: string }) =>
      outcomeOf(endMandate(await acting(person), { mandateId: (await mandateOf(of)).id, reason: REASON }));
    const elsewhere = await anAdmin("Alba Allier", "national/03");
    for (const person of [await anAdherent(), moderator, elsewhere, await aLeader("Colin")])
      expect(await end(person, leader)).toBe("not_found");
    expect(await end(leader, admin)).toBe("not_found");
    expect(await end(admin, national)).toBe("not_found");
    expect(await end(national, leader)).toBe("forbidden");
    expect(await end(peer, national)).toBe("forbidden");
    expect(await outcomeOf(endMandate({ actor: visitor }, { mandateId: newId(), reason: REASON }))).toBe("not_found");
    expect(await end(national, moderator)).toBe("ok");
    expect(await end(national, admin)).toBe("ok");
    expect(await end(national, admin)).toBe("conflict");
  });

  it("asks why", async () => {
    const leader = await aLeader();
    const { id: mandateId } = await mandateOf(leader);
    expect(await outcomeOf(endMandate(await acting(leader), { mandateId, reason: " " }))).toBe("invalid");
  });

  it("takes back one that has not begun, as if it had never been", async () => {
    const [admin, member] = [await anAdmin(), await anAdherent()];
    const caller = await acting(admin);
    const { mandateId } = await giveMandate(caller, { memberId: member.id, ...leads, beginsAt: inDays(3) });
    await endMandate(caller, { mandateId, reason: REASON });
    expect(await db.mandate.count({ where: { id: mandateId } })).toBe(0);
  });

  it("keeps the last national admin, whatever is tried at once", async () => {
    const [first, second] = [await aNational(), await aNational("Nadège Nationale")];
    const giveUp = async (person: typeof first) =>
      outcomeOf(endMandate(await acting(person), { mandateId: (await mandateOf(person)).id, reason: REASON }));
    expect((await Promise.all([giveUp(first), giveUp(second)])).sort()).toEqual(["conflict", "ok"]);
    expect(await mandatesInForce("national")).toHaveLength(1);
    const { id: mandateId } = await db.mandate.findFirstOrThrow({ where: { role: "national_admin", endsAt: null } });
    expect(await refusalOf(endMandate({ actor: system }, { mandateId, reason: REASON }))).toMatchObject({
      reason: "last_national_admin",
    });
  });
});

describe("a mandate that runs to its date", () => {
  it("is noted once: its holder, then those above, are told", async () => {
    const [admin, leader] = [await anAdmin(), await anAdherent()];
    const id = await mandateRow(leader, CLERMONT, inDays(-1));
    await Promise.all([keepMandates.run({}), keepMandates.run({})]);
    await keepMandates.run({});
    expect(await factsNamed("mandate.ended", { mandateId: id })).toBe(1);
    expect(regated).toEqual([leader.id]);
    const mails = await deliver(sent);
    expect(toOf(mails)).toEqual(emails(leader, admin));
    expect(mailTo(mails, leader)).toContain("arrivée à son terme");
  });

  it("is told thirty days before, once, to its holder and the federation, when nobody comes after", async () => {
    const [admin, leader, national] = [await anAdmin(), await anAdherent(), await aNational()];
    const id = await mandateRow(leader, CLERMONT, inDays(31));
    await watchEndings.run({});
    expect(await deliver(sent)).toEqual([]);
    await db.mandate.update({ where: { id }, data: { endsAt: inDays(29) } });
    await Promise.all([watchEndings.run({}), watchEndings.run({})]);
    await watchEndings.run({});
    const mails = await deliver(sent);
    expect(toOf(mails)).toEqual(emails(leader, admin));
    expect(mailTo(mails, leader)).toContain("qui prend la suite");
    expect(mailTo(mails, admin)).toContain("sera sans responsable");
    expect(toOf(mails)).not.toContain(national.email);
  });

  it("is not told when somebody stays, or a confirmed handover is on its way", async () => {
    const [leader, colleague] = [await anAdherent(), await anAdherent()];
    await anAdmin();
    await mandateRow(leader, CLERMONT, inDays(10));
    await mandateRow(colleague, CLERMONT, null);
    await watchEndings.run({});
    expect(await deliver(sent)).toEqual([]);
    await clearMandates();
    const { leader: holder } = await aConfirmedHandover(inDays(5));
    await db.mandate.updateMany({ where: { memberId: holder.id }, data: { endsAt: inDays(10) } });
    await hush();
    await watchEndings.run({});
    expect(await deliver(sent)).toEqual([]);
  });

  it("is told although the one who stays is suspended, or a handover waits for the federation", async () => {
    const [admin, leader, colleague] = [await anAdmin(), await aLeader(), await anAdherent()];
    await db.mandate.updateMany({ where: { memberId: leader.id }, data: { endsAt: inDays(10) } });
    await mandateRow(colleague, CLERMONT, null);
    await suspendInTheDatabase(colleague.id);
    await propose(leader, await anAdherent());
    await hush();
    await watchEndings.run({});
    expect(toOf(await deliver(sent))).toEqual(emails(leader, admin));
  });
});

describe("naming a national admin", () => {
  it("takes two of them: one nominates, another agrees; each is told", async () => {
    const [first, second, third] = [await aNational(), await aNational("Nadège"), await aNational("Nora")];
    const member = await anAdherent();
    const { nominationId } = await nominate(await acting(first), { memberId: member.id });
    expect(toOf(await deliver(sent))).toEqual(emails(second, third));
    const agree = async (person: { session: string }) =>
      refusalOf(decideNomination(await acting(person), { nominationId, answer: "oui" }));
    expect(await agree(first)).toMatchObject({ reason: "needs_second_admin" });
    for (const person of [member, await anAdmin(), await aModerator()])
      expect(await agree(person)).toMatchObject({ code: "not_found" });
    expect(await grantsOf(member)).toEqual([]);
    await decideNomination(await acting(second), { nominationId, answer: "oui" });
    expect(await grantsOf(member)).toEqual([{ role: "national_admin", scope: "national" }]);
    const mails = await deliver(sent);
    expect(toOf(mails)).toEqual(emails(first, member));
    expect(await agree(third)).toMatchObject({ reason: "already_decided" });
  });

  it("can be declined by another, or taken back by who proposed; the member hears nothing", async () => {
    const [first, second, member] = [await aNational(), await aNational("Nadège"), await anAdherent()];
    for (const [person, told] of [
      [first, []],
      [second, emails(first)],
    ] as const) {
      const { nominationId } = await nominate(await acting(first), { memberId: member.id });
      await hush();
      await decideNomination(await acting(person), { nominationId, answer: "non" });
      expect(toOf(await deliver(sent))).toEqual(told);
    }
    expect(await grantsOf(member)).toEqual([]);
  });

  it("is refused to others, to oneself, twice, and once who proposed is gone", async () => {
    const [first, second, member] = [await aNational(), await aNational("Nadège"), await anAdherent()];
    const caller = await acting(first);
    for (const person of [member, await anAdmin(), await aModerator()])
      expect(await outcomeOf(nominate(await acting(person), { memberId: member.id }))).toBe("not_found");
    expect(await outcomeOf(nominate(caller, { memberId: first.id }))).toBe("forbidden");
    expect(await refusalOf(nominate(caller, { memberId: second.id }))).toMatchObject({ reason: "holds_already" });
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => outcomeOf(nominate(caller, { memberId: member.id }))),
    );
    expect(outcomes.filter((one) => one === "ok")).toHaveLength(1);
    const { id: nominationId } = await db.nomination.findFirstOrThrow({ where: { memberId: member.id } });
    await endMandate(caller, { mandateId: (await mandateOf(first)).id, reason: REASON });
    expect(await refusalOf(decideNomination(await acting(second), { nominationId, answer: "oui" }))).toMatchObject({
      reason: "nominator_gone",
    });
  });

  it("gives one mandate when two agree at once", async () => {
    const [first, second, third] = [await aNational(), await aNational("Nadège"), await aNational("Nora")];
    const member = await anAdherent();
    const { nominationId } = await nominate(await acting(first), { memberId: member.id });
    const outcomes = await Promise.all(
      [second, third].map(async (one) =>
        outcomeOf(decideNomination(await acting(one), { nominationId, answer: "oui" })),
      ),
    );
    expect(outcomes.sort()).toEqual(["conflict", "ok"]);
    expect(await db.mandate.count({ where: { memberId: member.id } })).toBe(1);
  });
});

describe("who is in charge of a place", () => {
  it("is named to members; to visitors only when her card and her mandates are for everyone", async () => {
    const leader = await aLeader();
    const member = (await acting(await createPerson("Mia Membre", { section: "03185" }))).actor;
    const names = async (actor: typeof member) => (await listHolders(actor, CLERMONT)).map(({ name }) => name);
    expect(await names(member)).toEqual([leader.name]);
    expect(await names(visitor)).toEqual([null]);
    await db.profile.create({ data: { memberId: leader.id, cardFor: "everyone", updatedAt: clock.now() } });
    expect(await names(visitor)).toEqual([null]);
    await db.profile.update({ where: { memberId: leader.id }, data: { mandatesFor: "everyone" } });
    expect(await names(visitor)).toEqual([leader.name]);
    expect(await listHolders(member, "national/63/63300")).toEqual([]);
  });

  it("answers for it, else the federation, else the national level; never a suspended one", async () => {
    const [leader, admin, national] = [await aLeader(), await anAdmin(), await aNational()];
    const told = async (scope: string) => (await listRecipients(scope)).map(({ id }) => id);
    expect(await told(CLERMONT)).toEqual([leader.id]);
    await suspendInTheDatabase(leader.id);
    expect(await told(CLERMONT)).toEqual([admin.id]);
    expect(await told(PUY_DE_DOME)).toEqual([admin.id]);
    await suspendInTheDatabase(admin.id);
    expect(await told(CLERMONT)).toEqual([national.id]);
    expect(await told("national")).toEqual([national.id]);
  });
});

describe("somebody with a mandate who leaves", () => {
  it("leaves no trace of what she held, and the federation is told that nobody is left, her successor that nothing comes", async () => {
    const { leader, admin, next, handoverId } = await aConfirmedHandover(inDays(5));
    const held = await mandatesPersonalData.read(leader.id);
    expect(JSON.stringify(held)).toContain("Clermont-Ferrand");
    expect(JSON.stringify(held)).not.toContain(next.name);
    await hush();
    const facts = await db.$transaction(async (tx) => {
      const told = await mandatesPersonalData.erase(tx as never, leader);
      await writeFacts(tx as never, leader.id, told);
      for (const fact of told)
        for (const job of singletons.factJobs?.[fact.name] ?? []) await enqueue(tx as never, job, fact.ids);
      return told;
    });
    expect(facts.map(({ name }) => name)).toEqual(["mandate.ended", "handover.lost"]);
    expect(await db.handover.count({ where: { id: handoverId } })).toBe(0);
    expect(toOf(await deliver(sent))).toEqual(emails(admin, next));
  });

  it("cancels what she was about to take over, and its holder is told", async () => {
    const { leader, admin, next, handoverId } = await aConfirmedHandover(inDays(5));
    await hush();
    const facts = await mandatesPersonalData.erase(db as never, next);
    expect(facts.map(({ name, ids }) => [name, ids.handoverId])).toEqual([["handover.cancelled", handoverId]]);
    for (const fact of facts)
      for (const job of singletons.factJobs?.[fact.name] ?? []) await enqueue(db, job, fact.ids);
    expect(toOf(await deliver(sent))).toEqual(expect.arrayContaining(emails(leader, admin)));
    expect(await aHolder("Reste Là", "section_leader", "national/63/63300")).toBeTruthy();
  });
});
