import { z } from "zod";
import { idText, prose } from "@/core/text.ts";
import { sectionIdText } from "./section.schema.ts";
import { VOLUNTEER_ANSWER_MAX, VOLUNTEER_MAX } from "./volunteer.rules.ts";

export const volunteerInput = z.strictObject({ sectionId: sectionIdText, words: prose(10, VOLUNTEER_MAX) });
export const answerVolunteerInput = z.strictObject({
  volunteerId: idText,
  words: prose(0, VOLUNTEER_ANSWER_MAX).default(""),
});

/** What was recorded of a mandate, as the job that follows the fact brings it back. */
export const mandateInput = z.strictObject({ memberId: idText, mandateId: idText, scope: z.string().max(60) });
