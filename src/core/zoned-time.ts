/** The zone of whoever says no other. */
export const PARIS = "Europe/Paris";

/** Where the clock is not that of Paris, by federation. Abroad the party keeps the hours of Paris. */
const overseas: Record<string, string> = {
  "971": "America/Guadeloupe",
  "972": "America/Martinique",
  "973": "America/Cayenne",
  "974": "Indian/Reunion",
  "975": "America/Miquelon",
  "976": "Indian/Mayotte",
  "977": "America/St_Barthelemy",
  "978": "America/Marigot",
  "986": "Pacific/Wallis",
  "987": "Pacific/Tahiti",
  "988": "Pacific/Noumea",
};

/** Every zone that an event may be in. */
export const zones: readonly string[] = [PARIS, ...Object.values(overseas)];

/** The zone of a federation, by its id ("63", "974"). */
export const zoneOfFederation = (id: string): string => overseas[id] ?? PARIS;

/** The zone of a scope: its federation's; Paris for the country. */
export const zoneOfScope = (scope: string): string => zoneOfFederation(scope.split("/")[1] ?? "");

const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(zone, made);
  return made;
}

/** A moment as a form's date field shows it in a zone: "2026-11-28T18:30". */
export function zonedField(date: Date, zone: string): string {
  const found = Object.fromEntries(
    partsIn(zone)
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  );
  return `${found.year}-${found.month}-${found.day}T${found.hour}:${found.minute}`;
}

/** The calendar day of a moment in a zone: "2026-11-28". */
export const zonedDay = (date: Date, zone: string): string => zonedField(date, zone).slice(0, 10);

/**
 * The moment of a form's date field read in a zone, or null when it is not one. An hour that the change to summer time
 * skips is the one after; one that happens twice is the first.
 */
export function zonedMoment(field: string, zone: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(field)) return null;
  const wanted = field.slice(0, 16);
  const utc = Date.parse(`${wanted}Z`);
  // The engine takes 31 February for 3 March: it is no date.
  if (Number.isNaN(utc) || !new Date(utc).toISOString().startsWith(wanted)) return null;
  // Offsets on both sides of a change of clock: the larger first, as the moment it gives comes earlier.
  const offsets = [-1, 1].map((side) => offsetAt(new Date(utc + side * DAY_MS), zone)).sort((a, b) => b - a);
  const found = offsets.map((offset) => new Date(utc - offset));
  return found.find((date) => zonedField(date, zone) === wanted) ?? found[1] ?? null;
}

const DAY_MS = 24 * 3_600_000;

/** Milliseconds by which a zone's clock is ahead of UTC at a moment. */
function offsetAt(date: Date, zone: string): number {
  return Date.parse(`${zonedField(date, zone)}Z`) - Math.floor(date.getTime() / 60_000) * 60_000;
}
