import { CONTEST_MONTHS } from "./contest.ts";

/** What an operator has still to write; shown as such on the legal pages. */
const toComplete = "à compléter par l’organisation";

/** The one configuration of name, people to write to, colours and legal texts: change it to run La Coopol elsewhere. */
export const organisation = {
  name: "La Coopol",
  /** The party or association that members know. */
  party: "l’organisation",
  tagline: "Débattre, s’organiser, agir ensemble",
  description:
    "Le réseau social de celles et ceux qui militent : des débats en direct, le pour et le contre, et une place pour chaque voix.",
  /** Browser chrome; the same values as --card in globals.css, which the header wears. */
  themeColor: { light: "#fffdfa", dark: "#211a1c" },
  publisher: {
    legalName: toComplete,
    legalForm: "parti politique ou association",
    address: toComplete,
    phone: toComplete,
    email: "contact@coopol.example",
    director: toComplete,
  },
  hosting: {
    name: toComplete,
    address: toComplete,
    phone: toComplete,
    country: toComplete,
  },
  dataProtection: {
    officer: toComplete,
    email: "donnees@coopol.example",
    address: toComplete,
    /** Where data goes outside the European Union, or that it does not. */
    transfers: "Aucune donnée n’est transférée hors de l’Union européenne.",
  },
  moderationEmail: "moderation@coopol.example",
  accessibilityEmail: "accessibilite@coopol.example",
  minimumAge: 15,
  /** Dates of the texts, ISO; a change of text is a change of date. */
  texts: {
    privacy: "2026-11-28",
    rules: "2026-11-22",
    legalNotice: "2026-11-22",
    accessibility: "2026-11-22",
  },
  /** How long data is kept, in words. */
  retention: {
    account: "tant que ton compte existe, puis effacé dans les 30 jours qui suivent sa suppression",
    pendingSignUp: "15 minutes si l’adresse n’est pas confirmée, puis effacée dans l’heure",
    sessions:
      "ouvertes jusqu’à ta déconnexion, ou 30 jours après ta dernière visite ; leur trace est effacée 30 jours plus tard",
    guests:
      "ton nom et ton adresse si tu viens sans compte : 48 heures si tu ne confirmes pas, sinon jusqu’à 7 jours après la fin, ou dès que tu le demandes",
    contributions: "tant que le débat est publié ; signées « compte supprimé » si tu pars",
    messages: `tant que quelqu’un de la conversation les garde ; ce que tu supprimes disparaît aussitôt pour tout le monde, sauf un message signalé, que la modération garde, photos et fichiers compris, jusqu’à ${CONTEST_MONTHS} mois après sa décision, le temps qu’elle puisse être contestée, même si tu pars (sans ton nom, et pour la modération seule) ; ce que tu as écrit à une section ou à une fédération s’efface avec ton compte`,
    reported: `pour la modération seule, même si tu le modifies ou le supprimes, et sans ton nom si tu pars : jusqu’à ${CONTEST_MONTHS} mois après sa décision, puis effacé`,
    reporters: `son nom, son adresse ou son compte : ${CONTEST_MONTHS} mois après la décision, le temps qu’elle puisse être contestée, puis effacés ; aussitôt si tu supprimes ton compte`,
    decisions: "avec leurs raisons, tant que le débat est publié",
    consents: "tant que ton compte existe, avec la date d’un éventuel retrait, puis effacés avec lui",
    technicalLogs:
      "24 heures au plus pour les compteurs qui protègent le service ; les journaux ne contiennent aucune donnée personnelle",
  },
} as const;

/** True for a field that the operator has still to write. */
export function isToComplete(value: string): boolean {
  return value === toComplete;
}
