import { paths } from "@/core/paths.ts";
import type { Mail } from "@/platform/mail.ts";

type Words = Omit<Mail, "to">;
type Place = { name: string; slug: string; federation: { slug: string } };

/** To those who name a section's leaders: somebody offers to look after it. */
export function volunteerMail(told: { name: string; section: { name: string; scope: string }; words: string }): Words {
  return {
    subject: `${told.name} se propose pour la section ${told.section.name}`,
    paragraphs: [
      `Personne n’est à la tête de la section ${told.section.name}. ${told.name}, qui y habite, se propose :`,
      `« ${told.words} »`,
      "Tu peux lui confier la section, ou lui répondre.",
    ],
    link: { label: "Ouvrir la gestion de la section", path: paths.console(told.section.scope) },
  };
}

/** To a volunteer: thank you, and an answer when there is one. */
export function thanksMail({ section, words }: { section: Place; words: string }): Words {
  return {
    subject: `Merci de t’être proposé·e pour la section ${section.name}`,
    paragraphs: [
      `Ta fédération a lu ta proposition pour la section ${section.name}, et te remercie.`,
      words
        ? `Sa réponse : « ${words} »`
        : "Elle ne te confie pas la section cette fois, et compte sur toi pour la faire vivre.",
    ],
    link: { label: "Ouvrir la page de ma section", path: paths.section(section) },
  };
}
