import { z } from "zod";
import { clientIdText, idText } from "@/core/text.ts";
import { inboxTabs } from "./inbox.rules.ts";
import { messageWords } from "./message.schema.ts";

/** A section, a federation or the country. */
export const placeScope = z
  .string()
  .max(60)
  .regex(/^national(?:\/[0-9A-Za-z-]+){0,2}$/, "Cet endroit n’existe pas.");

export const writeToPlaceInput = z.strictObject({ scope: placeScope, body: messageWords, clientId: clientIdText });

/** Nobody is "". */
export const assignInput = z.strictObject({
  conversationId: idText,
  assigneeId: z.union([z.literal("").transform(() => null), z.null(), idText], "Choisis dans la liste."),
});

export const ofMemberInput = z.strictObject({ memberId: idText });

/** What an inbox's page is asked for; anything else is its first page. */
export const inboxSearch = z.object({
  voir: z.enum(inboxTabs).optional().catch(undefined),
  apres: z
    .string()
    .regex(/^\d{1,15}\.[0-9a-hjkmnp-tv-z]{12}$/)
    .optional()
    .catch(undefined),
});
