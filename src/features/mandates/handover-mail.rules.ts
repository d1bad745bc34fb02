import { fullDay } from "@/core/french-dates.ts";
import { ofPerson } from "@/core/french-places.ts";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import type { ToldHandover, Words } from "./mail.rules.ts";
import { isSealed, placeWords } from "./mandate.rules.ts";

type Reader = { id: string };

const placeOf = ({ scope, place }: ToldHandover) => placeWords(scope, place);
const linkTo = ({ id }: ToldHandover, label: string) => ({ label, path: paths.handover(id) });
/** Who signs besides this reader; null for who does not sign. */
const otherOf = (handover: ToldHandover, { id }: Reader): string | null => {
  if (id === handover.holderId) return handover.successorName;
  return id === handover.successorId ? handover.holderName : null;
};

/** A leader named who comes after her: to that person, and to those who confirm. */
export function proposedMail(handover: ToldHandover, reader: Reader): Words {
  const { holderName, successorId, successorName, effectiveAt, endsAt } = handover;
  const until = endsAt ? `, jusqu’au ${fullDay(endsAt)}` : "";
  if (reader.id === successorId)
    return {
      subject: `${holderName} te propose de prendre sa suite`,
      paragraphs: [
        `${holderName} s’occupe de ${placeOf(handover)} et te propose de prendre sa suite à partir du ${fullDay(effectiveAt)}${until}.`,
        "Rien n’est décidé : la fédération confirme d’abord, puis vous signez tous les deux. Tu peux refuser d’un clic, à tout moment.",
      ],
      link: linkTo(handover, "Voir la proposition"),
    };
  return {
    subject: `Passation à confirmer : ${placeOf(handover)}`,
    paragraphs: [
      `${holderName} souhaite passer ${placeOf(handover)} à ${successorName} le ${fullDay(effectiveAt)}${until}.`,
      "C’est à toi de confirmer, ou non. Ensuite les deux signent, et la responsabilité passe de l’une à l’autre le jour dit.",
    ],
    link: linkTo(handover, "Lire et confirmer"),
  };
}

/** The federation confirmed: to the two, who sign. */
export function confirmedMail(handover: ToldHandover, reader: Reader): Words {
  return {
    subject: `La passation est confirmée : il reste à signer`,
    paragraphs: [
      `La fédération est d’accord pour que ${placeOf(handover)} passe ${ofPerson(handover.holderName)} à ${handover.successorName} le ${fullDay(handover.effectiveAt)}.`,
      `Il reste deux signatures : la tienne et celle ${ofPerson(otherOf(handover, reader) ?? "l’autre personne")}.`,
    ],
    link: linkTo(handover, "Signer"),
  };
}

/** One of the two signed: the other is asked to; once both have, both are told the day. */
export function signedMail(handover: ToldHandover, reader: Reader): Words {
  const other = otherOf(handover, reader) ?? "L’autre personne";
  if (isSealed(handover))
    return {
      subject: `C’est signé : passation le ${fullDay(handover.effectiveAt)}`,
      paragraphs: [
        `Vous avez signé tous les deux. Le ${fullDay(handover.effectiveAt)}, ${placeOf(handover)} passe ${ofPerson(handover.holderName)} à ${handover.successorName}.`,
        "D’ici là rien ne change, et tu n’as rien à faire ce jour-là.",
      ],
      link: linkTo(handover, "Voir la passation"),
    };
  return {
    subject: `${other} a signé : à toi`,
    paragraphs: [`${other} a signé la passation de ${placeOf(handover)}. Il ne manque plus que ta signature.`],
    link: linkTo(handover, "Signer"),
  };
}

/** It moved: to the two, and to the federation. */
export function doneMail(handover: ToldHandover, reader: Reader): Words {
  const { holderId, holderName, successorId, successorName, scope } = handover;
  const place = placeOf(handover);
  if (reader.id === successorId)
    return {
      subject: `C’est fait : tu es responsable de ${place}`,
      paragraphs: [
        `${holderName} t’a passé la main : tu es responsable de ${place}. Merci !`,
        "Si tu n’as pas encore de second facteur, mets-le en place : sans lui, tes nouveaux droits dorment. Deux minutes, une application sur ton téléphone.",
      ],
      link: { label: "Mettre en place mon second facteur", path: paths.secondFactor },
    };
  if (reader.id === holderId)
    return {
      subject: `C’est fait : ${successorName} prend ta suite`,
      paragraphs: [
        `${successorName} est responsable de ${place}, et tu ne l’es plus. Merci pour tout ce que tu y as fait.`,
        "Un mot d’accueil, un carnet d’adresses, une heure ensemble : c’est souvent ce qui aide le plus.",
      ],
      link: linkTo(handover, "Voir la passation"),
    };
  return {
    subject: `Passation faite : ${place}`,
    paragraphs: [
      `${place[0]?.toLocaleUpperCase("fr")}${place.slice(1)} est passée ${ofPerson(holderName)} à ${successorName}.`,
    ],
    link: { label: "Voir la section", path: paths.console(scope) },
  };
}

/** It will not happen: to those who were waiting for it. */
export function cancelledMail(handover: ToldHandover): Words {
  const { holderId, holderName, successorId, successorName, cancelledById } = handover;
  const who =
    cancelledById === null
      ? "La situation de l’une des deux personnes a changé, et la passation ne pouvait plus aboutir."
      : cancelledById === holderId
        ? `${holderName} a retiré sa proposition.`
        : cancelledById === successorId
          ? `${successorName} préfère ne pas prendre la suite.`
          : "La fédération n’a pas retenu cette proposition.";
  return {
    subject: `Passation abandonnée : ${placeOf(handover)}`,
    paragraphs: [
      `${placeOf(handover)[0]?.toLocaleUpperCase("fr")}${placeOf(handover).slice(1)} ne passera pas ${ofPerson(holderName)} à ${successorName}. ${who}`,
      "Rien n’a changé : les responsabilités restent ce qu’elles sont, et une autre passation peut être proposée.",
    ],
    link: linkTo(handover, "Voir la passation"),
  };
}

/** Whoever was passing it on erased her account: to who was to take over, without the other's name. */
export function lostMail(scope: string, place: string | null): Words {
  return {
    subject: `Passation abandonnée : ${placeWords(scope, place)}`,
    paragraphs: [
      `La personne qui voulait te confier ${placeWords(scope, place)} a quitté ${organisation.name}. La passation s’arrête là, et tu n’as rien à faire.`,
      "Ceux et celles qui répondent de ce territoire sont au courant. Si tu veux toujours t’en occuper, dis-le-leur.",
    ],
    link: { label: "Voir ma section", path: paths.sections },
  };
}
