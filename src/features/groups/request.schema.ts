import { z } from "zod";
import { idText, prose } from "@/core/text.ts";
import { ANSWER_MAX, WORDS_MAX } from "./request.rules.ts";

/** The house rules, accepted by a box; whether a group has any is asked when one comes in. */
export const rulesBox = z
  .enum(["oui"], "Coche la case, ou laisse-la vide.")
  .optional()
  .transform((value) => value === "oui");
/** Which questions and rules the form showed. */
export const termsShown = z.string().max(32, "Recharge la page et réessaie.");

const answer = prose(0, ANSWER_MAX).default("");
export const askToJoinInput = z.strictObject({
  groupId: idText,
  terms: termsShown,
  answer1: answer,
  answer2: answer,
  answer3: answer,
  words: prose(0, WORDS_MAX).default(""),
  rulesAccepted: rulesBox,
});
export const ofRequestInput = z.strictObject({ requestId: idText });
export const answerRequestInput = z.strictObject({
  requestId: idText,
  answer: z.enum(["oui", "non"], "Choisis une réponse."),
  words: prose(0, WORDS_MAX).default(""),
});
