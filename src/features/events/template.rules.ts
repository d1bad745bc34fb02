import type { EventAudience, EventKind } from "./event.rules.ts";

/** What an event of a kind usually is: what its form holds before anything is typed. */
export type EventTemplate = {
  /** A sentence on the kind, where one chooses it. */
  about: string;
  title: string;
  /** 1 Monday … 7 Sunday. */
  weekday: number;
  shifts: readonly { from: string; to: string; label: string; needed: number; maximum: number | null }[];
  audience: EventAudience;
  /** What to bring, one a line, "Tables × 2". */
  bring: readonly string[];
  titleHint: string;
  descriptionHint: string;
  meetingHint: string;
};

const shift = (from: string, to: string, needed = 0, maximum: number | null = null, label = "") => ({
  from,
  to,
  label,
  needed,
  maximum,
});

/** Two teams one after the other: who has little time comes for one. */
const morning = [shift("09:00", "10:30", 4, 6), shift("10:30", "12:00", 4, 6)];

export const eventTemplates: Record<EventKind, EventTemplate> = {
  leafleting: {
    about: "Au marché, à la gare, à la sortie des écoles : deux équipes qui se relaient.",
    title: "Tractage",
    weekday: 6,
    shifts: morning,
    audience: "section",
    bring: ["Tracts", "Badges × 6", "Thermos de café"],
    titleHint: "Par exemple « Tractage au marché Saint-Pierre »",
    descriptionHint: "Le tract du jour, ce qu’on dit aux gens, qui apporte quoi.",
    meetingHint: "Par exemple « devant la halle, côté rue de la Boucherie »",
  },
  letterboxing: {
    about: "Une rue après l’autre, à deux : on se retrouve, on se partage le quartier.",
    title: "Boîtage",
    weekday: 7,
    shifts: [shift("10:00", "12:00", 4, 10)],
    audience: "section",
    bring: ["Tracts", "Plan du quartier × 4"],
    titleHint: "Par exemple « Boîtage à Montferrand »",
    descriptionHint: "Les rues à faire, comment on se les partage.",
    meetingHint: "Par exemple « place de la Rodade, sous le platane »",
  },
  canvassing: {
    about: "Frapper, écouter, noter : par binômes, une cage d’escalier à la fois.",
    title: "Porte-à-porte",
    weekday: 3,
    shifts: [shift("17:30", "19:30", 6, 12)],
    audience: "section",
    bring: ["Argumentaires × 6", "Fiches à remplir × 6"],
    titleHint: "Par exemple « Porte-à-porte à la Gauthière »",
    descriptionHint: "Les questions qu’on pose, les binômes, comment on note ce qu’on entend.",
    meetingHint: "Par exemple « arrêt de tram Croix-de-Neyrat »",
  },
  postering: {
    about: "De nuit ou au petit matin, sur les panneaux d’expression libre.",
    title: "Collage",
    weekday: 4,
    shifts: [shift("21:00", "23:30", 4, 8)],
    audience: "section",
    bring: ["Affiches", "Colle", "Seaux × 2", "Balais × 2"],
    titleHint: "Par exemple « Collage du jeudi soir »",
    descriptionHint: "Les panneaux, les voitures, les règles à respecter.",
    meetingHint: "Par exemple « au local, 12 rue des Gras »",
  },
  phone_bank: {
    about: "Appeler ensemble, avec un script et une liste : au local ou chacun·e chez soi.",
    title: "Phoning",
    weekday: 2,
    shifts: [shift("18:00", "20:00", 4, null)],
    audience: "section",
    bring: ["Chargeur de téléphone", "Écouteurs"],
    titleHint: "Par exemple « Phoning pour la réunion du 12 »",
    descriptionHint: "Le script, la liste, où l’on note les réponses.",
    meetingHint: "Par exemple « au local, à l’étage »",
  },
  section_meeting: {
    about: "L’ordre du jour, les décisions, qui fait quoi d’ici la prochaine fois.",
    title: "Réunion de section",
    weekday: 4,
    shifts: [shift("18:30", "20:30")],
    audience: "section",
    bring: [],
    titleHint: "Par exemple « Réunion de section de décembre »",
    descriptionHint: "L’ordre du jour.",
    meetingHint: "Par exemple « salle Poly, au fond du couloir »",
  },
  public_meeting: {
    about: "Ouverte à tout le quartier : même sans compte, on s’inscrit par e-mail.",
    title: "Réunion publique",
    weekday: 4,
    shifts: [shift("19:00", "21:00")],
    audience: "everyone",
    bring: ["Vidéoprojecteur", "Feuilles d’émargement"],
    titleHint: "Par exemple « Réunion publique : quels transports pour 2030 ? »",
    descriptionHint: "De quoi on parle, avec qui, comment on pourra intervenir.",
    meetingHint: "Par exemple « entrée par la cour de l’école »",
  },
  debate: {
    about: "En salle ou en ligne, relié si tu veux à un débat de La Coopol.",
    title: "Débat",
    weekday: 2,
    shifts: [shift("19:00", "21:00")],
    audience: "everyone",
    bring: [],
    titleHint: "Par exemple « Débat : faut-il rendre les bus gratuits ? »",
    descriptionHint: "La question, les personnes invitées, le déroulé.",
    meetingHint: "Par exemple « amphi du rez-de-chaussée »",
  },
  training: {
    about: "Apprendre à faire : prendre la parole, tenir une table, écrire un tract.",
    title: "Formation",
    weekday: 6,
    shifts: [shift("09:30", "12:30", 0, 20)],
    audience: "federation",
    bring: ["De quoi noter"],
    titleHint: "Par exemple « Formation : prendre la parole »",
    descriptionHint: "Ce qu’on saura faire en sortant, le programme, qui anime.",
    meetingHint: "Par exemple « salle 3, deuxième étage »",
  },
  convivial: {
    about: "Un apéro, un repas partagé, une balade : faire connaissance.",
    title: "Apéro de la section",
    weekday: 5,
    shifts: [shift("19:00", "21:30")],
    audience: "members",
    bring: ["Quelque chose à boire", "Quelque chose à manger"],
    titleHint: "Par exemple « Apéro de rentrée »",
    descriptionHint: "Ce qui est prévu, ce que chacun·e apporte, si l’on vient avec des enfants.",
    meetingHint: "Par exemple « la grande table près du canal »",
  },
};

/** The first day of a weekday after today, in a calendar of days: "2026-11-28". */
export function nextWeekday(today: string, weekday: number): string {
  const at = new Date(`${today}T00:00Z`);
  const ahead = ((weekday - at.getUTCDay() + 6) % 7) + 1;
  return new Date(at.getTime() + ahead * 24 * 3_600_000).toISOString().slice(0, 10);
}
