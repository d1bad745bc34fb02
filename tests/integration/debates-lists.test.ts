import { createHosts, debateIn } from "@tests/support/debates-world.ts";
import { createDebate, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import { listDebates } from "@/features/debates/index.ts";

let world: Awaited<ReturnType<typeof createHosts>>;
let member: Actor;
const ids = {} as Record<"section" | "adherents" | "federation" | "national" | "elsewhere" | "elsewhereOpen", string>;

beforeAll(async () => {
  withoutLimits();
  world = await createHosts();
  member = world.actors.sympathiser;
  ids.section = (await debateIn("ideas")).id;
  ids.adherents = (await debateIn("vote", { audience: "adherents", hosts: [world.people.host.id] })).id;
  ids.federation = (await createDebate("members", "national/63", null)).id;
  ids.national = (await createDebate("open", "national", null)).id;
  ids.elsewhere = (await createDebate("members", "national/03", null)).id;
  ids.elsewhereOpen = (await createDebate("open", "national/03", null)).id;
});

async function listed(actor: Actor, input: object = {}): Promise<string[]> {
  const { groups } = await listDebates(actor, input);
  return groups.flatMap(({ debates }) => debates.map(({ id }) => id)).sort();
}
const sorted = (...names: (keyof typeof ids)[]) => names.map((name) => ids[name]).sort();

describe("the lists of debates", () => {
  it("hold what one may read, and nothing else", async () => {
    expect(await listed(member)).toEqual(sorted("section", "federation", "national", "elsewhereOpen"));
    expect(await listed(world.actors.adherent)).toContain(ids.adherents);
    expect(await listed(visitor)).toEqual(sorted("national", "elsewhereOpen"));
  });

  it("are those of one’s section, one’s federation, the nation, one’s own", async () => {
    expect(await listed(member, { voir: "section" })).toEqual(sorted("section"));
    expect(await listed(member, { voir: "federation" })).toEqual(sorted("federation"));
    expect(await listed(member, { voir: "national" })).toEqual(sorted("national"));
    expect(await listed(member, { voir: "miens" })).toEqual([]);
    expect(await listed(world.actors.host, { voir: "miens" })).toEqual(sorted("adherents"));
    for (const voir of ["miens", "section", "federation"]) expect(await listed(visitor, { voir })).toEqual([]);
  });

  it("show everything when the choice is none", async () => {
    const all = await listed(member);
    for (const asked of [{ voir: "x" }, { voir: ["a", "b"] }, { statut: "x", apres: "'" }, { autre: "" }])
      expect(await listed(member, asked)).toEqual(all);
  });

  it("are read twenty at a time, none twice and none left out", async () => {
    const many = await Promise.all(
      Array.from({ length: 43 }, (_, n) =>
        debateIn("closed", { opensAt: new Date(0), closesAt: new Date(1_000_000 + (n % 7) * 1000) }),
      ),
    );
    const found: string[] = [];
    for (let apres: string | undefined, more = true; more; ) {
      const { groups, statut } = await listDebates(member, { statut: "clos", voir: "section", apres });
      expect([statut, groups.length]).toEqual(["clos", 1]);
      expect(groups[0]?.debates.length).toBeLessThanOrEqual(20);
      found.push(...(groups[0]?.debates.map(({ id }) => id) ?? []));
      apres = found.at(-1);
      more = groups[0]?.more ?? false;
    }
    expect(found.sort()).toEqual(many.map(({ id }) => id).sort());
    const overview = await listDebates(member, { voir: "section" });
    expect(overview.groups.find(({ status }) => status === "closed")).toMatchObject({ more: true });
  });
});
