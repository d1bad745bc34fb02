import { CONTEST_MONTHS } from "@/core/contest.ts";
import { fullDay } from "@/core/french-dates.ts";
import { ruleWords } from "@/core/house-rules.ts";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import type { Mail } from "@/platform/mail.ts";

type Words = Omit<Mail, "to">;

/** What an author is told. `settles`: it is the answer to her answer. */
export type ToldAuthor = {
  decisionId: string;
  outcome: "nothing" | "hide";
  settles: boolean;
  rule: number | null;
  /** What the person who decided wrote. */
  words: string;
  /** Hers, which were reported. */
  text: string;
  place: string;
};

const quoted = (text: string) => `« ${text} »`;
const capital = (text: string) => text[0]?.toLocaleUpperCase("fr") + text.slice(1);
const ruleLine = (rule: number) => `La décision s’appuie sur la ${ruleWords(rule)}.`;
const who = `C’est une personne chargée de la modération qui a décidé, pas un programme.`;
const redress =
  "Si cette réponse ne te convient pas, tu peux saisir un organisme de règlement extrajudiciaire des litiges, ou la justice.";

/** Her words were hidden: the statement of reasons of article 17 of the DSA, and how to answer. */
function hiddenMail({ decisionId, rule, words, text, place }: ToldAuthor): Words {
  return {
    subject: "Tes mots ont été masqués : voici pourquoi",
    paragraphs: [
      `Dans ${quoted(place)}, tu as écrit :`,
      quoted(text),
      `À la suite d’un signalement, ces mots ont été masqués, sans limite de durée : plus personne ne les lit sur ${organisation.name}. ${who}`,
      ...(rule === null ? [] : [ruleLine(rule)]),
      `Son explication : ${quoted(words)}`,
      `Tu n’es pas d’accord ? Réponds une fois, dans les ${CONTEST_MONTHS} mois : une autre personne relira tout et décidera.`,
      `Si tu ne peux pas te connecter, écris à ${organisation.moderationEmail}. ${redress}`,
    ],
    link: { label: "Lire la décision et répondre", path: paths.decision(decisionId) },
  };
}

function leftMail({ decisionId, words, text, place }: ToldAuthor): Words {
  return {
    subject: "Tes mots ont été signalés, et restent en ligne",
    paragraphs: [
      `Dans ${quoted(place)}, tu as écrit :`,
      quoted(text),
      `Quelqu’un a signalé ces mots. Une personne chargée de la modération les a relus avec ce qui les entoure : rien ne change, tout le monde les lit comme avant.`,
      `Son explication : ${quoted(words)}`,
      "Tu n’as rien à faire. Nous te le disons parce que cela te concerne.",
    ],
    link: { label: "Lire la décision", path: paths.decision(decisionId) },
  };
}

function settledMail({ decisionId, outcome, rule, words, text, place }: ToldAuthor): Words {
  const kept = outcome === "hide";
  return {
    subject: kept ? "Ta réponse a été lue : tes mots restent masqués" : "Ta réponse a été lue : tes mots sont revenus",
    paragraphs: [
      `Tu as répondu à une décision sur ce que tu as écrit dans ${quoted(place)} :`,
      quoted(text),
      kept
        ? "Une autre personne que la première a tout relu, ta réponse comprise. Tes mots restent masqués, et cette décision est la dernière."
        : "Une autre personne que la première a tout relu, ta réponse comprise. Tes mots sont de nouveau en ligne, à leur place. Merci d’avoir pris le temps de répondre.",
      ...(kept && rule !== null ? [ruleLine(rule)] : []),
      `Son explication : ${quoted(words)}`,
      ...(kept ? [redress] : []),
    ],
    link: { label: "Lire la décision", path: paths.decision(decisionId) },
  };
}

/** What the author of reported words is told, whatever was decided. */
export function authorMail(told: ToldAuthor): Words {
  if (told.settles) return settledMail(told);
  return told.outcome === "hide" ? hiddenMail(told) : leftMail(told);
}

export type ToldReporter = {
  outcome: "nothing" | "hide";
  rule: number | null;
  words: string;
  reportedAt: Date;
  /** Null when the place is no longer open to her. */
  place: string | null;
};

const reportOf = ({ reportedAt, place }: Pick<ToldReporter, "reportedAt" | "place">) => {
  const where = place === null ? `sur ${organisation.name}` : `dans ${quoted(place)}`;
  return `Le ${fullDay(reportedAt)}, tu as signalé des mots écrits ${where}.`;
};

/** What somebody who reported is told. The hidden words are not said again. */
export function reporterMail(told: ToldReporter): Words {
  const hidden = told.outcome === "hide";
  return {
    subject: hidden ? "Ton signalement a été lu : les mots sont masqués" : "Ton signalement a été lu : rien ne change",
    paragraphs: [
      reportOf(told),
      hidden
        ? `Ils ont été relus avec ce qui les entoure, et masqués : plus personne ne les lit. ${who}`
        : `Ils ont été relus avec ce qui les entoure, et restent en ligne : aucune règle n’a paru enfreinte. ${who}`,
      ...(told.rule === null ? [] : [ruleLine(told.rule)]),
      `Son explication : ${quoted(told.words)}`,
      hidden
        ? "La personne qui les a écrits ne sait pas qui a signalé. Elle peut répondre une fois, et une autre personne décidera alors. Merci de veiller avec nous."
        : `La personne qui les a écrits ne sait pas qui a signalé. Tu n’es pas d’accord ? Écris à ${organisation.moderationEmail} dans les ${CONTEST_MONTHS} mois : une autre personne relira.`,
    ],
    link: { label: "Relire les règles de la maison", path: paths.rules },
  };
}

/** A visitor's notice arrived (DSA, art. 16.4). */
export function acknowledgementMail(told: { rule: number; reportedAt: Date; place: string | null }): Words {
  return {
    subject: "Ton signalement est bien arrivé",
    paragraphs: [
      reportOf(told),
      `${capital(ruleWords(told.rule))} : une personne va relire ces mots et ce qui les entoure, puis décider. Aucune machine ne décide à sa place.`,
      "Nous t’écrirons à cette adresse ce qui a été décidé, et pourquoi. La personne qui a écrit ne saura pas qui tu es.",
      `Si tu n’as rien signalé, quelqu’un s’est servi de ton adresse : écris-nous à ${organisation.moderationEmail}.`,
    ],
  };
}
