import { paths } from "@/core/paths.ts";
import { type EventKind, eventKinds } from "@/features/events/index.ts";

/** Whose events: the reader's own, those of where she lives, those of her groups, those around a commune, everybody's. */
export const lists = ["miens", "section", "federation", "groupes", "pres", "public"] as const;
export type AgendaList = (typeof lists)[number];
/** What a visitor may look at. */
export const visitorLists: readonly AgendaList[] = ["public", "pres"];

export const agendaShapes = ["liste", "semaine", "mois", "carte"] as const;
export type AgendaShape = (typeof agendaShapes)[number];

/** How far "near me" goes, in km. */
export const reaches = [5, 15, 40, 150] as const;
export type AgendaReach = (typeof reaches)[number];
export const USUAL_REACH: AgendaReach = 15;

/** Kinds as addresses say them. */
export const kindSlugs: Record<EventKind, string> = {
  leafleting: "tractage",
  letterboxing: "boitage",
  canvassing: "porte-a-porte",
  postering: "collage",
  phone_bank: "phoning",
  section_meeting: "reunion-de-section",
  public_meeting: "reunion-publique",
  debate: "debat",
  training: "formation",
  convivial: "moment-convivial",
};
export const kindOfSlug = (slug: string): EventKind | undefined => eventKinds.find((kind) => kindSlugs[kind] === slug);

/** What an address of the agenda asks for, as its search says it; what is usual is left out. */
export type AgendaChoice = {
  voir: AgendaList;
  vue: AgendaShape;
  genre?: EventKind | undefined;
  manque?: boolean | undefined;
  lieu?: string | undefined;
  distance?: AgendaReach | undefined;
  du?: string | undefined;
  au?: string | undefined;
  /** The day that a week or a month is chosen by. */
  jour?: string | undefined;
  apres?: string | undefined;
};

/** The fields of a choice, as a form's hidden fields and an address write them. `usual`: the list of who says none. */
export function searchOf(choice: AgendaChoice, usual: AgendaList): Record<string, string> {
  const { voir, vue, genre, manque, lieu, distance, du, au, jour, apres } = choice;
  const near = voir === "pres";
  const spans = vue === "semaine" || vue === "mois";
  const said = {
    voir: voir === usual ? undefined : voir,
    vue: vue === "liste" ? undefined : vue,
    genre: genre && kindSlugs[genre],
    manque: manque ? "oui" : undefined,
    lieu: near ? lieu : undefined,
    distance: near && distance !== USUAL_REACH ? distance?.toString() : undefined,
    du: spans ? undefined : du,
    au: spans ? undefined : au,
    jour: spans ? jour : undefined,
    apres,
  };
  return Object.fromEntries(Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The address of a choice. */
export function agendaHref(choice: AgendaChoice, usual: AgendaList): string {
  const search = new URLSearchParams(searchOf(choice, usual));
  return search.size > 0 ? `${paths.agenda}?${search}` : paths.agenda;
}

/** How far an event is, in words; a place known by its commune alone is never said to the metre. */
export function distanceWords(km: number, exact: boolean): string {
  if (km < 0.95) return exact ? `à ${Math.max(1, Math.round(km * 10)) * 100} m` : "tout près";
  return `à ${Math.round(km)} km`;
}
