import { createPerson, outcomeOf, refusalOf } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { system, visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { suspendMember } from "@/features/accounts/index.ts";
import { findConsole, getNationalConsole } from "@/features/mandates/console.queries.ts";
import { liftSuspension, nominate, viewContact } from "@/features/mandates/index.ts";
import { getManagedMember, searchManagedMembers } from "@/features/mandates/managed-member.queries.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import type { Mail } from "@/platform/mail.ts";
import { singletons } from "@/platform/singletons.ts";
import {
  acting,
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
  hush,
  inDays,
  mailTo,
  prepare,
  propose,
  REASON,
  toOf,
  withoutFactor,
} from "./mandates-world.ts";

const sent: Mail[] = vi.hoisted(() => []);
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

beforeAll(prepare);
beforeEach(clearMandates);

const WHY = "Attaques personnelles répétées.";
const PURPOSE = "Elle a perdu l’accès à sa boîte et nous a écrit par courrier.";
type Staff = { session: string };
const suspend = async (by: Staff, memberId: string, days: number | null) =>
  suspendMember(await acting(by), { memberId, reason: WHY, ...(days !== null && { endsAt: inDays(days) }) });

describe("a suspension", () => {
  it("by a federation gives the member its reasons and how to contest them, and tells the national level", async () => {
    const [admin, national, moderator, member] = [
      await anAdmin(),
      await aNational(),
      await aModerator(),
      await anAdherent(),
    ];
    await suspend(admin, member.id, 6);
    const mails = await deliver(sent);
    expect(toOf(mails)).toEqual(emails(member, national));
    expect(mailTo(mails, member)).toMatch(/Attaques personnelles[\s\S]*Tu n’es pas d’accord/);
    expect(mailTo(mails, national)).toContain(`/gestion/membres/${member.id}`);
    expect(toOf(mails)).not.toContain(moderator.email);
  });

  it("by the national level or a moderator tells the member alone", async () => {
    for (const by of [await aNational(), await aModerator()]) {
      const member = await anAdherent();
      await suspend(by, member.id, 20);
      expect(toOf(await deliver(sent))).toEqual(emails(member));
    }
  });

  it("of a section’s only leader tells the federation that nobody is there", async () => {
    const [admin, leader, national] = [await anAdmin(), await aLeader(), await aNational()];
    await suspend(national, leader.id, null);
    const mails = await deliver(sent);
    expect(toOf(mails)).toEqual(emails(leader, admin));
    expect(mailTo(mails, admin)).not.toContain(WHY);
  });
});

describe("lifting a suspension", () => {
  it("is for who could have decided it, and always for the national level; the member is told", async () => {
    const [admin, moderator, national] = [await anAdmin(), await aModerator(), await aNational()];
    const lift = async (by: Staff, days: number | null) => {
      const member = await anAdherent();
      const { suspensionId } = await suspend(national, member.id, days);
      await hush();
      const outcome = await outcomeOf(liftSuspension(await acting(by), { suspensionId }));
      const told = toOf(await deliver(sent));
      expect(told).toEqual(outcome === "ok" ? [member.email] : []);
      return outcome;
    };
    expect(await lift(admin, 6)).toBe("ok");
    expect(await lift(admin, 8)).toBe("forbidden");
    expect(await lift(admin, null)).toBe("forbidden");
    expect(await lift(moderator, 29)).toBe("ok");
    expect(await lift(moderator, 40)).toBe("forbidden");
    expect(await lift(national, null)).toBe("ok");
    expect(await lift(await anAdmin("Alba", "national/03"), 3)).toBe("not_found");
    expect(await lift(await aLeader(), 3)).toBe("not_found");
    expect(await lift(await anAdherent(), 3)).toBe("not_found");
  });

  it("opens her account again, once", async () => {
    const [national, member] = [await aNational(), await anAdherent()];
    const { suspensionId } = await suspend(national, member.id, null);
    expect((await acting(member)).actor.kind).toBe("suspended");
    expect(await outcomeOf(liftSuspension(await acting(member), { suspensionId }))).toBe("not_found");
    await liftSuspension(await acting(national), { suspensionId });
    expect((await acting(member)).actor.kind).toBe("member");
    expect(await refusalOf(liftSuspension(await acting(national), { suspensionId }))).toMatchObject({
      reason: "suspension_over",
    });
    expect(await db.suspension.findUnique({ where: { id: suspensionId } })).toMatchObject({ liftedById: national.id });
  });
});

describe("contact data", () => {
  it("is read by the national level with a purpose, and each reading is written down", async () => {
    const [national, member] = [await aNational(), await anAdherent()];
    const contact = await viewContact(await acting(national), { memberId: member.id, purpose: PURPOSE });
    expect(contact).toMatchObject({ email: member.email, commune: "Clermont-Ferrand", minor: false });
    expect(await db.contactView.findMany({ where: { memberId: member.id } })).toMatchObject([
      { viewerId: national.id, purpose: PURPOSE },
    ]);
    expect(await factsNamed("contact.viewed", { memberId: member.id })).toBe(1);
  });

  it("does not exist for anybody else, nor without a purpose, nor while the mandate sleeps", async () => {
    const [national, member] = [await aNational(), await anAdherent()];
    const view = async (by: Staff, memberId = member.id, purpose = PURPOSE) =>
      refusalOf(viewContact(await acting(by), { memberId, purpose }));
    const absent = await view(national, newId());
    for (const by of [await anAdmin(), await aModerator(), await aLeader(), await anAdherent()])
      expect(await view(by)).toEqual(absent);
    expect(await refusalOf(viewContact({ actor: visitor }, { memberId: member.id, purpose: PURPOSE }))).toEqual(absent);
    expect(await refusalOf(viewContact({ actor: system }, { memberId: member.id, purpose: PURPOSE }))).toEqual(absent);
    expect(await view(national, member.id, "   ")).toMatchObject({ code: "invalid" });
    await withoutFactor(national);
    expect(await view(national)).toEqual(absent);
    expect(await db.contactView.count({ where: { memberId: member.id } })).toBe(0);
  });

  it("is read sixty times a day by one person at most", async () => {
    const before = singletons.limits;
    singletons.limits = createLimits();
    try {
      const [national, member] = [await aNational(), await anAdherent()];
      const caller = await acting(national);
      const outcomes: string[] = [];
      for (let time = 0; time < 61; time++)
        outcomes.push(await outcomeOf(viewContact(caller, { memberId: member.id, purpose: PURPOSE })));
      expect(outcomes.filter((one) => one === "ok")).toHaveLength(60);
      expect(outcomes.at(-1)).toBe("rate_limited");
    } finally {
      singletons.limits = before;
    }
  });
});

describe("finding a member", () => {
  it("by a part of her name, in one’s reach; by her exact address for the national level alone", async () => {
    const [admin, moderator, national] = [await anAdmin(), await aModerator(), await aNational()];
    const here = await createPerson("Émilie Nougarède");
    const there = await createPerson("Émilie Nougarède", { section: "03185" });
    const found = async (by: Staff, membre: string) =>
      (await searchManagedMembers((await acting(by)).actor, { membre })).found.map(({ id }) => id).sort();
    expect(await found(admin, "nougarede emi")).toEqual([here.id]);
    for (const by of [moderator, national]) expect(await found(by, "NOUGAR")).toEqual([here.id, there.id].sort());
    expect(await found(national, there.email.toUpperCase())).toEqual([there.id]);
    for (const by of [admin, moderator]) expect(await found(by, here.email)).toEqual([]);
    expect(await found(national, "%")).toEqual([]);
    expect(await found(national, "%%_")).toEqual([]);
    for (const text of ["\u0000", "x".repeat(500), "' or 1=1 --"]) expect(await found(national, text)).toEqual([]);
    for (const by of [await aLeader(), await anAdherent()])
      expect(await outcomeOf(found(by, "Nougarède"))).toBe("not_found");
  });

  it("opens her page to who finds her, and to nobody else: the list is the filter of the item", async () => {
    const near = await anAdmin();
    const staff = [near, await anAdmin("Alba Allier", "national/03"), await aModerator(), await aNational()];
    const others = [await aLeader(), await anAdherent()];
    const name = `Personne ${newId().replace(/\d/g, "x")}`;
    const people = [await createPerson(name), await createPerson(name, { section: "03185" })];
    await db.member.update({ where: { id: people[1]?.id ?? "" }, data: { adultOn: inDays(300) } });
    for (const by of [...staff, ...others]) {
      const { actor } = await acting(by);
      const listed = await searchManagedMembers(actor, { membre: name }).then(
        ({ found }) => found.map(({ id }) => id),
        () => [] as string[],
      );
      for (const { id } of people)
        expect((await outcomeOf(getManagedMember(actor, id))) === "ok").toBe(listed.includes(id));
    }
    const { actor } = await acting(near);
    expect(await refusalOf(getManagedMember(actor, people[1]?.id ?? ""))).toEqual(
      await refusalOf(getManagedMember(actor, newId())),
    );
  });

  it("offers each what the commands allow, and no more", async () => {
    const [admin, moderator, national, leader] = [
      await anAdmin(),
      await aModerator(),
      await aNational(),
      await aLeader(),
    ];
    const page = async (by: Staff) => getManagedMember((await acting(by)).actor, leader.id);
    expect((await page(admin)).can).toEqual({ suspend: { days: 7 }, nominate: false, viewContact: false });
    expect((await page(moderator)).can).toEqual({ suspend: { days: 30 }, nominate: false, viewContact: false });
    expect((await page(national)).can).toEqual({ suspend: { days: null }, nominate: true, viewContact: true });
    expect((await page(admin)).mandates).toMatchObject([{ can: { end: true } }]);
    expect((await page(national)).mandates).toMatchObject([{ can: { end: false } }]);
    const roles = async (by: Staff) => [...new Set((await page(by)).give.map(({ role }) => role))];
    expect(await roles(admin)).toEqual(["section_leader"]);
    expect((await page(admin)).give.every(({ scope }) => scope.startsWith("national/63/"))).toBe(true);
    expect(await roles(moderator)).toEqual([]);
    expect(await roles(national)).toEqual(["federation_admin", "moderator"]);
  });
});

describe("the national console", () => {
  it("shows what waits, who holds what, where nobody is, suspensions and readings of contact data", async () => {
    const [national, second, leader, member] = [
      await aNational(),
      await aNational("Nadège"),
      await aLeader(),
      await anAdherent(),
    ];
    await nominate(await acting(second), { memberId: member.id });
    await propose(leader, member);
    const { suspensionId } = await suspend(national, (await anAdherent()).id, null);
    await viewContact(await acting(national), { memberId: member.id, purpose: PURPOSE });
    const { actor } = await acting(national);
    const part = async (voir: string, more = {}) => (await getNationalConsole(actor, { voir, ...more })).part;
    expect(await part("attente")).toMatchObject({
      nominations: [{ memberId: member.id, can: { agree: true, decline: true } }],
      handovers: [{ you: "federation", can: { confirm: true } }],
    });
    expect((await getNationalConsole(actor, {})).waiting).toBe(2);
    const mandates = await part("responsabilites", { role: "section_leader", q: "clermont" });
    expect(mandates).toMatchObject({ mandates: [{ memberId: leader.id }], next: null });
    const places = await part("sections");
    if (places.tab !== "sections") throw new Error("another part");
    const here = places.federations.find(({ scope }) => scope === "national/63");
    expect(here).toMatchObject({ hasAdmin: false });
    expect(here?.empty).toBe((here?.sections ?? 0) - 1);
    expect(await part("suspensions")).toMatchObject({ suspensions: [{ id: suspensionId, current: true }] });
    expect(await part("consultations")).toMatchObject({ views: [{ memberId: member.id, purpose: PURPOSE }] });
  });

  it("shows a moderator what she decided, and nothing else", async () => {
    const [moderator, national] = [await aModerator(), await aNational()];
    await suspend(national, (await anAdherent()).id, 3);
    const { suspensionId } = await suspend(moderator, (await anAdherent()).id, 3);
    const view = await getNationalConsole((await acting(moderator)).actor, { voir: "consultations" });
    expect(view.tabs).toEqual(["suspensions"]);
    expect(view.part).toMatchObject({ tab: "suspensions", suspensions: [{ id: suspensionId }] });
  });

  it("leads each to her own console, and does not exist for who manages nothing", async () => {
    const [admin, leader, member] = [await anAdmin(), await aLeader(), await anAdherent()];
    const where = async (person: Staff) => findConsole((await acting(person)).actor);
    expect(await where(await aNational())).toBe("/gestion");
    expect(await where(await aModerator())).toBe("/gestion");
    expect(await where(admin)).toBe("/gestion/63");
    expect(await where(leader)).toBe(`/gestion${CLERMONT.replace("national", "")}`);
    expect(await where(member)).toBeNull();
    await withoutFactor(admin);
    expect(await where(admin)).toBe("/compte/second-facteur");
    for (const person of [admin, leader, member])
      expect(await outcomeOf(getNationalConsole((await acting(person)).actor, {}))).toBe("not_found");
    expect(await outcomeOf(getNationalConsole(visitor, {}))).toBe("not_found");
    expect(REASON).toBeTruthy();
  });
});
