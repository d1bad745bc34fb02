import { fc } from "@tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { agendaHref, distanceWords, lists, searchOf } from "@/features/agenda/agenda.rules.ts";
import { agendaInput, cursorText } from "@/features/agenda/agenda.schema.ts";
import {
  addDays,
  addMonths,
  beginningOf,
  monthGrid,
  monthOf,
  weekdayOf,
  weekOf,
} from "@/features/agenda/calendar.rules.ts";
import { suitsKind, suitsMoment } from "@/features/agenda/offer-match.rules.ts";
import { structuredData } from "@/features/agenda/structured-data.rules.ts";
import type { EventView } from "@/features/events/index.ts";

const day = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2080-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("the days of a grid", () => {
  it("make whole weeks from Monday on, that hold the month and little else", () => {
    fc.assert(
      fc.property(day, (one) => {
        const weeks = monthGrid(one);
        const days = weeks.flat();
        expect(weeks.every((week) => week.length === 7 && weekdayOf(week[0] ?? "") === 1)).toBe(true);
        expect(days.every((next, n) => n === 0 || next === addDays(days[n - 1] ?? "", 1))).toBe(true);
        const inside = days.filter((other) => monthOf(other) === monthOf(one));
        const length = new Date(Date.UTC(Number(one.slice(0, 4)), Number(one.slice(5, 7)), 0)).getUTCDate();
        expect(inside).toHaveLength(length);
        expect(weeks.every((week) => week.some((other) => monthOf(other) === monthOf(one)))).toBe(true);
        expect(weekOf(one)).toContain(one);
      }),
    );
  });

  it("go from month to month over the year’s end", () => {
    expect([addMonths("2027-01-31", -1), addMonths("2026-12-15", 1)]).toEqual(["2026-12-01", "2027-01-01"]);
  });

  it("begin at midnight where the reader lives, on the days when clocks change too", () => {
    expect(beginningOf("2027-03-28", "Europe/Paris").toISOString()).toBe("2027-03-27T23:00:00.000Z");
    expect(beginningOf("2027-10-31", "Europe/Paris").toISOString()).toBe("2027-10-30T22:00:00.000Z");
    expect(beginningOf("2027-10-31", "Pacific/Tahiti").toISOString()).toBe("2027-10-31T10:00:00.000Z");
  });
});

describe("an address of the agenda", () => {
  it("says a choice that is read back as it was", () => {
    const choice = {
      voir: "pres",
      vue: "carte",
      genre: "canvassing",
      manque: true,
      lieu: "Clermont",
      distance: 40,
      du: "2027-01-02",
      au: "2027-02-03",
    } as const;
    const { apres: _, jour: __, ...read } = agendaInput.parse(searchOf(choice, "miens"));
    expect(read).toEqual(choice);
  });

  it("says nothing of what is usual", () => {
    for (const voir of lists) expect(agendaHref({ voir, vue: "liste" }, voir)).toBe("/agenda");
    expect(agendaHref({ voir: "section", vue: "mois", jour: "2027-01-01", du: "2027-01-01" }, "miens")).toBe(
      "/agenda?voir=section&vue=mois&jour=2027-01-01",
    );
  });

  it("goes on where a page ended", () => {
    const end = { at: new Date("2027-05-01T08:00:00.123Z"), id: "0123456789ab" };
    expect(agendaInput.parse({ apres: cursorText(end) }).apres).toEqual(end);
    expect(agendaInput.parse({ apres: "hier" }).apres).toBeUndefined();
  });
});

describe("how far, in words", () => {
  it("is to the hundred metres only from a point that was set", () => {
    expect(distanceWords(0.9, true)).toBe("à 900 m");
    expect(distanceWords(0.01, true)).toBe("à 100 m");
    expect(distanceWords(0.4, false)).toBe("tout près");
    expect(distanceWords(0.96, true)).toBe("à 1 km");
    expect(distanceWords(12.4, false)).toBe("à 12 km");
  });
});

describe("what suits an offer", () => {
  const offer = { willing: [], free: [], reachKm: null, pace: null };
  it("is a moment that she named, at the place’s own hours", () => {
    const saturday = new Date("2027-05-01T08:00Z");
    expect(suitsMoment({ ...offer, free: ["samedi"] }, saturday, "Europe/Paris")).toBe(true);
    expect(suitsMoment({ ...offer, free: ["dimanche"] }, saturday, "Europe/Paris")).toBe(false);
    const evening = new Date("2027-05-04T17:00Z"); // 19 h in Paris, 7 h in Tahiti
    expect(suitsMoment({ ...offer, free: ["semaine-soir"] }, evening, "Europe/Paris")).toBe(true);
    expect(suitsMoment({ ...offer, free: ["semaine-soir"] }, evening, "Pacific/Tahiti")).toBe(false);
    expect(suitsMoment(offer, evening, "Pacific/Tahiti")).toBe(true);
  });
  it("is an action that she ticked, and any meeting", () => {
    expect(suitsKind({ ...offer, willing: ["tractage"] }, "leafleting")).toBe(true);
    expect(suitsKind({ ...offer, willing: ["tractage"] }, "postering")).toBe(false);
    expect(suitsKind({ ...offer, willing: ["graphisme"] }, "training")).toBe(true);
    expect(suitsKind(offer, "postering")).toBe(true);
  });
});

describe("what machines read of an event", () => {
  const event = {
    ...{ id: "0123456789ab", slug: "marche", kind: "leafleting", title: "</script><script>alert(1)</script>" },
    ...{ description: "", stage: "published", hidden: false, audience: "everyone", adherentsOnly: false },
    ...{
      place: { scope: "national/63", name: "Fédération du Puy-de-Dôme", href: "/sections/puy-de-dome" },
      coPlaces: [],
    },
    ...{ startsAt: Date.parse("2027-05-01T08:00Z"), endsAt: Date.parse("2027-05-01T10:00Z"), zone: "Europe/Paris" },
    ...{ commune: { code: "63113", name: "Clermont-Ferrand" }, address: "1 place de Jaude", meetingPoint: "" },
    ...{ point: { latitude: 45.77, longitude: 3.08, exact: true }, onlineUrl: null, coverId: null },
  } as unknown as EventView;
  const said = (change: Partial<EventView>) => structuredData({ ...event, ...change }, "https://coopol.example.org");

  it("is an Event of schema.org, cancelled where it is", () => {
    const data = JSON.parse(said({}) ?? "");
    expect(data).toMatchObject({
      "@type": "Event",
      startDate: "2027-05-01T08:00:00.000Z",
      eventStatus: "https://schema.org/EventScheduled",
      eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
      location: [{ address: { addressLocality: "Clermont-Ferrand" }, geo: { latitude: 45.77 } }],
      url: "https://coopol.example.org/evenements/0123456789ab-marche",
    });
    expect(data.name).toBe(event.title);
    expect(JSON.parse(said({ stage: "cancelled" }) ?? "").eventStatus).toBe("https://schema.org/EventCancelled");
  });

  it("never ends the script that holds it, and is nothing where visitors read nothing", () => {
    expect(said({})).not.toContain("<");
    for (const change of [
      { audience: "members" },
      { adherentsOnly: true },
      { hidden: true },
      { stage: "draft" },
    ] as const)
      expect(said(change)).toBeNull();
  });
});
