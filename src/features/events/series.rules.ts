import { holidayOn } from "@/core/holidays.ts";
import { zonedDay, zonedMoment } from "@/core/zoned-time.ts";

/** A calendar day without an hour: "2026-11-28". */
export type Day = string;

/** When an event comes back: every so many weeks on a weekday, or on the nth (or last) weekday of every so many months. */
export type SeriesRule = {
  frequency: "weekly" | "monthly";
  every: number;
  /** 1 Monday … 7 Sunday. */
  weekday: number;
  /** For "monthly": 1 to 4, or -1 for the last one of the month. */
  nth: number | null;
  /** Local time in its zone, minutes after midnight, and length in minutes. */
  startMinute: number;
  minutes: number;
  zone: string;
  fromDay: Day;
  untilDay: Day | null;
  skipHolidays: boolean;
};

/** How far ahead occurrences exist. */
export const WEEKS_AHEAD = 8;
const DAY_MS = 24 * 3_600_000;

const at = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);
export const addDays = (day: Day, days: number): Day => dayAt(at(day) + days * DAY_MS);
/** Of two days, the one that comes after. */
export const later = (a: Day, b: Day): Day => (a > b ? a : b);
const monthsOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: Day): number => ((new Date(at(day)).getUTCDay() + 6) % 7) + 1;
/** Which one of its weekday in its month: 1 to 5. */
export const nthOf = (day: Day): number => Math.ceil(Number(day.slice(8)) / 7);
/** Whether its weekday does not come again in its month. */
export const isLastOfMonth = (day: Day): boolean => monthsOf(addDays(day, 7)) !== monthsOf(day);

/** Every day of a rule from one day to another, both included; holidays of the scope are left out when the rule says so. */
export function seriesDays(rule: SeriesRule, { from, to, scope }: { from: Day; to: Day; scope: string }): Day[] {
  const last = rule.untilDay && rule.untilDay < to ? rule.untilDay : to;
  const days = rule.frequency === "weekly" ? weeklyDays(rule, from, last) : monthlyDays(rule, from, last);
  return rule.skipHolidays ? days.filter((day) => holidayOn(day, scope) === null) : days;
}

function weeklyDays({ fromDay, weekday, every }: SeriesRule, from: Day, last: Day): Day[] {
  const step = every * 7 * DAY_MS;
  const first = at(fromDay) + ((weekday - weekdayOf(fromDay) + 7) % 7) * DAY_MS;
  const begin = first + Math.max(0, Math.ceil((at(from) - first) / step)) * step;
  const days: Day[] = [];
  for (let day = begin; day <= at(last); day += step) days.push(dayAt(day));
  return days;
}

function monthlyDays({ fromDay, weekday, nth, every }: SeriesRule, from: Day, last: Day): Day[] {
  const first = monthsOf(fromDay);
  const begin = first + Math.max(0, Math.floor((monthsOf(from) - first) / every)) * every;
  const days: Day[] = [];
  for (let month = begin; month <= monthsOf(last); month += every) {
    const day = nthWeekday(month, weekday, nth ?? 1);
    if (day >= later(from, fromDay) && day <= last) days.push(day);
  }
  return days;
}

/** The nth (or last) such weekday of a month, counted from the year 0. */
function nthWeekday(month: number, weekday: number, nth: number): Day {
  const [year, index] = [Math.floor(month / 12), month % 12];
  if (nth === -1) {
    const end = dayAt(Date.UTC(year, index + 1, 0));
    return addDays(end, -((weekdayOf(end) - weekday + 7) % 7));
  }
  const start = dayAt(Date.UTC(year, index, 1));
  return addDays(start, ((weekday - weekdayOf(start) + 7) % 7) + (nth - 1) * 7);
}

/** The moment of an occurrence's beginning. An hour that the change to summer time skips is the one after. */
export function startOn(day: Day, { startMinute, zone }: Pick<SeriesRule, "startMinute" | "zone">): Date {
  const two = (value: number) => String(value).padStart(2, "0");
  const found = zonedMoment(`${day}T${two(Math.floor(startMinute / 60))}:${two(startMinute % 60)}`, zone);
  if (!found) throw new Error(`no such day: ${day}`);
  return found;
}

