import { QUESTIONS_MAX, type Theme, themes } from "./group.rules.ts";

/** Names of the boxes and lines of a group's form: one each, so that a draft holds them. */
export const themeField = (theme: Theme) => `theme.${theme}`;
export const questionField = (index: number) => `question.${index}`;

type Fields = Record<string, string | string[]>;

/** A form's boxes and lines become lists; empty lines are no questions. */
export function readGroup(fields: Fields): Record<string, unknown> {
  const own = Object.entries(fields).filter(([name]) => !/^(?:theme|question)\./.test(name));
  const lines = Array.from({ length: QUESTIONS_MAX }, (_, index) => fields[questionField(index)] ?? "");
  const questions = lines.filter((line) => line !== "" && String(line).trim() !== "");
  return {
    ...Object.fromEntries(own),
    themes: themes.filter((theme) => fields[themeField(theme)] === "oui"),
    questions,
  };
}
