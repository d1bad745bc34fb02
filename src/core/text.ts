import { z } from "zod";
import { linksIn } from "./rich-text.ts";

// What zod itself would say, in English and in its own terms, is never shown: schemas speak, or this does.
z.config({
  customError: ({ code, input }) => {
    if (code === "unrecognized_keys") return "Ce formulaire contient un champ inconnu.";
    return input === undefined || input === "" ? "Ce champ est nécessaire." : "Vérifie ce champ.";
  },
});

// Invisible characters that make a text lie: direction overrides, zero-width signs, blank letters, the byte order mark.
// The zero-width joiner stays between emoji.
const INVISIBLE =
  /[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u3164\uFEFF\uFFA0]|\u034F/g;
const CONTROL = /(?![\n\r\t])\p{Cc}/u;

function clean(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(INVISIBLE, "").normalize("NFC").trim();
}

const sound = z
  .string()
  .refine((text) => text.isWellFormed() && !CONTROL.test(text), "Ce texte contient des caractères interdits.")
  .transform(clean);

/** One line of text, cleaned (NFC, trimmed, no invisible signs), between `min` and `max` characters. */
export const line = (min: number, max: number) =>
  sound
    .transform((text) => text.replace(/\s+/g, " "))
    .pipe(
      z
        .string()
        .min(1, "Ce champ est nécessaire.")
        .min(min, `Il faut au moins ${min} caractères.`)
        .max(max, `${max} caractères au plus.`),
    );

/** Text on several lines, cleaned, between `min` and `max` characters. */
export const prose = (min: number, max: number) =>
  sound
    .transform((text) => text.replace(/\n{3,}/g, "\n\n"))
    .pipe(z.string().min(min, `Il faut au moins ${min} caractères.`).max(max, `${max} caractères au plus.`));

/** An e-mail address, NFKC-normalised and lower-cased before it is validated and compared. */
export const emailAddress = z
  .string()
  .max(320, "Cette adresse est trop longue.")
  .refine((text) => text.isWellFormed(), "Cette adresse n’est pas valable.")
  .transform((text) => text.normalize("NFKC").trim().toLowerCase())
  .pipe(z.email("Cette adresse n’est pas valable.").max(254, "Cette adresse est trop longue."));

/** An id as `newId()` makes them. */
export const idText = z.string().regex(/^[0-9a-hjkmnp-tv-z]{12}$/, "Identifiant inconnu.");

/** The browser's own id of what it sends: sending twice writes once. */
export const clientIdText = z.uuid("Recharge la page et réessaie.").transform((text) => text.toLowerCase());

/** What becomes a link on a screen, with its scheme or without. */
const LINK = /https?:\/\/|(?<!https?:\/\/)www\./gi;
/** What shows nothing: spaces, joiners, accents on nothing, and the letters and signs that are drawn blank. */
const BLANK = /[\s\p{C}\p{M}\u115F\u1160\u2800\u3164\uFFA0]/gu;

/** Whether a text shows nothing. */
export const isBlank = (text: string): boolean => text.replace(BLANK, "") === "";

/** How many links a text holds, as typed or as its markup shows them. */
export const linksOf = (text: string): number => Math.max(text.match(LINK)?.length ?? 0, linksIn(text));
