import { zonedMoment } from "@/core/zoned-time.ts";

const DAY_MS = 24 * 3_600_000;

/** Calendar days are texts ("2026-11-28"), counted as days of UTC: no clock changes there. */
const toUtc = (day: string): number => Date.parse(`${day}T00:00Z`);
const toDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => toDay(toUtc(day) + days * DAY_MS);
/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => ((new Date(toUtc(day)).getUTCDay() + 6) % 7) + 1;
export const monthOf = (day: string): string => day.slice(0, 7);

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

/** The seven days of a day's week. */
export const weekOf = (day: string): string[] => Array.from({ length: 7 }, (_, n) => addDays(mondayOf(day), n));

/** The weeks that a day's month touches, Mondays first, whole. */
export function monthGrid(day: string): string[][] {
  const first = `${monthOf(day)}-01`;
  const weeks: string[][] = [];
  for (
    let monday = mondayOf(first);
    weeks.length === 0 || monthOf(monday) === monthOf(first);
    monday = addDays(monday, 7)
  )
    weeks.push(weekOf(monday));
  return weeks;
}

/** The first day of the month that many months on. */
export function addMonths(day: string, months: number): string {
  const [year = 1970, month = 1] = day.split("-").map(Number);
  return toDay(Date.UTC(year, month - 1 + months, 1));
}

/** Where a day begins in a zone; an hour that is skipped there (some clocks change at midnight) is the one after. */
export const beginningOf = (day: string, zone: string): Date =>
  zonedMoment(`${day}T00:00`, zone) ?? new Date(toUtc(day));

/** The days that something covers, from the day it begins to the one that it ends on (midnight is the day before). */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last && days.length < 16; day = addDays(day, 1)) days.push(day);
  return days.length > 0 ? days : [first];
}
