import { z } from "zod";
import { idText, prose } from "@/core/text.ts";

/** A number from a form's field; what is no whole number is refused. */
const whole = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d{1,3}$/, "Écris un nombre.")
      .transform(Number),
  ])
  .pipe(z.int());

/** Alone, or with somebody. */
const size = whole.pipe(z.number().min(1, "Une personne au moins.").max(2, "Deux personnes au plus."));

export const joinShiftInput = z.strictObject({ shiftId: idText, size: size.default(1) });
export const ofSignUpInput = z.strictObject({ signUpId: idText });
export const changeSizeInput = z.strictObject({ signUpId: idText, size });

export const answers = ["maybe", "no", "none"] as const;
/** "none" takes an answer back. */
export const answerEventInput = z.strictObject({ eventId: idText, answer: z.enum(answers, "Choisis une réponse.") });

/** Why, for her. */
export const removeSignUpInput = z.strictObject({ signUpId: idText, words: prose(3, 500) });

export const attendances = ["present", "absent", "none"] as const;
/** "none" takes back what was noted. */
export const noteAttendanceInput = z.strictObject({
  signUpId: idText,
  attendance: z.enum(attendances, "Choisis une réponse."),
});

/** So many more, or fewer: two phones count at once. */
export const countWalkInsInput = z.strictObject({
  eventId: idText,
  change: whole.pipe(z.number().min(-20, "20 personnes au plus à la fois.").max(20, "20 personnes au plus à la fois.")),
});

export const ofShiftInput = z.strictObject({ shiftId: idText });
export const ofMemberInput = z.strictObject({ memberId: idText });
