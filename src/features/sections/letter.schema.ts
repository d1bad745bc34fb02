import { z } from "zod";
import { idText, prose } from "@/core/text.ts";
import { ANSWER_MIN, LETTER_MAX, LETTER_MIN } from "./letter.rules.ts";

/** A section or a federation. */
const scope = z
  .string()
  .max(60)
  .regex(/^national(?:\/[0-9A-Za-z-]+){1,2}$/, "Cet endroit n’existe pas.");

export const writeLetterInput = z.strictObject({ scope, words: prose(LETTER_MIN, LETTER_MAX) });
export const answerLetterInput = z.strictObject({ letterId: idText, words: prose(ANSWER_MIN, LETTER_MAX) });
