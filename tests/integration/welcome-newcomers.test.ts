import { outcomeOf, type Person, refusalOf, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import {
  assignPointPerson,
  deskHomeActs,
  getWelcome,
  listNewcomers,
  markWelcomed,
  writeWelcome,
} from "@/features/desk/index.ts";
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
  deliver,
  factsOf,
  freshSection,
  ids,
  prepare,
  putToSleep,
  textOf,
  toWhom,
} from "./desk-world.ts";

const { sent } = vi.hoisted(() => ({ sent: [] as Mail[] }));
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

const WORDS = "Bonjour Yanis, bienvenue chez nous !\n\nOn se voit mardi ?";

beforeAll(prepare);
let section: Awaited<ReturnType<typeof freshSection>>;
let leader: Person;
let helper: Person;
let newcomer: Person;
beforeEach(async () => {
  section = await freshSection();
  [leader, helper, newcomer] = await Promise.all([
    aLeader(section),
    aMember({ section: section.id, name: "Hana Aide" }),
    aNewcomer(section.id, 6),
  ]);
  await deliver(sent);
});

const assign = async (who: Person, pointPersonId: string, insteadOf = "", memberId = newcomer.id) =>
  assignPointPerson(await acting(who), { memberId, pointPersonId, insteadOf });
const write = async (who: Person, memberId = newcomer.id) =>
  writeWelcome(await acting(who), { memberId, words: WORDS });
const mark = async (who: Person, memberId = newcomer.id) => markWelcomed(await acting(who), { memberId });
const rowOf = (memberId: string) => db.welcome.findUnique({ where: { memberId } });
const actsOf = async (person: Person) => {
  const actor = await actorOf(person);
  return actor.kind === "member" ? deskHomeActs(actor) : [];
};

describe("the newcomers of a section", () => {
  it("are those of sixty days that nobody welcomed, the one left alone longest first", async () => {
    const [old, fresh] = [await aNewcomer(section.id, 61), await aNewcomer(section.id, 1)];
    const [gone, suspended] = [await aNewcomer(section.id, 3), await aNewcomer(section.id, 3)];
    await db.member.update({ where: { id: gone.id }, data: { erasedAt: clock.now() } });
    await suspendInTheDatabase(suspended.id);
    const listed = async () => ids((await listNewcomers(await actorOf(leader), section.id)).rows);
    expect(await listed()).toEqual([newcomer.id, fresh.id]);
    await write(leader);
    expect(await listed()).toEqual([fresh.id, newcomer.id]);
    await mark(leader, fresh.id);
    expect(await listed()).toEqual([newcomer.id]);
    expect(await outcomeOf(getWelcome(await actorOf(leader), old.id))).toBe("not_found");
  });

  it("come a page at a time, each once", async () => {
    for (let days = 1; days <= 11; days++) await aNewcomer(section.id, days);
    const actor = await actorOf(leader);
    const first = await listNewcomers(actor, section.id);
    const second = await listNewcomers(actor, section.id, first.next);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([10, 2, null]);
    expect(new Set([...ids(first.rows), ...ids(second.rows)]).size).toBe(12);
  });

  it("show what they offer only where they show it", async () => {
    const offer = { willing: ["tractage"], free: ["samedi"], updatedAt: clock.now() };
    await db.profile.create({ data: { memberId: newcomer.id, ...offer } });
    const shown = async () => (await listNewcomers(await actorOf(leader), section.id)).rows[0]?.offer;
    expect(await shown()).toMatchObject({ willing: ["tractage"], free: ["samedi"] });
    await db.profile.update({ where: { memberId: newcomer.id }, data: { offerFor: "coopains" } });
    expect(await shown()).toBeNull();
  });
});

