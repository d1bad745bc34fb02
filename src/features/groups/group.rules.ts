import { ofPlace } from "@/core/french-places.ts";
import { quoted } from "@/core/notice-words.ts";
import type { Scope } from "@/core/scope.ts";

export const groupKinds = ["place", "local", "thematic", "working"] as const;
export type GroupKind = (typeof groupKinds)[number];
/** Those that members form. */
export const formedKinds = ["local", "thematic", "working"] as const satisfies readonly GroupKind[];
export const kindWords: Record<GroupKind, string> = {
  place: "Groupe de territoire",
  local: "Groupe local",
  thematic: "Groupe thématique",
  working: "Groupe de travail",
};

export const groupEntries = ["open", "request", "closed"] as const;
export type GroupEntry = (typeof groupEntries)[number];
export const entryWords: Record<GroupEntry, string> = {
  open: "Ouvert",
  request: "Sur demande",
  closed: "Sur invitation",
};

/** From the least to the most. */
export const groupRoles = ["follower", "member", "manager", "lead"] as const;
export type GroupRole = (typeof groupRoles)[number];
export const roleWords: Record<GroupRole, string> = {
  follower: "suit le groupe",
  member: "membre",
  manager: "gestionnaire",
  lead: "responsable",
};

/** Whether a role (null: none) is at least another: every right in a group is this comparison. */
export const hasRole = (role: GroupRole | null, least: GroupRole): boolean =>
  role !== null && groupRoles.indexOf(role) >= groupRoles.indexOf(least);

/** What a group may be about. */
export const themeWords = {
  ecologie: "Écologie",
  logement: "Logement",
  sante: "Santé",
  ecole: "École et jeunesse",
  travail: "Travail et salaires",
  "services-publics": "Services publics",
  transports: "Transports",
  egalite: "Égalité femmes-hommes",
  solidarites: "Solidarités",
  culture: "Culture",
  agriculture: "Agriculture et alimentation",
  europe: "Europe et international",
  numerique: "Numérique",
  democratie: "Démocratie",
  campagne: "Campagnes et terrain",
  formation: "Formation militante",
} as const;
export type Theme = keyof typeof themeWords;
export const themes = Object.keys(themeWords) as Theme[];

/** How long a visit of the national level opens a group that is not hers, milliseconds. */
export const VISIT_MS = 24 * 3_600_000;
/** Questions that may be asked of those who ask to come in. */
export const QUESTIONS_MAX = 3;

/** What a group is to a member: what decisions ask. */
export type GroupStanding = {
  scope: Scope;
  kind: GroupKind;
  entry: GroupEntry;
  adherentsOnly: boolean;
  postedBy: GroupRole;
  /** Hers, or null. */
  role: GroupRole | null;
  /** Whether she reads its wall, and not its card alone. */
  reads: boolean;
  /** Whether she answers for it by a mandate: its card and its rules, a manager where one is missing. */
  oversees: boolean;
  /** Whether who keeps it took her out of it. */
  removed: boolean;
};

/** A group as a heading: "Section Riom", "Fédération du Puy-de-Dôme"; one that members formed by its name. */
export function groupHeading({ name, place }: { name: string; place: Scope | null }): string {
  const depth = place?.split("/").length ?? 0;
  return depth === 3 ? `Section ${name}` : depth === 2 ? `Fédération ${ofPlace(name)}` : name;
}

/** The same in a sentence, after "dans": "la section Riom", "la fédération du Puy-de-Dôme", "« Vélo pour tous »". */
export function groupWords({ name, place }: { name: string; place: Scope | null }): string {
  const depth = place?.split("/").length ?? 0;
  return depth === 3 ? `la section ${name}` : depth === 2 ? `la fédération ${ofPlace(name)}` : quoted(name);
}
