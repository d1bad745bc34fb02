import { fc } from "@tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { holidayOn, holidaysOf } from "@/core/holidays.ts";
import { zonedField, zones } from "@/core/zoned-time.ts";
import { normalisedPhone, phoneWords } from "@/features/events/contact.rules.ts";
import {
  addDays,
  anchorOf,
  type Day,
  isLastOfMonth,
  matchDays,
  nthOf,
  patternOf,
  patternWords,
  repeatOf,
  repeats,
  type SeriesRule,
  seriesDays,
  startOn,
  weekdayOf,
} from "@/features/events/series.rules.ts";

const CLERMONT = "national/63/63113";
const base = { startMinute: 570, minutes: 120, zone: "Europe/Paris", untilDay: null, skipHolidays: false };
const weekly = (fromDay: Day, every = 1): SeriesRule => ({
  ...base,
  frequency: "weekly",
  every,
  weekday: weekdayOf(fromDay),
  nth: null,
  fromDay,
});
const monthly = (fromDay: Day, nth: number, every = 1): SeriesRule => ({
  ...weekly(fromDay, every),
  frequency: "monthly",
  nth,
});
const year = { from: "2026-01-01", to: "2028-12-31", scope: CLERMONT };

const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays("2026-01-01", days));
const anyRule = fc
  .record({
    day: anyDay,
    repeat: fc.constantFrom(...repeats),
    until: fc.option(fc.integer({ min: 0, max: 400 })),
    startMinute: fc.integer({ min: 0, max: 1439 }),
    zone: fc.constantFrom(...zones),
    skipHolidays: fc.boolean(),
  })
  .map(({ day, repeat, until, ...rest }): SeriesRule | null => {
    const pattern = patternOf(repeat, day);
    return (
      pattern && { ...base, ...rest, ...pattern, fromDay: day, untilDay: until === null ? null : addDays(day, until) }
    );
  })
  .filter((rule) => rule !== null);

describe("the days of a rule", () => {
  it("holds the day that it was made from, and ends at its last one", () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const days = seriesDays(
          { ...rule, skipHolidays: false },
          { from: rule.fromDay, to: addDays(rule.fromDay, 500), scope: CLERMONT },
        );
        expect(days[0]).toBe(rule.fromDay);
        for (const day of days) {
          expect(weekdayOf(day)).toBe(rule.weekday);
          if (rule.untilDay) expect(day <= rule.untilDay).toBe(true);
          if (rule.nth === -1) expect(isLastOfMonth(day)).toBe(true);
          else if (rule.nth) expect(nthOf(day)).toBe(rule.nth);
        }
        expect([...new Set(days)].sort()).toEqual(days);
      }),
    );
  });

  it("are the same, whatever the window that is looked through", () => {
    fc.assert(
      fc.property(
        anyRule,
        fc.integer({ min: -30, max: 300 }),
        fc.integer({ min: 0, max: 200 }),
        (rule, after, length) => {
          const from = addDays(rule.fromDay, after);
          const to = addDays(from, length);
          const all = seriesDays(rule, { from: rule.fromDay, to: addDays(rule.fromDay, 600), scope: CLERMONT });
          expect(seriesDays(rule, { from, to, scope: CLERMONT })).toEqual(
            all.filter((day) => day >= from && day <= to),
          );
        },
      ),
    );
  });

  it("come every so many weeks, through years and changes of clock", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 4 }), (day, every) => {
        const days = seriesDays(weekly(day, every), { from: day, to: addDays(day, 400), scope: CLERMONT });
        for (const [index, one] of days.entries()) expect(one).toBe(addDays(day, index * every * 7));
      }),
    );
  });

  it("gives one day to each month, the fifth of a long one being its last", () => {
    const days = seriesDays(monthly("2026-01-30", -1), year);
    expect(days).toHaveLength(36);
    expect(days.filter((day) => nthOf(day) === 5).length).toBeGreaterThan(5);
    expect(days.slice(0, 3)).toEqual(["2026-01-30", "2026-02-27", "2026-03-27"]);
    expect(seriesDays(monthly("2026-12-03", 1, 2), year).slice(0, 3)).toEqual([
      "2026-12-03",
      "2027-02-04",
      "2027-04-01",
    ]);
    expect(patternOf("monthly", "2026-01-30")).toMatchObject({ nth: -1 });
    expect(patternOf("last", "2026-01-23")).toBeNull();
  });

  it("are said in words, and found again in the form", () => {
    const said = (repeat: (typeof repeats)[number], day: Day) => patternWords(patternOf(repeat, day) as SeriesRule);
    expect(said("weekly", "2026-11-28")).toBe("chaque samedi");
    expect(said("weekly2", "2026-11-28")).toBe("un samedi sur deux");
    expect(said("monthly", "2026-12-03")).toBe("le premier jeudi du mois");
    expect(said("last", "2026-11-27")).toBe("le dernier vendredi du mois");
    expect(said("monthly2", "2026-12-03")).toBe("le premier jeudi, tous les deux mois");
    for (const repeat of repeats) {
      const pattern = patternOf(repeat, "2026-11-26");
      if (pattern) expect(repeatOf(pattern)).toBe(repeat);
    }
  });
});

