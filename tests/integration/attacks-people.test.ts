import { argument } from "@tests/support/debate-checks.ts";
import { createDebate, outcomeOf, suspendInTheDatabase, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { memberSuspended, moveTown, requestSignUp, setPassword } from "@/features/accounts/index.ts";
import {
  blockMember,
  coopainsPersonalData,
  inviteByEmail,
  openPaperCode,
  renewLink,
  requestCoopain,
} from "@/features/coopains/index.ts";
import { contribute } from "@/features/debates/index.ts";
import { assignPointPerson, getWelcome, writeWelcome } from "@/features/desk/index.ts";
import { mandateFacts, mandateJobs, viewContact } from "@/features/mandates/index.ts";
import { eraseAccount } from "@/features/personal-data/index.ts";
import { getProfile } from "@/features/profiles/index.ts";
import { getFederation, getSection, getSectionsMap } from "@/features/sections/index.ts";
import { db, sql } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import type { Mail } from "@/platform/mail.ts";
import { actorOfSession } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { prepare as prepareCoopains, somebody } from "./coopains-world.ts";
import * as desk from "./desk-world.ts";
import { acting, aHolder, clearMandates } from "./mandates-world.ts";

// What was once tried against people, sections, mandates and coopains, and worked.

const sent: Mail[] = [];
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

beforeAll(async () => {
  await prepareCoopains();
  await desk.prepare();
});
beforeEach(() => {
  withoutLimits();
  sent.length = 0;
});

const withLimits = () => {
  singletons.limits = createLimits();
};

describe("finding out who blocked me", () => {
  it("is not read in the export of one's requests, whoever ended them", async () => {
    const [ines, marc, paul] = [
      await somebody("Inès Curieuse"),
      await somebody("Marc Bloque"),
      await somebody("Paul Tranquille"),
    ];
    for (const other of [marc, paul]) await requestCoopain(ines.caller, { memberId: other.id, words: "Bonjour" });
    const before = await coopainsPersonalData.read(ines.id);
    await blockMember(marc.caller, { memberId: ines.id });
    expect(await coopainsPersonalData.read(ines.id)).toEqual(before);
  });

  it("is not told by the answer to a block of one's own, in a debate where both wrote", async () => {
    const [ines, marc] = [await somebody("Inès Curieuse"), await somebody("Marc Bloque")];
    const { id } = await createDebate("open", "national", null);
    for (const one of [ines, marc]) await contribute({ actor: one.caller.actor }, argument(id));
    await blockMember(marc.caller, { memberId: ines.id });
    expect(await outcomeOf(blockMember(ines.caller, { memberId: marc.id }))).toBe("ok");
    const blocks = await db.block.count({ where: { blockerId: { in: [ines.id, marc.id] } } });
    expect(blocks).toBe(2);
  });
});

describe("looking after a newcomer", () => {
  async function entrusted() {
    const section = await desk.freshSection();
    const [leader, helper, newcomer] = [
      await desk.aLeader(section),
      await desk.aMember({ section: section.id, name: "Hélène Aidante" }),
      await desk.aNewcomer(section.id),
    ];
    await assignPointPerson(await desk.acting(leader), { memberId: newcomer.id, pointPersonId: helper.id });
    await db.profile.upsert({
      where: { memberId: newcomer.id },
      create: { memberId: newcomer.id, cardFor: "coopains", updatedAt: new Date() },
      update: { cardFor: "coopains" },
    });
    return { section, leader, helper, newcomer };
  }

  it("ends when she who does has left the section", async () => {
    const { helper, newcomer } = await entrusted();
    expect(await outcomeOf(getWelcome(await desk.actorOf(helper), newcomer.id))).toBe("ok");
    await moveTown(await desk.acting(helper), { communeCode: "03185" });
    const actor = await desk.actorOf(helper);
    expect(await outcomeOf(getWelcome(actor, newcomer.id))).toBe("not_found");
    expect(await outcomeOf(getProfile(actor, newcomer.id))).toBe("not_found");
    expect(await outcomeOf(writeWelcome({ actor }, { memberId: newcomer.id, words: "Bienvenue à toi, Yanis !" }))).toBe(
      "not_found",
    );
  });

  it("cannot be kept from those who do it by anybody who uses up the words that a newcomer may get", async () => {
    const { leader, newcomer } = await entrusted();
    const stranger = await somebody("Sacha Saboteuse");
    withLimits();
    const words = "Bienvenue à toi, Yanis !";
    for (const actor of [visitor, stranger.caller.actor])
      for (let n = 0; n < 6; n++) await outcomeOf(writeWelcome({ actor }, { memberId: newcomer.id, words }));
    expect(await outcomeOf(writeWelcome(await desk.acting(leader), { memberId: newcomer.id, words }))).toBe("ok");
    const again = [];
    for (let n = 0; n < 6; n++)
      again.push(
        await outcomeOf(writeWelcome(await desk.acting(leader), { memberId: newcomer.id, words: `${words} ${n}` })),
      );
    expect(again.filter((outcome) => outcome === "ok")).toHaveLength(4);
  });
});

describe("what is kept of an answer, for a request sent twice", () => {
  it("is not the address that a national admin read: it stays nowhere when the account is erased", async () => {
    const admin = await aHolder("Noé National", "national_admin", "national");
    const reader = await somebody("Lina Lue");
    const caller = { ...(await acting(admin)), key: newId() };
    const input = { memberId: reader.id, purpose: "Elle demande de l’aide." };
    expect((await viewContact(caller, input)).email).toBe(reader.email);
    const receipts = await db.$queryRaw<object[]>(
      sql`select 1 from command_receipt where result::text like ${`%${reader.email}%`}`,
    );
    expect(receipts).toHaveLength(0);
    await db.mandate.updateMany({
      where: { memberId: admin.id },
      data: { endsAt: new Date(Date.now() - 1), beginsAt: new Date(0) },
    });
    expect(await outcomeOf(viewContact({ ...(await acting(admin)), key: caller.key }, input))).toBe("not_found");
  });

  it("is not the token of an invitation, which the database never holds", async () => {
    const { paperCodeOf } = await import("@/features/coopains/paper-code.rules.ts");
    const [ines, marc] = [await somebody("Inès Invite"), await somebody("Marc Membre")];
    await renewLink(ines.caller, {});
    const { id } = await db.invitationLink.findFirstOrThrow({ where: { memberId: ines.id } });
    const { token } = await openPaperCode({ ...marc.caller, key: newId() }, { code: paperCodeOf(id) });
    const receipts = await db.$queryRaw<object[]>(
      sql`select 1 from command_receipt where result::text like ${`%${token}%`}`,
    );
    expect(receipts).toHaveLength(0);
  });
});

describe("copying the directory out", () => {
  it("is not done by the pages of sections, which count as searches", async () => {
    const reader = await somebody("Rose Recopie");
    const people = [];
    for (let n = 0; n < 22; n++)
      people.push(await somebody(`Membre ${String.fromCharCode(65 + n)}`, { section: "03185" }));
    const place = { federation: "03", section: "x" };
    const row = await db.section.findUniqueOrThrow({ where: { id: "03185" }, include: { federation: true } });
    place.section = row.slug;
    place.federation = row.federation.slug;
    withLimits();
    const first = await getSection(reader.caller.actor, place);
    const apres = first.people?.after;
    expect(apres).toBeTruthy();
    const turned = [];
    for (let n = 0; n < 70; n++) turned.push((await getSection(reader.caller.actor, { ...place, apres })).people);
    expect(turned.filter((people) => people?.cards.length).length).toBe(60);
    expect(turned.at(-1)).toEqual({ cards: [], first: false, after: null, paused: true });
  });

  it("is not done by living everywhere in turn: one moves a few times in a season", async () => {
    const nomad = await somebody("Nina Nomade");
    withLimits();
    const communes = await db.commune.findMany({
      where: { sectionId: { not: null } },
      take: 40,
      orderBy: { code: "asc" },
    });
    const outcomes = [];
    for (const [day, { code }] of communes.entries()) {
      if (day % 4 === 0) await db.$executeRaw(sql`delete from rate_limit where key like 'moves:%'`);
      outcomes.push(await outcomeOf(moveTown(nomad.caller, { communeCode: code })));
    }
    expect(outcomes.filter((outcome) => outcome === "ok").length).toBeLessThanOrEqual(12);
  });
});

describe("a name", () => {
  const signUp = (name: string) =>
    outcomeOf(
      requestSignUp(
        { actor: visitor },
        {
          name,
          email: `${newId()}@example.org`,
          communeCode: "63113",
          claim: "sympathiser",
          birthYear: "1980",
          consent: "oui",
        },
      ),
    );

  it.each([
    ["nothing that shows", "\u3164\u3164"],
    ["Hangul fillers", "\u115F\u1160 \uFFA0"],
    ["marks upon nothing", "\u0301\u0301\u0301"],
    ["a web address, which an invitation would carry to strangers", "Ton compte sur evil.com"],
    ["a tower of marks", `A${"\u0338".repeat(40)}nne`],
  ])("is not made of %s", async (_, name) => expect(await signUp(name)).toBe("invalid"));

  it("holds no invisible sign that makes it another person's twin", async () => {
    const email = `${newId()}@example.org`;
    const input = { communeCode: "63113", claim: "sympathiser", birthYear: "1980", consent: "oui" } as const;
    await requestSignUp({ actor: visitor }, { ...input, email, name: "In\u034Fès Mer\u17B5cier" });
    const code = await db.emailCode.findFirstOrThrow({ where: { email } });
    expect(code.pending).toMatchObject({ name: "Inès Mercier" });
  });

  it("keeps the letters of the world", async () => {
    for (const name of [
      "Nguyễn Thị Hồng",
      "Zoë-Inès d’Aubigné",
      "محمد",
      "김민준",
      "J.-P. Martin",
      "J.R.R. Dupont",
      "ศรีสุดา",
      "Łukasz",
    ])
      expect(await signUp(name)).toBe("ok");
  });
});

describe("a mail of the mandates", () => {
  it("does not reach who lost her mandate while it waited", async () => {
    await clearMandates();
    const federation = await aHolder("Farid Fédéral", "federation_admin", "national/63");
    const national = await aHolder("Noé National", "national_admin", "national");
    const target = await somebody("Tim Suspendu");
    await suspendInTheDatabase(target.id);
    await db.suspension.updateMany({ where: { memberId: target.id }, data: { decidedById: federation.id } });
    const { id: about } = await db.suspension.findFirstOrThrow({ where: { memberId: target.id } });
    const write = mandateJobs.find(({ name }) => name === "mandates.write");
    const told = { news: "suspension.decided", about, to: national.id } as never;
    await write?.run(told);
    expect(sent.map(({ to }) => to)).toEqual([national.email]);
    await db.mandate.updateMany({
      where: { memberId: national.id },
      data: { beginsAt: new Date(0), endsAt: new Date(Date.now() - 1) },
    });
    await write?.run(told);
    expect(sent).toHaveLength(1);
  });
});

describe("the queue of mails", () => {
  it("keeps the address of nobody who erased her account, and of others for an hour", async () => {
    const [one, other] = [await somebody("Zoé Partie"), await somebody("Autre Personne")];
    const password = "un mot de passe long et rare";
    await setPassword({ actor: await actorOfSession(one.session) }, { password });
    await inviteByEmail(other.caller, { email: one.email });
    await eraseAccount({ actor: await actorOfSession(one.session) }, { password });
    const left = await db.$queryRaw<object[]>(sql`select 1 from pgboss.job where data::text like ${`%${one.email}%`}`);
    expect(left).toHaveLength(0);
    const [queue] = await db.$queryRaw<
      { kept: number }[]
    >(sql`select max(deletion_seconds)::int as kept from pgboss.queue
      where name like 'coopains.%'`);
    expect(queue?.kept).toBe(3600);
  });
});

describe("numbers told to visitors", () => {
  it("do not tell by subtraction how many live in a small section", async () => {
    const federation = { id: `T${newId().slice(0, 3)}`, slug: `essai-${newId()}` };
    await db.federation.create({ data: { ...federation, name: "Essai" } });
    const sections = await Promise.all([0, 1].map(() => desk.freshSection(federation.id)));
    const [large, small] = sections;
    if (!large || !small) throw new Error("no sections");
    for (let n = 0; n < 6; n++) await desk.aMember({ section: large.id });
    for (let n = 0; n < 2; n++) await desk.aMember({ section: small.id });
    const seen = await getFederation(visitor, { federation: federation.slug });
    expect(seen.members).toEqual({ count: 6, step: 2, atLeast: true });
    expect(seen.sections.map(({ members }) => members.count).sort()).toEqual([6, null]);
    const map = await getSectionsMap(visitor);
    expect(map.federations.find(({ slug }) => slug === federation.slug)?.members).toEqual(seen.members);
    const member = await somebody("Mia Membre");
    expect((await getFederation(member.caller.actor, { federation: federation.slug })).members).toEqual({
      count: 8,
      step: 2,
    });
  });
});

describe("a page kept for visitors", () => {
  it("names nobody in charge who was suspended since", () => {
    expect(memberSuspended({ memberId: newId(), suspensionId: newId() }).stale).toContain("sections");
    expect(mandateFacts.find(({ factName }) => factName === "suspension.lifted")?.revive({}).stale).toContain(
      "sections",
    );
  });
});
