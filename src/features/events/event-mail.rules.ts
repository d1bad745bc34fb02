import { clockTime, weekdayAndDay } from "@/core/french-dates.ts";
import { ofPerson } from "@/core/french-places.ts";
import { paths } from "@/core/paths.ts";
import type { Mail } from "@/platform/mail.ts";
import { type EventKind, kindWords } from "./event.rules.ts";

/** What is told of an event to those who answer for its place, and to who proposed it. */
export const eventNews = ["published", "proposed", "approved", "declined"] as const;
export type EventNews = (typeof eventNews)[number];

export type ToldEvent = {
  id: string;
  slug: string;
  kind: EventKind;
  title: string;
  startsAt: Date;
  zone: string;
  commune: string | null;
  place: string;
  /** Who published or proposed it, while she has an account. */
  author: string | null;
  /** The word that came with a refusal. */
  reason: string;
};

/** "Tractage\u00a0: samedi 28 novembre à 9 h, à Riom." */
function whenAndWhere({ kind, startsAt, zone, commune }: ToldEvent): string {
  const where = commune ? `, à ${commune}` : ", en ligne";
  return `${kindWords[kind]}\u00a0: ${weekdayAndDay(startsAt, zone)} à ${clockTime(startsAt, zone)}${where}.`;
}

/** The mail of a piece of news. */
export function newsMail(news: EventNews, told: ToldEvent): Omit<Mail, "to"> {
  const { title, author, place, reason } = told;
  const who = author ?? "Un membre";
  const link = (label: string) => ({ label, path: paths.event(told) });
  switch (news) {
    case "published":
      return {
        subject: `${who} organise «\u00a0${title}\u00a0»`,
        paragraphs: [
          `${who} vient de publier un événement\u00a0: «\u00a0${title}\u00a0» (${place}).`,
          whenAndWhere(told),
          "Tu réponds de ce territoire\u00a0: tu peux compléter l’événement, le faire connaître, ou l’annuler.",
        ],
        link: link("Voir l’événement"),
      };
    case "proposed":
      return {
        subject: `Une proposition ${author ? ofPerson(author) : "d’un membre"}\u00a0: «\u00a0${title}\u00a0»`,
        paragraphs: [
          `${who} propose un événement\u00a0: «\u00a0${title}\u00a0» (${place}).`,
          whenAndWhere(told),
          "Personne d’autre ne le voit encore. À toi de le publier, ou de répondre non avec un mot.",
        ],
        link: link("Lire la proposition"),
      };
    case "approved":
      return {
        subject: `C’est publié\u00a0: «\u00a0${title}\u00a0»`,
        paragraphs: [
          `Ta proposition «\u00a0${title}\u00a0» est acceptée\u00a0: on peut s’y inscrire.`,
          whenAndWhere(told),
          "Tu en es l’organisateur·rice\u00a0: préviens autour de toi, et regarde qui s’inscrit.",
        ],
        link: link("Voir l’événement"),
      };
    case "declined":
      return {
        subject: `Ta proposition «\u00a0${title}\u00a0» n’est pas retenue`,
        paragraphs: [
          `Ta proposition «\u00a0${title}\u00a0» n’est pas publiée. Voici la réponse\u00a0:`,
          `«\u00a0${reason}\u00a0»`,
          "Elle est redevenue un brouillon\u00a0: tu peux la modifier et la proposer de nouveau.",
        ],
        link: link("Reprendre le brouillon"),
      };
  }
}