describe("looking after a newcomer", () => {
  it("is given to somebody of the section, who is told, sees her, writes to her and says that it is done", async () => {
    expect(await outcomeOf(getWelcome(await actorOf(helper), newcomer.id))).toBe("not_found");
    await assign(leader, helper.id);
    const mails = await deliver(sent);
    expect(toWhom(mails)).toEqual([helper.email]);
    expect(textOf(mails[0])).toContain(`/accueillir/${newcomer.id}`);
    expect(textOf(mails[0])).not.toContain("@");
    expect(await rowOf(newcomer.id)).toMatchObject({ pointPersonId: helper.id, assignedById: leader.id });
    expect(await factsOf("welcome.point-person-assigned", newcomer.id)).toBe(1);

    expect((await actsOf(helper))[0]).toMatchObject({
      kind: "accueillir",
      href: `/accueillir/${newcomer.id}`,
      title: "Souhaite la bienvenue à Yanis",
    });
    expect(await getWelcome(await actorOf(helper), newcomer.id)).toMatchObject({ candidates: null, deskHref: null });
    await write(helper);
    expect(await mark(helper)).toEqual({ desk: null });
    expect(await rowOf(newcomer.id)).toMatchObject({ welcomedById: helper.id });
    expect(await outcomeOf(getWelcome(await actorOf(helper), newcomer.id))).toBe("not_found");
    expect(await actsOf(helper)).toEqual([]);
  });

  it("may be the leader's own, wherever she lives, and nobody is written to", async () => {
    const elsewhere = await aLeader(section, { section: "63113" });
    await assign(elsewhere, elsewhere.id);
    expect(await deliver(sent)).toEqual([]);
    expect((await rowOf(newcomer.id))?.pointPersonId).toBe(elsewhere.id);
  });

  it("goes to nobody of another section, suspended, hidden, under eighteen, blocked by her, nor to herself", async () => {
    const stranger = await aMember({ section: "63113" });
    await db.profile.create({ data: { memberId: stranger.id, cardFor: "members", updatedAt: clock.now() } });
    const [hidden, blocked, minor, suspended] = await Promise.all([
      aMember({ section: section.id }),
      aMember({ section: section.id }),
      aMember({ section: section.id, minor: true }),
      aMember({ section: section.id }),
    ]);
    await block(hidden.id, leader.id);
    await block(newcomer.id, blocked.id);
    await suspendInTheDatabase(suspended.id);
    const listed = ids((await getWelcome(await actorOf(leader), newcomer.id)).candidates ?? []);
    expect(listed.sort()).toEqual([leader.id, helper.id].sort());
    for (const one of [stranger, hidden, blocked, minor, suspended, newcomer, { id: newId() }])
      expect(await outcomeOf(assign(leader, one.id))).toBe("invalid");
    expect(await rowOf(newcomer.id)).toBeNull();
  });

  it("is found by a piece of a name, those who said that they welcome first", async () => {
    const willing = await aMember({ section: section.id, name: "Zoé Prête" });
    await db.profile.create({ data: { memberId: willing.id, willing: ["accueillir"], updatedAt: clock.now() } });
    const actor = await actorOf(leader);
    expect(ids((await getWelcome(actor, newcomer.id)).candidates ?? [])).toEqual([leader.id, willing.id, helper.id]);
    expect(ids((await getWelcome(actor, newcomer.id, "prete")).candidates ?? [])).toEqual([leader.id, willing.id]);
    expect(ids((await getWelcome(actor, newcomer.id, "%%")).candidates ?? [])).toEqual([leader.id]);
  });

  it("is decided once when two leaders decide at once", async () => {
    const other = await aLeader(section);
    const attempts = await Promise.all([outcomeOf(assign(leader, helper.id)), outcomeOf(assign(other, other.id))]);
    expect(attempts.sort()).toEqual(["conflict", "ok"]);
    const kept = (await rowOf(newcomer.id))?.pointPersonId ?? "";
    expect(await outcomeOf(assign(other, kept))).toBe("ok"); // a double click says it again
    expect(await factsOf("welcome.point-person-assigned", newcomer.id)).toBe(1);
    const changed = kept === helper.id ? other.id : helper.id;
    await assign(other, changed, kept);
    expect((await rowOf(newcomer.id))?.pointPersonId).toBe(changed);
  });

  it("of somebody under eighteen stays with who answers for the section", async () => {
    const young = await aNewcomer(section.id, 2, { minor: true });
    expect(await outcomeOf(assign(leader, helper.id, "", young.id))).toBe("invalid");
    await assign(leader, leader.id, "", young.id);
    await db.welcome.update({ where: { memberId: young.id }, data: { pointPersonId: helper.id } });
    expect(await outcomeOf(write(helper, young.id))).toBe("not_found");
    expect(await outcomeOf(write(leader, young.id))).toBe("ok");
    expect(ids(await actsOf(helper).then((acts) => acts.map(({ href }) => ({ id: href }))))).not.toContain(
      `/accueillir/${young.id}`,
    );
  });

  it("ends at once with a block between the two", async () => {
    await assign(leader, helper.id);
    await block(newcomer.id, helper.id);
    const tries = [async () => getWelcome(await actorOf(helper), newcomer.id), () => write(helper), () => mark(helper)];
    for (const attempt of tries) expect(await outcomeOf(attempt())).toBe("not_found");
    expect(await deliver(sent)).toEqual([]);
    expect(await actsOf(helper)).toEqual([]);
  });
});

