import { createPerson } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/core/ids.ts";
import { getCase } from "@/features/moderation/index.ts";
import { reportables } from "@/features/moderation/reportable.rules.ts";
import { judge } from "./judged-world.ts";
import { acting, aDecider, prepare, someWords } from "./moderation-world.ts";
import { waitsFor, written } from "./reportable-world.ts";

beforeAll(prepare);

describe("what waits for moderation", () => {
  it("knows every kind that can be reported", () => {
    expect(Object.keys(written).sort()).toEqual(reportables.map(({ kind }) => kind).sort());
  });

  it("is as many as is shown, whatever was reported, and the pages of all open", async () => {
    const [author, moderator] = [await createPerson("Aline Auteure"), await aDecider("moderator")];
    const there: string[] = [];
    const gone: string[] = [];
    for (const [kind, write] of Object.entries(written)) {
      for (const state of ["reported", "answered"] as const)
        there.push(await judge({ kind, objectId: await write(author) }, state));
      // Its object is nowhere: whose it was is not known, so nobody may be told who complains.
      for (const state of ["reported", "answered"] as const) gone.push(await judge({ kind, objectId: newId() }, state));
    }
    const { count, shown } = await waitsFor(moderator);
    expect(count).toBe(there.length);
    expect(shown.sort()).toEqual(there.sort());
    const { actor } = await acting(moderator);
    for (const id of there) expect((await getCase(actor, id)).object.author).toBe("Aline Auteure");
    for (const id of gone) await expect(getCase(actor, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("shows every answer that waits, however many", async () => {
    const [author, moderator] = [await createPerson("Aline"), await aDecider("moderator")];
    for (let n = 0; n < 22; n++) await judge(await someWords({ author }), "answered");
    const { count, shown } = await waitsFor(moderator);
    expect(shown.length).toBeGreaterThan(22);
    expect(count).toBe(shown.length);
  });
});
