import { createGroup } from "@tests/support/groups-world.ts";
import { createPerson, outcomeOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { jobs } from "@/composition.ts";
import { visitor } from "@/core/actor.ts";
import { ensurePlaceGroups, getGroup } from "@/features/groups/index.ts";
import { decideCase, getCase, getReportPage, reportObject } from "@/features/moderation/index.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { as, CLERMONT, groupCast } from "./groups-cast.ts";

let people: Awaited<ReturnType<typeof groupCast>> & { maud: Awaited<ReturnType<typeof createPerson>> };
const WORDS = "Ce nom vise des personnes, et non ce qu’elles proposent.";

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  await ensurePlaceGroups();
  const mandates = [{ role: "moderator" as const, scope: "national" }];
  people = { ...(await groupCast()), maud: await createPerson("Maud Modère", { adherent: true, mandates }) };
});

describe("a group that somebody reports", () => {
  it("is hidden from everybody by a decision, and shown again by none of those who keep it", async () => {
    const { id } = await createGroup({ name: "Un nom qui blesse", leads: [people.agnes], managers: [people.basile] });
    await db.group.update({ where: { id }, data: { createdById: people.agnes.id } });
    expect(await getReportPage(visitor, "groupe", id)).toMatchObject({ title: "Signaler un groupe", as: "visitor" });
    await reportObject(await as(people.samia), { kind: "groupe", objectId: id, rule: "1", words: WORDS });
    const found = await db.moderationCase.findFirstOrThrow({ where: { kind: "groupe", objectId: id } });
    expect(found.scope).toBe(CLERMONT);
    const read = await getCase((await as(people.maud)).actor, found.id);
    expect(read.object).toMatchObject({ author: "Agnès Adhérente", hidden: false });
    expect(read.object.text).toContain("Un nom qui blesse");
    // Who formed it, who keeps it and who reported it decide nothing; who answers for its place does.
    for (const who of ["agnes", "basile", "samia"] as const)
      expect(await outcomeOf(getCase((await as(people[who])).actor, found.id))).toBe("not_found");
    expect(await outcomeOf(getCase((await as(people.lucie)).actor, found.id))).toBe("ok");
    const decision = { caseId: found.id, outcome: "hide", rule: "1", words: "Contraire à la règle 1." } as const;
    await decideCase(await as(people.maud), decision);
    for (const who of ["agnes", "samia", "lucie", "noe"] as const)
      expect(await outcomeOf(getGroup((await as(people[who])).actor, id))).toBe("not_found");
    expect(await outcomeOf(getGroup(visitor, id))).toBe("not_found");
    expect(await outcomeOf(getReportPage(visitor, "groupe", id))).toBe("not_found");
    const facts = await db.fact.findMany({ where: { ids: { path: ["groupId"], equals: id } } });
    expect(facts.map(({ name }) => name)).toEqual(["group.hidden"]);
  });

  it("is one that the reader knows of, and no place’s own", async () => {
    const closed = await createGroup({ entry: "closed", leads: [people.agnes] });
    expect(await outcomeOf(getReportPage(visitor, "groupe", closed.id))).toBe("not_found");
    expect(await outcomeOf(getReportPage((await as(people.agnes)).actor, "groupe", closed.id))).toBe("ok");
    const place = await db.group.findUniqueOrThrow({ where: { place: CLERMONT } });
    expect(await outcomeOf(getReportPage((await as(people.samia)).actor, "groupe", place.id))).toBe("not_found");
  });
});