describe("a word of welcome", () => {
  it("reaches her by e-mail with its author's name and nobody's address, and is dated", async () => {
    await write(leader);
    const mails = await deliver(sent);
    expect(toWhom(mails)).toEqual([newcomer.email]);
    expect(textOf(mails[0])).toContain("On se voit mardi ?");
    expect(textOf(mails[0])).toContain(leader.name);
    expect(textOf(mails[0])).not.toContain("@");
    expect((await rowOf(newcomer.id))?.writtenAt).toBeInstanceOf(Date);
    expect(await factsOf("welcome.written", newcomer.id)).toBe(1);
  });

  it("does not leave when she has blocked its author, has left or is suspended meanwhile", async () => {
    await block(newcomer.id, leader.id);
    await write(leader);
    const [gone, suspended] = [await aNewcomer(section.id), await aNewcomer(section.id)];
    await write(leader, gone.id);
    await write(leader, suspended.id);
    await db.member.update({ where: { id: gone.id }, data: { erasedAt: clock.now() } });
    await suspendInTheDatabase(suspended.id);
    expect(await deliver(sent)).toEqual([]);
  });

  it("is refused once she was welcomed; saying that twice is once", async () => {
    await mark(leader);
    await mark(leader);
    expect(await factsOf("welcome.done", newcomer.id)).toBe(1);
    expect(await refusalOf(write(leader))).toMatchObject({ reason: "already_welcomed" });
    expect(await refusalOf(assign(leader, helper.id))).toMatchObject({ reason: "already_welcomed" });
  });
});

describe("welcoming a newcomer, for whom", () => {
  it("is for the section's leader, its federation and the national level", async () => {
    for (const who of [leader, await aFederation(), await anAdmin()]) {
      const one = await aNewcomer(section.id);
      await assign(who, who.id, "", one.id);
      await write(who, one.id);
      expect(await mark(who, one.id)).toEqual({ desk: section.scope });
    }
  });

  it("does not exist for anybody else: absent and hidden are one answer", async () => {
    const moderator = await aMember({ section: section.id, mandates: [{ role: "moderator", scope: "national" }] });
    const asleep = await aLeader(section);
    await putToSleep(asleep);
    const suspended = await aLeader(section);
    await suspendInTheDatabase(suspended.id);
    const others = [
      await aMember({ section: section.id, adherent: true }),
      helper,
      newcomer,
      await aLeader(await freshSection()),
      await aFederation("national/03"),
      moderator,
      asleep,
      suspended,
    ];
    const absent = await refusalOf(writeWelcome({ actor: visitor }, { memberId: newId(), words: WORDS }));
    for (const who of others) {
      const reading = async () => getWelcome(await actorOf(who), newcomer.id);
      for (const attempt of [() => assign(who, helper.id), () => write(who), () => mark(who), reading])
        expect(await refusalOf(attempt())).toEqual(absent);
    }
    for (const id of ["", "x", newId(), "__proto__"])
      expect(await outcomeOf(getWelcome(await actorOf(leader), id))).toBe("not_found");
    expect(await rowOf(newcomer.id)).toBeNull();
    expect(await deliver(sent)).toEqual([]);
  });
});

describe("who said that she would welcome", () => {
  it("is shown newcomers of her section whose card she sees and whom nobody looks after", async () => {
    expect(await actsOf(helper)).toEqual([]);
    await db.profile.create({ data: { memberId: helper.id, willing: ["accueillir"], updatedAt: clock.now() } });
    const hidden = await aNewcomer(section.id, 3);
    await db.profile.create({ data: { memberId: hidden.id, cardFor: "coopains", updatedAt: clock.now() } });
    await aNewcomer(section.id, 3, { minor: true });
    await aNewcomer("63113", 3);
    const taken = await aNewcomer(section.id, 3);
    await assign(leader, leader.id, "", taken.id);
    expect(await actsOf(helper)).toMatchObject([
      { kind: "accueillir", title: "Fais connaissance avec Yanis", href: `/membres/${newcomer.id}-yanis-nouveau` },
    ]);
    await block(newcomer.id, helper.id);
    expect(await actsOf(helper)).toEqual([]);
  });

  it("and a leader is told how many wait in her section", async () => {
    expect(await actsOf(leader)).toMatchObject([{ href: `/gestion/63/${section.id}` }]);
    await write(leader);
    expect(await actsOf(leader)).toEqual([]);
  });
});
