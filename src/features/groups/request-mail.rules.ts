import { counted } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import type { Mail } from "@/platform/mail.ts";

export type Words = Omit<Mail, "to">;
export type ToldGroup = { id: string; slug: string; name: string };

const quoted = (text: string) => `« ${text} »`;

/** To one of those who keep a group: who asks to come in. One a day for each group at most. */
export function requestsMail({
  group,
  names,
  total,
}: {
  group: ToldGroup;
  names: readonly string[];
  total: number;
}): Words {
  const [first = "Quelqu’un"] = names;
  const who = total === 1 ? first : counted(total, "personne", "personnes");
  const list = names.join(", ") + (total > names.length ? `, et ${counted(total - names.length, "autre")}` : "");
  return {
    subject: `${who} ${total === 1 ? "demande" : "demandent"} à rejoindre ${quoted(group.name)}`,
    paragraphs: [
      total === 1
        ? `${first} demande à rejoindre ${quoted(group.name)}.`
        : `Ces personnes demandent à rejoindre ${quoted(group.name)} : ${list}.`,
      "Lis ce qu’on t’écrit, et réponds d’un mot : tu gères ce groupe, et personne n’y entre sans réponse.",
      "Pourquoi ce message ? Un par jour et par groupe au plus, tant que des demandes attendent.",
    ],
    link: { label: "Lire et répondre", path: paths.groupMembers(group) },
  };
}

/** To who asked: the group's answer, with its word. */
export function answerMail({ group, accepted, words }: { group: ToldGroup; accepted: boolean; words: string }): Words {
  const said = words ? [`On te répond : ${quoted(words)}`] : [];
  if (accepted)
    return {
      subject: `Bienvenue dans ${quoted(group.name)}`,
      paragraphs: [
        `Ta demande est acceptée : tu es membre du groupe ${quoted(group.name)}.`,
        ...said,
        "Tu peux lire son mur, y écrire, et voir son agenda.",
      ],
      link: { label: "Ouvrir le groupe", path: paths.group(group) },
    };
  return {
    subject: `Ta demande pour ${quoted(group.name)}`,
    paragraphs: [
      `Ta demande de rejoindre ${quoted(group.name)} n’est pas acceptée cette fois.`,
      ...said,
      "Tu pourras redemander dans un mois. D’ici là, d’autres groupes t’attendent.",
    ],
    link: { label: "Voir les groupes", path: paths.groups },
  };
}

/** To who is invited: by whom, into what. */
export function invitationToGroupMail({
  group,
  purpose,
  by,
  words,
}: {
  group: ToldGroup;
  purpose: string;
  by: string;
  words: string;
}): Words {
  return {
    subject: `${by} t’invite dans ${quoted(group.name)}`,
    paragraphs: [
      `${by} t’invite dans le groupe ${quoted(group.name)}.`,
      ...(purpose ? [purpose] : []),
      ...(words ? [`${by} t’écrit : ${quoted(words)}`] : []),
      "À toi de voir : un bouton pour venir, un autre pour dire non. Un non ne se dit pas.",
    ],
    link: { label: "Voir l’invitation", path: paths.group(group) },
  };
}
