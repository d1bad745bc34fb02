import { formOf, inBrowser } from "@tests/support/worlds.ts";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { chooseAppearanceAction, moveTownAction } from "@/features/accounts/account.actions.ts";
import { currentAppearance } from "@/features/accounts/components/appearance-cookie.ts";
import { chooseAppearance, moveTown } from "@/features/accounts/index.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { actorOfSession } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { aMember, callerOf, factsAbout, noLimits, refusal, someone } from "./accounts-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw Object.assign(new Error("redirect"), { to });
  },
}));

beforeEach(() => {
  singletons.limits = noLimits;
  singletons.publisher = () => {};
});
const homeOf = (id: string) => db.member.findUnique({ where: { id }, select: { communeCode: true, sectionId: true } });
const movesOf = (id: string) => factsAbout("member.moved", id);
const ledTo = (work: Promise<unknown>) => work.catch((error: { to?: string }) => error.to);

/** Two communes of one section, for a move that changes none. */
async function neighbours() {
  const [pair] = await db.$queryRawUnsafe<{ one: string; other: string; section: string }[]>(
    "select min(code) as one, max(code) as other, section_id as section from commune where kind = 'commune' and section_id is not null group by section_id having count(*) > 1 order by section_id limit 1",
  );
  if (!pair) throw new Error("no section has two communes");
  return pair;
}

describe("moving to another commune", () => {
  it("moves to its section, says from where to where, and asks her rooms again", async () => {
    const member = await aMember({ communeCode: "63113" });
    let regated: string[] = [];
    singletons.publisher = (facts) => {
      regated = facts.flatMap((fact) => fact.regate);
    };
    expect(await moveTown(member.caller, { communeCode: "03185" })).toEqual({ moved: true });
    const { sectionId } = await db.commune.findUniqueOrThrow({ where: { code: "03185" } });
    expect(await homeOf(member.id)).toEqual({ communeCode: "03185", sectionId });
    const fact = await db.fact.findFirst({ where: { name: "member.moved", actorId: member.id } });
    expect(fact?.ids).toEqual({ memberId: member.id, fromSectionId: "63113", toSectionId: sectionId });
    expect(regated).toEqual([member.id]);
    expect(await actorOfSession(member.sessionId)).toMatchObject({ section: { id: sectionId } });
  });

  it("tells nobody when the section stays the same", async () => {
    const { one, other, section } = await neighbours();
    const member = await aMember({ communeCode: one });
    expect(await moveTown(member.caller, { communeCode: other })).toEqual({ moved: false });
    expect(await homeOf(member.id)).toEqual({ communeCode: other, sectionId: section });
    expect(await movesOf(member.id)).toBe(0);
  });

  it("changes nothing for the commune where she lives already", async () => {
    const member = await aMember();
    expect(await moveTown(member.caller, { communeCode: "63113" })).toEqual({ moved: false });
    expect(await movesOf(member.id)).toBe(0);
  });

  it("keeps her mandates where she holds them", async () => {
    const member = await aMember({ mandates: [["section_leader", "national/63/63113"]] });
    await moveTown(member.caller, { communeCode: "03185" });
    expect(await actorOfSession(member.sessionId)).toMatchObject({
      grants: [{ role: "section_leader", scope: "national/63/63113" }],
    });
  });

  it("leads abroad too", async () => {
    const member = await aMember();
    await moveTown(member.caller, { communeCode: "FE-DE" });
    expect(await homeOf(member.id)).toMatchObject({ communeCode: "FE-DE" });
  });

  it("refuses a place where nobody lives, one that does not exist, and a visitor", async () => {
    const member = await aMember();
    for (const communeCode of ["75056", "99999", "", "x", "FE-XX"])
      expect((await refusal(moveTown(member.caller, { communeCode }))).fields).toHaveProperty("communeCode");
    expect((await refusal(moveTown(someone, { communeCode: "03185" }))).code).toBe("unauthenticated");
    expect(await homeOf(member.id)).toMatchObject({ communeCode: "63113" });
  });

  it("refuses a suspended member", async () => {
    const member = await aMember();
    await db.suspension.create({
      data: { id: "zzzzzzzzzzz1", memberId: member.id, reason: "Règle 2.", beginsAt: new Date(0) },
    });
    const caller = await callerOf(member.sessionId);
    expect(await refusal(moveTown(caller, { communeCode: "03185" }))).toMatchObject({
      code: "forbidden",
      reason: "suspended",
    });
  });

  it("happens once when it is asked ten times at once", async () => {
    const member = await aMember();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => moveTown(member.caller, { communeCode: "03185" })),
    );
    expect(answers.filter(({ moved }) => moved)).toHaveLength(1);
    expect(await movesOf(member.id)).toBe(1);
  });

  it("is limited: five a day", async () => {
    singletons.limits = createLimits();
    const member = await aMember();
    for (let times = 0; times < 5; times++)
      await moveTown(member.caller, { communeCode: times % 2 === 0 ? "03185" : "63113" });
    expect((await refusal(moveTown(member.caller, { communeCode: "63113" }))).code).toBe("rate_limited");
  });

  it("works as a form without JavaScript: a name, then a choice, then her account", async () => {
    const member = await aMember();
    const typed = { commune: "63200", communeCode: "", country: "" };
    const asked = await inBrowser(member.sessionId, () => moveTownAction({}, formOf(typed)));
    expect(asked.error?.fields).toHaveProperty("communeCode");
    expect(asked.communes?.map(({ code }) => code)).toContain("63300");
    const chosen = { commune: "63200", communeCode: "63300", country: "" };
    expect(await ledTo(inBrowser(member.sessionId, () => moveTownAction({}, formOf(chosen))))).toBe(
      "/compte?fait=commune-enregistree",
    );
    expect(await homeOf(member.id)).toMatchObject({ communeCode: "63300" });
  });
});

describe("appearance", () => {
  const choose = (session: string | null, appearance: string) =>
    inBrowser(session, async () => ({
      answer: await ledTo(chooseAppearanceAction({}, formOf({ appearance }))),
      seen: await currentAppearance(),
    }));

  it("is kept in her browser", async () => {
    const { sessionId } = await aMember();
    expect(await choose(sessionId, "sombre")).toEqual({
      answer: "/compte/apparence?fait=apparence-choisie",
      seen: "sombre",
    });
  });

  it("is the device's for visitors, whatever their browser keeps: their pages are one for all", async () => {
    const { nextHeaders } = await import("@tests/support/worlds.ts");
    const seen = await inBrowser(null, async () => {
      (await nextHeaders.cookies()).set("coopol-theme", "sombre");
      return currentAppearance();
    });
    expect(seen).toBe("systeme");
  });

  it("refuses visitors, and what is not an appearance", async () => {
    expect((await choose(null, "sombre")).answer).toMatchObject({ error: { code: "unauthenticated" } });
    const { caller } = await aMember();
    expect((await refusal(chooseAppearance(caller, { appearance: "dark" as never }))).fields).toHaveProperty(
      "appearance",
    );
  });
});
