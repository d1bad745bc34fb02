const parts = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** A moment as a form's date field shows it in Paris: "2026-11-28T18:30". */
export function parisField(date: Date): string {
  const found = Object.fromEntries(parts.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${found.year}-${found.month}-${found.day}T${found.hour}:${found.minute}`;
}

/**
 * The moment of a form's date field read in Paris, or null when it is not one. An hour that the change to summer time
 * skips is the one after; one that happens twice is the first.
 */
export function parisMoment(field: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(field)) return null;
  const utc = Date.parse(`${field.slice(0, 16)}Z`);
  // The engine takes 31 February for 3 March: it is no date.
  if (Number.isNaN(utc) || !new Date(utc).toISOString().startsWith(field.slice(0, 16))) return null;
  // Paris is one or two hours ahead: the summer offset first, as it comes earlier.
  const found = [2, 1].map((hours) => new Date(utc - hours * 3_600_000));
  return found.find((date) => parisField(date) === field.slice(0, 16)) ?? found[1] ?? null;
}
