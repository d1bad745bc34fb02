import { counted } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import type { Mail } from "@/platform/mail.ts";
import { type ToldEvent, whenWords } from "./organiser-mail.rules.ts";

export type ToldOccurrence = ToldEvent & { was: Date | null; fields: string[] };
export type ToldSeries = { moved: ToldOccurrence[]; cancelled: ToldEvent[]; reason: string };

/** How a mail names what changed. */
const fieldWords: Record<string, string> = {
  title: "le titre",
  description: "la description",
  audience: "à qui s’adresse l’événement",
  adherentsOnly: "à qui s’adresse l’événement",
  communeCode: "le lieu",
  address: "le lieu",
  meetingPoint: "le point de rendez-vous",
  latitude: "le point de rendez-vous",
  onlineUrl: "le lien pour venir en ligne",
  debateId: "le débat",
  startsAt: "la date ou l’heure",
  endsAt: "l’heure de fin",
  hours: "les horaires des créneaux",
  places: "le nombre de places",
  items: "ce qu’il faut apporter",
};

/** "le lieu, la date ou l’heure": each once, in the order given. */
const changedWords = (fields: readonly string[]) =>
  [...new Set(fields.map((name) => fieldWords[name] ?? "le contenu"))].join(", ");

function movedLine(event: ToldOccurrence): string {
  const now = whenWords(event);
  const was =
    event.was && event.was.getTime() !== event.startsAt.getTime() ? whenWords({ ...event, startsAt: event.was }) : null;
  return was ? `• ${now} (au lieu du ${was})` : `• ${now}`;
}

/** Several dates of one series changed or are cancelled: one mail, with the dates of its reader. */
export function seriesMail({ moved, cancelled, reason }: ToldSeries): Omit<Mail, "to"> {
  const [first] = [...moved, ...cancelled];
  const title = first ? `« ${first.title} »` : "ton rendez-vous";
  const [kept] = moved;
  const count = moved.length + cancelled.length;
  const subject =
    moved.length === 0
      ? `Annulé : ${title}, ${counted(cancelled.length, "date")}`
      : `Du changement pour ${title}, ${counted(count, "date")}`;
  const paragraphs: string[] = [];
  if (kept) {
    paragraphs.push(
      `Ce qui change pour ${title} : ${changedWords(moved.flatMap(({ fields }) => fields))}. Ton inscription est gardée.`,
      "Tes dates, maintenant :",
      ...moved.map(movedLine),
      `Où : ${kept.where}.`,
    );
  }
  if (cancelled.length > 0)
    paragraphs.push(
      cancelled.length > 1 ? "Ces dates n’ont plus lieu :" : "Cette date n’a plus lieu :",
      ...cancelled.map((one) => `• ${whenWords(one)}`),
      `Pourquoi : ${reason}`,
    );
  if (kept)
    paragraphs.push(
      "Une date ne te va plus ? Rends ta place en un clic sur la page de l’événement : quelqu’un d’autre la prendra.",
    );
  const shown = kept ?? first;
  return {
    subject,
    paragraphs,
    ...(shown && { link: { label: "Voir l’événement", path: paths.event(shown) } }),
  };
}
