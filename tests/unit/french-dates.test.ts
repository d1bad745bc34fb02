import { describe, expect, it } from "vitest";
import {
  clockTime,
  counted,
  dayAndMonth,
  frenchNumber,
  fullMoment,
  relativeTime,
  weekdayAndDay,
} from "@/core/french-dates.ts";

/** Ordinary spaces instead of the no-break ones, so that expectations can be read. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const now = new Date("2026-11-22T17:30:00Z"); // 18 h 30 in Paris
const ago = (ms: number) => plain(relativeTime(new Date(now.getTime() - ms), now));
const minute = 60_000;
const hour = 60 * minute;

describe("saying when", () => {
  it("counts minutes, then hours, then days of Paris", () => {
    expect(ago(20_000)).toBe("à l’instant");
    expect(ago(4 * minute)).toBe("il y a 4 min");
    expect(ago(3 * hour)).toBe("il y a 3 h");
    expect(ago(20 * hour)).toBe("hier");
    expect(ago(72 * hour)).toBe("il y a 3 jours");
    expect(ago(24 * 10 * hour)).toBe("le 12 novembre");
    expect(ago(24 * 400 * hour)).toBe("le 18 octobre 2025");
  });

  it("looks ahead too", () => {
    expect(ago(-20_000)).toBe("dans un instant");
    expect(ago(-5 * minute)).toBe("dans 5 min");
    expect(ago(-24 * hour)).toBe("demain");
    expect(ago(-72 * hour)).toBe("dans 3 jours");
  });

  it("follows midnight in Paris, not in London", () => {
    const late = new Date("2026-11-22T23:30:00Z"); // already the 23rd in Paris
    expect(plain(dayAndMonth(late))).toBe("23 novembre");
  });

  it("writes days and hours as French does", () => {
    expect(plain(dayAndMonth(new Date("2026-05-01T10:00:00Z")))).toBe("1er mai");
    expect(plain(weekdayAndDay(new Date("2026-05-01T10:00:00Z")))).toBe("vendredi 1er mai");
    expect(plain(weekdayAndDay(new Date("2026-11-28T10:00:00Z")))).toBe("samedi 28 novembre");
    expect(plain(clockTime(new Date("2026-11-28T08:00:00Z")))).toBe("9 h");
    expect(plain(fullMoment(now))).toBe("22 novembre 2026 à 18 h 30");
    expect(plain(fullMoment(new Date("2026-07-14T22:05:00Z")))).toBe("15 juillet 2026 à 0 h 05");
  });
});

describe("saying how many", () => {
  it("groups thousands, and puts the plural from two on", () => {
    expect(plain(frenchNumber(1240))).toBe("1 240");
    expect(plain(counted(0, "contribution"))).toBe("0 contribution");
    expect(plain(counted(1, "contribution"))).toBe("1 contribution");
    expect(plain(counted(38, "contribution"))).toBe("38 contributions");
    expect(plain(counted(2, "avis", "avis"))).toBe("2 avis");
  });
});
