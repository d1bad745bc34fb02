import { z } from "zod";
import { emailAddress, idText, line } from "@/core/text.ts";

/** A ticked box, or nothing: she comes with somebody. */
const accompanied = z.literal("oui", "Coche ou laisse vide.").or(z.literal("")).optional();

export const askAsGuestInput = z.strictObject({
  eventId: idText,
  shiftId: z.string("Choisis un créneau.").pipe(idText),
  name: line(2, 80),
  email: emailAddress,
  accompanied,
  consent: z.literal("oui", "Il nous faut ton accord pour garder ton nom et ton adresse."),
});
export const ofGuestInput = z.strictObject({ token: z.string().max(64) });
export const changeAsGuestInput = z.strictObject({
  token: z.string().max(64),
  shiftId: z.string("Choisis un créneau.").pipe(idText),
  accompanied,
});

/** Places that she asks for. */
export const sizeOf = ({ accompanied }: { accompanied?: "oui" | "" | undefined }): 1 | 2 =>
  accompanied === "oui" ? 2 : 1;