describe("the moment of an occurrence", () => {
  it("is the same hour of the clock in its zone, summer and winter, in Paris and overseas", () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        for (const day of seriesDays(rule, { from: rule.fromDay, to: addDays(rule.fromDay, 200), scope: CLERMONT })) {
          const two = (value: number) => String(value).padStart(2, "0");
          const wanted = `${day}T${two(Math.floor(rule.startMinute / 60))}:${two(rule.startMinute % 60)}`;
          const said = zonedField(startOn(day, rule), rule.zone);
          // An hour that the change to summer time skips is the one after.
          if (said !== wanted) expect(Date.parse(`${said}Z`) - Date.parse(`${wanted}Z`)).toBe(3_600_000);
        }
      }),
    );
  });

  it("does not move when clocks do, both ways", () => {
    const rule = weekly("2027-03-20");
    expect(startOn("2027-03-27", rule).toISOString()).toBe("2027-03-27T08:30:00.000Z");
    expect(startOn("2027-04-03", rule).toISOString()).toBe("2027-04-03T07:30:00.000Z");
    expect(startOn("2027-10-30", rule).toISOString()).toBe("2027-10-30T07:30:00.000Z");
    expect(startOn("2027-11-06", rule).toISOString()).toBe("2027-11-06T08:30:00.000Z");
    expect(startOn("2027-03-28", { startMinute: 150, zone: "Europe/Paris" }).toISOString()).toBe(
      "2027-03-28T01:30:00.000Z",
    );
    expect(startOn("2027-03-28", { startMinute: 150, zone: "Indian/Reunion" }).toISOString()).toBe(
      "2027-03-27T22:30:00.000Z",
    );
  });
});

describe("public holidays", () => {
  it("are those of the place: Alsace-Moselle and overseas have their own", () => {
    expect(holidayOn("2027-05-01", CLERMONT)).toBe("1er mai");
    expect(holidayOn("2027-05-06", CLERMONT)).toBe("Ascension");
    expect(holidayOn("2027-12-26", CLERMONT)).toBeNull();
    expect(holidayOn("2027-12-26", "national/67/67482")).toBe("Saint-Étienne");
    expect(holidayOn("2027-03-26", "national/57")).toBe("Vendredi saint");
    expect(holidayOn("2026-12-20", "national/974/97411")).toBe("abolition de l’esclavage");
    expect(holidayOn("2026-12-20", CLERMONT)).toBeNull();
    for (let one = 2024; one < 2040; one++) expect(holidaysOf(one, CLERMONT).size).toBeGreaterThanOrEqual(10);
  });

  it("are left out where the rule says so, and only there", () => {
    const rule = weekly("2027-04-24");
    const may = { from: "2027-04-24", to: "2027-05-08", scope: CLERMONT };
    expect(seriesDays(rule, may)).toEqual(["2027-04-24", "2027-05-01", "2027-05-08"]);
    expect(seriesDays({ ...rule, skipHolidays: true }, may)).toEqual(["2027-04-24"]);
  });
});

describe("a rule that changes", () => {
  const days = (rule: SeriesRule, weeks = 8) =>
    seriesDays(rule, { from: rule.fromDay, to: addDays(rule.fromDay, weeks * 7), scope: CLERMONT });

  it("keeps each week's occurrence when only the day moves", () => {
    const [before, after] = [weekly("2026-12-05"), weekly("2026-12-06")];
    const matched = matchDays(days(before), days(after), { before, after });
    for (const [old, now] of matched) expect(now).toBe(addDays(old, 1));
    expect(matched.size).toBe(days(before).length);
  });

  it("drops what fits no more when it comes less often, and adds nothing to it", () => {
    const [before, after] = [weekly("2026-12-05"), weekly("2026-12-05", 2)];
    const matched = matchDays(days(before), days(after), { before, after });
    expect([...matched]).toEqual(days(after).map((day) => [day, day]));
  });

  it("never gives one day to two, nor a day that the rule has not", () => {
    fc.assert(
      fc.property(anyRule, anyRule, (before, after) => {
        const old = days({ ...before, untilDay: null });
        const now = days({ ...after, untilDay: null });
        const matched = [...matchDays(old, now, { before, after })];
        expect(new Set(matched.map(([, day]) => day)).size).toBe(matched.length);
        for (const [from, to] of matched) {
          expect(old).toContain(from);
          expect(now).toContain(to);
        }
      }),
    );
  });

  it("begins early enough for what comes before the edited date, in its own steps", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...repeats), fc.integer({ min: 0, max: 200 }), (day, repeat, ahead) => {
        const pattern = patternOf(repeat, day);
        if (!pattern) return;
        const from = addDays(day, -ahead);
        const rule = { ...base, ...pattern, fromDay: anchorOf(pattern, day, from) };
        expect(seriesDays(rule, { from: rule.fromDay, to: day, scope: CLERMONT }).at(-1)).toBe(day);
      }),
    );
    expect(anchorOf(weekly("2026-12-11"), "2026-12-11", "2026-12-05")).toBe("2026-12-04");
  });
});

describe("a telephone number", () => {
  it.each([
    ["06 12 34 56 78", "+33612345678"],
    ["06.12.34.56.78", "+33612345678"],
    ["+33 (0)6 12 34 56 78", "+33612345678"],
    ["0033612345678", "+33612345678"],
    ["0692 12 34 56", "+262692123456"],
    ["0690-12-34-56", "+590690123456"],
    ["+41 79 123 45 67", "+41791234567"],
  ])("%s is %s", (typed, phone) => {
    expect(normalisedPhone(typed)).toBe(phone);
  });

  it.each([
    "",
    "06",
    "06 12 34 56 7",
    "061234567890",
    "+336123456",
    "abc",
    "0012",
    "+0123456789",
    "06 12 34 56 78 <b>",
  ])("%s is none", (typed) => {
    expect(normalisedPhone(typed)).toBeNull();
  });

  it("is read as one writes it here", () => {
    expect(phoneWords("+33612345678")).toBe("06 12 34 56 78".replaceAll(" ", "\u00a0"));
    expect(phoneWords("+262692123456")).toBe("06 92 12 34 56".replaceAll(" ", "\u00a0"));
    expect(phoneWords("+41791234567")).toBe("+41791234567");
  });
});
