import { fc } from "@tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { zones } from "@/core/zoned-time.ts";
import { dayWords, elsewhereWords, hoursWords, mapHref } from "@/features/events/components/event-words.ts";
import { eventKinds, eventMoments, nextWeekOf, shiftMoments } from "@/features/events/event.rules.ts";
import { createEventInput } from "@/features/events/event.schema.ts";
import { formValues, itemsOf, shiftsOf, templateValues } from "@/features/events/event-form.rules.ts";
import { nextWeekday } from "@/features/events/template.rules.ts";

const PARIS = "Europe/Paris";
const iso = (date: Date | undefined) => date?.toISOString();

describe("the hours of a shift", () => {
  it("are read on the clock of the event, before and after a change of hour", () => {
    const at = (day: string) => iso(shiftMoments({ day, from: "09:00", to: "10:30" }, PARIS)?.startsAt);
    expect(at("2026-10-24")).toBe("2026-10-24T07:00:00.000Z");
    expect(at("2026-10-25")).toBe("2026-10-25T08:00:00.000Z");
    expect(iso(shiftMoments({ day: "2026-11-28", from: "09:00", to: "10:00" }, "Indian/Reunion")?.startsAt)).toBe(
      "2026-11-28T05:00:00.000Z",
    );
  });

  it("end the day after when they end before they begin", () => {
    const night = shiftMoments({ day: "2026-12-31", from: "22:00", to: "00:30" }, PARIS);
    expect([iso(night?.startsAt), iso(night?.endsAt)]).toEqual([
      "2026-12-31T21:00:00.000Z",
      "2026-12-31T23:30:00.000Z",
    ]);
    expect(shiftMoments({ day: "2026-02-30", from: "09:00", to: "10:00" }, PARIS)).toBeNull();
  });

  it("are the event’s, from the first to the last; none is longer than fifteen days", () => {
    const at = (hours: number) => new Date(hours * 3_600_000);
    const shift = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) });
    expect(eventMoments([shift(5, 9), shift(1, 2), shift(3, 4)])).toEqual(shift(1, 9));
    expect(eventMoments([shift(0, 1), shift(14 * 24, 15 * 24)])).not.toBeNull();
    expect(eventMoments([shift(0, 1), shift(15 * 24, 15 * 24 + 1)])).toBeNull();
    expect(eventMoments([])).toBeNull();
  });
});

describe("the same, the next time", () => {
  it("is on the same weekday at the same hour of its zone, within two weeks from now", () => {
    const moment = fc.date({
      min: new Date("2024-01-01T00:00Z"),
      max: new Date("2028-01-01T00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, fc.integer({ min: -30, max: 400 }), fc.constantFrom(...zones), (at, days, zone) => {
        const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
        const now = new Date(minute.getTime() + days * 86_400_000);
        const next = nextWeekOf(minute, zone, now);
        expect(next > now).toBe(true);
        const limit = Math.max(now.getTime(), minute.getTime()) + 15 * 86_400_000;
        expect(next.getTime()).toBeLessThan(limit);
        const weekday = (date: Date) =>
          new Intl.DateTimeFormat("en", { timeZone: zone, weekday: "short" }).format(date);
        expect(weekday(next)).toBe(weekday(minute));
      }),
    );
  });

  it("counts weekdays from tomorrow on", () => {
    expect(nextWeekday("2026-11-27", 6)).toBe("2026-11-28");
    expect(nextWeekday("2026-11-28", 6)).toBe("2026-12-05");
    expect(nextWeekday("2026-12-30", 4)).toBe("2026-12-31");
  });
});

