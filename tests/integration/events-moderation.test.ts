import { createPerson, outcomeOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { jobs } from "@/composition.ts";
import { visitor } from "@/core/actor.ts";
import { getEvent } from "@/features/events/index.ts";
import { findNewsForMember, listOtherOrganisers } from "@/features/events/organiser-mail.queries.ts";
import { decideCase, getCase, getReportPage, reportObject } from "@/features/moderation/index.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { anEvent, callerOf, people } from "./events-series-world.ts";

let cast: Awaited<ReturnType<typeof people>> & { moderator: Awaited<ReturnType<typeof createPerson>> };
const as = (who: keyof typeof cast) => callerOf(cast[who]);

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  const moderator = await createPerson("Maud Modère", {
    adherent: true,
    mandates: [{ role: "moderator", scope: "national" }],
  });
  cast = { ...(await people()), moderator };
});

describe("an event that somebody reports", () => {
  it("is hidden by a decision, with a line of what happened, from everybody but those who run it; its other organisers are told", async () => {
    const { id } = await anEvent(cast.organiser, { audience: "everyone", title: "Un titre qui blesse" });
    await db.eventOrganiser.create({ data: { eventId: id, memberId: cast.jules.id, addedAt: new Date() } });
    expect(await getReportPage(visitor, "event", id)).toMatchObject({ title: "Signaler un événement", as: "visitor" });
    await reportObject(await as("nadia"), {
      kind: "event",
      objectId: id,
      rule: "1",
      words: "Ce titre blesse des gens.",
    });
    const found = await db.moderationCase.findFirstOrThrow({ where: { kind: "event", objectId: id } });
    const read = await getCase((await as("moderator")).actor, found.id);
    expect(read.object).toMatchObject({ author: "Odile Organise", text: "Un titre qui blesse", hidden: false });
    // Who made it does not decide about it; nor does who runs it with her.
    for (const who of ["organiser", "jules", "nadia"] as const)
      expect(await outcomeOf(getCase((await as(who)).actor, found.id))).toBe("not_found");
    await decideCase(await as("moderator"), {
      caseId: found.id,
      outcome: "hide",
      rule: "1",
      words: "Contraire à la règle 1.",
    });
    expect(await outcomeOf(getEvent(visitor, id))).toBe("not_found");
    expect(await outcomeOf(getEvent((await as("nadia")).actor, id))).toBe("not_found");
    expect((await getEvent((await as("organiser")).actor, id)).hidden).toBe(true);
    expect(await db.eventChange.count({ where: { eventId: id, kind: "hidden", byId: cast.moderator.id } })).toBe(1);
    expect(await outcomeOf(getReportPage(visitor, "event", id))).toBe("not_found");
    expect(await listOtherOrganisers(id)).toEqual([cast.jules.id]);
    expect(await findNewsForMember({ news: "hidden", eventId: id, to: cast.jules.id })).toMatchObject({
      email: cast.jules.email,
    });
    expect(await findNewsForMember({ news: "hidden", eventId: id, to: cast.nadia.id })).toBeNull();
  });

  it("is no draft, nor anything that the reader does not see", async () => {
    const draft = await anEvent(cast.organiser, { stage: "draft" });
    expect(await outcomeOf(getReportPage((await as("organiser")).actor, "event", draft.id))).toBe("not_found");
    const section = await anEvent(cast.organiser);
    expect(await outcomeOf(getReportPage(visitor, "event", section.id))).toBe("not_found");
  });
});
