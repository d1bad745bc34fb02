import { columns, who } from "@tests/support/matrix.ts";
import { actorOfColumn, countRows, createPerson, createWorld, outcomeOf, type World } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { getFederation, getSection, getSectionsMap } from "@/features/sections/index.ts";
import { actorOfMember } from "@/platform/session.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

describe.each(columns)("pages of sections, column %s", (column) => {
  it(`are open to ${who[column]}`, async () => {
    const actor = await actorOfColumn(world, column);
    expect(await outcomeOf(getSectionsMap(actor))).toBe("ok");
    expect(await outcomeOf(getFederation(actor, { federation: "allier" }))).toBe("ok");
    expect(await outcomeOf(getSection(actor, { federation: "allier", section: "montlucon" }))).toBe("ok");
  });
});

describe("bad input", () => {
  const nasty: unknown[] = [
    "",
    undefined,
    null,
    3,
    Number.NaN,
    ["x"],
    { not: "" },
    "a".repeat(1_048_576),
    "x\u0000",
    "__proto__",
  ];
  it("leads to no section", async () => {
    const actor = await actorOfMember((await createPerson("Nina Neuve")).id);
    const before = await countRows();
    for (const page of nasty)
      expect(await outcomeOf(getSection(actor, { federation: page, section: page }))).toBe("not_found");
    expect(await countRows()).toEqual(before);
  });
});
