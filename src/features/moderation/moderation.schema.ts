import { z } from "zod";
import { isRule } from "@/core/house-rules.ts";
import { emailAddress, idText, line, prose } from "@/core/text.ts";
import { WORDS_MAX, WORDS_MIN } from "./moderation.rules.ts";

const CHOOSE = "Choisis la règle qui n’est pas respectée.";

/** A rule's number, as a form sends it. */
const rule = z
  .string(CHOOSE)
  .regex(/^\d{1,2}$/, CHOOSE)
  .transform(Number)
  .refine(isRule, CHOOSE);

/** A form's empty choice is no choice. */
const maybeRule = z
  .union([z.literal("").transform(() => null), rule])
  .nullish()
  .transform((number) => number ?? null);

const words = prose(WORDS_MIN, WORDS_MAX);
const about = { kind: z.string().max(40), objectId: idText };

export const reportInput = z.strictObject({ ...about, rule, words: prose(0, WORDS_MAX).default("") });

export const noticeInput = z.strictObject({
  ...about,
  rule,
  words,
  name: line(2, 80),
  email: emailAddress,
  goodFaith: z.literal("oui", "Coche cette case : un signalement se fait de bonne foi."),
});

export const decideInput = z
  .strictObject({
    caseId: idText,
    outcome: z.enum(["nothing", "hide"], "Choisis ce que tu décides."),
    rule: maybeRule,
    words,
  })
  .refine(({ outcome, rule: cited }) => outcome === "nothing" || cited !== null, { path: ["rule"], error: CHOOSE });

export const appealInput = z.strictObject({ decisionId: idText, words });

export const settleInput = z.strictObject({
  appealId: idText,
  outcome: z.enum(["keep", "show"], "Choisis ce que tu décides."),
  words,
});

/** Where a page of the queue begins: after a moment in milliseconds and an id. */
export const pageInput = z
  .object({ apres: z.string().regex(/^\d{1,15}-[0-9a-hjkmnp-tv-z]{12}$/) })
  .transform(({ apres }) => {
    const [at, id = ""] = apres.split("-");
    return { at: new Date(Number(at)), id };
  })
  .nullable()
  .catch(null);
