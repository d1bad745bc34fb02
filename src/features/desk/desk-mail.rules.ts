import { counted } from "@/core/french-dates.ts";
import { ofPerson } from "@/core/french-places.ts";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import type { Mail } from "@/platform/mail.ts";
import { firstNameOf } from "./desk.rules.ts";

type Words = Omit<Mail, "to">;
type Place = { name: string; slug: string; federation: { slug: string } };

const sectionLink = (section: Place) => ({ label: "Ouvrir la page de ma section", path: paths.section(section) });

/** A word of welcome, as its author wrote it; neither learns the other's address. */
export function welcomeMail({ author, section, words }: { author: string; section: Place; words: string }): Words {
  return {
    subject: `${author} te souhaite la bienvenue`,
    paragraphs: [
      `${author}, de la section ${section.name}, t’écrit :`,
      ...words.split("\n\n"),
      `Ce mot est passé par ${organisation.name} : ton adresse reste cachée, et la sienne aussi. Pour répondre, écris à ta section depuis sa page.`,
    ],
    link: sectionLink(section),
  };
}

/** To whom a newcomer was entrusted. */
export function pointPersonMail({
  newcomer,
  section,
}: {
  newcomer: { id: string; name: string };
  section: Place;
}): Words {
  return {
    subject: `On te confie l’accueil ${ofPerson(newcomer.name)}`,
    paragraphs: [
      `${newcomer.name} vient d’arriver dans la section ${section.name}. On compte sur toi pour lui souhaiter la bienvenue.`,
      "Écris-lui un mot : il part par e-mail, sans que vos adresses se voient. Quand vous vous êtes parlé, dis que c’est fait.",
    ],
    link: { label: `Accueillir ${firstNameOf(newcomer.name)}`, path: paths.welcome(newcomer.id) },
  };
}

type Newcomers = { newcomers: readonly { name: string; section: string; scope: string }[]; total: number };

/** To a leader: who has arrived and has not been written to yet. Those that are not named are counted. */
export function newcomersMail({ newcomers, total }: Newcomers): Words {
  const scopes = new Set(newcomers.map(({ scope }) => scope));
  const [first] = newcomers;
  const more = total - newcomers.length;
  const scope = first?.scope ?? "national";
  return {
    subject:
      total === 1
        ? `${first?.name} vient d’arriver dans la section ${first?.section}`
        : `${counted(total, "personne attend", "personnes attendent")} un mot de bienvenue`,
    paragraphs: [
      total === 1
        ? "Personne ne lui a encore écrit. Un mot dans les premiers jours change tout."
        : "Elles viennent d’arriver, et personne ne leur a encore écrit :",
      ...(total === 1 ? [] : newcomers.map(({ name, section }) => `• ${name}, section ${section}`)),
      ...(more > 0 ? [`… et ${counted(more, "autre")}.`] : []),
      "Tu peux leur écrire toi-même, ou les confier à quelqu’un de la section. Nous t’écrivons une fois par heure au plus.",
    ],
    link: {
      label: "Ouvrir la gestion",
      path: paths.console(scopes.size > 1 ? scope.split("/").slice(0, 2).join("/") : scope),
    },
  };
}

/** To those who answer for a section: somebody moved into it, or out of it. */
export function moveMail(told: {
  name: string;
  section: { name: string; scope: string };
  way: "arrived" | "left";
}): Words {
  const { name, section, way } = told;
  const arrived = way === "arrived";
  return {
    subject: arrived ? `${name} rejoint la section ${section.name}` : `${name} quitte la section ${section.name}`,
    paragraphs: arrived
      ? [
          `${name} a changé de commune et arrive dans la section ${section.name}.`,
          "Un mot de bienvenue, et une première rencontre : c’est le bon moment.",
        ]
      : [
          `${name} a changé de commune, et ne fait donc plus partie de la section ${section.name}.`,
          "Si cette personne s’occupait de quelque chose, pense à le confier à quelqu’un d’autre.",
        ],
    link: { label: "Ouvrir la gestion de la section", path: paths.console(section.scope) },
  };
}

/** To those who answer for a section: who looked after these newcomers has moved away. */
export function releasedMail(told: { names: readonly string[]; section: { name: string; scope: string } }): Words {
  const { names, section } = told;
  const [first = ""] = names;
  const alone = names.length === 1;
  return {
    subject: alone
      ? `${first} n’a plus de point de contact`
      : `${counted(names.length, "personne n’a", "personnes n’ont")} plus de point de contact`,
    paragraphs: [
      alone
        ? `La personne à qui l’accueil ${ofPerson(first)} était confié a changé de section.`
        : `La personne à qui leur accueil était confié a changé de section : ${names.join(", ")}.`,
      `${alone ? "Son accueil est de nouveau à confier" : "Leur accueil est de nouveau à confier"}, dans la section ${section.name}.`,
    ],
    link: { label: "Ouvrir la gestion de la section", path: paths.console(section.scope) },
  };
}

/** Her claim to be an adherent was not confirmed. */
export function declinedMail({ section, words }: { section: Place; words: string }): Words {
  return {
    subject: "Ton adhésion n’a pas pu être confirmée",
    paragraphs: [
      "À l’inscription, tu as dit être adhérent·e. Ta fédération ne t’a pas trouvé·e parmi ses adhérent·e·s : c’est peut-être une autre adresse, ou une adhésion qui attend encore.",
      ...(words ? [`Son mot pour toi : « ${words} »`] : []),
      "Ton compte reste ouvert, comme sympathisant·e : tu gardes ta section, tes débats et tes coopains. Si c’est une erreur, écris à ta section depuis sa page.",
    ],
    link: sectionLink(section),
  };
}

/** Her federation has confirmed that she is an adherent. */
export function verifiedMail({ section }: { section: Place }): Words {
  return {
    subject: "Ton adhésion est confirmée",
    paragraphs: [
      "Ta fédération vient de confirmer que tu es adhérent·e. Les débats réservés aux adhérent·e·s te sont ouverts.",
    ],
    link: sectionLink(section),
  };
}
