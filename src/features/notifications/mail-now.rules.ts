import { type NoticeFamily, noticeFamilies, noticeKind } from "@/core/notice-kinds.ts";
import { quoted } from "@/core/notice-words.ts";
import { paths } from "@/core/paths.ts";
import type { Mail } from "@/platform/mail.ts";
import { countsOf, namesIt, sectionsOf, type Told } from "./digest.rules.ts";

/** What is told at once: one thing in its own words, or what gathered meanwhile. */
export function mailNow(told: readonly Told[]): Omit<Mail, "to"> {
  const [first] = told;
  if (!first) throw new Error("a mail about nothing");
  if (told.length > 1) {
    const said = countsOf(told);
    return {
      subject: `${noticeFamilies[noticeKind(first.kind).family]}\u00a0: ${said}`,
      paragraphs: ["Voici ce qui vient d’arriver."],
      preheader: told
        .slice(0, 3)
        .map(({ text }) => text)
        .join(" · "),
      sections: sectionsOf(told),
      link: { label: "Ouvrir mes notifications", path: paths.notifications },
    };
  }
  const { text, href } = first;
  const about = namesIt(first) ? undefined : first.about;
  return {
    subject: about ? `${text}\u00a0: ${quoted(about, SUBJECT_ABOUT)}` : text,
    paragraphs: [`${text}.`, ...(about ? [quoted(about, WHOLE)] : [])],
    link: { label: openings[noticeKind(first.kind).family], path: href },
  };
}

/** What the button says, by what it leads to. */
const openings: Record<NoticeFamily, string> = {
  coopains: "Voir de qui il s’agit",
  messages: "Lire et répondre",
  publications: "Lire la publication",
  groupes: "Ouvrir le groupe",
  debats: "Ouvrir le débat",
  evenements: "Voir l’événement",
  lieu: "Lire la suite",
  responsabilites: "Voir ce qui m’attend",
  moderation: "Lire et décider",
};

const SUBJECT_ABOUT = 60;
const WHOLE = 200;
