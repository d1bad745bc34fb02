import { clockTime, weekdayAndDay } from "@/core/french-dates.ts";
import { PARIS, zonedDay } from "@/core/zoned-time.ts";
import { type EventKind, kindWords } from "@/features/events/index.ts";

/** What a mail or a link's page says of an event. */
export type ToldEvent = {
  id: string;
  slug: string;
  kind: EventKind;
  title: string;
  stage: "draft" | "proposed" | "published" | "cancelled";
  startsAt: Date;
  endsAt: Date;
  zone: string;
  commune: string | null;
  address: string;
  meetingPoint: string;
  online: boolean;
  /** Null for who has no place. */
  onlineUrl: string | null;
  /** Why it was cancelled. */
  reason: string;
};

export type Hours = { startsAt: Date; endsAt: Date };

/** "samedi 28 novembre, de 9 h à 11 h", in the event's zone, which is said where it is not that of Paris. */
export function whenWords({ startsAt, endsAt }: Hours, zone: string): string {
  const local = zone === PARIS ? "" : " (heure locale)";
  if (zonedDay(startsAt, zone) === zonedDay(endsAt, zone))
    return `${weekdayAndDay(startsAt, zone)}, de ${clockTime(startsAt, zone)} à ${clockTime(endsAt, zone)}${local}`;
  const moment = (date: Date) => `${weekdayAndDay(date, zone)} à ${clockTime(date, zone)}`;
  return `du ${moment(startsAt)} au ${moment(endsAt)}${local}`;
}

/** "Clermont-Ferrand, place Saint-Pierre"; "en ligne" where there is a link alone. */
export function placeWords({ commune, address, online }: Pick<ToldEvent, "commune" | "address" | "online">): string {
  if (commune === null) return online ? "en ligne" : "lieu à préciser";
  return address ? `${commune}, ${address}` : commune;
}

/** "Quand : samedi 28 novembre" */
export const line = (name: string, words: string) => `${name}\u00a0: ${words}`;

/** What, when, where: the lines that no mail leaves out. */
export function essentials(event: ToldEvent, hours: Hours = event): string[] {
  return [
    line("Quand", whenWords(hours, event.zone)),
    line("Où", placeWords(event)),
    ...(event.meetingPoint ? [line("Rendez-vous", event.meetingPoint)] : []),
    ...(event.onlineUrl ? [line("Lien", event.onlineUrl)] : []),
  ];
}

/** "« Marché Saint-Pierre » (tractage)" */
export const nameOf = ({ title, kind }: ToldEvent) =>
  `«\u00a0${title}\u00a0» (${kindWords[kind].toLocaleLowerCase("fr")})`;
