import { outcomeOf, withoutLimits } from "@tests/support/worlds.ts";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { jobs } from "@/composition.ts";
import { system } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { changeRule, endSeries, extendSeries, repeatEvent } from "@/features/events/index.ts";
import { addDays, seriesDays, weekdayOf } from "@/features/events/series.rules.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { singletons } from "@/platform/singletons.ts";
import {
  anEvent,
  callerOf,
  dayOf,
  emptyQueue,
  occurrencesOf,
  people,
  queued,
  signUp,
  signUpGuest,
} from "./events-series-world.ts";

type Cast = Awaited<ReturnType<typeof people>>;
let cast: Cast;
const as = (who: keyof Cast) => callerOf(cast[who]);
const every = (eventId: string, repeat = "weekly", rest: object = {}) =>
  ({ eventId, repeat, until: "", ...rest }) as never;
type News = { memberId: string | null; guestIds: string[]; moved: { eventId: string }[]; cancelled: string[] };

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  cast = await people();
});
beforeEach(() => emptyQueue());
afterEach(() => {
  singletons.publisher = undefined;
  vi.restoreAllMocks();
});

describe("an event that comes back", () => {
  it("exists for eight weeks ahead, at the same hour, with its shifts, things to bring, organisers and sections", async () => {
    const event = await anEvent(cast.organiser);
    await db.shift.create({
      data: {
        id: newId(),
        eventId: event.id,
        label: "Gare",
        startsAt: new Date(event.startsAt.getTime() + 1_800_000),
        endsAt: event.endsAt,
        needed: 1,
        maximum: 3,
      },
    });
    await db.eventItem.create({ data: { id: newId(), eventId: event.id, label: "Tracts", quantity: 3, position: 0 } });
    const asked = { eventId: event.id, askedAt: clock.now(), answeredAt: clock.now() };
    await db.eventCoSection.createMany({
      data: [
        { ...asked, scope: "national/03/03185", accepted: true },
        { ...asked, scope: "national/03", accepted: false },
      ],
    });
    await repeatEvent(await as("organiser"), every(event.id));
    const all = await occurrencesOf(event.id);
    expect(all.length).toBeGreaterThanOrEqual(8);
    expect(all[0]?.id).toBe(event.id);
    for (const [index, one] of all.entries()) {
      expect(dayOf(one)).toBe(addDays(dayOf({ ...event, zone: "Europe/Paris" }), index * 7));
      expect(one.stage).toBe("published");
      expect(one.shifts.map(({ label, needed, maximum }) => [label, needed, maximum])).toEqual([
        ["", 2, 4],
        ["Gare", 1, 3],
      ]);
      expect(one.shifts[1] && one.shifts[1].startsAt.getTime() - one.startsAt.getTime()).toBe(1_800_000);
      expect(one.organisers.map(({ memberId }) => memberId)).toEqual([cast.organiser.id]);
      expect(await db.eventItem.count({ where: { eventId: one.id, label: "Tracts", quantity: 3 } })).toBe(1);
      expect(
        (await db.eventCoSection.findMany({ where: { eventId: one.id, accepted: true } })).map(({ scope }) => scope),
      ).toEqual(["national/03/03185"]);
    }
    expect(await db.eventCoSection.count({ where: { eventId: all[1]?.id ?? "", accepted: false } })).toBe(0);
  });

  it("is made once, whatever is run twice or at once", async () => {
    const event = await anEvent(cast.organiser);
    await repeatEvent(await as("organiser"), every(event.id));
    const { seriesId } = await db.event.findUniqueOrThrow({ where: { id: event.id } });
    const before = (await occurrencesOf(event.id)).length;
    const later = new Date(clock.now().getTime() + 21 * 24 * 3_600_000);
    vi.spyOn(clock, "now").mockReturnValue(later);
    const made = await Promise.all(
      Array.from({ length: 6 }, () => extendSeries({ actor: system }, { seriesId: seriesId ?? "" })),
    );
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(3);
    const all = await occurrencesOf(event.id);
    expect(all).toHaveLength(before + 3);
    expect(new Set(all.map(({ seriesDay }) => seriesDay?.getTime())).size).toBe(all.length);
  });

  it("waits until it is published, and is not made from what moderation hid", async () => {
    const draft = await anEvent(cast.leader, { stage: "draft" });
    await repeatEvent(await as("leader"), every(draft.id));
    expect(await occurrencesOf(draft.id)).toHaveLength(1);
    const { seriesId } = await db.event.findUniqueOrThrow({ where: { id: draft.id } });
    const extend = () => extendSeries({ actor: system }, { seriesId: seriesId ?? "" });
    await db.event.update({
      where: { id: draft.id },
      data: { stage: "published", publishedAt: clock.now(), hiddenAt: clock.now() },
    });
    expect(await extend()).toBe(0);
    await db.event.update({ where: { id: draft.id }, data: { hiddenAt: null } });
    expect(await extend()).toBeGreaterThanOrEqual(7);
  });

  it("takes the phone along only where its owner agreed for the series", async () => {
    for (const forSeries of [true, false]) {
      const event = await anEvent(cast.organiser);
      await db.eventContact.create({
        data: {
          eventId: event.id,
          memberId: cast.nadia.id,
          phone: "+33612345678",
          consentedAt: clock.now(),
          forSeries,
          askedAt: clock.now(),
        },
      });
      await repeatEvent(await as("organiser"), every(event.id));
      const [, next] = await occurrencesOf(event.id);
      expect(next?.contact?.phone ?? null).toBe(forSeries ? "+33612345678" : null);
    }
  });

  it("leaves public holidays out where that was asked, and ends at its last day", async () => {
    const event = await anEvent(cast.organiser);
    const day = dayOf({ startsAt: event.startsAt, zone: "Europe/Paris" });
    await repeatEvent(
      await as("organiser"),
      every(event.id, "weekly", { skipHolidays: "oui", until: addDays(day, 28) }),
    );
    const series = await db.eventSeries.findFirstOrThrow({ where: { events: { some: { id: event.id } } } });
    const rule = { ...series, nth: null, fromDay: day, untilDay: addDays(day, 28) };
    const wanted = seriesDays(rule, { from: day, to: addDays(day, 90), scope: "national/63/63113" });
    expect((await occurrencesOf(event.id)).map(dayOf)).toEqual([...new Set([day, ...wanted])]);
  });

  it("is refused to who does not run it, a second time, on a wrong day, and before its beginning", async () => {
    const event = await anEvent(cast.organiser);
    expect(await outcomeOf(repeatEvent(await as("nadia"), every(event.id)))).toBe("forbidden");
    expect(
      await outcomeOf(repeatEvent(await as("organiser"), every(event.id, "weekly", { until: "2020-01-01" }))),
    ).toBe("invalid");
    expect(await outcomeOf(repeatEvent(await as("organiser"), every(event.id)))).toBe("ok");
    expect(await outcomeOf(repeatEvent(await as("organiser"), every(event.id)))).toBe("conflict");
    const far = await anEvent(cast.leader, { scope: "national/03/03185" });
    expect(await outcomeOf(repeatEvent(await as("nadia"), every(far.id)))).toBe("not_found");
    expect(
      await outcomeOf(
        extendSeries(await as("leader"), { seriesId: (await occurrencesOf(event.id))[0]?.seriesId ?? "" }),
      ),
    ).toBe("forbidden");
  });
});

