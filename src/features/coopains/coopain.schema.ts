import { z } from "zod";
import { idText, prose } from "@/core/text.ts";
import { WORDS_MAX } from "./coopain.rules.ts";

/** A line that goes with a request; a line break typed on a phone is a space. */
const words = prose(0, WORDS_MAX)
  .transform((text) => text.replace(/\s+/g, " "))
  .default("");

export const ofMemberInput = z.strictObject({ memberId: idText });
export const requestCoopainInput = z.strictObject({ memberId: idText, words });
export const ofRequestInput = z.strictObject({ requestId: idText });

/** What the list of one's coopains is asked for: a name, and after whom its next page begins. Anything else is nothing. */
export const pageInput = z.object({
  q: z
    .string()
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text))
    .transform((text) => text.normalize("NFC").trim().slice(0, 80))
    .catch(""),
  apres: idText.nullable().catch(null),
});
