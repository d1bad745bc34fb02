import { PARIS, zonedDay } from "./zoned-time.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A formatter for each zone, made once. */
function inZones(options: Intl.DateTimeFormatOptions): (zone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (zone) => {
    const known = made.get(zone) ?? new Intl.DateTimeFormat("fr-FR", { timeZone: zone, ...options });
    made.set(zone, known);
    return known;
  };
}

const dayParts = inZones({ day: "numeric", month: "long", year: "numeric" });
const weekdayParts = inZones({ weekday: "long", day: "numeric", month: "long" });
const clockParts = inZones({ hour: "numeric", minute: "2-digit" });
const numbers = new Intl.NumberFormat("fr-FR");

/** Days since the epoch of the calendar day in Paris, so that "hier" follows midnight there. */
function parisDay(date: Date): number {
  const [y, m, d] = zonedDay(date, PARIS).split("-").map(Number);
  return Date.UTC(y ?? 1970, (m ?? 1) - 1, d ?? 1) / day;
}

function frenchDay(date: Date, withYear: boolean, zone = PARIS): string {
  const parts = Object.fromEntries(
    dayParts(zone)
      .formatToParts(date)
      .map((p) => [p.type, p.value]),
  );
  const number = parts.day === "1" ? "1er" : parts.day;
  return withYear ? `${number} ${parts.month} ${parts.year}` : `${number} ${parts.month}`;
}

/** "12 décembre", "1er mai"; the year is added when it is not this one. Europe/Paris. */
export function dayAndMonth(date: Date, now?: Date): string {
  return frenchDay(date, now !== undefined && parisYear(date) !== parisYear(now));
}

/** "12 décembre 2026", in a zone. */
export function fullDay(date: Date, zone = PARIS): string {
  return frenchDay(date, true, zone);
}

/** "samedi 28 novembre", in a zone. */
export function weekdayAndDay(date: Date, zone = PARIS): string {
  return weekdayParts(zone).format(date).replace(/ 1 /, " 1er ");
}

/** "Aujourd’hui", "Hier", else "Samedi 28 novembre", with its year when it is not this one: over a day of a list. Europe/Paris. */
export function dayHeading(date: Date, now: Date): string {
  const days = parisDay(now) - parisDay(date);
  if (days === 0) return "Aujourd’hui";
  if (days === 1) return "Hier";
  const words = weekdayAndDay(date);
  const year = parisYear(date) === parisYear(now) ? "" : ` ${parisYear(date)}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${year}`;
}

/** "18 h 30", "9 h", in a zone. */
export function clockTime(date: Date, zone = PARIS): string {
  const parts = Object.fromEntries(
    clockParts(zone)
      .formatToParts(date)
      .map((p) => [p.type, p.value]),
  );
  const hours = String(Number(parts.hour));
  return parts.minute === "00" ? `${hours} h` : `${hours} h ${parts.minute}`;
}

/** "12 décembre 2026 à 18 h 30", in a zone. */
export function fullMoment(date: Date, zone = PARIS): string {
  return `${fullDay(date, zone)} à ${clockTime(date, zone)}`;
}

/** How long ago, or in how long, in words: "à l’instant", "il y a 4 min", "hier", "dans 3 jours", else the day. */
export function relativeTime(date: Date, now: Date): string {
  const away = now.getTime() - date.getTime();
  const past = away >= 0;
  const size = Math.abs(away);
  const say = (amount: string) => (past ? `il y a ${amount}` : `dans ${amount}`);
  if (size < minute) return past ? "à l’instant" : "dans un instant";
  if (size < hour) return say(`${Math.floor(size / minute)} min`);
  const days = parisDay(now) - parisDay(date);
  if (days === 0 || size < 6 * hour) return say(`${Math.floor(size / hour)} h`);
  if (days === 1) return "hier";
  if (days === -1) return "demain";
  if (Math.abs(days) < 7) return say(`${Math.abs(days)} jours`);
  return `le ${dayAndMonth(date, now)}`;
}

/** "1 240": groups of three, narrow no-break space. */
export function frenchNumber(value: number): string {
  return numbers.format(value);
}

/** "1 contribution", "38 contributions": plural from two on, as French has it. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${frenchNumber(count)} ${Math.abs(count) < 2 ? one : many}`;
}

function parisYear(date: Date): string | undefined {
  return dayParts(PARIS)
    .formatToParts(date)
    .find((p) => p.type === "year")?.value;
}
