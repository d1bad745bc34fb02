import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";

type Words = { subject: string; paragraphs: string[]; link: { label: string; path: string } };
export type LetterTold = { letterId: string; author: string; home: string; place: string; words: string };
export type AnswerTold = { letterId: string; answerer: string | null; place: string; words: string };

const paragraphsOf = (words: string) => words.split(/\n{2,}/);
const HIDDEN = "Vos adresses restent cachées : ne réponds pas à cet e-mail, réponds sur la page de la lettre.";

/** Told to one of those in charge. */
export function letterMail({ letterId, author, home, place, words }: LetterTold): Words {
  return {
    subject: `${author} écrit à : ${place}`,
    paragraphs: [
      `${author}, de la section ${home}, écrit aux responsables (${place}) :`,
      ...paragraphsOf(words),
      HIDDEN,
      `Tu reçois ce message parce que tu es responsable sur ${organisation.name}.`,
    ],
    link: { label: "Répondre à cette lettre", path: paths.letter(letterId) },
  };
}

/** Told to the author of the letter. */
export function answerMail({ letterId, answerer, place, words }: AnswerTold): Words {
  return {
    subject: `Réponse à ta lettre : ${place}`,
    paragraphs: [
      `${answerer ?? "Une personne responsable"} répond à ta lettre (${place}) :`,
      ...paragraphsOf(words),
      "Vos adresses restent cachées : ne réponds pas à cet e-mail.",
    ],
    link: { label: "Relire la lettre et sa réponse", path: paths.letter(letterId) },
  };
}
