import { outcomeOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { jobs } from "@/composition.ts";
import { zonedField } from "@/core/zoned-time.ts";
import type { NewsOfOne } from "@/features/events/commands/series-news.ts";
import { changeEvent } from "@/features/events/index.ts";
import { addDays } from "@/features/events/series.rules.ts";
import { findSeriesNews } from "@/features/events/series-mail.queries.ts";
import { seriesMail } from "@/features/events/series-mail.rules.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { as, createAs, dayIn, type EventsCast, eventsCast, factsOf, leafleting, signUp } from "./events-cast.ts";
import { dayOf, emptyQueue, type Occurrence, occurrencesOf, queued } from "./events-series-world.ts";

let people: EventsCast;
beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  people = await eventsCast();
});
beforeEach(() => emptyQueue());

/** Two teams at the market, every week from in five days on. */
async function market() {
  const { id } = await createAs(people.leader, { repeat: "weekly", items: [{ label: "Tracts", quantity: 2 }] });
  const all = await occurrencesOf(id);
  return { id, all, at: (index: number): Occurrence => all[index] ?? (undefined as never) };
}
const now = (id: string) =>
  db.event.findUniqueOrThrow({
    where: { id },
    include: { shifts: { where: { removedAt: null }, orderBy: { startsAt: "asc" } }, changes: true, items: true },
  });

/** Saves the edit form of an occurrence: what it holds, with `more`. */
async function save(one: Occurrence, spread: string, more: object = {}) {
  const { kind: _, scope: __, shifts: ___, ...content } = leafleting();
  const shifts = one.shifts.map(({ id, label, startsAt, endsAt, needed, maximum }) => {
    const hour = (date: Date) => zonedField(date, one.zone).slice(11);
    return { id, label, from: hour(startsAt), to: hour(endsAt), needed, maximum };
  });
  return changeEvent(await as(people.leader), {
    eventId: one.id,
    ...content,
    day: dayOf(one),
    shifts,
    spread,
    ...more,
  } as never);
}
const news = () => queued<NewsOfOne>("events.tell-of-series");

describe("editing one date of a series", () => {
  it("leaves the others as they are, and what is made later too, also for the last of them", async () => {
    const { at, all } = await market();
    const last = at(all.length - 1);
    await save(at(1), "one", { title: "Tractage à la gare" });
    await save(last, "one", { title: "Tractage de Noël" });
    const after = await occurrencesOf(at(0).id);
    expect(after.filter(({ title }) => title !== leafleting().title).map(({ id }) => id)).toEqual([at(1).id, last.id]);
    expect(after.filter(({ detached }) => detached).map(({ id }) => id)).toEqual([at(1).id, last.id]);
    // The one that the next copies was made before the edit.
    const series = await db.eventSeries.findUniqueOrThrow({
      where: { id: at(0).seriesId ?? "" },
      include: { model: true },
    });
    expect(series.model?.title).toBe(leafleting().title);
    expect(await news()).toEqual([]);
    expect(await factsOf(at(1).id)).toContain("event.changed");
  });
});

