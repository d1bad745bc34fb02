import { clockTime, weekdayAndDay } from "@/core/french-dates.ts";
import { zonedDay } from "@/core/zoned-time.ts";

const DAY_MS = 24 * 3_600_000;
/** From when on a member is asked whether she comes: before the mail of the day before leaves. */
export const ASKED_BEFORE_MS = 30 * 3_600_000;

type Times = { startsAt: Date; endsAt: Date };

/** "9 h – 10 h 30"; with its day where it is not that of the event, and both days where it ends on another. */
export function hoursWords({ startsAt, endsAt }: Times, zone: string, withDay: boolean): string {
  const from = withDay ? `${weekdayAndDay(startsAt, zone)}, ${clockTime(startsAt, zone)}` : clockTime(startsAt, zone);
  const sameDay = zonedDay(startsAt, zone) === zonedDay(endsAt, zone);
  return sameDay
    ? `${from} – ${clockTime(endsAt, zone)}`
    : `${from} – ${weekdayAndDay(endsAt, zone)}, ${clockTime(endsAt, zone)}`;
}

/** "aujourd’hui 18 h", "demain 18 h", "lundi 30 novembre à 18 h", in a zone. */
export function soonWords(date: Date, now: Date, zone: string): string {
  const time = clockTime(date, zone);
  const day = zonedDay(date, zone);
  if (day === zonedDay(now, zone)) return `aujourd’hui ${time}`;
  if (day === zonedDay(new Date(now.getTime() + DAY_MS), zone)) return `demain ${time}`;
  return `${weekdayAndDay(date, zone)} à ${time}`;
}

/** Whether everything of an event happens on one day: its shifts then say only their hours. */
export function isOneDay(shifts: readonly Times[], zone: string): boolean {
  const days = shifts.flatMap(({ startsAt, endsAt }) => [zonedDay(startsAt, zone), zonedDay(endsAt, zone)]);
  return new Set(days).size <= 1;
}

/** The name that one is called by. */
export const firstName = (name: string): string => name.split(" ")[0] ?? name;

/** "Nadia, Jules et 8 autres": the names that the reader may read, and how many more. */
export function comingWords(names: readonly string[], others: number): string {
  const more =
    others > 0
      ? [
          `${others} ${names.length === 0 ? (others === 1 ? "personne" : "personnes") : others === 1 ? "autre" : "autres"}`,
        ]
      : [];
  const all = [...names, ...more];
  const last = all.at(-1) ?? "";
  return all.length < 2 ? last : `${all.slice(0, -1).join(", ")} et ${last}`;
}
