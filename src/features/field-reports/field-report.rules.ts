import type { EventKind } from "@/features/events/index.ts";

/** What is counted on the field, in the order of forms and tables. */
export const measures = [
  "leaflets",
  "doorsOpen",
  "doorsClosed",
  "doorsRefused",
  "doorsTalked",
  "posters",
  "calls",
  "peopleMet",
] as const;
export type Measure = (typeof measures)[number];
export type Figures = Record<Measure, number>;

export const measureWords: Record<Measure, { label: string; one: string; many: string }> = {
  leaflets: { label: "Tracts distribués", one: "tract", many: "tracts" },
  doorsOpen: { label: "Portes ouvertes", one: "porte ouverte", many: "portes ouvertes" },
  doorsClosed: { label: "Portes closes", one: "porte close", many: "portes closes" },
  doorsRefused: { label: "Portes ouvertes, refus", one: "refus", many: "refus" },
  doorsTalked: { label: "Portes ouvertes, discussion", one: "discussion", many: "discussions" },
  posters: { label: "Affiches collées", one: "affiche", many: "affiches" },
  calls: { label: "Appels passés", one: "appel", many: "appels" },
  peopleMet: { label: "Personnes rencontrées", one: "personne rencontrée", many: "personnes rencontrées" },
};

/** What a kind of action is asked first; the rest is folded, not forbidden. */
const asked: Partial<Record<EventKind, readonly Measure[]>> = {
  leafleting: ["leaflets", "peopleMet"],
  letterboxing: ["leaflets"],
  canvassing: ["doorsOpen", "doorsClosed", "doorsRefused", "doorsTalked", "leaflets"],
  postering: ["posters"],
  phone_bank: ["calls", "peopleMet"],
};

/** The measures of an action of this kind. */
export const askedOf = (kind: EventKind): readonly Measure[] => asked[kind] ?? measures;

/** How long after its end an action still takes reports, in days. */
export const REPORT_DAYS = 60;

/** Pictures of one report. */
export const PHOTOS_MAX = 10;

/** "1 h 30", "45 min" for a number of minutes. */
export function durationWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, "0")}`;
}

/** The months up to the one of a day ("2026-11-28"), the latest first: "2026-11", "2026-10"… */
export function lastMonths(day: string, count: number): string[] {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}
