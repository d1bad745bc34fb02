import { z } from "zod";
import { idText, prose } from "@/core/text.ts";
import { BROADCAST_MAX, BROADCAST_MIN } from "./broadcast.rules.ts";
import { placeScope } from "./inbox.schema.ts";

const ticked = z
  .union([z.boolean(), z.enum(["oui", "on", "non", ""]).transform((text) => text === "oui" || text === "on")])
  .default(false);

/** `confirmed`: she has read again what leaves, and how many will get it. */
export const broadcastInput = z.strictObject({
  scope: placeScope,
  words: prose(BROADCAST_MIN, BROADCAST_MAX),
  adherentsOnly: ticked,
  confirmed: ticked.refine((yes) => yes, "Coche la case : un message envoyé ne se reprend pas."),
});

export const opposeInput = z.strictObject({ scope: placeScope, opposed: z.enum(["oui", "non"], "Vérifie ce champ.") });
export const ofBroadcastInput = z.strictObject({ broadcastId: idText });
