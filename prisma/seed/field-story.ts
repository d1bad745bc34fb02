import type { EventAudience, EventKind, EventStage } from "@/features/events/index.ts";

export type ShiftStory = {
  from: string;
  to: string;
  label?: string;
  needed?: number;
  maximum?: number | null;
  /** People who are in, and who wait. */
  in?: number;
  waiting?: number;
};

export type EventStory = {
  key: string;
  kind: EventKind;
  title: string;
  description: string;
  stage?: EventStage;
  reason?: string;
  scope: string;
  audience: EventAudience;
  adherentsOnly?: boolean;
  /** In how many days, or the coming day of the week (1 Monday … 7 Sunday), so many weeks later. */
  in?: number;
  on?: { weekday: number; weeks?: number };
  communeCode: string | null;
  address?: string;
  meetingPoint?: string;
  point?: [number, number];
  onlineUrl?: string;
  by: string;
  /** The group that organises it. */
  groupId?: string;
  shifts: ShiftStory[];
  items?: { label: string; quantity: number; brought: number }[];
  contact?: { memberId: string; phone: string };
  /** Announcements and questions with their answers, "!" in front of an announcement. */
  notes?: { words: string; answer?: string; announcement?: true }[];
};

const [INES, YANIS, MARYSE, BRUNO, HELENE] = [
  "cast00000001",
  "cast00000002",
  "cast00000003",
  "cast00000004",
  "cast00000006",
] as const;
const CLERMONT = "national/63/63113";
const AROUND = "national/63/63-autres";

