import type { Role } from "@/core/actor.ts";
import { fullDay, fullMoment } from "@/core/french-dates.ts";
import { ofPerson } from "@/core/french-places.ts";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import type { Scope } from "@/core/scope.ts";
import type { Mail } from "@/platform/mail.ts";
import { dutyWords, type HandoverDates, placeWords } from "./mandate.rules.ts";

export type Words = Omit<Mail, "to">;

export type ToldMandate = {
  id: string;
  role: Role;
  scope: Scope;
  place: string | null;
  memberId: string;
  memberName: string;
  beginsAt: Date;
  endsAt: Date | null;
  endReason: string | null;
  endedById: string | null;
  /** It came or went by a handover, whose own mails say so. */
  handedOver: boolean;
  hasFactor: boolean;
};
export type ToldHandover = HandoverDates & {
  id: string;
  scope: Scope;
  place: string | null;
  holderId: string;
  holderName: string;
  successorId: string;
  successorName: string;
  effectiveAt: Date;
  endsAt: Date | null;
  confirmedById: string | null;
  cancelledById: string | null;
};
export type ToldNomination = {
  memberId: string;
  memberName: string;
  nominatedById: string | null;
  nominatedByName: string | null;
  agreed: boolean | null;
};
export type ToldSuspension = {
  id: string;
  memberId: string;
  memberName: string;
  reason: string;
  beginsAt: Date;
  endsAt: Date | null;
  liftedAt: Date | null;
  decidedByName: string | null;
  federation: string;
  nationally: boolean;
};

const capital = (text: string) => (text[0]?.toLocaleUpperCase("fr") ?? "") + text.slice(1);
const quoted = (text: string) => `« ${text} »`;
const factorLine =
  "Avant de t’en servir, mets en place ton second facteur : une application sur ton téléphone, deux minutes. Sans lui, tes nouveaux droits dorment.";

/** Somebody was given a mandate. */
export function givenMail({ role, scope, place, beginsAt, endsAt, hasFactor }: ToldMandate, now: Date): Words {
  const from = beginsAt > now ? `À partir du ${fullDay(beginsAt)}, tu es` : "Tu es désormais";
  return {
    subject: `Tu es ${dutyWords(role, scope, place)}`,
    paragraphs: [
      `${from} ${dutyWords(role, scope, place)}${endsAt ? `, jusqu’au ${fullDay(endsAt)}` : ""}. Merci de prendre cela en charge.`,
      hasFactor ? "Tes nouveaux droits s’ouvrent dès que tu entres avec le code de ton second facteur." : factorLine,
      "Tu ne t’y attendais pas ? Tu peux y renoncer à tout moment, ou répondre à la personne qui t’a sollicité·e.",
    ],
    link: hasFactor
      ? { label: "Ouvrir la gestion", path: paths.console(scope) }
      : { label: "Mettre en place mon second facteur", path: paths.secondFactor },
  };
}

/** Somebody's mandate was taken back, or ran to its date. */
export function endedMail({ role, scope, place, endReason, endedById }: ToldMandate): Words {
  return {
    subject: `Tu n’es plus ${dutyWords(role, scope, place)}`,
    paragraphs: [
      endedById === null
        ? `Ta responsabilité est arrivée à son terme : tu n’es plus ${dutyWords(role, scope, place)}.`
        : `Une personne qui en répond a mis fin à ta responsabilité : tu n’es plus ${dutyWords(role, scope, place)}.`,
      ...(endedById !== null && endReason ? [`Son explication : ${quoted(endReason)}`] : []),
      "Ton compte, tes débats et tes coopains restent comme avant. Merci pour ce que tu as fait.",
      `Si quelque chose t’étonne, écris à ${organisation.moderationEmail}.`,
    ],
  };
}

/** A leader whose mandate ends soon with nobody after her; to herself, or to those above. */
export function endingMail(mandate: ToldMandate, toHerself: boolean): Words {
  const { scope, place, memberName, endsAt } = mandate;
  const until = endsAt ? fullDay(endsAt) : "bientôt";
  return toHerself
    ? {
        subject: `Ta responsabilité se termine le ${until} : qui prend la suite ?`,
        paragraphs: [
          `Le ${until}, tu ne seras plus ${dutyWords(mandate.role, scope, place)}, et personne n’est encore prévu après toi.`,
          "Tu peux désigner qui te succède : la fédération confirme, chacune des deux personnes signe, et tout passe le jour dit.",
          "Tu préfères continuer ? Parles-en à ta fédération : elle peut prolonger.",
        ],
        link: { label: "Préparer la suite", path: paths.console(scope) },
      }
    : {
        subject: `${capital(placeWords(scope, place))} sera sans responsable le ${until}`,
        paragraphs: [
          `La responsabilité ${ofPerson(memberName)} pour ${placeWords(scope, place)} se termine le ${until}. Personne n’est prévu après.`,
          `${memberName} vient de l’apprendre aussi, et peut désigner qui lui succède. Un appel de ta part aidera sans doute.`,
          "Tu peux aussi nommer quelqu’un d’autre, ou prolonger.",
        ],
        link: { label: "Voir la section", path: paths.console(scope) },
      };
}

