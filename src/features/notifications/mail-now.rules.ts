import { noticeFamilies, noticeKind } from "@/core/notice-kinds.ts";
import { paths } from "@/core/paths.ts";
import type { Mail } from "@/platform/mail.ts";
import { countsOf, sectionsOf, type Told } from "./digest.rules.ts";

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
  const { text, about, href } = first;
  return {
    subject: about && !text.includes(about) ? `${text}, dans ${inQuotes(about)}` : text,
    paragraphs: [`${text}.`, ...(about ? [about] : [])],
    link: { label: "Voir de quoi il s’agit", path: href },
  };
}

const SUBJECT_ABOUT = 60;

function inQuotes(about: string): string {
  const line = about.length > SUBJECT_ABOUT ? `${about.slice(0, SUBJECT_ABOUT).replace(/\s+\S*$/, "")}…` : about;
  return `«\u00a0${line}\u00a0»`;
}
