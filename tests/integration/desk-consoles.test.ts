import { outcomeOf, type Person, refusalOf, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import {
  deskPersonalData,
  getFederationDesk,
  getSectionDesk,
  listMembers,
  markWelcomed,
  proposeAdherent,
  writeWelcome,
} from "@/features/desk/index.ts";
import { sectionsPersonalData, volunteer } from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import type { Mail } from "@/platform/mail.ts";
import {
  acting,
  actorOf,
  aFederation,
  aLeader,
  aMember,
  aNewcomer,
  anAdmin,
  block,
  daysAgo,
  freshSection,
  ids,
  inDays,
  prepare,
  putToSleep,
} from "./desk-world.ts";

const { sent } = vi.hoisted(() => ({ sent: [] as Mail[] }));
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

beforeAll(prepare);
let section: Awaited<ReturnType<typeof freshSection>>;
let leader: Person;
beforeEach(async () => {
  section = await freshSection("48");
  leader = await aLeader(section);
});
const desk = async (who: Person, search?: unknown) => getSectionDesk(await actorOf(who), section.place, search);
const federationDesk = async (who: Person, id = "48", search?: unknown) =>
  getFederationDesk(await actorOf(who), id, search);

describe("a section’s console", () => {
  it("is for its leader, its federation and the national level", async () => {
    expect(await desk(leader)).toMatchObject({ federation: { deskHref: null }, candidates: null });
    for (const who of [await aFederation("national/48"), await anAdmin()])
      expect(await desk(who)).toMatchObject({ federation: { deskHref: "/gestion/48" }, candidates: expect.any(Array) });
  });

  it("does not exist for anybody else, nor while rights sleep, nor elsewhere", async () => {
    const [asleep, suspended] = [await aLeader(section), await aLeader(section)];
    await putToSleep(asleep);
    await suspendInTheDatabase(suspended.id);
    const absent = await refusalOf(getSectionDesk(visitor, { federation: "48", section: "48-nulle-part" }));
    const moderator = await aMember({ section: section.id, mandates: [{ role: "moderator", scope: "national" }] });
    const ended = await aLeader(section);
    await db.mandate.updateMany({ where: { memberId: ended.id }, data: { beginsAt: daysAgo(9), endsAt: daysAgo(1) } });
    const others = [asleep, suspended, moderator, ended, await aMember({ section: section.id, adherent: true })];
    others.push(await aLeader(await freshSection("48")), await aFederation("national/03"));
    for (const who of others) {
      expect(await refusalOf(desk(who))).toEqual(absent);
      expect(await refusalOf(federationDesk(who))).toEqual(absent);
    }
    expect(await refusalOf(federationDesk(leader))).toEqual(absent);
    const actor = await actorOf(await anAdmin());
    for (const place of ["", "..", "63113", "48-nulle-part"])
      expect(await refusalOf(getSectionDesk(actor, { federation: "48", section: place }))).toEqual(absent);
    for (const id of ["", "999", "national", "48/x"])
      expect(await refusalOf(getFederationDesk(actor, id))).toEqual(absent);
  });

  it("counts exactly what its lists hold", async () => {
    await aNewcomer(section.id);
    await aNewcomer(section.id, 3);
    const declared = await aMember({ section: section.id, claim: "adherent" });
    await proposeAdherent(await acting(leader), { memberId: declared.id });
    const view = await desk(leader);
    expect(view.counts).toEqual({ newcomers: 2, declared: 1, volunteers: 0, members: 4 });
    expect([view.newcomers, view.declared, view.members].map(({ rows }) => rows.length)).toEqual([2, 1, 4]);
    expect(view.holders).toMatchObject([{ name: leader.name, can: { end: false } }]);
  });

  it("bears whatever its address asks", async () => {
    const searches = [
      { nom: ["a", "b"], membres: "x", nouveaux: "1-2-3", adherents: "p-", responsabilites: "0-" },
      { nom: "%_\\", membres: "999999999999999-000000000000", nouveaux: "0-999999999999999-000000000000" },
      { nom: "\u0000", adherents: "p-999999999999999-000000000000" },
      { nom: "' or 1=1 --" },
    ];
    for (const search of searches) expect(await outcomeOf(desk(leader, search))).toBe("ok");
  });
});

describe("the members of a console", () => {
  const members = async (who: Person, search = {}) =>
    (await listMembers(await actorOf(who), { sectionId: section.id }, search)).rows;

  it("are found by a piece of their name, without accents or case", async () => {
    const helene = await aMember({ section: section.id, name: "Hélène d’Aumont-Çelik" });
    await aMember({ section: "63113", name: "Hélène Ailleurs" });
    for (const name of ["helene", "AUMONT", "celik hél", "d'aum"])
      expect(ids(await members(leader, { name }))).toEqual([helene.id]);
    expect(await members(leader, { name: "personne" })).toEqual([]);
    expect(await members(leader, { name: "''" })).toEqual([]);
  });

  it("say their standing, mandates and suspension, never an address; a block and a hidden card change nothing but the link", async () => {
    const [plain, verified, suspended] = await Promise.all([
      aMember({ section: section.id, claim: "sympathiser", name: "Plume Simple" }),
      aMember({ section: section.id, adherent: true, name: "Vanda Vraie" }),
      aMember({ section: section.id, claim: "adherent", name: "Suzie Suspendue" }),
    ]);
    await suspendInTheDatabase(suspended.id);
    await db.profile.create({ data: { memberId: verified.id, cardFor: "coopains", updatedAt: clock.now() } });
    await block(plain.id, leader.id);
    const rows = await members(leader);
    const of = ({ id }: Person) => rows.find((row) => row.id === id);
    expect(of(plain)).toMatchObject({ standing: "sympathiser", href: null, manageHref: null });
    expect(of(verified)).toMatchObject({ standing: "adherent", href: expect.stringContaining(verified.id) });
    expect(of(suspended)).toMatchObject({ standing: "declared", suspended: true });
    expect(of(leader)?.mandates[0]).toMatch(/^Secrétaire de section/);
    expect(JSON.stringify(rows)).not.toContain("@");
    const admin = await anAdmin();
    expect((await members(admin))[0]?.manageHref).toMatch(/^\/gestion\/membres\//);
  });

  it("come a page at a time, each once, and are nobody else’s", async () => {
    for (let day = 1; day <= 24; day++) await aMember({ section: section.id, joinedAt: daysAgo(day) });
    const actor = await actorOf(leader);
    const first = await listMembers(actor, { sectionId: section.id });
    const second = await listMembers(actor, { sectionId: section.id }, { after: first.next });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([20, 5, null]);
    expect(new Set(ids([...first.rows, ...second.rows])).size).toBe(25);
    // Whatever place is asked for, only those that the reader answers for come out.
    expect((await listMembers(actor, { federationId: "63" })).rows).toEqual([]);
    expect(
      (await listMembers(await actorOf(await aMember({ section: section.id })), { sectionId: section.id })).rows,
    ).toEqual([]);
  });
});

describe("a federation’s console", () => {
  it("sums its sections: those without anybody, newcomers left alone, claims, volunteers, mandates", async () => {
    const federation = await aFederation("national/23", "63113");
    const [led, empty] = [await freshSection("23"), await freshSection("23")];
    const leads = await aLeader(led);
    await db.mandate.updateMany({ where: { memberId: leads.id }, data: { endsAt: inDays(12) } });
    const [alone, written] = [await aNewcomer(empty.id, 6), await aNewcomer(led.id, 3)];
    await writeWelcome(await acting(leads), { memberId: written.id, words: "Bienvenue à toi !" });
    const declared = await aMember({ section: led.id, claim: "adherent" });
    const offering = await aMember({ section: empty.id });
    await db.member.updateMany({ where: { id: offering.id }, data: { claim: "sympathiser" } });
    await volunteer(await acting(offering), { sectionId: empty.id, words: "Je veux bien essayer." });
    const view = await federationDesk(federation, "23");
    const sections = await db.section.count({ where: { federationId: "23" } });
    expect(view.counts).toEqual({
      newcomers: 2,
      declared: 1,
      volunteers: 1,
      members: 5,
      sections,
      empty: sections - 1,
    });
    expect(view.empty[0]).toMatchObject({ id: empty.id, members: 2, alone: 1 });
    expect(ids(view.empty)).not.toContain(led.id);
    expect(view.alone).toMatchObject([{ id: empty.id, alone: 1, aloneSince: await joinedAt(alone) }]);
    expect(ids(view.declared.rows)).toEqual([declared.id]);
    expect(ids(view.volunteers)).toEqual([offering.id]);
    expect(view.mandates.rows).toMatchObject([{ name: leads.name, deskHref: `/gestion/23/${led.id}` }]);
    expect(ids((await federationDesk(federation, "23", { nom: "mila" })).members.rows)).toContain(offering.id);
    expect(JSON.stringify(view)).not.toContain("@");
  });

  const joinedAt = async ({ id }: Person) => (await db.member.findUniqueOrThrow({ where: { id } })).joinedAt;
});

describe("what the desk holds of a member", () => {
  it("is in her export, without anybody else; erasing takes it away, and her name out of others’ rows", async () => {
    const federation = await aFederation("national/48");
    const newcomer = await aNewcomer(section.id, 2, { claim: "adherent" });
    await proposeAdherent(await acting(leader), { memberId: newcomer.id });
    await markWelcomed(await acting(leader), { memberId: newcomer.id });
    const offer = { id: newId(), memberId: newcomer.id, sectionId: section.id, words: "Moi !", offeredAt: clock.now() };
    await db.volunteer.create({ data: offer });
    const told = JSON.stringify([
      await deskPersonalData.read(newcomer.id),
      await sectionsPersonalData.read(newcomer.id),
    ]);
    expect(told).toContain("Moi !");
    expect(told).not.toMatch(new RegExp([leader, federation].flatMap(({ id, name }) => [id, name]).join("|")));
    await db.$transaction((tx) => deskPersonalData.erase(tx as never, leader));
    expect(await db.welcome.findUnique({ where: { memberId: newcomer.id } })).toMatchObject({ welcomedById: null });
    for (const part of [deskPersonalData, sectionsPersonalData])
      await db.$transaction((tx) => part.erase(tx as never, newcomer));
    const left = await Promise.all([
      db.welcome.count({ where: { memberId: newcomer.id } }),
      db.adherentProposal.count({ where: { memberId: newcomer.id } }),
      db.volunteer.count({ where: { memberId: newcomer.id } }),
    ]);
    expect(left).toEqual([0, 0, 0]);
  });
});
