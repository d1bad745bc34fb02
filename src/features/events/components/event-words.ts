import { clockTime, fullDay, weekdayAndDay } from "@/core/french-dates.ts";
import { PARIS, zonedDay, zonedField } from "@/core/zoned-time.ts";
import type { EventAudience } from "../event.rules.ts";

/** Who is meant, in a line of its page. */
export const audienceWords: Record<EventAudience, string> = {
  everyone: "Ouvert à toutes et tous",
  members: "Pour tous les membres",
  federation: "Pour les membres de la fédération",
  section: "Pour les membres de la section",
  invited: "Sur invitation",
  group: "Pour les membres du groupe",
};

const zoneNames: Record<string, string> = {
  [PARIS]: "heure de Paris",
  "America/Guadeloupe": "heure de la Guadeloupe",
  "America/Martinique": "heure de la Martinique",
  "America/Cayenne": "heure de Cayenne",
  "Indian/Reunion": "heure de La Réunion",
  "America/Miquelon": "heure de Saint-Pierre-et-Miquelon",
  "Indian/Mayotte": "heure de Mayotte",
  "America/St_Barthelemy": "heure de Saint-Barthélemy",
  "America/Marigot": "heure de Saint-Martin",
  "Pacific/Wallis": "heure de Wallis-et-Futuna",
  "Pacific/Tahiti": "heure de Tahiti",
  "Pacific/Noumea": "heure de Nouméa",
};

type When = { startsAt: number; endsAt: number };

/** "heure de La Réunion". */
export const zoneWords = (zone: string): string => zoneNames[zone] ?? zone;

/** "samedi 28 novembre", with the year when it is not this one. */
export function dayWords(at: number, zone: string, now: number): string {
  const date = new Date(at);
  const sameYear = zonedDay(date, zone).slice(0, 4) === zonedDay(new Date(now), zone).slice(0, 4);
  return sameYear ? weekdayAndDay(date, zone) : `${weekdayAndDay(date, zone)} ${zonedDay(date, zone).slice(0, 4)}`;
}

/** "de 9 h à 12 h"; over several days, with the last one: "de 9 h à dimanche 29 novembre, 17 h". An end in the small hours is still that evening's. */
export function hoursWords({ startsAt, endsAt }: When, zone: string): string {
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  const lastDay = zonedDay(end, zone) === zonedDay(start, zone) || endsAt - startsAt < 12 * 3_600_000;
  const until = lastDay ? clockTime(end, zone) : `${weekdayAndDay(end, zone)}, ${clockTime(end, zone)}`;
  return `de ${clockTime(start, zone)} à ${until}`;
}

/** The same hours by the reader's own clock, when it shows others; null when it shows the same. */
export function elsewhereWords(when: When, zone: string, readerZone: string): string | null {
  const start = new Date(when.startsAt);
  if (zonedField(start, zone) === zonedField(start, readerZone)) return null;
  const otherDay = zonedDay(start, zone) !== zonedDay(start, readerZone);
  const hours = hoursWords(when, readerZone);
  return `${otherDay ? `${weekdayAndDay(start, readerZone)}, ` : ""}${hours}, ${zoneWords(readerZone)}`;
}

/** Where it is on the plain map of OpenStreetMap: a link, opened by a click alone. */
export function mapHref({
  latitude,
  longitude,
  exact,
}: {
  latitude: number;
  longitude: number;
  exact: boolean;
}): string {
  const [lat, lon] = [latitude.toFixed(5), longitude.toFixed(5)];
  const zoom = exact ? 18 : 14;
  const marker = exact ? `?mlat=${lat}&mlon=${lon}` : "";
  return `https://www.openstreetmap.org/${marker}#map=${zoom}/${lat}/${lon}`;
}

/** "28" and "nov.", for the block of a date; the whole day for who hears it. */
export function dateBlock(at: number, zone: string): { day: string; month: string; weekday: string; whole: string } {
  const date = new Date(at);
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("fr-FR", { timeZone: zone, ...options }).format(date);
  return {
    day: say({ day: "numeric" }),
    month: say({ month: "short" }),
    weekday: say({ weekday: "short" }),
    whole: fullDay(date, zone),
  };
}
