import { clockTime, fullMoment, weekdayAndDay } from "@/core/french-dates.ts";
import { unbroken } from "@/core/french-typography.ts";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { PARIS, zonedDay } from "@/core/zoned-time.ts";
import { type EventKind, kindWords } from "@/features/events/index.ts";
import type { Mail } from "@/platform/mail.ts";
import { GUEST_KEPT_MS } from "./guest.rules.ts";

export type Words = Omit<Mail, "to">;

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

type Hours = { startsAt: Date; endsAt: Date };

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

const line = (name: string, words: string) => `${name}\u00a0: ${words}`;

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

/** Whom a mail about a sign-up is for, and where she acts: by her link without an account, on the event's page with one. */
export type ToldSignUp = {
  event: ToldEvent;
  shift: Hours & { label: string; alone: boolean };
  size: number;
  offeredUntil: Date | null;
  leftWords: string;
  /** Path of the page where she changes and cancels. */
  managePath: string;
  /** Path of the page of the one-click answers: confirm, accept, give up. */
  answerPath: string;
  guest: boolean;
};

const shiftLine = ({ label, alone }: ToldSignUp["shift"]) => (alone || !label ? [] : [line("Créneau", label)]);
const sizeLine = (size: number) =>
  size > 1 ? ["Deux places sont comptées : toi et la personne qui t’accompagne."] : [];
const body = ({ event, shift, size }: ToldSignUp) => [
  ...essentials(event, shift),
  ...shiftLine(shift),
  ...sizeLine(size),
];
const manage = ({ managePath, guest }: ToldSignUp) => ({
  label: guest ? "Changer ou annuler mon inscription" : "Voir l’événement",
  path: managePath,
});

export function waitingMail(told: ToldSignUp): Words {
  return {
    subject: `Tu es sur la liste d’attente\u00a0: ${told.event.title}`,
    paragraphs: [
      `${nameOf(told.event)} est complet pour l’instant. Tu es sur la liste d’attente, dans l’ordre d’arrivée : dès qu’une place se libère pour toi, nous t’écrivons.`,
      ...body(told),
    ].map(unbroken),
    link: manage(told),
  };
}

export function offeredMail(told: ToldSignUp): Words {
  const until = told.offeredUntil ? fullMoment(told.offeredUntil, told.event.zone) : "";
  return {
    subject: `Une place s’est libérée pour toi\u00a0: ${told.event.title}`,
    paragraphs: [
      `Une place s’est libérée pour ${nameOf(told.event)}. Elle est gardée pour toi jusqu’au ${until} : confirme-la avant, sinon elle ira à la personne suivante.`,
      ...body(told),
    ].map(unbroken),
    link: { label: "Confirmer ma place, ou la laisser", path: told.answerPath },
  };
}

export function promotedMail(told: ToldSignUp): Words {
  return {
    subject: `Tu as une place\u00a0: ${told.event.title}`,
    paragraphs: [
      `Une place s’est libérée pour ${nameOf(told.event)}, et comme c’est bientôt, elle est à toi tout de suite.`,
      ...body(told),
      "Tu ne peux plus venir ? Laisse ta place en un clic : quelqu’un d’autre la prendra.",
    ].map(unbroken),
    link: { label: "Je viens, ou je laisse ma place", path: told.answerPath },
  };
}

export function removedMail({ event, leftWords }: ToldSignUp): Words {
  return {
    subject: `Ton inscription est retirée\u00a0: ${event.title}`,
    paragraphs: [
      `L’équipe qui organise ${nameOf(event)} (${whenWords(event, event.zone)}) a retiré ton inscription.`,
      ...(leftWords ? [`Son mot : «\u00a0${leftWords}\u00a0»`] : []),
    ].map(unbroken),
  };
}

export function restoredMail(told: ToldSignUp): Words {
  return {
    subject: `Tu peux revenir\u00a0: ${told.event.title}`,
    paragraphs: [
      `L’équipe qui organise ${nameOf(told.event)} avait retiré ton inscription. Elle revient là-dessus : tu peux t’inscrire de nouveau.`,
      ...essentials(told.event),
    ].map(unbroken),
    link: manage(told),
  };
}

export function expiredMail(told: ToldSignUp): Words {
  return {
    subject: `La place n’est plus gardée\u00a0: ${told.event.title}`,
    paragraphs: [
      `La place qui t’était gardée pour ${nameOf(told.event)} n’a pas été confirmée à temps : elle est proposée à la personne suivante.`,
      "Tu veux venir quand même ? Inscris-toi de nouveau : tu retrouveras une place, ou un rang sur la liste d’attente.",
      ...essentials(told.event, told.shift),
    ].map(unbroken),
    link: manage(told),
  };
}

export function shiftRemovedMail(told: ToldSignUp): Words {
  const { event, shift } = told;
  const which = shift.label
    ? `«\u00a0${shift.label}\u00a0» (${whenWords(shift, event.zone)})`
    : whenWords(shift, event.zone);
  return {
    subject: `Ton créneau est supprimé\u00a0: ${event.title}`,
    paragraphs: [
      `Le créneau ${which} de ${nameOf(event)} est supprimé, et ton inscription avec lui. L’événement a toujours lieu.`,
      "Regarde si un autre créneau te convient.",
      ...essentials(event),
    ].map(unbroken),
    link: manage(told),
  };
}

export function cancelledMail({ event }: ToldSignUp): Words {
  return {
    subject: `Annulé\u00a0: ${event.title}`,
    paragraphs: [
      `${nameOf(event)}, prévu ${whenWords(event, event.zone)}, n’aura pas lieu.`,
      ...(event.reason ? [`La raison : «\u00a0${event.reason}\u00a0»`] : []),
      "Tu n’as rien à faire : ton inscription est annulée.",
    ].map(unbroken),
  };
}

