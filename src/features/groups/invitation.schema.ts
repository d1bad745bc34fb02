import { z } from "zod";
import { idText, prose } from "@/core/text.ts";
import { INVITATION_WORDS_MAX } from "./invitation.rules.ts";
import { rulesBox, termsShown } from "./request.schema.ts";

export const inviteToGroupInput = z.strictObject({
  groupId: idText,
  memberId: idText,
  words: prose(0, INVITATION_WORDS_MAX)
    .transform((text) => text.replace(/\s+/g, " "))
    .default(""),
});
export const answerInvitationInput = z.strictObject({
  invitationId: idText,
  answer: z.enum(["oui", "non"], "Choisis une réponse."),
  terms: termsShown.default(""),
  rulesAccepted: rulesBox,
});
export const ofInvitationInput = z.strictObject({ invitationId: idText });

/** Whom the page of invitations is asked to look for. Anything else is nobody. */
export const inviteSearchInput = z.object({
  q: z
    .string()
    .refine((text) => text.isWellFormed())
    .transform((text) => text.replace(/\p{C}/gu, " ").normalize("NFC").trim().slice(0, 80))
    .catch(""),
});
