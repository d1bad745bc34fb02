import { beforeAll, describe, expect, it } from "vitest";
import {
  blockMember,
  coopainHomeActs,
  coopainsPersonalData,
  refuseRequest,
  renewLink,
} from "@/features/coopains/index.ts";
import { db } from "@/platform/db/client.ts";
import { ask, prepare, requestOf, rowsBetween, somebody, tied } from "./coopains-world.ts";

beforeAll(() => prepare());

describe("what is held of a member’s ties", () => {
  it("is hers to read, without a refusal, a name or a word of somebody else", async () => {
    const [ines, marc, paul] = [await somebody("Inès Lit"), await somebody("Marc Lit"), await somebody("Paul Lit")];
    await tied(ines, marc);
    await ask(ines, paul, "Mes mots");
    await refuseRequest(paul.caller, await requestOf(ines, paul));
    const third = await somebody("Tiers");
    await ask(third, ines, "Ses mots");
    const text = JSON.stringify(await coopainsPersonalData.read(ines.id));
    expect(text).toContain("Mes mots");
    expect(text).toContain(marc.id);
    for (const absent of ["Ses mots", "Marc", "refus"]) expect(text).not.toContain(absent);
  });

  it("goes with her account, on both sides, and leaves others’ ties alone", async () => {
    const [ines, marc, paul] = [await somebody("Inès Lit"), await somebody("Marc Lit"), await somebody("Paul Lit")];
    await tied(ines, marc);
    await tied(marc, paul);
    await ask(paul, ines);
    await blockMember(ines.caller, { memberId: (await somebody("Bloquée")).id });
    await renewLink(ines.caller, {});
    await db.member.update({ where: { id: paul.id }, data: { invitedById: ines.id } });
    await db.$transaction((tx) => coopainsPersonalData.erase(tx as never, { id: ines.id, email: ines.email }));
    expect(await rowsBetween(ines, marc)).toBe(0);
    expect(await rowsBetween(marc, paul)).toBe(2);
    expect(await db.coopainRequest.count({ where: { OR: [{ fromId: ines.id }, { toId: ines.id }] } })).toBe(0);
    expect(await db.block.count({ where: { blockerId: ines.id } })).toBe(0);
    expect(await db.invitationLink.count({ where: { memberId: ines.id } })).toBe(0);
    expect((await db.member.findUniqueOrThrow({ where: { id: paul.id } })).invitedById).toBeNull();
  });
});

describe("the home page", () => {
  it("proposes to answer who asked, and nothing when nobody did", async () => {
    const [ines, marc] = [await somebody("Inès Lit"), await somebody("Marc Demande")];
    expect(await coopainHomeActs(ines.caller.actor)).toEqual([]);
    await ask(marc, ines);
    expect(await coopainHomeActs(ines.caller.actor)).toMatchObject([
      { kind: "coopains", title: "Réponds à Marc Demande" },
    ]);
  });
});