export type ToldChange = { name: string; before: string; after: string };

/** One mail for all that one save changed: before, after. */
export function changedMail(told: ToldSignUp, changes: readonly ToldChange[], others: boolean): Words {
  return {
    subject: `Changement\u00a0: ${told.event.title}`,
    paragraphs: [
      `${nameOf(told.event)}, où tu es inscrit·e, vient de changer.`,
      ...changes.map(({ name, before, after }) => line(name, `${before || "rien"} → ${after || "rien"}`)),
      ...(others ? ["La présentation a changé aussi."] : []),
      "Pour mémoire :",
      ...body(told),
      "Ta place est gardée. Si cela ne te va plus, laisse-la à quelqu’un d’autre.",
    ].map(unbroken),
    link: manage(told),
  };
}

export function announcedMail(told: ToldSignUp, words: string): Words {
  return {
    subject: `Un mot de l’équipe\u00a0: ${told.event.title}`,
    paragraphs: [
      `L’équipe qui prépare ${nameOf(told.event)} t’écrit :`,
      `«\u00a0${words}\u00a0»`,
      ...essentials(told.event, told.shift),
      "Tu reçois ce message parce que tu es inscrit·e.",
    ].map(unbroken),
    link: manage(told),
  };
}

/** The day before: who comes says so, who does not gives her place up; both by one button behind the link. */
export function dayBeforeMail(told: ToldSignUp): Words {
  const { event, shift } = told;
  return {
    subject: `Demain\u00a0: ${event.title}. Tu viens toujours\u202f?`,
    paragraphs: [
      `${nameOf(event)}, c’est bientôt. Dis en un clic si tu viens : l’équipe saura sur qui compter, et une place laissée sert à quelqu’un d’autre.`,
      ...body({ ...told, shift }),
    ].map(unbroken),
    link: { label: "Je viens, ou je laisse ma place", path: told.answerPath },
    ...(told.guest && { smallLink: manage(told) }),
  };
}

export type Practical = {
  contact: { name: string; phone: string } | null;
  items: readonly string[];
  brings: readonly string[];
};

/** Two hours before: where exactly, whom to call, with what. */
export function hoursBeforeMail(told: ToldSignUp, { contact, items, brings }: Practical): Words {
  return {
    subject: `Tout à l’heure\u00a0: ${told.event.title}`,
    paragraphs: [
      `${nameOf(told.event)} commence à ${clockTime(told.shift.startsAt, told.event.zone)}.`,
      ...body(told),
      ...(contact ? [line("Sur place, appelle", `${contact.name}, ${contact.phone}`)] : []),
      ...(brings.length > 0 ? [line("Tu apportes", brings.join(", "))] : []),
      ...(items.length > 0 ? [line("À apporter si tu peux", items.join(", "))] : []),
      "Un empêchement ? Préviens en laissant ta place.",
    ].map(unbroken),
    link: { label: "Voir ma place, ou la laisser", path: told.answerPath },
  };
}

/** To who asked a question, once it is answered. */
export function answeredMail(event: ToldEvent, told: { question: string; answer: string; by: string | null }): Words {
  return {
    subject: `Réponse à ta question\u00a0: ${event.title}`,
    paragraphs: [
      `Tu as demandé, sur ${nameOf(event)} :`,
      `«\u00a0${told.question}\u00a0»`,
      `${told.by ?? "L’équipe"} te répond :`,
      `«\u00a0${told.answer}\u00a0»`,
    ].map(unbroken),
    link: { label: "Voir l’événement", path: paths.event(event) },
  };
}

const KEPT_DAYS = GUEST_KEPT_MS / (24 * 3_600_000);
const forgetting = `Nous gardons ton nom et ton adresse pour cette inscription seulement, et les effaçons ${KEPT_DAYS} jours après la fin.`;

/** The first mail to somebody without an account. Nothing is hers before she confirms, and her time runs from her first asking. */
export function guestConfirmMail(told: ToldSignUp, path: string, until: Date): Words {
  return {
    subject: `Confirme ta venue\u00a0: ${told.event.title}`,
    paragraphs: [
      `Quelqu’un, sans doute toi, a demandé une place pour ${nameOf(told.event)}. Confirme avant le ${fullMoment(until, told.event.zone)} : d’ici là, aucune place n’est prise.`,
      ...body(told),
      `${forgetting} Si ce n’est pas toi, ne fais rien : tout est effacé ensuite.`,
    ].map(unbroken),
    link: { label: "Confirmer ma venue", path },
  };
}

/** The second one, and each later asking: the link by which she changes and cancels. */
export function guestManageMail(told: ToldSignUp, state: "in" | "offered" | "waiting" | null): Words {
  const said = {
    in: `Ta place pour ${nameOf(told.event)} est confirmée.`,
    offered: `Une place est gardée pour toi à ${nameOf(told.event)} : il reste à la confirmer.`,
    waiting: `${nameOf(told.event)} est complet pour l’instant : tu es sur la liste d’attente, et nous t’écrivons dès qu’une place se libère.`,
  };
  return {
    subject:
      state === "waiting" ? `Liste d’attente\u00a0: ${told.event.title}` : `Ton inscription\u00a0: ${told.event.title}`,
    paragraphs: [
      state
        ? said[state]
        : `Tu n’as pas de place en ce moment pour ${nameOf(told.event)}. Avec ce lien, tu peux en reprendre une.`,
      ...body(told),
      `Garde ce message : son lien sert à changer ou à annuler. ${forgetting}`,
    ].map(unbroken),
    link: { label: "Changer ou annuler mon inscription", path: told.managePath },
  };
}

export const quietInvitation = `${organisation.name}, c’est le réseau de celles et ceux qui militent ensemble.`;
