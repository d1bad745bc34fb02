import { defineFact } from "@/core/fact.ts";

type OfNote = { eventId: string; noteId: string };

/** Organisers wrote to those who come. */
export const noteAnnounced = defineFact<OfNote>({ name: "note.announced" });
export const questionAsked = defineFact<OfNote>({ name: "note.question-asked" });
export const questionAnswered = defineFact<OfNote>({ name: "note.question-answered" });
export const noteHidden = defineFact<OfNote>({ name: "note.hidden" });
/** After moderation took back that it was hidden. */
export const noteShown = defineFact<OfNote>({ name: "note.shown" });

export const noteFacts = [noteAnnounced, questionAsked, questionAnswered, noteHidden, noteShown] as const;