/** A place has nobody in charge any more. */
export function vacantMail({ scope, place }: { scope: Scope; place: string | null }): Words {
  return {
    subject: `${capital(placeWords(scope, place))} n’a plus personne en charge`,
    paragraphs: [
      `Depuis aujourd’hui, plus personne ne s’occupe de ${placeWords(scope, place)} sur ${organisation.name}.`,
      "En attendant, ce qu’on y écrit aux responsables t’arrive à toi. Les membres y sont toujours : une personne prête à accueillir suffit pour commencer.",
    ],
    link: { label: "Trouver quelqu’un", path: paths.console(scope) },
  };
}

/** To the other national admins: somebody is proposed. */
export function nominationMail({ memberName, nominatedByName }: ToldNomination): Words {
  return {
    subject: `${memberName} à l’administration nationale : ton accord est demandé`,
    paragraphs: [
      `${nominatedByName ?? "Quelqu’un"} propose ${memberName} pour l’administration nationale.`,
      "Cela donne tous les droits : il faut donc l’accord d’une deuxième personne. Prends le temps d’en parler avant de répondre.",
    ],
    link: { label: "Répondre", path: paths.console("national") },
  };
}

/** To who proposed: what another decided. */
export function nominationDecidedMail({ memberName, agreed }: ToldNomination): Words {
  return {
    subject: agreed
      ? `${memberName} a rejoint l’administration nationale`
      : `${memberName} : ta proposition est refusée`,
    paragraphs: [
      agreed
        ? `Une autre personne a donné son accord : ${memberName} est à l’administration nationale.`
        : `Une autre personne de l’administration nationale a décliné ta proposition. ${memberName} n’en a pas été averti·e.`,
    ],
    link: { label: "Ouvrir la gestion", path: paths.console("national") },
  };
}

/** The statement of reasons of a suspension (DSA, art. 17). */
export function suspendedMail({ reason, endsAt, decidedByName }: ToldSuspension): Words {
  return {
    subject: "Ton compte est suspendu : voici pourquoi",
    paragraphs: [
      endsAt
        ? `Ton compte ${organisation.name} est suspendu jusqu’au ${fullMoment(endsAt)}. D’ici là, tu ne peux ni lire ni écrire ce que les membres partagent.`
        : `Ton compte ${organisation.name} est suspendu, sans date de fin. Tu ne peux ni lire ni écrire ce que les membres partagent.`,
      `La raison : ${quoted(reason)}`,
      `C’est une personne ${decidedByName === null ? "de l’administration" : "dont c’est la responsabilité"} qui a décidé, pas un programme. Les règles de la maison valent pour tout le monde : ${organisation.name} les publie à l’adresse ci-dessous.`,
      `Tu n’es pas d’accord ? Écris à ${organisation.moderationEmail} : une autre personne que celle qui a décidé te répondra. Tu peux aussi saisir un organisme de règlement extrajudiciaire des litiges, ou la justice.`,
      "Tes données restent les tiennes : tu peux toujours les télécharger ou supprimer ton compte.",
    ],
    link: { label: "Lire les règles de la maison", path: paths.rules },
  };
}

/** To the national level: a federation suspended somebody. */
export function suspensionToldMail({
  memberId,
  memberName,
  reason,
  endsAt,
  decidedByName,
  federation,
}: ToldSuspension): Words {
  return {
    subject: `Une fédération a suspendu un compte (${federation})`,
    paragraphs: [
      `${decidedByName ?? "Une personne de la fédération"} a suspendu ${memberName}${endsAt ? ` jusqu’au ${fullMoment(endsAt)}` : ""}.`,
      `La raison donnée : ${quoted(reason)}`,
      "Tu n’as rien à faire si cela te paraît juste. Sinon, tu peux lever la suspension.",
    ],
    link: { label: "Voir sa fiche", path: paths.managedMember(memberId) },
  };
}

/** A suspension was lifted before its end. */
export function liftedMail(): Words {
  return {
    subject: "Ta suspension est levée",
    paragraphs: [
      `Ta suspension vient d’être levée : ton compte ${organisation.name} est de nouveau ouvert, comme avant.`,
      "Tu n’as rien à faire. À tout de suite.",
    ],
    link: { label: "Me connecter", path: paths.signIn },
  };
}
