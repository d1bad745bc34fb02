/** What was said to participants, or asked by them. `by` is null once the account is erased. */
export type NoteView = {
  id: string;
  by: string | null;
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
