import { outcomeOf, type Person, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { system } from "@/core/actor.ts";
import { allow } from "@/core/decision.ts";
import { memberJoined, memberMoved } from "@/features/accounts/index.ts";
import {
  assignPointPerson,
  getWelcome,
  listNewcomers,
  markWelcomed,
  releaseNewcomers,
  restartWelcome,
  writeWelcome,
} from "@/features/desk/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import type { Mail } from "@/platform/mail.ts";
import { singletons } from "@/platform/singletons.ts";
import {
  acting,
  actorOf,
  aFederation,
  aLeader,
  aMember,
  aNewcomer,
  deliver,
  factsOf,
  freshSection,
  ids,
  nobodyAbove,
  prepare,
  textOf,
  toWhom,
} from "./desk-world.ts";

const { sent } = vi.hoisted(() => ({ sent: [] as Mail[] }));
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

/** Moves or joins as accounts' commands do, with the fact that they record. */
const happens = command({
  name: "test.happens",
  input: z.strictObject({ memberId: z.string(), to: z.string() }),
  subject: async ({ tx, input }) => tx.member.findUniqueOrThrow({ where: { id: input.memberId } }),
  policy: () => allow,
  async execute({ tx, input: { memberId, to }, subject, record }) {
    if (subject.sectionId === to) return record(memberJoined({ memberId, sectionId: to }));
    await tx.member.update({ where: { id: memberId }, data: { sectionId: to } });
    record(memberMoved({ memberId, fromSectionId: subject.sectionId, toSectionId: to }));
  },
});
const move = (member: Person, to: string) => happens({ actor: system }, { memberId: member.id, to });

beforeAll(prepare);
type Section = Awaited<ReturnType<typeof freshSection>>;
let [from, to]: Section[] = [];
let [before, after]: Person[] = [];
beforeEach(async () => {
  await nobodyAbove();
  singletons.limits = { consume: async () => {}, forgive: async () => {} };
  [from, to] = [await freshSection(), await freshSection()];
  [before, after] = [await aLeader(from, { name: "Ada Avant" }), await aLeader(to, { name: "Paul Après" })];
  await deliver(sent);
});
const here = () => ({ from: from as Section, to: to as Section, before: before as Person, after: after as Person });

describe("moving to another section", () => {
  it("is told to the leaders of both, with her name, and to neither where she went or came from", async () => {
    const { from, to, before, after } = here();
    const member = await aMember({ section: from.id, name: "Mona Mobile" });
    await move(member, to.id);
    const mails = await deliver(sent);
    expect(toWhom(mails)).toEqual([after.email, before.email].sort());
    const [left, arrived] = [before, after].map((who) => textOf(mails.find((mail) => mail.to === who.email)));
    expect(left).toContain("Mona Mobile quitte");
    expect(left).not.toContain(to.id);
    expect(arrived).toContain("Mona Mobile rejoint");
    expect(arrived).not.toContain(from.id);
  });

  it("is told once to who answers for both, and not to herself", async () => {
    const { from, to } = here();
    await db.mandate.deleteMany({ where: { scope: { in: [from.scope, to.scope] } } });
    const federation = await aFederation("national/63", from.id);
    const member = await aMember({ section: from.id });
    await move(member, to.id);
    expect(toWhom(await deliver(sent))).toEqual([federation.email]);
    await move(federation, to.id);
    expect(await deliver(sent)).toEqual([]);
  });

  it("is not told when it is no longer so, nor to who can no longer act", async () => {
    const { from, to, before, after } = here();
    const member = await aMember({ section: from.id });
    await move(member, to.id);
    await move(member, from.id);
    const told = (await deliver(sent)).map(({ to: who, subject }) => `${who} ${subject.includes("rejoint")}`);
    expect(told.sort()).toEqual([`${before.email} true`, `${after.email} false`].sort());
    const gone = await aMember({ section: from.id });
    await move(gone, to.id);
    await db.member.update({ where: { id: gone.id }, data: { erasedAt: clock.now() } });
    expect(await deliver(sent)).toEqual([]);
    await suspendInTheDatabase(before.id);
    await move(await aMember({ section: from.id }), to.id);
    expect((await deliver(sent)).every((mail) => mail.to !== before.email)).toBe(true);
  });

  it("begins her welcome anew in her new section, at once, unless she was welcomed", async () => {
    const { from, to, before, after } = here();
    const [newcomer, known] = [await aNewcomer(from.id), await aNewcomer(from.id)];
    const helper = await aMember({ section: from.id });
    await assignPointPerson(await acting(before), { memberId: newcomer.id, pointPersonId: helper.id });
    await writeWelcome(await acting(before), { memberId: newcomer.id, words: "Bienvenue à toi !" });
    await markWelcomed(await acting(before), { memberId: known.id });
    await move(newcomer, to.id);
    await move(known, to.id);
    // Before any job has run.
    expect((await listNewcomers(await actorOf(after), to.id)).rows).toMatchObject([
      { id: newcomer.id, pointPerson: null, writtenAt: null },
    ]);
    expect(await outcomeOf(getWelcome(await actorOf(helper), newcomer.id))).toBe("not_found");
    await deliver(sent);
    expect(await db.welcome.count({ where: { memberId: newcomer.id } })).toBe(0);
    expect(await db.welcome.count({ where: { memberId: known.id, welcomedAt: { not: null } } })).toBe(1);
    expect(await factsOf("welcome.restarted", newcomer.id)).toBe(1);
    expect(ids((await listNewcomers(await actorOf(before), from.id)).rows)).toEqual([]);
  });

  it("keeps what the new section did before the job ran; nobody else restarts a welcome", async () => {
    const { from, to, before, after } = here();
    const newcomer = await aNewcomer(from.id);
    await writeWelcome(await acting(before), { memberId: newcomer.id, words: "Bienvenue à toi !" });
    await move(newcomer, to.id);
    await assignPointPerson(await acting(after), { memberId: newcomer.id, pointPersonId: after.id });
    await deliver(sent);
    expect(await db.welcome.findUnique({ where: { memberId: newcomer.id } })).toMatchObject({
      sectionId: to.id,
      pointPersonId: after.id,
      writtenAt: null,
    });
    const input = { memberId: newcomer.id, fromSectionId: from.id, toSectionId: to.id };
    expect(await outcomeOf(restartWelcome(await acting(after), input))).toBe("not_found");
  });
});

describe("moving away from newcomers whom one looks after", () => {
  it("gives them back to their section, which is told, each to be entrusted again", async () => {
    const { from, to, before } = here();
    const [written, alone] = [
      await aNewcomer(from.id, 4, { name: "Lina Arrivée" }),
      await aNewcomer(from.id, 2, { name: "Noé Nouveau" }),
    ];
    const helper = await aMember({ section: from.id, name: "Mona Mobile" });
    for (const { id: memberId } of [written, alone])
      await assignPointPerson(await acting(before), { memberId, pointPersonId: helper.id });
    await writeWelcome(await acting(helper), { memberId: written.id, words: "Bienvenue à toi !" });
    await deliver(sent);
    await move(helper, to.id);
    const mail = (await deliver(sent)).find(({ subject }) => subject.includes("point de contact"));
    expect(mail?.to).toBe(before.email);
    expect(textOf(mail)).toContain("Lina Arrivée, Noé Nouveau");
    expect(textOf(mail)).not.toContain(to.id);
    const waiting = (await listNewcomers(await actorOf(before), from.id)).rows;
    expect(ids(waiting).sort()).toEqual([written.id, alone.id].sort());
    expect(waiting.map(({ pointPerson }) => pointPerson)).toEqual([null, null]);
    expect(waiting.find(({ id }) => id === written.id)?.writtenAt).not.toBeNull();
    await assignPointPerson(await acting(before), { memberId: alone.id, pointPersonId: before.id });
    expect(await factsOf("welcome.point-person-released", alone.id)).toBe(1);
  });

  it("leaves her those for whom she answers wherever she lives, those she welcomed, and says nothing then", async () => {
    const { from, to, before } = here();
    const [hers, welcomed] = [await aNewcomer(from.id), await aNewcomer(from.id)];
    for (const { id: memberId } of [hers, welcomed])
      await assignPointPerson(await acting(before), { memberId, pointPersonId: before.id });
    await markWelcomed(await acting(before), { memberId: welcomed.id });
    await deliver(sent);
    await move(before, to.id);
    expect((await deliver(sent)).filter(({ subject }) => subject.includes("point de contact"))).toEqual([]);
    for (const { id: memberId } of [hers, welcomed])
      expect(await db.welcome.findUnique({ where: { memberId } })).toMatchObject({ pointPersonId: before.id });
  });

  it("is not told when somebody else looks after them by then; nobody else releases them", async () => {
    const { from, to, before } = here();
    const newcomer = await aNewcomer(from.id);
    const helper = await aMember({ section: from.id });
    const input = { memberId: newcomer.id, pointPersonId: helper.id };
    await assignPointPerson(await acting(before), input);
    await deliver(sent);
    const moved = { memberId: helper.id, fromSectionId: from.id, toSectionId: to.id };
    expect(await outcomeOf(releaseNewcomers(await acting(before), moved))).toBe("not_found");
    await db.member.update({ where: { id: helper.id }, data: { sectionId: to.id } });
    await releaseNewcomers({ actor: system }, moved);
    await assignPointPerson(await acting(before), { ...input, pointPersonId: before.id });
    expect((await deliver(sent)).map(({ subject }) => subject)).toEqual([]);
  });
});

describe("joining a section", () => {
  const join = async (section: Section, name: string) => {
    const newcomer = await aNewcomer(section.id, 0, { name });
    await happens({ actor: system }, { memberId: newcomer.id, to: section.id });
    return newcomer;
  };

  it("is told to its leaders, once an hour at most; who comes meanwhile is named at its end, in one mail", async () => {
    singletons.limits = createLimits();
    const { to: section, after: leader } = here();
    await join(section, "Yanis Premier");
    const first = await deliver(sent);
    expect(toWhom(first)).toEqual([leader.email]);
    expect(textOf(first[0])).toContain("Yanis Premier");
    expect(textOf(first[0])).not.toContain("@");
    await join(section, "Inès Deuxième");
    await join(section, "Rosa Troisième");
    expect(await deliver(sent)).toEqual([]);
    await db.rateLimit.deleteMany({ where: { key: { startsWith: "newcomer-mails" } } }); // an hour later
    const later = await deliver(sent, { late: true });
    expect(toWhom(later)).toEqual([leader.email]);
    for (const name of ["Yanis Premier", "Inès Deuxième", "Rosa Troisième"]) expect(textOf(later[0])).toContain(name);
    expect(await deliver(sent, { late: true })).toEqual([]);
  });

  it("is told to the federation where nobody leads, and says nothing once somebody wrote", async () => {
    const { to: section, after: leader } = here();
    const federation = await aFederation();
    const empty = await freshSection();
    await join(empty, "Yanis Seul");
    expect(toWhom(await deliver(sent))).toEqual([federation.email]);
    const newcomer = await join(section, "Inès Vite");
    await writeWelcome(await acting(leader), { memberId: newcomer.id, words: "Bienvenue à toi !" });
    const mails = await deliver(sent);
    expect(toWhom(mails)).toEqual([newcomer.email]);
    await join(section, "Rosa Ici");
    expect(toWhom(await deliver(sent))).toEqual([leader.email]);
  });

  it("is tried again when the mail could not leave", async () => {
    singletons.limits = createLimits();
    const { to: section } = here();
    await join(section, "Yanis Têtu");
    const push = vi.spyOn(sent, "push").mockImplementationOnce(() => {
      throw new Error("mail server away");
    });
    await expect(deliver(sent)).rejects.toThrow("mail server away");
    push.mockRestore();
    await join(section, "Inès Suite");
    expect((await deliver(sent)).length).toBe(1);
  });
});
