import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { memberJoined } from "@/features/accounts/account.facts.ts";
import { acceptRequest, blockMember, refuseRequest, removeCoopain } from "@/features/coopains/index.ts";
import { db } from "@/platform/db/client.ts";
import { acting, ask, requestOf, type Somebody, somebody } from "./coopains-world.ts";
import { forgetAll, linesOf, prepareNotices, tellAll, textsOf } from "./notices-world.ts";
import { recorded } from "./participation-world.ts";

let ines: Somebody;
let bruno: Somebody;
let far: Somebody;

beforeAll(prepareNotices);
beforeEach(async () => {
  await forgetAll();
  ines = await somebody("Inès Bonnet");
  bruno = await somebody("Bruno Roux", { card: "coopains" });
  far = await somebody("Paul Passant", { section: "03185" });
});

describe("a request", () => {
  it("is told to whom it asks, by a name that she sees for that, and to nobody else; answered, to who asked", async () => {
    await ask(bruno, ines);
    await tellAll();
    expect(await textsOf(ines, "coopain.requested")).toEqual(["Bruno Roux te demande en coopain"]);
    expect(await linesOf(bruno)).toEqual([]);
    expect(await linesOf(far)).toEqual([]);
    await acceptRequest(ines.caller, await requestOf(bruno, ines));
    await tellAll();
    expect(await textsOf(bruno, "coopain.accepted")).toEqual(["Inès Bonnet a accepté : vous voilà coopains"]);
    expect(await linesOf(ines)).toEqual([]);
    await removeCoopain(ines.caller, { memberId: bruno.id });
    await tellAll();
    expect(await linesOf(bruno)).toEqual([]);
  });

  it("that is refused, or ended by a block, is told to nobody", async () => {
    await ask(bruno, ines);
    await tellAll();
    await refuseRequest(ines.caller, await requestOf(bruno, ines));
    await tellAll();
    for (const who of [ines, bruno]) expect(await linesOf(who)).toEqual([]);
    await ask(far, ines);
    await tellAll();
    expect(await linesOf(ines)).toHaveLength(1);
    await blockMember(ines.caller, { memberId: far.id });
    await tellAll();
    for (const who of [ines, far]) expect(await linesOf(who)).toEqual([]);
  });
});

describe("somebody who followed an invitation", () => {
  it("is told of to who invited her, by name as far as her card reaches", async () => {
    const hidden = await somebody("Yanis Nouveau", { card: "coopains" });
    const shown = await somebody("Mona Moreau");
    for (const { id } of [hidden, shown]) {
      await db.member.update({ where: { id }, data: { invitedById: ines.id } });
      await recorded(async ({ record }) => record(memberJoined({ memberId: id, sectionId: "63113" })));
    }
    await tellAll();
    expect((await textsOf(ines, "coopain.joined")).sort()).toEqual([
      "Mona Moreau a suivi ton invitation et s’est inscrit·e",
      "Quelqu’un a suivi ton invitation et s’est inscrit·e",
    ]);
    for (const who of [hidden, shown, bruno]) expect(await linesOf(who)).toEqual([]);
    await blockMember(await acting(shown.id), { memberId: ines.id });
    expect(await textsOf(ines, "coopain.joined")).toEqual(["Quelqu’un a suivi ton invitation et s’est inscrit·e"]);
  });
});
