import { counted } from "@/core/french-dates.ts";
import type { MessageView } from "../message.views.ts";

/** What hangs on a message, in words: "2 photos, 1 fichier". */
export function carriedWords(photos: number, files: number): string {
  return [photos > 0 && counted(photos, "photo"), files > 0 && counted(files, "fichier")].filter(Boolean).join(", ");
}

/** How a message begins, on one line; what it carries when it has no words. */
export function excerptOfMessage({ body, photos, files }: MessageView): string {
  const words = body
    .replace(/[*_`~]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return words.slice(0, 140) || carriedWords(photos.length, files.length);
}
