import type { FileMime } from "@/core/file-kinds.ts";

/** A photo of a message; its two sizes are at `paths.api.messagePhoto`. */
export type MessagePhotoView = {
  id: string;
  width: number;
  height: number;
  /** What it shows, for those who do not see it; may be empty. */
  description: string;
};

/** A file of a message; its bytes are at `paths.api.messageFile`. */
export type MessageFileView = { id: string; name: string; size: number; mime: FileMime };
