import { outcomeOf, type Person, refusalOf, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { system } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { verifyAdherent } from "@/features/accounts/index.ts";
import { declineAdherent, forgetProposal, listDeclared, proposeAdherent } from "@/features/desk/index.ts";
import { db } from "@/platform/db/client.ts";
import type { Mail } from "@/platform/mail.ts";
import {
  acting,
  actorOf,
  aFederation,
  aLeader,
  aMember,
  anAdmin,
  daysAgo,
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

beforeAll(prepare);
let section: Awaited<ReturnType<typeof freshSection>>;
let leader: Person;
let federation: Person;
let declared: Person;
beforeEach(async () => {
  section = await freshSection();
  [leader, federation] = [await aLeader(section), await aFederation()];
  declared = await aMember({ section: section.id, claim: "adherent", joinedAt: daysAgo(30), name: "Dora Déclarée" });
  await deliver(sent);
});

const propose = async (who: Person, memberId = declared.id) => proposeAdherent(await acting(who), { memberId });
const decline = async (who: Person, memberId = declared.id, words = "") =>
  declineAdherent(await acting(who), { memberId, words });
const verify = async (who: Person, memberId = declared.id) => verifyAdherent(await acting(who), { memberId });
const listed = async (who: Person) => (await listDeclared(await actorOf(who), { sectionId: section.id })).rows;
const proposals = (memberId = declared.id) => db.adherentProposal.count({ where: { memberId } });

describe("declared adherents", () => {
  it("are those who wait; proposed ones first, then the oldest, a page at a time", async () => {
    const older = await aMember({ section: section.id, claim: "adherent", joinedAt: daysAgo(90) });
    await aMember({ section: section.id, claim: "sympathiser" });
    await aMember({ section: section.id, claim: "adherent", adherent: true });
    expect(ids(await listed(federation))).toEqual([older.id, declared.id]);
    await propose(leader);
    expect(await listed(federation)).toMatchObject([
      { id: declared.id, proposed: { by: leader.name }, can: { decide: true, propose: false } },
      { id: older.id, proposed: null, can: { decide: true } },
    ]);
    expect(await listed(leader)).toMatchObject([{ can: { decide: false } }, { can: { decide: false, propose: true } }]);
    for (let day = 1; day <= 10; day++)
      await aMember({ section: section.id, claim: "adherent", joinedAt: daysAgo(day) });
    const first = await listDeclared(await actorOf(federation), { federationId: "63" });
    const all = ids(first.rows);
    for (let next = first.next; next; ) {
      const page = await listDeclared(await actorOf(federation), { federationId: "63" }, next);
      all.push(...ids(page.rows));
      next = page.next;
    }
    expect(all[0]).toBe(declared.id);
    expect(new Set(all).size).toBe(all.length);
    const waiting = await db.member.count({
      where: { section: { federationId: "63" }, claim: "adherent", adherentSince: null, erasedAt: null },
    });
    expect(all.length).toBe(waiting);
  });
});

describe("proposing an adherent", () => {
  it("is for her leader, once", async () => {
    await Promise.all([propose(leader), propose(leader)]);
    expect(await proposals()).toBe(1);
    expect(await factsOf("adherent.proposed", declared.id)).toBe(1);
  });

  it("is for nobody else, nor of oneself, nor of who claims nothing", async () => {
    const [sympathiser, verified, leading] = await Promise.all([
      aMember({ section: section.id, claim: "sympathiser" }),
      aMember({ section: section.id, claim: "adherent", adherent: true }),
      aLeader(section, { adherent: false, claim: "adherent" }),
    ]);
    for (const one of [sympathiser, verified])
      expect(await refusalOf(propose(leader, one.id))).toMatchObject({ reason: "claim_settled" });
    expect(await outcomeOf(propose(leading, leading.id))).toBe("forbidden");
    const [asleep, suspended] = [await aLeader(section), await aLeader(section)];
    await putToSleep(asleep);
    await suspendInTheDatabase(suspended.id);
    const others = [
      declared,
      await aMember({ section: section.id, adherent: true }),
      await aLeader(await freshSection()),
      await aMember({ section: section.id, mandates: [{ role: "moderator", scope: "national" }] }),
      asleep,
      suspended,
    ];
    const absent = await refusalOf(propose(leader, newId()));
    for (const who of others) expect(await refusalOf(propose(who))).toEqual(absent);
    expect(await proposals()).toBe(0);
  });
});

describe("deciding on a claim", () => {
  it("confirmed by the federation: she is told, and what was said for it is forgotten", async () => {
    await propose(leader);
    await verify(federation);
    const mails = await deliver(sent);
    expect(toWhom(mails)).toEqual([declared.email]);
    expect(mails[0]?.subject).toBe("Ton adhésion est confirmée");
    expect(await proposals()).toBe(0);
    expect(await listed(federation)).toEqual([]);
  });

  it("declined: she stays as a sympathiser, is told kindly with the federation’s word, and nobody else is", async () => {
    await propose(leader);
    await decline(federation, declared.id, "Ton adhésion de 2024 a expiré.");
    expect(await db.member.findUnique({ where: { id: declared.id } })).toMatchObject({
      claim: "sympathiser",
      adherentSince: null,
    });
    expect([await proposals(), await factsOf("adherent.declined", declared.id)]).toEqual([0, 1]);
    const mails = await deliver(sent);
    expect(toWhom(mails)).toEqual([declared.email]);
    expect(textOf(mails[0])).toContain("Ton adhésion de 2024 a expiré.");
    expect(textOf(mails[0])).not.toContain(federation.name);
  });

  it("says one thing when two admins answer at once", async () => {
    const other = await anAdmin();
    const outcomes = await Promise.all([outcomeOf(decline(federation)), outcomeOf(decline(other))]);
    expect(outcomes.sort()).toEqual(["conflict", "ok"]);
    expect(toWhom(await deliver(sent))).toEqual([declared.email]);
    const second = await aMember({ section: section.id, claim: "adherent" });
    await Promise.all([outcomeOf(decline(federation, second.id)), outcomeOf(verify(other, second.id))]);
    const { claim, adherentSince } = await db.member.findUniqueOrThrow({ where: { id: second.id } });
    const subjects = (await deliver(sent)).map(({ subject }) => subject);
    // Whatever came last, what she is told is what she is.
    expect(subjects).toEqual([adherentSince ? "Ton adhésion est confirmée" : "Ton adhésion n’a pas pu être confirmée"]);
    expect(claim === "sympathiser" || adherentSince !== null).toBe(true);
  });

  it("does not exist for leaders, other federations and members; nobody decides of herself", async () => {
    const absent = await refusalOf(decline(federation, newId()));
    for (const who of [leader, await aFederation("national/03"), declared, await aMember({ section: section.id })])
      expect(await refusalOf(decline(who))).toEqual(absent);
    const own = await aFederation();
    await db.member.update({ where: { id: own.id }, data: { adherentSince: null } });
    expect(await outcomeOf(decline(own, own.id))).toBe("forbidden");
    expect(await outcomeOf(forgetProposal(await acting(federation), { memberId: declared.id }))).toBe("not_found");
    await forgetProposal({ actor: system }, { memberId: declared.id });
    expect(await deliver(sent)).toEqual([]);
  });
});
