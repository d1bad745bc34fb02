import type { DebateAudience, DebatePhase } from "@/features/debates/debate.rules.ts";
import { brownfields } from "./stories/brownfields.ts";
import { sundayDebate, sundayIdeas, sundaySynthesis } from "./stories/car-free-sunday.ts";
import { freeTransport } from "./stories/free-transport.ts";
import { localRoll } from "./stories/local-roll.ts";
import { meetingDay } from "./stories/meeting-day.ts";
import { openPremises, stationStand } from "./stories/open-premises.ts";
import { publicWater } from "./stories/public-water.ts";
import { mealsDebate, mealsIdeas } from "./stories/school-meals.ts";
import { mealsSynthesis } from "./stories/school-meals-synthesis.ts";
import type { Voice } from "./stories/tale.ts";
import { thirtyAgain, thirtyDebate, thirtyIdeas } from "./stories/thirty-in-town.ts";
import { termsDebate, termsIdeas } from "./stories/two-terms.ts";
import { weekInFour } from "./stories/week-in-four.ts";
import { youngDoctors } from "./stories/young-doctors.ts";

/** A phase that began, days from now; by itself at its date unless a host began it. */
export type Chapter = { phase: DebatePhase; from: number; by?: string; reason?: string; voices?: readonly Voice[] };

export type DebateStory = {
  question: string;
  framing: string;
  scope: string;
  audience: DebateAudience;
  /** The first opened it. */
  hosts: readonly [string, ...string[]];
  chapters: readonly Chapter[];
  /** When the phases to come begin, days from now. */
  next: { ideas?: number; debate?: number; vote?: number; synthesis?: number };
  synthesis?: { text: string; at: number };
};

const [INES, MARYSE, BRUNO, AWA, HELENE] = [1, 3, 4, 5, 6].map((n) => `cast0000000${n}`) as [
  string,
  string,
  string,
  string,
  string,
];
const PUY_DE_DOME = "national/63";
const CLERMONT = "national/63/63113";

