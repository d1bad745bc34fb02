import { clockTime, fullMoment } from "@/core/french-dates.ts";
import { unbroken } from "@/core/french-typography.ts";
import { paths } from "@/core/paths.ts";
import type { Mail } from "@/platform/mail.ts";
import { essentials, type Hours, line, nameOf, type ToldEvent, whenWords } from "./told-event.rules.ts";

export type Words = Omit<Mail, "to">;

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
/** What, when, where, in which shift and for how many. */
export const signUpLines = ({ event, shift, size }: ToldSignUp) => [
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
      ...signUpLines(told),
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
      ...signUpLines(told),
    ].map(unbroken),
    link: { label: "Confirmer ma place, ou la laisser", path: told.answerPath },
  };
}

export function promotedMail(told: ToldSignUp): Words {
  return {
    subject: `Tu as une place\u00a0: ${told.event.title}`,
    paragraphs: [
      `Une place s’est libérée pour ${nameOf(told.event)}, et comme c’est bientôt, elle est à toi tout de suite.`,
      ...signUpLines(told),
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
      ...signUpLines(told),
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
      ...signUpLines({ ...told, shift }),
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
      ...signUpLines(told),
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