/** The last day until which occurrences exist now. */
export const horizon = (now: Date, zone: string): Day => addDays(zonedDay(now, zone), WEEKS_AHEAD * 7);

/** Which of its weeks or months a day falls in, counted by the rule's own steps: what a moved day stays in. */
export function periodOf({ frequency, every, fromDay }: SeriesRule, day: Day): number {
  if (frequency === "monthly") return Math.floor((monthsOf(day) - monthsOf(fromDay)) / every);
  const monday = at(fromDay) - (weekdayOf(fromDay) - 1) * DAY_MS;
  return Math.floor((at(day) - monday) / (every * 7 * DAY_MS));
}

/** What a form offers: how often an event comes back, from the day that it is on. */
export const repeats = ["weekly", "weekly2", "weekly3", "weekly4", "monthly", "monthly2", "monthly3", "last"] as const;
export type Repeat = (typeof repeats)[number];

type Pattern = Pick<SeriesRule, "frequency" | "every" | "weekday" | "nth">;

/** What a choice means for an event of that day. Null: "the last one of the month" for a day that is not. */
export function patternOf(repeat: Repeat, day: Day): Pattern | null {
  const weekday = weekdayOf(day);
  const every = Number(/\d$/.exec(repeat)?.[0] ?? 1);
  if (repeat.startsWith("weekly")) return { frequency: "weekly", every, weekday, nth: null };
  if (repeat === "last") return isLastOfMonth(day) ? { frequency: "monthly", every: 1, weekday, nth: -1 } : null;
  // There is not always a fifth one: the last.
  const nth = nthOf(day) === 5 ? -1 : nthOf(day);
  return { frequency: "monthly", every, weekday, nth };
}

/** The choice that says a rule, or null when no form offers it. */
export function repeatOf({ frequency, every, nth }: Pattern): Repeat | null {
  if (frequency === "monthly" && nth === -1 && every === 1) return "last";
  const said = `${frequency}${every === 1 ? "" : every}`;
  return repeats.find((one) => one === said) ?? null;
}

const weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const ranks: Record<number, string> = { 1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", [-1]: "dernier" };
const numbers = ["", "", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"];

/** "chaque samedi", "un samedi sur deux", "le premier jeudi du mois", "le dernier vendredi, tous les deux mois". */
export function patternWords({ frequency, every, weekday, nth }: Pattern): string {
  const name = weekdays[weekday - 1] ?? "";
  const count = numbers[every] ?? String(every);
  if (frequency === "weekly") return every === 1 ? `chaque ${name}` : `un ${name} sur ${count}`;
  const which = `le ${ranks[nth ?? 1]} ${name}`;
  return every === 1 ? `${which} du mois` : `${which}, tous les ${count} mois`;
}

/** Where a rule begins so that it holds a day and, in its steps, whatever comes from another one on. */
export function anchorOf(pattern: Pattern, day: Day, from: Day): Day {
  if (from >= day) return day;
  if (pattern.frequency === "monthly") {
    const steps = Math.floor((monthsOf(day) - monthsOf(from)) / pattern.every);
    const month = monthsOf(day) - steps * pattern.every;
    return dayAt(Date.UTC(Math.floor(month / 12), month % 12, 1));
  }
  const monday = (one: Day) => at(one) - (weekdayOf(one) - 1) * DAY_MS;
  const step = pattern.every * 7 * DAY_MS;
  return dayAt(at(day) - Math.floor((monday(day) - monday(from)) / step) * step);
}

/**
 * Which day of a new rule each occurrence moves to: the same day where there is one, else the day of the same week or
 * month where the rule only changed its day. Those missing from the answer fit no more.
 */
export function matchDays(
  old: readonly Day[],
  days: readonly Day[],
  rules: { before: SeriesRule; after: SeriesRule },
): Map<Day, Day> {
  const free = new Set(days);
  const matched = new Map<Day, Day>();
  for (const day of old) if (free.delete(day)) matched.set(day, day);
  const { before, after } = rules;
  if (before.frequency !== after.frequency || before.every !== after.every) return matched;
  for (const day of old) {
    if (matched.has(day)) continue;
    const found = [...free].find((one) => periodOf(after, one) === periodOf(after, day));
    if (!found) continue;
    free.delete(found);
    matched.set(day, found);
  }
  return matched;
}