describe("changing how an event comes back", () => {
  async function aSeries() {
    const event = await anEvent(cast.organiser);
    await repeatEvent(await as("organiser"), every(event.id));
    const all = await occurrencesOf(event.id);
    return { event, all, at: (index: number) => all[index] ?? all[0] ?? (undefined as never) };
  }

  it("from a date on: less often keeps the sign-ups of the dates that stay, and cancels the others with a word", async () => {
    const { at } = await aSeries();
    await signUp(at(2).id, cast.nadia.id);
    await signUp(at(3).id, cast.nadia.id);
    await signUp(at(3).id, cast.jules.id);
    await signUpGuest(at(3).id, "gael@example.org");
    await signUpGuest(at(5).id, "gael@example.org");
    await changeRule(await as("organiser"), every(at(2).id, "weekly2", { spread: "next" }));
    const now = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((index) => db.event.findUniqueOrThrow({ where: { id: at(index).id } })),
    );
    expect(now.map(({ stage }) => stage)).toEqual([
      "published",
      "published",
      "published",
      "cancelled",
      "published",
      "cancelled",
    ]);
    expect(now[1]?.seriesId).not.toBe(now[2]?.seriesId);
    expect(now[2]?.seriesId).toBe(now[4]?.seriesId);
    expect(await db.signUp.count({ where: { shift: { eventId: at(2).id }, state: "in" } })).toBe(1);
    expect(await db.signUp.count({ where: { shift: { eventId: at(3).id }, state: { not: "left" } } })).toBe(0);
    expect(await db.eventChange.findFirst({ where: { eventId: at(3).id, kind: "cancelled" } })).toMatchObject({
      reason: expect.stringContaining("rythme"),
    });
    const news = await queued<News>("events.tell-of-series");
    // One mail each, with all of her dates; nobody is told of a date that did not change.
    expect(news.map(({ memberId, cancelled }) => [memberId, cancelled.length]).sort()).toEqual(
      [
        [null, 2],
        [cast.nadia.id, 1],
        [cast.jules.id, 1],
      ].sort(),
    );
    expect(news.every(({ moved }) => moved.length === 0)).toBe(true);
  });

  it("the cut series makes no more of its own, and the new one goes on", async () => {
    const { at, event } = await aSeries();
    await changeRule(await as("organiser"), every(at(2).id, "weekly3", { spread: "next" }));
    const later = new Date(clock.now().getTime() + 60 * 24 * 3_600_000);
    vi.spyOn(clock, "now").mockReturnValue(later);
    const [before, after] = await Promise.all(
      [event.id, at(2).id].map((id) => db.event.findUniqueOrThrow({ where: { id } })),
    );
    expect(await extendSeries({ actor: system }, { seriesId: before?.seriesId ?? "" })).toBe(0);
    expect(await extendSeries({ actor: system }, { seriesId: after?.seriesId ?? "" })).toBeGreaterThan(1);
    for (const one of await occurrencesOf(at(2).id))
      if (one.stage === "published") expect(weekdayOf(dayOf(one))).toBe(weekdayOf(dayOf(at(2))));
  });

  it("for all: what is to come changes, a date called off by itself is not made again, one edited by itself stays", async () => {
    const { at, event } = await aSeries();
    await db.event.update({ where: { id: at(3).id }, data: { stage: "cancelled" } });
    const alone = new Date(at(4).startsAt.getTime() + 3_600_000);
    await db.event.update({
      where: { id: at(4).id },
      data: { detached: true, startsAt: alone, endsAt: new Date(alone.getTime() + 3_600_000) },
    });
    await changeRule(await as("organiser"), every(at(1).id, "weekly", { spread: "all" }));
    const all = await occurrencesOf(at(1).id);
    expect(all[0]?.id).toBe(event.id);
    expect(new Set(all.map(({ seriesDay }) => seriesDay?.getTime())).size).toBe(all.length);
    expect(all.filter(({ stage }) => stage === "cancelled").map(({ id }) => id)).toEqual([at(3).id]);
    expect((await db.event.findUniqueOrThrow({ where: { id: at(4).id } })).startsAt).toEqual(alone);
    // The series that it was has nothing left.
    expect(await db.eventSeries.count({ where: { id: at(0).seriesId ?? "" } })).toBe(0);
  });

  it("ends: the dates after this one are cancelled, their people read one mail, and none is made any more", async () => {
    const { at } = await aSeries();
    await signUp(at(1).id, cast.jules.id);
    for (const index of [2, 3, 4]) await signUp(at(index).id, cast.nadia.id);
    expect(await outcomeOf(endSeries(await as("nadia"), { eventId: at(1).id, reason: "Le marché ferme." }))).toBe(
      "forbidden",
    );
    await endSeries(await as("organiser"), { eventId: at(1).id, reason: "Le marché ferme." });
    const all = await occurrencesOf(at(1).id);
    expect(all.map(({ stage }) => stage)).toEqual(all.map((_, index) => (index < 2 ? "published" : "cancelled")));
    expect(await queued<News>("events.tell-of-series")).toMatchObject([
      { memberId: cast.nadia.id, cancelled: [at(2).id, at(3).id, at(4).id] },
    ]);
    const later = new Date(clock.now().getTime() + 60 * 24 * 3_600_000);
    vi.spyOn(clock, "now").mockReturnValue(later);
    expect(await extendSeries({ actor: system }, { seriesId: at(1).seriesId ?? "" })).toBe(0);
  });
});