/** The first one is the model of a series: every Saturday. Numbers of telephone are of the range kept for fiction. */
export const stories: readonly EventStory[] = [
  {
    key: "marche",
    kind: "leafleting",
    title: "Marché Saint-Pierre",
    description:
      "On distribue le quatre-pages **transports** et on invite au débat de la fédération.\n\n- On parle aux gens, on ne leur tend pas seulement un papier.\n- Deux par deux, une personne d’expérience avec chaque nouvelle.\n- On finit par un café chez Mado, place Saint-Pierre.",
    scope: CLERMONT,
    audience: "everyone",
    on: { weekday: 6 },
    communeCode: "63113",
    address: "Place Saint-Pierre",
    meetingPoint: "Devant la halle, côté rue de la Boucherie",
    point: [45.7792, 3.0829],
    by: INES,
    shifts: [
      { from: "09:00", to: "10:30", needed: 6, maximum: 8, in: 4 },
      { from: "10:30", to: "12:00", needed: 6, maximum: 6, in: 6, waiting: 2 },
    ],
    items: [
      { label: "Tracts (deux cartons)", quantity: 2, brought: 2 },
      { label: "Gilets de la section", quantity: 6, brought: 4 },
      { label: "Thermos de café", quantity: 2, brought: 1 },
    ],
    contact: { memberId: INES, phone: "+33639980012" },
    notes: [
      {
        words: "Les tracts sont arrivés : ils sont beaux, et il y en a 1 200. Rendez-vous cinq minutes avant.",
        announcement: true,
      },
      { words: "Je peux venir avec ma fille de neuf ans ?", answer: "Bien sûr, elle tiendra les ballons." },
    ],
  },
  {
    key: "reunion",
    kind: "section_meeting",
    title: "Réunion de section de décembre",
    description:
      "Au programme : le bilan des porte-à-porte, le calendrier de janvier, et qui fait quoi. On finit à 20 h 15.",
    scope: CLERMONT,
    audience: "section",
    on: { weekday: 2, weeks: 1 },
    communeCode: "63113",
    address: "Maison des associations, 2 boulevard Trudaine",
    meetingPoint: "Salle 4, au premier",
    by: INES,
    shifts: [{ from: "18:30", to: "20:15", in: 14 }],
    items: [{ label: "Quelque chose à grignoter", quantity: 4, brought: 2 }],
  },
  {
    key: "croix-de-neyrat",
    kind: "canvassing",
    title: "Porte-à-porte à Croix-de-Neyrat",
    description:
      "Trois cages d’escalier, en binômes. On écoute d’abord : le loyer, les bus, l’école. On note, on revient.",
    scope: CLERMONT,
    audience: "section",
    on: { weekday: 3, weeks: 1 },
    communeCode: "63113",
    meetingPoint: "Arrêt Croix-de-Neyrat, sous l’abri",
    point: [45.8107, 3.1136],
    by: INES,
    shifts: [{ from: "17:30", to: "19:30", needed: 8, maximum: 12, in: 3 }],
    items: [{ label: "Fiches à remplir", quantity: 6, brought: 6 }],
    contact: { memberId: INES, phone: "+33639980012" },
  },
  {
    key: "collage",
    kind: "postering",
    title: "Collage sur les panneaux libres",
    description: "Six panneaux entre Jaude et la gare. Colle et balais fournis, vêtements qui ne craignent rien.",
    scope: CLERMONT,
    audience: "section",
    adherentsOnly: true,
    on: { weekday: 4, weeks: 1 },
    communeCode: "63113",
    meetingPoint: "Local de la section, 20 h précises",
    by: INES,
    shifts: [{ from: "20:00", to: "22:00", needed: 4, maximum: 6, in: 4 }],
    items: [
      { label: "Seaux et balais", quantity: 3, brought: 3 },
      { label: "Une voiture", quantity: 1, brought: 0 },
    ],
  },
  {
    key: "pot",
    kind: "convivial",
    title: "Le pot de fin d’année",
    description: "Chacun·e apporte un plat ou une bouteille, et si possible quelqu’un qui n’est jamais venu.",
    scope: CLERMONT,
    audience: "everyone",
    in: 19,
    communeCode: "63113",
    address: "Salle Poly, place du Premier-Mai",
    by: INES,
    shifts: [{ from: "19:00", to: "22:00", in: 21, maximum: 60 }],
    items: [
      { label: "Salades", quantity: 5, brought: 3 },
      { label: "Desserts", quantity: 5, brought: 4 },
      { label: "Vaisselle", quantity: 2, brought: 0 },
    ],
  },
  {
    key: "boitage-annule",
    kind: "letterboxing",
    title: "Boîtage à Saint-Jacques",
    description: "Le plateau, rue par rue.",
    stage: "cancelled",
    reason: "Alerte orange aux vents violents : on reporte à janvier.",
    scope: CLERMONT,
    audience: "section",
    in: 2,
    communeCode: "63113",
    meetingPoint: "Place Henri-Dunant",
    by: INES,
    shifts: [{ from: "10:00", to: "12:00", needed: 4 }],
  },
  {
    key: "brouillon",
    kind: "training",
    title: "Répondre aux idées reçues",
    description: "",
    stage: "draft",
    scope: CLERMONT,
    audience: "section",
    in: 40,
    communeCode: "63113",
    by: INES,
    shifts: [{ from: "18:30", to: "20:30", maximum: 20 }],
  },
  {
    key: "proposition",
    kind: "convivial",
    title: "Atelier vélo devant la fac",
    description:
      "Je sais réparer, j’ai deux caisses d’outils, et plein d’étudiants ont un vélo cassé. On pourrait discuter en réparant.",
    stage: "proposed",
    scope: CLERMONT,
    audience: "everyone",
    in: 15,
    communeCode: "63113",
    meetingPoint: "Parvis de la bibliothèque, boulevard Gergovia",
    by: YANIS,
    shifts: [{ from: "12:00", to: "14:00", needed: 3 }],
  },
  {
    key: "issoire",
    kind: "leafleting",
    title: "Marché d’Issoire",
    description:
      "Le marché du samedi, autour de l’abbatiale. Les habitué·e·s connaissent ; les autres sont attendu·e·s.",
    scope: AROUND,
    audience: "everyone",
    on: { weekday: 6 },
    communeCode: "63178",
    address: "Place de la République",
    meetingPoint: "Sous l’horloge",
    point: [45.5441, 3.2487],
    by: MARYSE,
    shifts: [{ from: "09:30", to: "11:30", needed: 5, maximum: 10, in: 3 }],
    contact: { memberId: MARYSE, phone: "+33639980034" },
  },
  {
    key: "debat-transports",
    kind: "debate",
    title: "Les transports du quotidien, la suite en vrai",
    description:
      "On reprend le débat en ligne là où il en est, dans une salle, avec un micro qui tourne. La synthèse sera lue à la fin.",
    scope: "national/63",
    audience: "everyone",
    in: 16,
    communeCode: "63113",
    address: "Maison du Peuple, place de la Liberté",
    by: BRUNO,
    shifts: [{ from: "18:30", to: "20:30", in: 24, maximum: 150 }],
    notes: [
      {
        words: "La salle est-elle accessible en fauteuil ?",
        answer: "Oui, par la rue Saint-Dominique, et une boucle magnétique est installée.",
      },
    ],
  },
  {
    key: "formation",
    kind: "training",
    title: "Prendre la parole sans trembler",
    description: "Deux heures, douze personnes, que des exercices. Pour qui n’a jamais parlé en réunion.",
    scope: "national/63",
    audience: "federation",
    in: 12,
    communeCode: "63124",
    address: "Salle des fêtes de Cournon",
    by: BRUNO,
    shifts: [{ from: "14:00", to: "16:00", maximum: 12, in: 12, waiting: 3 }],
  },
  {
    key: "phoning",
    kind: "phone_bank",
    title: "Phoning national : le pouvoir d’achat",
    description: "On appelle depuis chez soi, avec un argumentaire à l’écran et quelqu’un pour répondre aux questions.",
    scope: "national",
    audience: "members",
    in: 6,
    communeCode: null,
    onlineUrl: "https://visio.example/phoning",
    by: HELENE,
    shifts: [
      { from: "18:00", to: "19:00", needed: 30, in: 17 },
      { from: "19:00", to: "20:00", needed: 30, in: 22 },
    ],
  },
];

