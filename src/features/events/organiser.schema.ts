import { z } from "zod";
import { idText, line } from "@/core/text.ts";
import { normalisedPhone } from "./contact.rules.ts";

/** A box that is ticked or absent. */
const ticked = z
  .enum(["oui"], "Coche la case, ou laisse-la vide.")
  .optional()
  .transform((value) => value === "oui");
const consent = z.literal("oui", "Coche la case pour dire ton accord.");
export const placeScope = z.string().regex(/^national(\/[0-9A-Za-z-]{1,20}){0,2}$/, "Ce territoire n’existe pas.");

const count = z
  .union([z.number(), z.string().regex(/^\d{1,4}$/, "Écris un nombre.")], "Écris un nombre.")
  .transform(Number)
  .pipe(z.int("Écris un nombre.").min(1, "Au moins 1.").max(1000, "1000 au plus."));

export const organiserInput = z.strictObject({ eventId: idText, memberId: idText, alsoNext: ticked });
export const candidatesInput = z.strictObject({
  id: idText,
  q: z
    .string()
    .max(80)
    .default("")
    .transform((text) => text.replace(/\p{C}/gu, " ").trim()),
  /** To organise, to be called, or to be invited. */
  pour: z.enum(["organiser", "contact", "inviter"]).catch("organiser"),
});

export const coSectionInput = z.strictObject({ eventId: idText, scope: placeScope, alsoNext: ticked });
export const coSectionAnswerInput = z.strictObject({
  eventId: idText,
  scope: placeScope,
  answer: z.enum(["oui", "non"], "Choisis une réponse."),
});
export const leaveCoSectionInput = z.strictObject({ eventId: idText, scope: placeScope });

export const nameContactInput = z.strictObject({ eventId: idText, memberId: idText });
/** Her own number, as she writes it; it becomes "+33612345678". */
export const answerContactInput = z.strictObject({
  eventId: idText,
  phone: z
    .string("Écris un numéro de téléphone.")
    .max(40, "Ce numéro est trop long.")
    .transform(normalisedPhone)
    .pipe(z.string("Écris un numéro complet : 06 12 34 56 78, ou +33 6 12 34 56 78.")),
  consent,
  forSeries: ticked,
});
export const ofEventInput = z.strictObject({ eventId: idText });

export const addItemInput = z.strictObject({ eventId: idText, label: line(1, 80), quantity: count, alsoNext: ticked });
export const removeItemInput = z.strictObject({ itemId: idText, alsoNext: ticked });
export const claimItemInput = z.strictObject({ itemId: idText, quantity: count });
export const unclaimItemInput = z.strictObject({ itemId: idText });

export const inviteeInput = z.strictObject({ eventId: idText, memberId: idText });