export const debateStories: readonly DebateStory[] = [
  {
    question: "Faut-il rendre les transports du quotidien gratuits ?",
    framing:
      "Trois agglomérations voisines l’ont fait. Avant d’en débattre au conseil, dis-nous ce que cela changerait pour toi, et ce que cela coûterait.",
    scope: PUY_DE_DOME,
    audience: "open",
    hosts: [BRUNO, MARYSE],
    chapters: [{ phase: "debate", from: -9, voices: freeTransport }],
    next: { vote: 13, synthesis: 20 },
  },
  {
    question: "La semaine de quatre jours doit-elle entrer dans notre programme ?",
    framing:
      "La convention nationale tranchera au printemps. Ce débat, entre membres, prépare les amendements : apporte un exemple vécu plutôt qu’un slogan.",
    scope: "national",
    audience: "members",
    hosts: [HELENE, MARYSE],
    chapters: [{ phase: "debate", from: -6, voices: weekInFour }],
    next: { synthesis: 34 },
  },
  {
    question: "Faut-il passer toutes nos villes à 30 km/h ?",
    framing:
      "Plusieurs fédérations veulent l’inscrire dans leurs programmes municipaux. Raconte ce que cela a changé chez toi.",
    scope: "national",
    audience: "open",
    hosts: [HELENE],
    chapters: [
      { phase: "ideas", from: -17, voices: thirtyIdeas },
      { phase: "debate", from: -13, voices: thirtyDebate },
      { phase: "vote", from: -5 },
      {
        phase: "debate",
        from: -3,
        by: HELENE,
        reason: "Des comptages d’accidents sont arrivés après le début du vote : il serait dommage de voter sans eux.",
        voices: thirtyAgain,
      },
    ],
    next: { vote: 4, synthesis: 11 },
  },
  {
    question: "Passons-nous nos réunions de section au samedi matin ?",
    framing:
      "Le mardi soir, nous sommes toujours les mêmes douze. Que gagnerait-on à changer de jour, et qui y perdrait ?",
    scope: CLERMONT,
    audience: "members",
    hosts: [INES],
    chapters: [{ phase: "debate", from: -4, voices: meetingDay }],
    next: { vote: 4, synthesis: 6 },
  },
  {
    question: "Les sympathisants doivent-ils donner leur avis sur la liste municipale ?",
    framing: "Débat réservé aux adhérent·e·s de la section, avant l’assemblée générale.",
    scope: CLERMONT,
    audience: "adherents",
    hosts: [INES],
    chapters: [
      { phase: "debate", from: -10, voices: localRoll },
      { phase: "vote", from: -2 },
    ],
    next: { synthesis: 5 },
  },
  {
    question: "La cantine scolaire doit-elle être gratuite partout ?",
    framing:
      "Un mois de débat ouvert, clos avant la session budgétaire. Merci à toutes celles et ceux qui ont apporté leur pierre.",
    scope: "national",
    audience: "open",
    hosts: [HELENE, AWA],
    chapters: [
      { phase: "ideas", from: -52, voices: mealsIdeas },
      { phase: "debate", from: -46, voices: mealsDebate },
      { phase: "vote", from: -26 },
      { phase: "synthesis", from: -19 },
      { phase: "closed", from: -12, by: HELENE },
    ],
    next: {},
    synthesis: { text: mealsSynthesis, at: -12.2 },
  },
  {
    question: "Quel toit pour nos étudiants : construire, ou rénover et louer ?",
    framing: "Le débat s’ouvre bientôt. D’ici là, regarde autour de toi : combien de logements vides dans ta rue ?",
    scope: PUY_DE_DOME,
    audience: "open",
    hosts: [BRUNO],
    chapters: [],
    next: { ideas: 3, debate: 10, vote: 24, synthesis: 30 },
  },
  {
    question: "Quelle place donner au tirage au sort dans nos instances ?",
    framing:
      "Commissions, délégations, contrôle des comptes : où le hasard ferait-il mieux que l’élection, et où ferait-il pire ?",
    scope: "national",
    audience: "members",
    hosts: [HELENE],
    chapters: [],
    next: { ideas: 9, debate: 16, synthesis: 44 },
  },
  {
    question: "Faut-il obliger les jeunes médecins à s’installer là où ils manquent ?",
    framing:
      "Sept millions de personnes n’ont pas de médecin traitant. Avant de débattre, rassemblons les idées : celles qui obligent, celles qui attirent, et celles auxquelles personne n’a pensé.",
    scope: "national",
    audience: "open",
    hosts: [HELENE, MARYSE],
    chapters: [{ phase: "ideas", from: -5, voices: youngDoctors }],
    next: { debate: 5, vote: 19, synthesis: 26 },
  },
  {
    question: "Faut-il ouvrir notre local au quartier, trois après-midi par semaine ?",
    framing: "Toutes les idées comptent, même les petites : pour qui, avec qui, à quelles heures ?",
    scope: CLERMONT,
    audience: "members",
    hosts: [INES],
    chapters: [{ phase: "ideas", from: -3, voices: openPremises }],
    next: { debate: 7, synthesis: 21 },
  },
  {
    question: "Faut-il limiter à deux les mandats successifs de nos élus ?",
    framing:
      "La commission des statuts rendra son avis après ce débat. Dis ce que tu as vu, dans ta commune ou ton parlement.",
    scope: "national",
    audience: "members",
    hosts: [HELENE, BRUNO],
    chapters: [
      { phase: "ideas", from: -24, voices: termsIdeas },
      { phase: "debate", from: -20, voices: termsDebate },
      { phase: "vote", from: -4, by: BRUNO },
    ],
    next: { synthesis: 3 },
  },
  {
    question: "Le département doit-il reprendre l’eau en régie publique ?",
    framing:
      "Plusieurs contrats finissent l’an prochain. Ce débat entre membres de la fédération prépare notre position commune.",
    scope: PUY_DE_DOME,
    audience: "members",
    hosts: [BRUNO, MARYSE],
    chapters: [
      { phase: "debate", from: -30, voices: publicWater },
      { phase: "vote", from: -10 },
      { phase: "synthesis", from: -2 },
    ],
    next: {},
  },
  {
    question: "Faut-il un dimanche sans voitures par mois dans le centre ?",
    framing: "La ville consulte. La section répondra avec ce que vous aurez dit, et le dira ici.",
    scope: CLERMONT,
    audience: "open",
    hosts: [INES],
    chapters: [
      { phase: "ideas", from: -64, voices: sundayIdeas },
      { phase: "debate", from: -58, voices: sundayDebate },
      { phase: "vote", from: -40 },
      { phase: "synthesis", from: -33 },
      { phase: "closed", from: -28, by: INES },
    ],
    next: {},
    synthesis: { text: sundaySynthesis, at: -28.1 },
  },
  {
    question: "Nos friches : des logements plutôt que des entrepôts ?",
    framing:
      "Six cents hectares dorment dans le département. La fédération du Nord veut arriver avec des idées claires.",
    scope: "national/59",
    audience: "open",
    hosts: [HELENE],
    chapters: [{ phase: "debate", from: -7, voices: brownfields }],
    next: { synthesis: 15 },
  },
  {
    question: "Devons-nous tenir une permanence à la gare chaque vendredi soir ?",
    framing: "Avant de nous engager pour l’hiver, voyons ce que nous pourrions y faire, et à combien.",
    scope: "national/69/69383",
    audience: "members",
    hosts: [HELENE, AWA],
    chapters: [{ phase: "ideas", from: -2, voices: stationStand }],
    next: { debate: 5, synthesis: 12 },
  },
];
