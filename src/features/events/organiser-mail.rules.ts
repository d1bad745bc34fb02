import { clockTime, weekdayAndDay } from "@/core/french-dates.ts";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import type { Mail } from "@/platform/mail.ts";

type Words = Omit<Mail, "to">;

/** An event as a mail names it. */
export type ToldEvent = {
  id: string;
  slug: string;
  title: string;
  startsAt: Date;
  zone: string;
  /** "devant la halle, 63000 Clermont-Ferrand", "en ligne". */
  where: string;
};
export type NewsForMember = ToldEvent & { byName: string | null };
export type CoRequest = ToldEvent & { place: string; byName: string | null; accepted: boolean | null };

/** "samedi 28 novembre à 9 h 30". */
export const whenWords = ({ startsAt, zone }: Pick<ToldEvent, "startsAt" | "zone">): string =>
  `${weekdayAndDay(startsAt, zone)} à ${clockTime(startsAt, zone)}`;
const quoted = (title: string) => `« ${title} »`;
const whenAndWhere = (event: ToldEvent) => `Quand : ${whenWords(event)}. Où : ${event.where}.`;
const somebody = (name: string | null) => name ?? "Quelqu’un";

/** What one person is told about an event, by kind of news. */
export const newsMails = {
  "organiser-added": (event) => ({
    subject: `Tu prépares ${quoted(event.title)}`,
    paragraphs: [
      `${somebody(event.byName)} t’a ajouté·e à celles et ceux qui organisent ${quoted(event.title)}.`,
      whenAndWhere(event),
      "Tu vois qui vient, tu peux modifier l’événement et écrire aux participant·es. Tu ne peux pas t’en occuper ? Tu peux quitter l’organisation en un clic.",
    ],
    link: { label: "Voir qui vient", path: paths.runEvent(event) },
  }),
  "contact-asked": (event) => ({
    subject: `Peut-on t’appeler pour ${quoted(event.title)} ?`,
    paragraphs: [
      `${somebody(event.byName)} propose que tu sois la personne à appeler pour ${quoted(event.title)}.`,
      whenAndWhere(event),
      "C’est toi qui donnes ton numéro, si tu es d’accord. Seules les personnes inscrites et celles qui organisent le verront, jusqu’à sept jours après. Tu pourras le retirer à tout moment.",
    ],
    link: { label: "Répondre", path: `${paths.event(event)}#contact` },
  }),
  "contact-given": (event) => ({
    subject: `On peut appeler quelqu’un pour ${quoted(event.title)}`,
    paragraphs: [
      `La personne que tu as proposée a donné son numéro pour ${quoted(event.title)}. Les personnes inscrites le voient sur la page de l’événement.`,
      whenAndWhere(event),
    ],
    link: { label: "Voir l’événement", path: `${paths.event(event)}#contact` },
  }),
  "contact-withdrawn": (event) => ({
    subject: `Plus personne à appeler pour ${quoted(event.title)}`,
    paragraphs: [
      `La personne que tu avais proposée a retiré son numéro de ${quoted(event.title)}.`,
      whenAndWhere(event),
      "Tu peux proposer quelqu’un d’autre, ou donner ton propre numéro.",
    ],
    link: { label: "Proposer quelqu’un", path: `${paths.editEvent(event)}#contact` },
  }),
  invited: (event) => ({
    subject: `Tu es invité·e : ${event.title}`,
    paragraphs: [
      `${somebody(event.byName)} t’invite à ${quoted(event.title)}.`,
      whenAndWhere(event),
      "Dis si tu viens : celles et ceux qui organisent pourront compter sur toi. Tu ne peux pas ? Un clic suffit aussi, et on ne t’écrira plus à ce sujet.",
    ],
    link: { label: "Répondre à l’invitation", path: paths.event(event) },
  }),
  hidden: (event) => ({
    subject: `La modération a masqué ${quoted(event.title)}`,
    paragraphs: [
      `La modération a masqué ${quoted(event.title)}, que tu organises\u00a0: plus personne d’autre ne le voit pour l’instant. La raison est envoyée à la personne qui l’a créé, qui peut la contester.`,
      whenAndWhere(event),
      "Tu peux toujours voir qui est inscrit, et prévenir celles et ceux qui comptaient venir.",
    ],
    link: { label: "Voir qui vient", path: paths.runEvent(event) },
  }),
} satisfies Record<string, (event: NewsForMember) => Words>;

export type News = keyof typeof newsMails;

/** To those in charge of a place that is asked to organise an event too. */
export function coRequestMail(request: CoRequest): Words {
  const { title, place, byName } = request;
  return {
    subject: `Organiser ensemble ${quoted(title)} ?`,
    paragraphs: [
      `${somebody(byName)} propose que ${place} organise aussi ${quoted(title)}.`,
      whenAndWhere(request),
      `Si tu acceptes, l’événement paraît aussi dans l’agenda de ${place}, ses membres le voient comme ceux du lieu d’origine, et ses responsables peuvent aider à l’organiser.`,
    ],
    link: { label: "Accepter ou refuser", path: `${paths.event(request)}#avec` },
  };
}

/** To those who prepare the event: what the place answered. */
export function coAnswerMail(request: CoRequest): Words {
  const { title, place, accepted } = request;
  return {
    subject: accepted
      ? `${capital(place)} organise ${quoted(title)} avec vous`
      : `${capital(place)} ne co-organise pas ${quoted(title)}`,
    paragraphs: [
      accepted
        ? `C’est oui : ${place} organise ${quoted(title)} avec vous. L’événement paraît maintenant dans son agenda.`
        : `${capital(place)} a décliné ta demande pour ${quoted(title)}. L’événement reste comme il était.`,
      whenAndWhere(request),
    ],
    link: { label: `Ouvrir sur ${organisation.name}`, path: paths.event(request) },
  };
}

const capital = (text: string) => (text[0]?.toLocaleUpperCase("fr") ?? "") + text.slice(1);
