"use server";

import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { formAction } from "@/platform/next/form-action.ts";
import { answerLetter } from "./commands/answer-letter.ts";
import { volunteer } from "./commands/volunteer.ts";
import { writeLetter } from "./commands/write-letter.ts";

const toLetter = { then: ({ letterId }: { letterId: string }) => redirect(paths.letter(letterId)) };
export const writeLetterAction = formAction(writeLetter, toLetter);
export const answerLetterAction = formAction(answerLetter, toLetter);
export const volunteerAction = formAction(volunteer);
