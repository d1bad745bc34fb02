/** What was said to participants, or asked by them. `by` is null where the name is not the reader's to know, and `erased` once there is none. */
export type NoteView = {
  id: string;
  by: string | null;
  erased: boolean;
  mine: boolean;
  words: string;
  /** ISO */
  at: string;
};

export type QuestionView = NoteView & { answers: NoteView[] };

export type NotesView = {
  eventId: string;
  announcements: NoteView[];
  questions: QuestionView[];
  can: { announce: boolean; ask: boolean; keep: boolean };
};
