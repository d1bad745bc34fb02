import { z } from "zod";
import { idText, prose } from "@/core/text.ts";
import { NOTE_MAX } from "./note.rules.ts";

const words = prose(1, NOTE_MAX);

export const writeNoteInput = z.strictObject({ eventId: idText, words });
export const answerQuestionInput = z.strictObject({ noteId: idText, words });
export const ofNoteInput = z.strictObject({ noteId: idText });
