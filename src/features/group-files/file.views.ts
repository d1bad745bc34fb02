import type { FileKind } from "@/core/file-kinds.ts";
import type { Signature } from "@/features/profiles/index.ts";

export type FilePreviewView = { small: string; large: string; width: number; height: number };

/** A file of a group in its list. `by` is null once the account is erased. */
export type FileView = {
  id: string;
  name: string;
  kind: FileKind;
  /** "PDF", "Tableur". */
  word: string;
  size: number;
  href: string;
  preview: FilePreviewView | null;
  by: Signature | null;
  at: Date;
  can: { remove: boolean; report: boolean };
};

export type FilesView = {
  groupId: string;
  files: FileView[];
  /** Where the next page begins, or null. */
  after: string | null;
  can: { add: boolean };
};
