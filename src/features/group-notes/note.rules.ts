import { excerptOf as excerpt } from "@/core/excerpt.ts";

/** How long a note may be, in characters of its Markdown. */
export const NOTE_LENGTH = 50_000;
export const NOTE_TITLE_LENGTH = 120;
/** Notes in a list, revisions of one. */
export const PAGE_SIZE = 30;

/** The first words of a note, for a list. */
export const excerptOf = (body: string): string => excerpt(body, 160);
