import { fullMoment } from "@/core/french-dates.ts";
import { unbroken } from "@/core/french-typography.ts";
import { GUEST_KEPT_MS } from "./guest.rules.ts";
import { signUpLines, type ToldSignUp, type Words } from "./participation-mail.rules.ts";
import { nameOf } from "./told-event.rules.ts";

const KEPT_DAYS = GUEST_KEPT_MS / (24 * 3_600_000);
const forgetting = `Nous gardons ton nom et ton adresse pour cette inscription seulement, et les effaçons ${KEPT_DAYS} jours après la fin.`;

/** The first mail to somebody without an account. Nothing is hers before she confirms, and her time runs from her first asking. */
export function guestConfirmMail(told: ToldSignUp, path: string, until: Date): Words {
  return {
    subject: `Confirme ta venue\u00a0: ${told.event.title}`,
    paragraphs: [
      `Quelqu’un, sans doute toi, a demandé une place pour ${nameOf(told.event)}. Confirme avant le ${fullMoment(until, told.event.zone)} : d’ici là, aucune place n’est prise.`,
      ...signUpLines(told),
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
      ...signUpLines(told),
      `Garde ce message : son lien sert à changer ou à annuler. ${forgetting}`,
    ].map(unbroken),
    link: { label: "Changer ou annuler mon inscription", path: told.managePath },
  };
}
