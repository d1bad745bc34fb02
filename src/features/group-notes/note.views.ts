import type { PublicError } from "@/core/app-error.ts";
import type { RichText } from "@/core/rich-text.ts";
import type { Signature } from "@/features/profiles/index.ts";
import type { ComparedLine } from "./compare.rules.ts";

export type GroupOfNote = { id: string; slug: string; name: string };

/** A note in the list of its group. `by` is null once the account is erased. */
export type NoteLineView = { id: string; title: string; excerpt: string; updatedAt: Date; by: Signature | null };
/** A note that was taken away, for those who may bring it back. */
export type RemovedNoteView = { id: string; title: string; removedAt: Date; by: Signature | null };

export type NotesView = {
  groupId: string;
  notes: NoteLineView[];
  /** Where the next page begins, or null. */
  after: string | null;
  /** Null for whoever does not keep the group. */
  removed: RemovedNoteView[] | null;
  can: { write: boolean };
};

export type NoteView = {
  id: string;
  title: string;
  body: string;
  rich: RichText | null;
  version: number;
  group: GroupOfNote;
  createdAt: Date;
  createdBy: Signature | null;
  updatedAt: Date;
  updatedBy: Signature | null;
  /** Who else wrote in it, by name, without those above. */
  others: string[];
  can: { edit: boolean; remove: boolean; report: boolean };
};

/** What was brought together: who saved between the revision that somebody wrote on and her own. */
export type MergedView = { names: string[] };

/** Two editors, the same lines: what each says, all that is apart already brought together in both. */
export type ConflictView = {
  version: number;
  by: Signature | null;
  at: Date;
  mine: { title: string; body: string };
  theirs: { title: string; body: string };
  /** From theirs to hers. */
  compared: ComparedLine[];
};

/** What the form of a note shows after a button was pressed. */
export type NoteFormState = {
  error?: PublicError;
  values?: Record<string, string>;
  preview?: { title: string; body: string; rich: RichText | null };
  conflict?: ConflictView | null;
};

export type RevisionLineView = { number: number; title: string; savedAt: Date; by: Signature | null };
export type RevisionsView = {
  note: { id: string; title: string; version: number };
  group: GroupOfNote;
  revisions: RevisionLineView[];
  /** Where the next page begins, or null. */
  before: number | null;
  /** The revision that is unfolded, beside the one before it. */
  shown: (RevisionLineView & { titleBefore: string | null; compared: ComparedLine[] }) | null;
  can: { edit: boolean };
};
