import { paths } from "@/core/paths.ts";
import type { Mail } from "@/platform/mail.ts";
import type { GroupRole } from "./group.rules.ts";

type Words = Omit<Mail, "to">;
export type ToldGroup = { id: string; slug: string; name: string };

const powers: Partial<Record<GroupRole, string>> = {
  manager: "Tu réponds aux demandes, tu tiens le mur et l’agenda, et tu peux inviter autant de monde que tu veux.",
  lead: "Tu tiens le groupe : son nom, ses règles, qui y fait quoi. Tu peux le confier à quelqu’un d’autre à tout moment.",
};

/** To somebody who keeps a group from now on. */
export function roleMail(group: ToldGroup, role: GroupRole): Words {
  const title = role === "lead" ? "responsable" : "gestionnaire";
  return {
    subject: `Tu es ${title} du groupe « ${group.name} »`,
    paragraphs: [
      `On compte sur toi dans le groupe « ${group.name} » : tu en es maintenant ${title}.`,
      powers[role] ?? "",
    ],
    link: { label: "Ouvrir le groupe", path: paths.groupMembers(group) },
  };
}

/** To somebody who was taken out of a group: why, and nobody's name. */
export function removedMail(group: ToldGroup, words: string): Words {
  return {
    subject: `Tu n’es plus du groupe « ${group.name} »`,
    paragraphs: [
      `Les personnes qui tiennent le groupe « ${group.name} » t’en ont retiré·e. Voici pourquoi :`,
      `« ${words} »`,
      "Tu trouves cela injuste ? Écris aux responsables de ta section ou de ta fédération.",
    ],
    link: { label: "Voir les groupes", path: paths.groups },
  };
}
