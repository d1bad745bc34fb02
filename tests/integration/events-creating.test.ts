import { refusalOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { jobs } from "@/composition.ts";
import { visitor } from "@/core/actor.ts";
import { createEvent, getEvent } from "@/features/events/index.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfMember } from "@/platform/session.ts";
import { createAs, dayIn, type EventsCast, eventsCast, factsOf, leafleting } from "./events-cast.ts";

let people: EventsCast;
const as = (who: keyof EventsCast) => actorOfMember(people[who].id);
const create = (who: keyof EventsCast, more: object = {}) => createAs(people[who], more);

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  people = await eventsCast();
});

describe("creating an event", () => {
  it("publishes it with its shifts in the order of time, and makes its author an organiser", async () => {
    const { id, stage } = await create("leader", { items: [{ label: "Tracts", quantity: 2 }] });
    expect(stage).toBe("published");
    const event = await getEvent(await as("sympathiser"), id);
    expect(event).toMatchObject({
      title: "Tractage au marché Saint-Pierre",
      slug: "tractage-au-marche-saint-pierre",
      zone: "Europe/Paris",
      commune: { code: "63113" },
      place: { name: "Section Clermont-Ferrand" },
      can: { edit: false, cancel: false, organise: false },
    });
    const shifts = await db.shift.findMany({ where: { eventId: id }, orderBy: { startsAt: "asc" } });
    expect(shifts.map(({ label }) => label)).toEqual(["Équipe de la halle", ""]);
    expect([event.startsAt, event.endsAt]).toEqual([shifts[0]?.startsAt.getTime(), shifts[1]?.endsAt.getTime()]);
    expect(await db.eventItem.findMany({ where: { eventId: id } })).toMatchObject([{ label: "Tracts", quantity: 2 }]);
    expect((await getEvent(await as("leader"), id)).organises).toBe(true);
    expect(await factsOf(id)).toEqual(["event.published"]);
  });

  it("lets an adherent publish in her section, a sympathiser propose there, and neither elsewhere", async () => {
    expect((await create("adherent")).stage).toBe("published");
    const proposed = await create("sympathiser");
    expect(proposed.stage).toBe("proposed");
    expect(await factsOf(proposed.id)).toEqual(["event.proposed"]);
    expect(await refusalOf(getEvent(await as("adherent"), proposed.id))).toMatchObject({ code: "not_found" });
    expect((await getEvent(await as("leader"), proposed.id)).can).toMatchObject({ approve: true, edit: true });
    for (const who of ["sympathiser", "adherent", "leader"] as const)
      expect(await refusalOf(create(who, { scope: "national/63" }))).toMatchObject({ code: "forbidden" });
    expect((await create("federal")).stage).toBe("published");
    expect(await refusalOf(createEvent({ actor: visitor }, leafleting()))).toMatchObject({ code: "unauthenticated" });
  });

  it("keeps a draft to its author and those who answer for the place, without a place yet", async () => {
    const { id, stage } = await create("adherent", { stage: "draft", communeCode: "" });
    expect(stage).toBe("draft");
    expect((await getEvent(await as("adherent"), id)).can).toMatchObject({ publish: true, cancel: false });
    expect(await refusalOf(getEvent(await as("sympathiser"), id))).toMatchObject({ code: "not_found" });
    expect(await factsOf(id)).toEqual(["event.created"]);
  });

  it("takes its hours in the zone of its commune, past midnight too", async () => {
    const day = dayIn(5);
    const night = { kind: "postering", day, shifts: [{ from: "22:00", to: "01:00" }], scope: "national/63" };
    const { id } = await create("federal", { ...night, communeCode: "97411", audience: "members" });
    const event = await getEvent(await as("federal"), id);
    expect(event.zone).toBe("Indian/Reunion");
    expect(new Date(event.startsAt).toISOString()).toBe(`${day}T18:00:00.000Z`);
    expect(event.endsAt - event.startsAt).toBe(3 * 3_600_000);
  });

  it("says which field is wrong", async () => {
    const wrong = async (more: object) =>
      ((await refusalOf(create("leader", more))) as { fields: Record<string, string> }).fields;
    expect(await wrong({ communeCode: "", onlineUrl: "" })).toHaveProperty("communeCode");
    expect(await wrong({ communeCode: "99999" })).toHaveProperty("communeCode");
    expect(await wrong({ onlineUrl: "javascript:alert(1)" })).toHaveProperty("onlineUrl");
    expect(await wrong({ day: "2020-01-01" })).toHaveProperty("day");
    expect(await wrong({ shifts: [{ from: "09:00", to: "10:00", needed: 6, maximum: 4 }] })).toHaveProperty([
      "shifts.0.maximum",
    ]);
    expect(await wrong({ audience: "everyone", adherentsOnly: true })).toHaveProperty("adherentsOnly");
    expect(await wrong({ scope: "national/63/00000" })).toHaveProperty("scope");
  });
});
