import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { blockMember } from "@/features/coopains/index.ts";
import { listAddressees, reachOf } from "@/features/messages/index.ts";
import { prepare, type Somebody, somebody, tied } from "./coopains-world.ts";

const ELSEWHERE = "03185";

beforeAll(() => prepare());
beforeEach(() => prepare());

const reaches = async (of: Somebody, ...ids: string[]) =>
  (await listAddressees(of.caller.actor, ids)).map(({ id, reach }) => [id, reach]);

describe("those whom one chooses to write to", () => {
  it("come in the order of choosing, each with how one may write to her, as asked one by one", async () => {
    const ines = await somebody("Inès");
    const [marc, far] = [await somebody("Marc"), await somebody("Loin", { section: ELSEWHERE })];
    expect(await reaches(ines, far.id, marc.id, far.id)).toEqual([
      [far.id, "request"],
      [marc.id, "freely"],
    ]);
    for (const other of [marc, far]) {
      const [[, reach] = []] = await reaches(ines, other.id);
      expect(reach).toBe(await reachOf(ines.caller.actor, other.id));
    }
    await tied(ines, far);
    expect(await reaches(ines, far.id)).toEqual([[far.id, "freely"]]);
  });

  it("are never herself, nobody, or somebody whom a block hides, whoever blocked", async () => {
    const [ines, marc] = [await somebody("Inès"), await somebody("Marc")];
    expect(await reaches(ines, ines.id, newId(), "'; drop table member; --", "", marc.id)).toEqual([
      [marc.id, "freely"],
    ]);
    await blockMember(marc.caller, { memberId: ines.id });
    expect(await reaches(ines, marc.id)).toEqual([]);
    expect(await reaches(marc, ines.id)).toEqual([]);
  });

  it("are nobody for a visitor", async () => {
    const marc = await somebody("Marc");
    expect(await listAddressees(visitor, [marc.id])).toEqual([]);
  });
});
