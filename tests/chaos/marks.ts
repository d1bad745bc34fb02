import { randomBytes } from "node:crypto";

/** A word found nowhere else, for a text to be recognised by wherever it comes out. */
export const newMark = () => `zq${randomBytes(6).toString("hex")}`;

/** The marks in a text, each once. */
export const marksIn = (text: string): string[] => [...new Set(text.match(/zq[0-9a-f]{12}/g) ?? [])];