describe("the form of an event", () => {
  it("is filled for every kind with what the server takes as it is", () => {
    const commune = { code: "63113", label: "Clermont-Ferrand (63)" };
    for (const kind of eventKinds) {
      const { bring = "", commune: _, ...fields } = templateValues(kind, { today: "2026-11-27", commune });
      const named = Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith("shifts.")));
      const asked = {
        ...named,
        shifts: shiftsOf(fields).shifts,
        items: itemsOf(bring),
        kind,
        scope: "national/63/63113",
      };
      expect(createEventInput.safeParse(asked).error?.issues, kind).toBeUndefined();
    }
  });

  it("gives back what it was given, shifts of another day too", () => {
    const shift = (from: string, to: string, more: object = {}) => ({
      ...{ label: "", needed: 0, maximum: null, startsAt: new Date(from), endsAt: new Date(to) },
      ...more,
    });
    const values = formValues({
      ...{ title: "Formation", description: "", address: "", meetingPoint: "", onlineUrl: null, debateId: null },
      ...{ zone: "Indian/Reunion", commune: null, latitude: null, longitude: null, adherentsOnly: true },
      audience: "federation",
      shifts: [
        shift("2026-11-28T05:00Z", "2026-11-28T08:00Z", { id: "a", needed: 4, maximum: 6 }),
        shift("2026-11-29T05:00Z", "2026-11-29T08:00Z"),
      ],
    });
    expect(values).toMatchObject({ day: "2026-11-28", adherentsOnly: "oui" });
    expect(shiftsOf(values).shifts).toEqual([
      { id: "a", label: "", day: "", from: "09:00", to: "12:00", needed: "4", maximum: "6" },
      { label: "", day: "2026-11-29", from: "09:00", to: "12:00", needed: "", maximum: "" },
    ]);
  });

  it("leaves out rows without hours, and says which rows are left", () => {
    const row = (number: number, from: string) => ({ [`shifts.${number}.from`]: from, [`shifts.${number}.to`]: from });
    const { rows, shifts } = shiftsOf({ ...row(0, "09:00"), ...row(1, ""), ...row(2, "11:00"), title: "x" });
    expect(rows).toEqual([0, 2]);
    expect(shifts).toHaveLength(2);
  });

  it("counts what to bring where a line says how many", () => {
    expect(itemsOf("Tracts\n\n  Tables × 2\r\nSeaux x 3\nBoxe")).toEqual([
      { label: "Tracts", quantity: 1 },
      { label: "Tables", quantity: 2 },
      { label: "Seaux", quantity: 3 },
      { label: "Boxe", quantity: 1 },
    ]);
  });
});

describe("when an event is, in words", () => {
  /** Spaces that do not break are spaces to who reads a test. */
  const plain = (text: string | null) => text?.replace(/[\u00a0\u202f]/g, " ");
  const when = (from: string, to: string) => ({ startsAt: Date.parse(from), endsAt: Date.parse(to) });

  it("says the hours of its zone, and the reader’s when they are others", () => {
    const meeting = when("2026-11-28T15:00Z", "2026-11-28T17:00Z");
    expect(plain(hoursWords(meeting, "Indian/Reunion"))).toBe("de 19 h à 21 h");
    expect(plain(elsewhereWords(meeting, "Indian/Reunion", PARIS))).toBe("de 16 h à 18 h, heure de Paris");
    expect(elsewhereWords(meeting, PARIS, PARIS)).toBeNull();
    expect(plain(elsewhereWords(meeting, PARIS, "Pacific/Noumea"))).toBe(
      "dimanche 29 novembre, de 2 h à 4 h, heure de Nouméa",
    );
  });

  it("says the last day of one that lasts, not of an evening that ends late", () => {
    expect(plain(hoursWords(when("2026-11-28T21:00Z", "2026-11-29T00:30Z"), PARIS))).toBe("de 22 h à 1 h 30");
    expect(plain(hoursWords(when("2026-11-28T08:00Z", "2026-11-29T16:00Z"), PARIS))).toBe(
      "de 9 h à dimanche 29 novembre, 17 h",
    );
  });

  it("says the year when it is another", () => {
    const now = Date.parse("2026-12-30T10:00Z");
    expect(dayWords(Date.parse("2026-12-31T10:00Z"), PARIS, now)).toBe("jeudi 31 décembre");
    expect(dayWords(Date.parse("2027-01-02T10:00Z"), PARIS, now)).toBe("samedi 2 janvier 2027");
  });

  it("marks a meeting point on the map, and no commune as if one met in its middle", () => {
    const place = { latitude: 45.777, longitude: 3.087 };
    expect(mapHref({ ...place, exact: true })).toContain("mlat=45.77700&mlon=3.08700");
    expect(mapHref({ ...place, exact: false })).not.toContain("mlat");
  });
});