/** What was done these last months, told shortly: days ago, kind, title, figures, what was heard. */
export type PastStory = {
  daysAgo: number;
  kind: EventKind;
  title: string;
  scope: string;
  communeCode: string;
  meetingPoint: string;
  by: string;
  people: number;
  figures: Partial<
    Record<
      "leaflets" | "doorsOpen" | "doorsClosed" | "doorsRefused" | "doorsTalked" | "posters" | "calls" | "peopleMet",
      number
    >
  >;
  heard: string;
};

const market = (daysAgo: number, people: number, leaflets: number, peopleMet: number, heard: string): PastStory => ({
  daysAgo,
  kind: "leafleting",
  title: "Marché Saint-Pierre",
  scope: CLERMONT,
  communeCode: "63113",
  meetingPoint: "Devant la halle, côté rue de la Boucherie",
  by: INES,
  people,
  figures: { leaflets, peopleMet },
  heard,
});

export const pastStories: readonly PastStory[] = [
  market(
    8,
    9,
    640,
    85,
    "Beaucoup de questions sur les bus du dimanche. Trois personnes ont laissé leur adresse pour la prochaine réunion.",
  ),
  market(
    22,
    7,
    480,
    60,
    "Marché froid, gens pressés. Le tract sur les loyers part mieux quand on commence par demander « vous êtes locataire ? ».",
  ),
  {
    daysAgo: 13,
    kind: "canvassing",
    title: "Porte-à-porte à la Gauthière",
    scope: CLERMONT,
    communeCode: "63113",
    meetingPoint: "Arrêt La Gauthière, côté place",
    by: INES,
    people: 8,
    figures: { doorsOpen: 62, doorsClosed: 97, doorsRefused: 11, doorsTalked: 38, leaflets: 90 },
    heard:
      "L’ascenseur du bâtiment C est en panne depuis cinq semaines : trois personnes âgées ne sortent plus. **On écrit au bailleur.**",
  },
  {
    daysAgo: 34,
    kind: "postering",
    title: "Collage gare et Jaude",
    scope: CLERMONT,
    communeCode: "63113",
    meetingPoint: "Local de la section",
    by: INES,
    people: 5,
    figures: { posters: 46 },
    heard: "Deux panneaux libres ont disparu avenue de l’Union-Soviétique.",
  },
  market(50, 8, 520, 70, "Le prix de la cantine revient à chaque conversation."),
  market(85, 6, 400, 40, "Rentrée : les parents veulent parler des classes fermées."),
  {
    daysAgo: 71,
    kind: "letterboxing",
    title: "Boîtage à Montferrand",
    scope: CLERMONT,
    communeCode: "63113",
    meetingPoint: "Place de la Rodade, sous le platane",
    by: INES,
    people: 6,
    figures: { leaflets: 1150 },
    heard: "",
  },
  {
    daysAgo: 120,
    kind: "canvassing",
    title: "Porte-à-porte à Fontgiève",
    scope: CLERMONT,
    communeCode: "63113",
    meetingPoint: "Devant la fontaine",
    by: INES,
    people: 6,
    figures: { doorsOpen: 40, doorsClosed: 75, doorsRefused: 9, doorsTalked: 22 },
    heard: "On nous demande surtout : « et vous, vous revenez quand ? »",
  },
  market(155, 10, 720, 110, "Le plus beau marché de l’année. Cinq nouvelles têtes dans l’équipe."),
  market(210, 5, 350, 30, "Pluie. On a fini au café avec six personnes du quartier."),
  {
    daysAgo: 240,
    kind: "phone_bank",
    title: "Phoning avant la réunion publique",
    scope: CLERMONT,
    communeCode: "63113",
    meetingPoint: "Local de la section",
    by: INES,
    people: 4,
    figures: { calls: 132, peopleMet: 41 },
    heard: "Appeler entre 18 h et 19 h : on tombe sur quelqu’un une fois sur trois.",
  },
  market(300, 7, 450, 55, "Beaucoup de colère contre la fermeture de la maternité."),
  {
    daysAgo: 15,
    kind: "leafleting",
    title: "Marché d’Issoire",
    scope: AROUND,
    communeCode: "63178",
    meetingPoint: "Sous l’horloge",
    by: MARYSE,
    people: 4,
    figures: { leaflets: 260, peopleMet: 45 },
    heard: "La gare, toujours la gare : plus de guichet depuis juin.",
  },
  {
    daysAgo: 64,
    kind: "leafleting",
    title: "Marché d’Issoire",
    scope: AROUND,
    communeCode: "63178",
    meetingPoint: "Sous l’horloge",
    by: MARYSE,
    people: 5,
    figures: { leaflets: 300, peopleMet: 52 },
    heard: "Deux agriculteurs veulent venir à la prochaine réunion.",
  },
  {
    daysAgo: 41,
    kind: "leafleting",
    title: "Sortie de l’usine, aux Gravanches",
    scope: "national/63",
    communeCode: "63113",
    meetingPoint: "Devant la grille",
    by: BRUNO,
    people: 12,
    figures: { leaflets: 900, peopleMet: 140 },
    heard: "Équipe de 5 h et équipe de 13 h. On revient au printemps, c’est promis.",
  },
];
