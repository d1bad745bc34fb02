import { clockTime, dayAndMonth } from "@/core/french-dates.ts";
import { PARIS, zonedDay } from "@/core/zoned-time.ts";

const weekday = new Intl.DateTimeFormat("fr-FR", { timeZone: PARIS, weekday: "long" });
const DAY_MS = 86_400_000;

/** When something was last said, in the least room: "14 h 32", "hier", "mardi", "12 novembre". */
export function momentWords(at: Date, now: Date): string {
  const day = zonedDay(at, PARIS);
  if (day === zonedDay(now, PARIS)) return clockTime(at);
  if (day === zonedDay(new Date(now.getTime() - DAY_MS), PARIS)) return "hier";
  if (now.getTime() - at.getTime() < 6 * DAY_MS) return weekday.format(at);
  return dayAndMonth(at, now);
}
