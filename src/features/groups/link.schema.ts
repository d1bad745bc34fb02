import { z } from "zod";
import { idText } from "@/core/text.ts";
import { LINK_DAYS_MAX, USES_MAX } from "./link-bounds.rules.ts";
import { rulesBox, termsShown } from "./request.schema.ts";

const count = (max: number) =>
  z
    .union([z.number(), z.string().regex(/^\d{1,4}$/, "Écris un nombre.")], "Écris un nombre.")
    .transform(Number)
    .pipe(z.int("Écris un nombre.").min(1, "Au moins 1.").max(max, `${max} au plus.`));

export const createLinkInput = z.strictObject({
  groupId: idText,
  uses: count(USES_MAX),
  days: count(LINK_DAYS_MAX),
});
export const ofLinkInput = z.strictObject({ linkId: idText });
export const joinByLinkInput = z.strictObject({
  token: z.string().max(64),
  terms: termsShown.default(""),
  rulesAccepted: rulesBox,
});
