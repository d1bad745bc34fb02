import type { Face } from "./faces.ts";

export type Portrait = {
  id: string;
  face?: Face;
  presentation?: string;
  status?: string;
  skills?: string[];
  interests?: string[];
  links?: string[];
  /** À la carte, in the words of offer.rules.ts. */
  willing?: string[];
  free?: string[];
  reachKm?: number;
  pace?: string;
  /** To whom her card and the rest are shown; nothing here: as narrow as for anybody who never chose. */
  seenBy?: "section" | "members" | "everyone";
};

/** Who the named cast are, as they tell it. */
export const portraits: readonly Portrait[] = [
  {
    id: "cast00000001",
    face: { ground: "#f6c9a8", skin: "#e8b48f", hair: "#3b2420", clothes: "#bf1238", cut: "bun" },
    presentation:
      "Prof de maths au collège, à Clermont depuis quinze ans. Je m’occupe de la section depuis deux ans : des tractages courts, des réunions qui finissent à l’heure, et un café pour qui arrive.\n\nÉcris-moi si tu ne sais pas par où commencer.",
    status: "Samedi, marché Saint-Pierre : on cherche deux personnes.",
    skills: ["animation de réunion", "tableur", "prise de parole"],
    interests: ["école publique", "transports", "logement"],
    willing: ["accueillir", "organiser", "tractage"],
    free: ["semaine-soir", "samedi"],
    reachKm: 15,
    pace: "chaque-semaine",
    seenBy: "everyone",
  },
  {
    id: "cast00000002",
    face: { ground: "#cfe3d6", skin: "#c68f63", hair: "#1f1817", clothes: "#3e5c8a", cut: "curly" },
    presentation: "Étudiant en géographie. Je découvre.",
    skills: ["cartographie", "vidéo"],
    interests: ["vélo", "transports"],
    willing: ["debattre", "tractage"],
    free: ["samedi"],
    reachKm: 5,
    pace: "une-heure-par-mois",
  },
  {
    id: "cast00000003",
    face: { ground: "#f3dcc0", skin: "#f0c8ac", hair: "#b9b2ac", clothes: "#6d2f7a", cut: "short", glasses: true },
    presentation:
      "Institutrice à la retraite, à Issoire. Quarante ans de marchés du samedi, et toujours contente d’y voir une tête nouvelle.",
    status: "Je garde les tracts de la semaine à la maison.",
    skills: ["accueil", "relecture", "covoiturage"],
    interests: ["école publique", "santé", "jardins partagés"],
    willing: ["accueillir", "tractage", "boitage", "covoiturage"],
    free: ["semaine-matin", "samedi"],
    reachKm: 40,
    pace: "chaque-semaine",
    seenBy: "members",
  },
  {
    id: "cast00000004",
    face: { ground: "#d9d3ea", skin: "#efc3a4", hair: "#6b4a33", clothes: "#14694b", cut: "bald", glasses: true },
    presentation: "Premier secrétaire fédéral du Puy-de-Dôme. Cheminot. Je réponds le soir.",
    skills: ["organisation", "droit du travail"],
    interests: ["transports", "services publics"],
    seenBy: "members",
  },
  {
    id: "cast00000005",
    face: { ground: "#ffe0a8", skin: "#7a4b32", hair: "#191414", clothes: "#8f5200", cut: "long" },
    presentation: "Bibliothécaire à Lyon, je veille à ce que l’on se parle bien.",
    skills: ["médiation", "rédaction"],
    interests: ["culture", "égalité"],
    seenBy: "members",
  },
  {
    id: "cast00000006",
    face: { ground: "#e3e8f2", skin: "#f2cdb4", hair: "#8c5a2b", clothes: "#3e5c8a", cut: "long", glasses: true },
    presentation: "À Lille, j’aide les fédérations à se servir de La Coopol.",
    skills: ["formation", "informatique"],
    seenBy: "members",
  },
  {
    id: "cast00000007",
    face: { ground: "#f2d5dc", skin: "#8a5a3c", hair: "#221a18", clothes: "#5b6b2f", cut: "short" },
    presentation: "Libraire dans le 11e. Je débats plus volontiers que je ne colle, mais je tracte le samedi.",
    status: "Lecture du moment : tout sur l’eau publique.",
    skills: ["graphisme", "rédaction"],
    interests: ["culture", "eau", "logement"],
    willing: ["debattre", "graphisme"],
    free: ["semaine-soir"],
    reachKm: 5,
    pace: "une-demi-journee-par-mois",
    seenBy: "everyone",
  },
];

/** Some of the crowd have a face too. */
export const crowdFaces: readonly Face[] = [
  { ground: "#cde0ea", skin: "#f1cbb0", hair: "#c98a3d", clothes: "#9c3f6b", cut: "long" },
  { ground: "#f0e2c4", skin: "#a86f4a", hair: "#2b1f1a", clothes: "#2f6f7a", cut: "bun" },
  { ground: "#dfe8cf", skin: "#eebf9d", hair: "#7c3f20", clothes: "#545a86", cut: "curly", glasses: true },
  { ground: "#f3cfc4", skin: "#f3d2bd", hair: "#d9d4cf", clothes: "#7b5ea7", cut: "short" },
  { ground: "#d3dcef", skin: "#d9a27c", hair: "#2a1d18", clothes: "#a8553a", cut: "short", glasses: true },
  { ground: "#efe0ee", skin: "#6b422c", hair: "#141010", clothes: "#14694b", cut: "curly" },
  { ground: "#fbe3b8", skin: "#e6b088", hair: "#4a2c1d", clothes: "#3e5c8a", cut: "bald" },
  { ground: "#cfe6e2", skin: "#f0c4a4", hair: "#a9471f", clothes: "#8c3a3a", cut: "bun", glasses: true },
];

/** What the crowd says it can do and cares for. */
export const crowdSkills = [
  "graphisme",
  "vidéo",
  "accueil",
  "cuisine",
  "relecture",
  "covoiturage",
  "comptabilité",
  "photo",
];
export const crowdInterests = [
  "logement",
  "santé",
  "école publique",
  "agriculture",
  "vélo",
  "culture",
  "sport",
  "égalité",
];

/** Who just arrived in Clermont-Ferrand, and how many days ago. */
export const newcomers: readonly { name: string; days: number; claim: "sympathiser" | "adherent"; words: string }[] = [
  { name: "Lina Haddad", days: 1, claim: "sympathiser", words: "Infirmière de nuit, disponible le matin." },
  { name: "Gaspard Thévenet", days: 6, claim: "adherent", words: "J’avais ma carte à Nantes, je viens d’emménager." },
  { name: "Rosa Pereira", days: 9, claim: "adherent", words: "Couturière, je peux faire des banderoles." },
];