describe("editing a date and the next ones", () => {
  it("carries words, place, hours and shifts over, keeps the sign-ups, and writes one mail a person with her dates", async () => {
    const { at, all } = await market();
    for (const index of [0, 2, 4]) await signUp(people.adherent, at(index).shifts[0]?.id ?? "");
    await signUp(people.sympathiser, at(2).shifts[1]?.id ?? "");
    const shifts = at(2).shifts.map(({ id, label }, index) => ({
      id,
      label,
      from: ["08:30", "10:00"][index],
      to: ["10:00", "11:30"][index],
      needed: 3,
      maximum: 5,
    }));
    await save(at(2), "next", { meetingPoint: "devant la fontaine", shifts });
    for (const [index, one] of all.entries()) {
      const is = await now(one.id);
      const touched = index >= 2;
      expect(is.meetingPoint, String(index)).toBe(touched ? "devant la fontaine" : "");
      expect(zonedField(is.startsAt, is.zone).slice(11), String(index)).toBe(touched ? "08:30" : "09:00");
      expect(dayOf(is)).toBe(dayOf(one));
      // The same shifts, moved: nobody lost a place.
      expect(is.shifts.map(({ id }) => id)).toEqual(one.shifts.map(({ id }) => id));
      expect(is.shifts.map(({ maximum }) => maximum)).toEqual(touched ? [5, 5] : [6, 6]);
      expect(is.sequence, String(index)).toBe(touched ? 1 : 0);
      expect(is.changes.filter(({ kind }) => kind === "changed")).toHaveLength(touched ? 1 : 0);
      expect(is.detached).toBe(false);
      expect(is.seriesId === at(0).seriesId).toBe(!touched);
    }
    for (const index of [0, 2, 4])
      expect(
        await db.signUp.count({
          where: { shiftId: at(index).shifts[0]?.id ?? "", memberId: people.adherent.id, state: "in" },
        }),
      ).toBe(1);
    const told = await news();
    expect(told.map(({ memberId }) => memberId).sort()).toEqual([people.adherent.id, people.sympathiser.id].sort());
    const hers = told.find(({ memberId }) => memberId === people.adherent.id);
    expect(hers?.moved.map(({ eventId }) => eventId).sort()).toEqual([at(2).id, at(4).id].sort());
    // Nothing else writes to them of it.
    for (const { id } of [at(2), at(4)]) expect(await factsOf(id)).not.toContain("event.changed");

    const found = hers && (await findSeriesNews(hers));
    const mail = found && seriesMail(found.told);
    expect(found?.email).toBe(people.adherent.email);
    const text = mail?.paragraphs.join("\n") ?? "";
    expect(text.match(/au lieu du/g)).toHaveLength(2);
    expect(text).toMatch(/à 8\sh\s30 \(au lieu du/);
    expect(text).toContain("devant la fontaine");
    expect(mail?.subject).toMatch(/2\sdates/);
  });

  it("moves each week's date when the day moves, and does not make the old days again", async () => {
    const { at, all } = await market();
    await signUp(people.adherent, at(3).shifts[0]?.id ?? "");
    await save(at(2), "next", { day: addDays(dayOf(at(2)), 1) });
    for (const [index, one] of all.entries())
      expect(dayOf(await now(one.id))).toBe(index >= 2 ? addDays(dayOf(one), 1) : dayOf(one));
    const cut = await occurrencesOf(at(2).id);
    expect(cut.map(({ id }) => id).slice(0, all.length - 2)).toEqual(all.slice(2).map(({ id }) => id));
    expect(cut.every(({ stage }) => stage === "published")).toBe(true);
    expect(await occurrencesOf(at(0).id)).toHaveLength(2);
    expect((await news()).map(({ moved, cancelled }) => [moved.length, cancelled.length])).toEqual([[1, 0]]);
  });

  it("keeps whoever has a place where a shift becomes smaller, and promotes where it grows", async () => {
    const { at } = await market();
    const crowd = [people.adherent, people.sympathiser, people.second, people.leader];
    for (const one of crowd) await signUp(one, at(3).shifts[0]?.id ?? "");
    const smaller = at(2).shifts.map(({ id, label }, index) => ({
      ...{ id, label, from: ["09:00", "10:30"][index], to: ["10:30", "12:00"][index] },
      ...{ needed: 1, maximum: 2 },
    }));
    await save(at(2), "next", { shifts: smaller });
    expect((await now(at(2).id)).shifts.map(({ maximum }) => maximum)).toEqual([2, 2]);
    expect((await now(at(3).id)).shifts.map(({ maximum, taken }) => [maximum, taken])).toEqual([
      [4, 4],
      [2, 0],
    ]);
    expect(await db.signUp.count({ where: { shiftId: at(3).shifts[0]?.id ?? "", state: "in" } })).toBe(4);
  });

  it("changes all that are to come for « all », and nothing of the past or of those edited by themselves", async () => {
    const { at, all } = await market();
    await save(at(1), "one", { title: "À part" });
    await save((await occurrencesOf(at(0).id))[3] ?? at(3), "all", { title: "Tractage pour toutes" });
    const titles = await Promise.all(all.map(async ({ id }) => (await now(id)).title));
    expect(titles).toEqual(all.map((_, index) => (index === 1 ? "À part" : "Tractage pour toutes")));
  });

  it("does not write to anybody of what does not matter, unless asked to", async () => {
    const { at } = await market();
    await signUp(people.adherent, at(3).shifts[0]?.id ?? "");
    await save(at(2), "next", { description: "Le tract du jour." });
    expect(await news()).toEqual([]);
    const [, , , later] = [...(await occurrencesOf(at(0).id)), ...(await occurrencesOf(at(2).id))];
    await save(later ?? at(3), "next", { description: "Le tract du soir.", tell: "oui" });
    expect((await news()).map(({ memberId }) => memberId)).toEqual([people.adherent.id]);
  });

  it("is refused to who does not run it, and for a choice that is none", async () => {
    const { at } = await market();
    const { kind: _, scope: __, ...content } = leafleting({ day: dayIn(6) });
    const input = { eventId: at(1).id, ...content, spread: "all" };
    expect(await outcomeOf(changeEvent(await as(people.adherent), input as never))).toBe("forbidden");
    expect(await outcomeOf(save(at(1), "toutes"))).toBe("invalid");
    expect(await outcomeOf(createAs(people.leader, { repeat: "yearly" }))).toBe("invalid");
    expect(await outcomeOf(createAs(people.leader, { repeat: "weekly", until: dayIn(1) }))).toBe("invalid");
  });
});
