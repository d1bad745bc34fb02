import { outcomeOf, type Person, refusalOf, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { giveMandate } from "@/features/mandates/index.ts";
import { answerVolunteer, listVolunteers, volunteer } from "@/features/sections/index.ts";
import { db } from "@/platform/db/client.ts";
import type { Mail } from "@/platform/mail.ts";
import {
  acting,
  actorOf,
  aFederation,
  aLeader,
  aMember,
  anAdmin,
  deliver,
  freshSection,
  nobodyAbove,
  prepare,
  textOf,
  toWhom,
} from "./desk-world.ts";

const { sent } = vi.hoisted(() => ({ sent: [] as Mail[] }));
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

const WORDS = "J’ai du temps le soir, et envie que ça bouge.";

beforeAll(prepare);
let section: Awaited<ReturnType<typeof freshSection>>;
let member: Person;
let federation: Person;
beforeEach(async () => {
  await nobodyAbove();
  section = await freshSection();
  federation = await aFederation();
  member = await aMember({ section: section.id, adherent: true, name: "Vera Volontaire" });
  await deliver(sent);
});

const offer = async (who: Person, sectionId = section.id) => volunteer(await acting(who), { sectionId, words: WORDS });
const listed = async (who: Person) => listVolunteers(await actorOf(who), { sectionId: section.id });

describe("offering to look after a section", () => {
  it("tells its federation, with her words and no address", async () => {
    await offer(member);
    const mails = await deliver(sent);
    expect(toWhom(mails)).toEqual([federation.email]);
    expect(textOf(mails[0])).toContain(WORDS);
    expect(textOf(mails[0])).not.toContain("@");
    expect(await listed(federation)).toMatchObject([
      { id: member.id, words: WORDS, can: { name: true, answer: true } },
    ]);
  });

  it("tells the national level when the federation has nobody", async () => {
    await nobodyAbove();
    const admin = await anAdmin();
    await offer(member);
    expect(toWhom(await deliver(sent))).toEqual([admin.email]);
  });

  it("is once at a time, however often one clicks", async () => {
    const refusals = await Promise.all([1, 2, 3, 4].map(() => refusalOf(offer(member))));
    const refused = refusals.filter((one) => !(one as { answered?: unknown }).answered);
    expect(refused).toMatchObject([1, 2, 3].map(() => ({ code: "conflict", reason: "already_volunteered" })));
    expect(await db.volunteer.count({ where: { memberId: member.id } })).toBe(1);
    expect((await deliver(sent)).length).toBe(1);
  });

  it("is for members of the section while nobody leads it", async () => {
    const neighbour = await aMember({ section: "63113" });
    expect(await refusalOf(offer(neighbour))).toMatchObject({ code: "forbidden", reason: "not_your_section" });
    const leader = await aLeader(section);
    expect(await refusalOf(offer(member))).toMatchObject({ code: "conflict", reason: "section_is_led" });
    await suspendInTheDatabase(leader.id);
    expect(await outcomeOf(offer(member))).toBe("ok");
  });

  it("is refused to visitors and suspended members, and for a section that is not", async () => {
    const input = { sectionId: section.id, words: WORDS };
    expect(await outcomeOf(volunteer({ actor: visitor }, input))).toBe("unauthenticated");
    expect(await outcomeOf(offer(member, "63-nulle-part"))).toBe("not_found");
    await suspendInTheDatabase(member.id);
    expect(await outcomeOf(offer(member))).toBe("forbidden");
    expect(await outcomeOf(volunteer(await acting(member), { ...input, words: "x".repeat(1001) }))).toBe("invalid");
    expect(await db.volunteer.count({ where: { sectionId: section.id } })).toBe(0);
  });

  it("is not told of to who stopped answering for the section meanwhile", async () => {
    await offer(member);
    await db.mandate.deleteMany({ where: { memberId: federation.id } });
    expect(await deliver(sent)).toEqual([]);
  });
});

describe("answering a volunteer", () => {
  const answer = async (who: Person, volunteerId: string, words = "") =>
    answerVolunteer(await acting(who), { volunteerId, words });

  it("thanks her by e-mail and closes, once", async () => {
    const { volunteerId } = await offer(member);
    await deliver(sent);
    const tries = [1, 2].map(() => outcomeOf(answer(federation, volunteerId, "Parlons-en lundi.")));
    expect((await Promise.all(tries)).sort()).toEqual(["conflict", "ok"]);
    const mails = await deliver(sent);
    expect(toWhom(mails)).toEqual([member.email]);
    expect(textOf(mails[0])).toContain("Parlons-en lundi.");
    expect(await listed(federation)).toEqual([]);
    expect(await outcomeOf(offer(member))).toBe("ok");
  });

  it("is for those who name leaders there", async () => {
    const { volunteerId } = await offer(member);
    const led = await aLeader(section);
    const absent = await refusalOf(answer(federation, newId()));
    for (const who of [led, member, await aFederation("national/03"), await aMember({ section: section.id })]) {
      expect(await refusalOf(answer(who, volunteerId))).toEqual(absent);
      expect(await listed(who)).toEqual([]);
    }
    expect(await outcomeOf(answer(await anAdmin(), volunteerId))).toBe("ok");
  });

  it("is done by naming her; others who offered are still to be thanked", async () => {
    const other = await aMember({ section: section.id, name: "Olga Aussi" });
    await offer(member);
    await offer(other);
    await deliver(sent);
    await giveMandate(await acting(federation), { memberId: member.id, role: "section_leader", scope: section.scope });
    await deliver(sent);
    expect(await db.volunteer.findFirst({ where: { memberId: member.id } })).toMatchObject({
      answeredById: federation.id,
    });
    expect(await listed(federation)).toMatchObject([{ id: other.id, led: true, can: { name: false, answer: true } }]);
  });

  it("is not done by another mandate, nor for one’s own offer", async () => {
    const { volunteerId } = await offer(member);
    await giveMandate(await acting(await anAdmin()), {
      memberId: member.id,
      role: "federation_admin",
      scope: "national/63",
    });
    await deliver(sent);
    expect(await db.volunteer.count({ where: { memberId: member.id, answeredAt: null } })).toBe(1);
    expect(await outcomeOf(answer(member, volunteerId))).toBe("forbidden");
  });
});
